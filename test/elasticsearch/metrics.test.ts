/** Metrics on a real Elasticsearch. Without a server they are skipped, and the skip names its reason. */
import { describe, inject, it } from 'vitest';
import { describeProperties } from '../metrics/properties.ts';
import { describeMetrics } from '../metrics/suite.ts';
import { openTestIndex } from './open-index.ts';

const server = inject('elasticsearch');

if ('skipped' in server) {
  describe('metrics on Elasticsearch', () => {
    it.skip(`are not tested: ${server.skipped}`);
  });
} else {
  describeMetrics('Elasticsearch', () => openTestIndex(server));
  // Each question is some requests to the server, so that fewer are drawn.
  describeProperties('Elasticsearch', () => openTestIndex(server), { letters: 120, requests: 4, opened: 4 });
}
