/** A snapshot by what a user calls it on the command line. */
import { AppError } from '#contract/problem.ts';
import type { Snapshot } from '#contract/snapshots.ts';
import { nameKey } from '../../server/library/name-key.ts';
import type { LettersAt, SearchIndex } from '../../server/search/port.ts';

/** By its name, upper and lower case being one, or its id. Throws AppError `snapshot-not-found` with the names there are. */
export async function snapshotNamed({ snapshots }: Pick<SearchIndex, 'snapshots'>, name: string): Promise<Snapshot> {
  const all = await snapshots.list();
  const found = all.find(({ id }) => id === name) ?? all.find((one) => nameKey(one.name) === nameKey(name));
  if (found !== undefined) return found;
  const there = all.length === 0 ? 'there is none' : `there are ${all.map((one) => `“${one.name}”`).join(', ')}`;
  throw new AppError('snapshot-not-found', `There is no snapshot “${name}”; ${there}`);
}

/** What a command asks that may be told a snapshot by name; as of now without one. */
export async function lettersAsOf(index: SearchIndex, name: string | null): Promise<LettersAt> {
  return index.at(name === null ? null : (await snapshotNamed(index, name)).id);
}

/** One line that says as of when an answer is; null for one as of now. */
export function snapshotLine({ snapshot }: Pick<LettersAt, 'snapshot'>): string | null {
  if (snapshot === null) return null;
  const since = snapshot.sameVocabulary ? '' : ' The vocabulary has changed since: words may find other items than they did then.';
  return `As of the snapshot “${snapshot.name}”, taken ${snapshot.takenAt.slice(0, 10)}, change ${snapshot.change}.${since}`;
}
