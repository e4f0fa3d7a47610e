/** The indices as of the snapshots of a library: each is made when it is first asked for, and kept for later; the ones last asked are held open. */
import { AppError } from '#contract/problem.ts';
import type { Snapshot } from '#contract/snapshots.ts';
import type { Library } from '../library/open-library.ts';
import { type StoredSnapshot, snapshotMark } from '../library/snapshots.ts';
import type { Pointer, SearchEngine, SnapshotProjections, SnapshotStore } from '../search/port.ts';
import type { Ask } from './asked.ts';
import type { Tell } from './follow.ts';
import { madeBy } from './made-by.ts';
import { SnapshotIndex } from './snapshot-index.ts';

/** Most that are held open: each has threads and columns of its own on a server. */
const MOST_OPEN = 3;

export interface SnapshotIndices extends SnapshotStore {
  /** How the index as of a snapshot is asked; see `SnapshotIndex.ready`. */
  asking(snapshot: Snapshot): Ask;
  /** Waits until the index as of it is there, as long as `asking` would. */
  ready(snapshot: Snapshot): Promise<void>;
  /** Takes away the indices of snapshots that are no more. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

/** `patienceMs`: how long a question waits for an index that has to be made; null: until it is there. */
export function snapshotIndices(
  library: Library,
  projections: SnapshotProjections,
  tell: Tell,
  patienceMs: number | null,
): SnapshotIndices {
  /** The one asked last is last. */
  const held = new Map<string, SnapshotIndex>();
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<SearchEngine>): Promise<SearchEngine> => {
    const done = turn.then(work, work);
    turn = done.catch(() => undefined);
    return done;
  };
  const indexOf = (snapshot: Snapshot): SnapshotIndex => {
    const { id } = snapshot;
    const index = held.get(id) ?? new SnapshotIndex({ library, projections: projections.of(id), snapshot, tell, inTurn });
    held.delete(id);
    held.set(id, index);
    closeOldest(index);
    return index;
  };
  const closeOldest = (but: SnapshotIndex): void => {
    const idle = [...held].filter(([, index]) => index !== but && !index.isBusy);
    for (const [id, index] of idle.slice(0, Math.max(0, held.size - MOST_OPEN))) {
      held.delete(id);
      index.close().catch(() => undefined);
    }
  };
  const drop = async (id: string): Promise<void> => {
    const index = held.get(id);
    held.delete(id);
    await index?.close();
    await projections.remove(id);
  };
  const asking =
    (snapshot: Snapshot): Ask =>
    async (question) => {
      const one = indexOf(snapshot);
      const index = await one.ready(patienceMs);
      try {
        return await question(index);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        const isDamaged = error.code === 'index-damaged' && library.writable;
        if (error.code !== 'index-replaced' && !isDamaged) throw error;
        await one.leave(index, isDamaged);
      }
      return await question(await indexOf(snapshot).ready(patienceMs));
    };
  return {
    list: async () => (await library.snapshots()).map(toSnapshot),
    get: async (id) => toSnapshot(await library.snapshot(id)),
    take: async (taken) => toSnapshot(await library.takeSnapshot({ ...taken, ...madeBy() })),
    change: async (id, change) => toSnapshot(await library.changeSnapshot(id, change)),
    remove: async (id) => {
      await library.removeSnapshot(id);
      await drop(id);
    },
    asking,
    ready: async (snapshot) => {
      await indexOf(snapshot).ready(patienceMs);
    },
    sweep: async () => {
      const there = await projections.ids();
      if (there.length === 0) return;
      const known = new Set((await library.snapshots()).map(({ id }) => id));
      for (const id of there) if (!known.has(id)) await drop(id);
    },
    close: async () => {
      const all = [...held.values()];
      held.clear();
      await Promise.all(all.map((index) => index.close()));
    },
  };
}

/** Where the library keeps which generation of the index of a snapshot answers. */
export function snapshotPointer(library: Pick<Library, 'mark' | 'setMark'>, id: string): Pointer {
  const name = snapshotMark(id);
  return {
    get: async () => {
      const generation = await library.mark(name);
      return generation === null ? null : Number(generation);
    },
    set: (generation) => library.setMark(name, String(generation)),
  };
}

function toSnapshot(stored: StoredSnapshot): Snapshot {
  return { ...stored, sameVocabulary: stored.vocabulary === madeBy().vocabulary };
}
