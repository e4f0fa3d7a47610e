/** The conformance suite on a real Elasticsearch. Without a server it is skipped, and the skip names its reason. */
import { describe, inject, it } from 'vitest';
import { openTestIndex } from '../elasticsearch/open-index.ts';
import { conformanceCorpora } from './corpora.ts';
import { describeConformance } from './suite.ts';

const server = inject('elasticsearch');

if ('skipped' in server) {
  describe('the elasticsearch engine', () => {
    it.skip(`is not tested: ${server.skipped}`);
  });
} else {
  describeConformance('elasticsearch', () => openTestIndex(server), conformanceCorpora());
}
