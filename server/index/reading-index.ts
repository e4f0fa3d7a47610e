/**
 * An index that is read alone, by a server that has no library: letters are what the engine holds of them. Nothing is written, made or brought up to
 * anything; where another program makes the index anew, the new one is asked. What only the library has is hidden: AppError `not-on-this-server`.
 */
import { HiddenPartSchema } from '#contract/api.ts';
import { AppError } from '#contract/problem.ts';
import { keptBy } from '../library/open-library.ts';
import type { HeldLetters, Projections, SearchEngine, SearchIndex } from '../search/port.ts';
import { type Ask, askedBy, itemCounts, onlyVersion } from './asked.ts';
import type { Tell } from './follow.ts';

/** Throws AppError `no-index` where there is none, `index-incompatible` where the one that is there cannot answer. */
export async function openReadingIndex(
  engine: string,
  projections: Pick<Projections, 'current' | 'place'>,
  tell: Tell,
): Promise<SearchIndex> {
  let current = await found(projections, tell);
  let opening: Promise<void> | null = null;
  const reopen = async (): Promise<void> => {
    const old = current;
    current = await found(projections, tell);
    await old.close();
  };
  const ask: Ask = async (question) => {
    const asked = current;
    try {
      return await question(asked);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'index-replaced') throw error;
    }
    // Of several questions that find it replaced, the first opens the new one.
    if (asked === current) {
      opening ??= reopen().finally(() => {
        opening = null;
      });
      await opening;
    }
    return question(current);
  };
  const held: HeldLetters = {
    determinations: (ids) => ask((index) => heldIn(index).determinations(ids)),
    letter: (id, version) => ask((index) => heldIn(index).letter(id, version)),
    holds: () => ask((index) => heldIn(index).holds()),
  };
  const asked = askedBy(engine, ask);
  const determinations: HeldLetters['determinations'] = async (ids) => (ids.length === 0 ? [] : held.determinations(ids));
  const reached = async (): Promise<number> => (await ask((index) => index.state()))?.change ?? 0;
  const versions: SearchIndex['versions'] = async (id) => onlyVersion(await held.letter(id));
  const stats: SearchIndex['stats'] = async () => {
    const [holds, items, change] = await Promise.all([held.holds(), itemCounts(asked), reached()]);
    return { ...holds, ...items, change, versions: null, unreadable: null };
  };
  const noSnapshots = () => Promise.reject(notHere('Snapshots are taken and asked'));
  return {
    ...asked,
    readOnly: true,
    hidden: HiddenPartSchema.options,
    determinations,
    letter: held.letter,
    versions,
    unreadable: () => Promise.reject(notHere('Files that could not be read are listed')),
    kept: () => keptBy(() => Promise.reject(notHere('Saved searches and collections are kept'))),
    snapshots: { list: noSnapshots, get: noSnapshots, take: noSnapshots, change: noSnapshots, remove: noSnapshots },
    at: async (snapshot) => {
      if (snapshot !== null) return noSnapshots();
      return { ...asked, determinations, letter: held.letter, versions, snapshot, change: await reached(), size: stats };
    },
    stats,
    close: () => current.close(),
  };
}

async function found(projections: Pick<Projections, 'current' | 'place'>, tell: Tell): Promise<SearchEngine> {
  const current = await projections.current();
  if (current === null) {
    throw new AppError(
      'no-index',
      `There is no index to read in ${projections.place}; it is made where the library is, with: npm run imr -- ingest PATHS`,
    );
  }
  const { index, outdated, answers = true } = current;
  const state = await index.state().catch(async (error: unknown) => {
    await index.close();
    return error;
  });
  // It was just made anew.
  if (state instanceof AppError && state.code === 'index-replaced') return found(projections, tell);
  if (state instanceof Error) throw state;
  if (!answers || state === null) {
    await index.close();
    throw new AppError(
      'index-incompatible',
      'The index was made by another version of this program and cannot answer this one. Make it anew where the library is: npm run imr -- reindex',
    );
  }
  if (outdated)
    tell(
      'The index was made by another version of this program; it answers as that one left it. Make it anew with: npm run imr -- reindex',
    );
  return index;
}

function heldIn({ held }: SearchEngine): HeldLetters {
  if (held === null) throw new Error('this engine holds no letters');
  return held;
}

function notHere(what: string): AppError {
  return new AppError('not-on-this-server', `${what} where the library is; this server reads the search index alone.`);
}
