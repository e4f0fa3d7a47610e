/** Takes away what an earlier version of the program kept in the data folder, once it is in the library and the user says so. */
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Library } from '../library/open-library.ts';
import { EARLIER_FILES } from '../library/takeover.ts';

/** Removes the earlier files that were taken over whole; returns what was removed, with its size in bytes. */
export async function tidy(library: Pick<Library, 'mark'>, dataDir: string): Promise<{ name: string; bytes: number }[]> {
  const removed: { name: string; bytes: number }[] = [];
  for (const name of EARLIER_FILES) {
    if ((await library.mark(`taken ${name}`)) === null) continue;
    for (const part of [name, `${name}-wal`, `${name}-shm`]) {
      const path = join(dataDir, part);
      if (!existsSync(path)) continue;
      removed.push({ name: part, bytes: statSync(path).size });
      rmSync(path);
    }
  }
  return removed;
}
