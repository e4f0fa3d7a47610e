/** A library and the index that is kept up to it, as one. */
import { setImmediate } from 'node:timers/promises';
import type { Letter } from '#contract/determination.ts';
import { AppError } from '#contract/problem.ts';
import { versionKey } from '#contract/version-key.ts';
import type { PutOptions, PutOutcome } from '../library/library.ts';
import { type Library, writing } from '../library/open-library.ts';
import type { ProjectionState, Refused, SearchEngine, SearchIndex, WritableIndex } from '../search/port.ts';
import { askedBy, itemCounts, onlyVersion } from './asked.ts';
import type { Keeper } from './keeper.ts';
import type { SnapshotIndices } from './snapshot-indices.ts';

/** What commands hold beside what can be asked: the library itself, and its index as a thing that can be looked at and made anew. */
export interface IndexedLibrary extends WritableIndex {
  readonly library: Library;
  /** How far the index is; null where there is none. */
  indexState(): Promise<ProjectionState | null>;
  /** Makes the index anew beside the one that answers, and swaps. Returns what the engine refused. */
  reindex(): Promise<readonly Refused[]>;
}

/** How often an index that is held open is looked at, in milliseconds. */
const LOOK_EVERY_MS = 5_000;

/** Calls with empty lists are answered without either. */
export function indexedLibrary(
  library: Library,
  keeper: Keeper,
  snapshots: SnapshotIndices,
  engine: string,
  lookEveryMs = LOOK_EVERY_MS,
): IndexedLibrary {
  let lookedAt = performance.now();
  /** What the next question needs; this one is not kept waiting. Where the look fails, the question that comes next will say why. */
  const lookNowAndThen = (): void => {
    if (performance.now() - lookedAt < lookEveryMs) return;
    lookedAt = performance.now();
    keeper.look().catch(() => undefined);
  };
  /** Asks the index; where another has just taken its place, that one; where it is damaged, one that is made anew. */
  const ask = async <T>(question: (index: SearchEngine) => Promise<T>): Promise<T> => {
    lookNowAndThen();
    const { index } = keeper;
    try {
      return await question(index);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'index-replaced') await keeper.reopen(index);
      else if (error.code === 'index-damaged' && library.writable) await keeper.mend(index);
      else throw error;
      return question(keeper.index);
    }
  };
  const asked = askedBy(engine, ask);
  const reached = async (): Promise<number> => (await ask((index) => index.state()))?.change ?? 0;
  const determinations: SearchIndex['determinations'] = async (ids) => (ids.length === 0 ? [] : library.determinations(ids));
  const letter: SearchIndex['letter'] = async (id, version) => {
    await storing;
    return library.letter(id, version);
  };
  const stats: SearchIndex['stats'] = async () => {
    const [{ readings: _, ...held }, items, change] = await Promise.all([library.stats(), itemCounts(asked), reached()]);
    // Items and their decisions are of one state, that of the index; it may lag behind the library for a moment.
    return { ...held, ...items, change };
  };
  const at: SearchIndex['at'] = async (id) => {
    if (id === null)
      return { ...asked, determinations, letter, versions: library.versions, snapshot: null, change: await reached(), size: stats };
    const snapshot = await snapshots.get(id);
    await snapshots.ready(snapshot);
    const { change } = snapshot;
    return {
      ...askedBy(engine, snapshots.asking(snapshot)),
      determinations: async (ids) => (ids.length === 0 ? [] : library.determinationsAsOf(ids, change)),
      letter: async (letterId, version) => {
        const then = await library.letterAsOf(letterId, change);
        // The one that counted may have been taken out since.
        const isThat = then !== null && (version === undefined || version === versionKey(then.determination.source));
        return version === undefined || isThat ? then : library.letter(letterId, version);
      },
      versions: async (letterId) => onlyVersion(await library.letterAsOf(letterId, change)),
      snapshot,
      change,
      size: async () => ({ letters: snapshot.letters, items: snapshot.items }),
    };
  };
  /** The library's part of all puts so far: who asks the library while the index still takes one over is answered behind it. */
  let storing: Promise<unknown> = Promise.resolve();
  type Put = (batch: readonly Letter[], options: PutOptions | undefined, stored: () => void) => Promise<PutOutcome[]>;
  const put: Put = async (batch, options, stored) => {
    const { outcomes, changed } = await library.putAndChanged(batch, options).finally(stored);
    // What waited for the library goes first: it may have the next batch ready, which the library takes while the index takes this one over.
    await setImmediate();
    const refused = new Map((await keeper.catchUp(changed)).map(({ letter, reason }) => [letter, reason]));
    return outcomes.map((outcome) => {
      const reason = refused.get(outcome.id);
      return reason === undefined || outcome.outcome === 'failed' ? outcome : { ...outcome, outcome: 'failed', reason };
    });
  };
  let putBefore: Promise<unknown> = Promise.resolve();
  /** An engine that holds the letters may refuse some: each batch is told of its own, so the next one waits. */
  const putInTurn: Put = (batch, options, stored) => {
    const done = putBefore.then(() => put(batch, options, stored));
    putBefore = done.catch(() => undefined);
    return done;
  };
  return {
    readOnly: !library.writable,
    hidden: [],
    library,
    indexState: () => keeper.state(),
    reindex: () => writing(library, () => keeper.rebuild()),
    writing: (work) =>
      writing(library, async () => {
        await keeper.sweep();
        await snapshots.sweep();
        return work();
      }),
    put: async (batch, options) => {
      if (batch.length === 0) return [];
      const { promise, resolve: stored } = Promise.withResolvers<void>();
      storing = Promise.all([storing, promise]).then(() => undefined);
      return writing(library, () => (keeper.index.held === null ? put : putInTurn)(batch, options, stored)).finally(stored);
    },
    putUnreadable: async (batch) => {
      if (batch.length > 0) await writing(library, () => library.putUnreadable(batch));
    },
    noteParts: async (file, parts) => {
      if (parts.length > 0) await writing(library, () => library.noteParts(file, parts));
    },
    countAgain: (versions) =>
      writing(library, async () => {
        const counted = await library.countAgain(versions);
        if (counted.length > 0) await keeper.catchUp();
        return counted;
      }),
    complete: (files) =>
      writing(library, async () => {
        const gone = await library.complete(files);
        if (files.some(({ versions }) => versions !== undefined)) await keeper.catchUp();
        return gone;
      }),
    remove: async (ids) => {
      if (ids.length === 0) return 0;
      return writing(library, async () => {
        const removed = await library.remove(ids);
        await keeper.catchUp();
        return removed;
      });
    },
    known: async (sha256s) => {
      await storing;
      return sha256s.length === 0 ? new Map() : library.known(sha256s);
    },
    determinations,
    letter,
    versions: library.versions,
    unreadable: library.unreadable,
    unreadableParts: library.unreadableParts,
    numbered: async (ids) => {
      await storing;
      return library.numbered(ids);
    },
    lettersOf: async (versions) => {
      await storing;
      return library.lettersOf(versions);
    },
    kept: library.kept,
    snapshots,
    at,
    ...asked,
    stats,
    close: async () => {
      await snapshots.close();
      await keeper.close();
      await library.close();
    },
  };
}
