/**
 * How far a projection is, and who writes to it: one document beside the records. It is read without a refresh, and every write of it says which one
 * it takes the place of, so that of two programs one is told that it was not the only one.
 */
import { AppError } from '#contract/problem.ts';
import type { ProjectionState, Writers } from '../port.ts';
import type { Connection, Stored } from './connection.ts';

/** No id of a letter, which has a colon. */
const STATE_ID = 'state';

export interface WrittenState extends ProjectionState {
  readonly writer: string;
}

/** The state as it is stored, to be replaced by the next one; null: nothing was written yet. */
export type StoredState = Stored<WrittenState> | null;

export async function readState(connection: Connection, index: string): Promise<StoredState> {
  return await connection.document<WrittenState>(index, STATE_ID);
}

/**
 * The state, once this program is the one that writes. It may take the place of any program of its library: only one of those writes at a time. Throws
 * AppError `index-foreign` where another copy of the library wrote last.
 */
export async function claimState(connection: Connection, index: string, writers: Writers, library: string): Promise<StoredState> {
  const stored = await readState(connection, index);
  if (stored?.source.writer === writers.token) return stored;
  if (stored !== null && !(await writers.knows(stored.source.writer))) throw writtenByCopy();
  // In this order: whoever is cut off in between is known by its token all the same.
  await writers.announce();
  const claimed = { library, change: 0, ...stored?.source, writer: writers.token };
  await replaceState(connection, index, writers, stored, claimed);
  await writers.confirm();
  return await readState(connection, index);
}

/** Writes a state in the place of the one that was read. Throws AppError `library-locked` or `index-foreign` where another program did so meanwhile. */
export async function replaceState(
  connection: Connection,
  index: string,
  writers: Writers,
  before: StoredState,
  state: WrittenState,
): Promise<void> {
  if (await connection.replace(index, STATE_ID, state, before)) return;
  const now = (await readState(connection, index))?.source;
  // Where its answer was lost it was sent twice, and is done.
  if (now?.writer === state.writer && now.change === state.change) return;
  if (now !== undefined && !(await writers.knows(now.writer))) throw writtenByCopy();
  throw new AppError('library-locked', 'Another program has begun to write to the index; what this one wrote does not count. Try again.');
}

function writtenByCopy(): AppError {
  return new AppError(
    'index-foreign',
    'The index was written by another copy of this library. To overwrite it: npm run imr -- reindex --replace',
  );
}
