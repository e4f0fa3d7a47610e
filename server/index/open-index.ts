/**
 * The library with its index: opened, brought up to each other, asked and written as one. Writing goes to the library first; what it acknowledged is
 * then taken over by the index, so what is reported as stored is found by the next search. After a crash, with a lost or an outdated index,
 * or with another engine, the index catches up or is made anew, from the library alone.
 */
import { AppError } from '#contract/problem.ts';
import { openLibrary, openLibraryThread, openLibraryToLoad } from '../library/open-library.ts';
import { hasEarlier, takeOverEarlier, takeOverIndex } from '../library/takeover.ts';
import { type EngineOptions, openProjections, openSnapshotProjections, openToReadAlone, readEarlierIndex } from '../search/open.ts';
import type { SearchIndex } from '../search/port.ts';
import type { Tell } from './follow.ts';
import { type IndexedLibrary, indexedLibrary } from './indexed-library.ts';
import { Keeper } from './keeper.ts';
import { openReadingIndex } from './reading-index.ts';
import { snapshotIndices, snapshotPointer } from './snapshot-indices.ts';
import { writersOf } from './writers.ts';

export type SearchIndexOptions = EngineOptions & { readonly dataDir: string };

export interface Opening {
  /** Make library and index where there are none (default); false: AppError `no-index`. */
  readonly create?: boolean;
  /** Told what takes a while: that letters are taken over, or an index is made anew. */
  readonly tell?: Tell;
  /** An outdated index answers until a new one is made beside it; default: it is waited for. */
  readonly whileRebuilding?: boolean;
  /**
   * Library and engine in threads of their own, for a server whose thread is held by neither; `putting`: only what puts letters into the library, for who loads many;
   * default: all in the caller's.
   */
  readonly threads?: boolean | 'putting';
  /** How often an index that is held open is looked at, in milliseconds; default 5,000. */
  readonly lookEveryMs?: number;
  /**
   * How long a question waits for the index of a snapshot that has to be made first, in milliseconds; null: until it is there. Default: a moment with
   * `whileRebuilding`, else until it is there.
   */
  readonly patienceMs?: number | null;
  /** The library is only read: nothing is written, taken over, made or caught up with. Default false. */
  readonly readOnly?: boolean;
  /** An index of another library, or one that is ahead of this one, is overwritten; default: it is refused. */
  readonly replace?: boolean;
}

/** The index of a small snapshot is made within it. */
const PATIENCE_MS = 1_500;

/**
 * Opens the library in the data folder with the index of an engine. Throws AppError `no-index`, `library-unavailable`, `library-incompatible`,
 * `engine-unavailable`, `index-foreign`.
 */
export async function openSearchIndex({ dataDir, ...engine }: SearchIndexOptions, opening: Opening = {}): Promise<IndexedLibrary> {
  const { create = true, tell = () => {}, whileRebuilding = false, threads = false, replace = false, readOnly = false } = opening;
  const earlier = readOnly ? null : await readEarlierIndex(engine);
  const making = { create: create || hasEarlier(dataDir) || earlier !== null, readOnly };
  const library =
    threads === true
      ? await openLibraryThread(dataDir, making)
      : threads === 'putting'
        ? openLibraryToLoad(dataDir, making)
        : openLibrary(dataDir, making);
  try {
    if (!readOnly) await takeOverEarlier(library, dataDir, tell);
    if (earlier !== null && engine.engine === 'elasticsearch') await takeOverIndex(library, markOf(engine), earlier, tell);
    const pointer = {
      get: async () => numberOrNull(await library.mark('generation')),
      set: (generation: number) => library.setMark('generation', String(generation)),
    };
    const writers = writersOf(library, engine.engine === 'elasticsearch' ? engine.index : engine.engine);
    const keeper = new Keeper(library, await openProjections(engine, dataDir, { pointer, writers }, threads === true), writers, tell);
    await keeper.open(whileRebuilding, replace);
    if (readOnly && (await keeper.state()) === null) {
      await keeper.close();
      throw new AppError('no-index', 'There is no index that can answer; make it without --read-only: npm run imr -- reindex');
    }
    const pointerOf = (id: string) => snapshotPointer(library, id);
    const projections = await openSnapshotProjections(engine, dataDir, { library: library.id, pointerOf }, threads === true);
    const { patienceMs = whileRebuilding ? PATIENCE_MS : null } = opening;
    return indexedLibrary(library, keeper, snapshotIndices(library, projections, tell, patienceMs), engine.engine, opening.lookEveryMs);
  } catch (error) {
    await library.close();
    throw error;
  }
}

/**
 * Opens an index only to read it: an engine that holds the letters too is asked alone, and needs no data folder. Throws as `openSearchIndex` does, and
 * AppError `index-incompatible`.
 */
export async function openToRead(options: SearchIndexOptions, opening: Pick<Opening, 'tell' | 'threads'> = {}): Promise<SearchIndex> {
  const projections = await openToReadAlone(options);
  if (projections === null) return openSearchIndex(options, { ...opening, create: false, readOnly: true });
  return openReadingIndex(options.engine, projections, opening.tell ?? (() => {}));
}

/** What the taking over of an engine's earlier index is remembered by. */
export function markOf({ index }: { readonly index: string }): string {
  return `elasticsearch ${index}`;
}

function numberOrNull(text: string | null): number | null {
  return text === null ? null : Number(text);
}
