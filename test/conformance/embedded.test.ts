/** The embedded engine, held to the conformance suite. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { openSearchIndex } from '../../server/search/open.ts';
import { conformanceCorpora, NO_REAL_LETTERS, REAL_LETTERS } from './corpora.ts';
import type { OpenedIndex } from './opened-index.ts';
import { describeConformance } from './suite.ts';

describeConformance('embedded', openNew, conformanceCorpora());

if (REAL_LETTERS === undefined) {
  describe('the engines over real letters', () => {
    it.skip(`are not compared: ${NO_REAL_LETTERS}`);
  });
}

async function openNew(): Promise<OpenedIndex> {
  const dataDir = await mkdtemp(join(tmpdir(), 'imr-embedded-'));
  const index = await openSearchIndex({ engine: 'embedded', dataDir });
  return {
    index,
    close: async () => {
      await index.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
