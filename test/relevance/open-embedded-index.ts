/** A new, empty index of the embedded engine in a folder of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSearchIndex } from '../../server/index/open-index.ts';
import type { OpenedIndex } from '../conformance/opened-index.ts';

/** `threads`: library and engine in threads of their own, as a server has them. */
export async function openEmbeddedIndex(threads = false): Promise<OpenedIndex> {
  const dataDir = await mkdtemp(join(tmpdir(), 'imr-embedded-'));
  const index = await openSearchIndex({ engine: 'embedded', dataDir }, { threads });
  return {
    index,
    dataDir,
    close: async () => {
      await index.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
