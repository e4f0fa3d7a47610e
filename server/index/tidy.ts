/** Takes away what an earlier version of the program kept, in the data folder or in the engine, once it is in the library and the user says so. */
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { countWords } from '#mappings/text/count-words.ts';
import type { Library } from '../library/open-library.ts';
import { EARLIER_FILES, heldIn, type Taken, takenOf } from '../library/takeover.ts';
import { readEarlierIndex, removeEarlierIndex } from '../search/open.ts';
import { markOf, type SearchIndexOptions } from './open-index.ts';

export interface Tidied {
  /** The names of what was removed, with the size in bytes where it was a file. */
  readonly removed: readonly { name: string; bytes: number | null }[];
  /** What was left where it is, each a sentence that says why. */
  readonly kept: readonly string[];
}

/** Removes what was taken over whole and was not written to since. */
export async function tidy(library: Pick<Library, 'mark'>, options: SearchIndexOptions): Promise<Tidied> {
  const removed: { name: string; bytes: number | null }[] = [];
  const kept: string[] = [];
  for (const name of EARLIER_FILES) {
    const taken = await takenOf(library, name);
    if (taken === null || !existsSync(join(options.dataDir, name))) continue;
    const why = whyKept(name, taken, heldIn(options.dataDir, name));
    if (why !== null) {
      kept.push(why);
      continue;
    }
    for (const part of [name, `${name}-wal`, `${name}-shm`]) {
      const path = join(options.dataDir, part);
      if (!existsSync(path)) continue;
      removed.push({ name: part, bytes: statSync(path).size });
      rmSync(path);
    }
  }
  const taken = options.engine === 'elasticsearch' ? await takenOf(library, markOf(options)) : null;
  const earlier = taken === null ? null : await readEarlierIndex(options);
  if (taken !== null && earlier !== null) {
    const why = whyKept('The earlier index in Elasticsearch', taken, String(earlier.total));
    if (why !== null) kept.push(why);
    else for (const name of await removeEarlierIndex(options)) removed.push({ name, bytes: null });
  }
  return { removed, kept };
}

function whyKept(name: string, { left, held }: Taken, now: string): string | null {
  if (left > 0)
    return `${name} is kept: ${countWords(left, 'letter')} of it could not be taken over. Remove it yourself once you do not need it.`;
  return held === now ? null : `${name} is kept: it was written to since it was taken over. Remove it yourself once you do not need it.`;
}
