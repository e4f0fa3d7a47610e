/** The embedded engine, held to the conformance suite. */
import { describe, it } from 'vitest';
import { openEmbeddedIndex } from '../relevance/open-embedded-index.ts';
import { conformanceCorpora, NO_REAL_LETTERS, REAL_LETTERS } from './corpora.ts';
import { describeConformance } from './suite.ts';

describeConformance('embedded', openEmbeddedIndex, conformanceCorpora());

if (REAL_LETTERS === undefined) {
  describe('the engines over real letters', () => {
    it.skip(`are not compared: ${NO_REAL_LETTERS}`);
  });
}
