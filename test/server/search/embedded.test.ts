/** The embedded engine, held to the conformance suite on fictional letters. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSearchIndex } from '../../../server/search/open.ts';
import type { OpenedIndex } from '../../conformance/opened-index.ts';
import { describeConformance } from '../../conformance/suite.ts';
import { makeLetters } from '../../fixtures/drawn-letters.ts';

describeConformance('embedded', openNew, [{ name: '2,000 fictional letters', letters: async () => makeLetters(2000, 1) }]);

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
