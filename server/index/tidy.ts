/** Takes away what an earlier version of the program kept, in the data folder or in the engine, once it is in the library and the user says so. */
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Library } from '../library/open-library.ts';
import { EARLIER_FILES } from '../library/takeover.ts';
import { removeEarlierIndex } from '../search/open.ts';
import { markOf, type SearchIndexOptions } from './open-index.ts';

/** Removes what was taken over whole; returns the names of what was removed, with its size in bytes where it was a file. */
export async function tidy(library: Pick<Library, 'mark'>, options: SearchIndexOptions): Promise<{ name: string; bytes: number | null }[]> {
  const removed: { name: string; bytes: number | null }[] = [];
  for (const name of EARLIER_FILES) {
    if ((await library.mark(`taken ${name}`)) === null) continue;
    for (const part of [name, `${name}-wal`, `${name}-shm`]) {
      const path = join(options.dataDir, part);
      if (!existsSync(path)) continue;
      removed.push({ name: part, bytes: statSync(path).size });
      rmSync(path);
    }
  }
  if (options.engine === 'elasticsearch' && (await library.mark(`taken ${markOf(options)}`)) !== null) {
    for (const name of await removeEarlierIndex(options)) removed.push({ name, bytes: null });
  }
  return removed;
}
