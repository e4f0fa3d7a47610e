/** The queries of users, and the two tiers, on a real Elasticsearch. */
import { describe, inject, it } from 'vitest';
import { describeTiers } from '../relevance/tiers.ts';
import { describeUserQueries } from '../relevance/user-queries.ts';
import { openTestIndex } from './open-index.ts';

const server = inject('elasticsearch');

if ('skipped' in server) {
  describe('the queries of users on Elasticsearch', () => {
    it.skip(`are not tried: ${server.skipped}`);
  });
} else {
  describeUserQueries('elasticsearch', () => openTestIndex(server));
  describeTiers('elasticsearch', 1_000, () => openTestIndex(server));
}
