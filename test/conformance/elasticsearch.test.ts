/** The conformance suite on a real Elasticsearch. Without a server it is skipped, and the skip names its reason. */
import { describe, inject, it } from 'vitest';
import { openTestIndex } from '../elasticsearch/open-index.ts';
import { makeLetters } from '../fixtures/drawn-letters.ts';
import { conformanceCorpora } from './corpora.ts';
import { describeConformance } from './suite.ts';

const server = inject('elasticsearch');

if ('skipped' in server) {
  describe('the elasticsearch engine', () => {
    it.skip(`is not tested: ${server.skipped}`);
  });
} else {
  describeConformance('elasticsearch', () => openTestIndex(server), conformanceCorpora());
  // What is asked is counted, ranked and paged over all of them.
  const drawn = { name: '300 drawn records', letters: () => Promise.resolve(makeLetters(300, 3)), seed: 3 };
  describeConformance('elasticsearch, in three shards,', () => openTestIndex(server, { shards: 3 }), [drawn]);
}
