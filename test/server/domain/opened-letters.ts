/** An index of fictional letters in the embedded engine, and the oracle over the same letters. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Letter } from '#contract/determination.ts';
import { openSearchIndex } from '../../../server/index/open-index.ts';
import type { WritableIndex } from '../../../server/search/port.ts';
import { makeOracle, type Oracle } from '../../conformance/oracle.ts';

export interface OpenedLetters {
  readonly index: WritableIndex;
  readonly oracle: Oracle;
  close(): Promise<void>;
}

export async function openLetters(letters: readonly Letter[]): Promise<OpenedLetters> {
  const dataDir = await mkdtemp(join(tmpdir(), 'imr-understand-'));
  const index = await openSearchIndex({ engine: 'embedded', dataDir });
  await index.put(letters);
  return {
    index,
    oracle: makeOracle(letters),
    close: async () => {
      await index.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
