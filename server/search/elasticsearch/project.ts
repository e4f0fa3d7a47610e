/**
 * Takes changes of the library over: makes the items and the record of each changed letter what they are now. Every operation bears the number of its letter's
 * change, so what was cut off at any point is made whole by the same changes once more, by this program or another.
 */
import type { Determination } from '#contract/determination.ts';
import type { Change } from '../../library/library.ts';
import { unpackRecord } from '../../library/packed-record.ts';
import type { Refused } from '../port.ts';
import type { Connection } from './connection.ts';
import { itemOperations, type Operation, ofThose, removals, type Target } from './documents.ts';
import type { Pair } from './names.ts';
import { recordOperations } from './records.ts';
import { toItemIdsBody, WHOLE_PAGE } from './request.ts';
import { fromHits, type SearchAnswer } from './response.ts';

/**
 * Writes the items of these letters, and makes all of it visible at once. Returns the letters that the server refused, of which no item is left.
 * Throws AppError `engine-unavailable` where the server took only a part: nothing of it counts until the same changes are taken over again.
 */
export async function projectChanges(connection: Connection, { items, records }: Pair, changes: readonly Change[]): Promise<Refused[]> {
  if (changes.length === 0) return [];
  const stored = await storedItems(
    connection,
    items,
    changes.map(({ letter }) => letter),
  );
  const letters = changes.map(({ letter, number, record }): LetterNow => {
    const determination = record === null ? null : unpackRecord(record);
    return { target: { index: items, letter, number }, determination, stored: stored.get(letter) ?? [] };
  });
  const held = letters.flatMap(({ target, determination }, at) => {
    const { record = null, text = null } = changes[at] ?? {};
    return recordOperations({ ...target, index: records }, determination, record, text);
  });
  const refusals = await connection.write([...letters.flatMap(operationsOf), ...held]);
  // The server may have taken some items of a letter and refused others.
  await connection.write(letters.filter(({ target }) => refusals.has(target.letter)).flatMap(takingOut));
  await connection.refresh([items, records]);
  return Array.from(refusals, ([letter, reason]) => ({ letter, reason }));
}

/** A changed letter as it counts now (null: it does not any more), and the ids of the items that are stored of it. */
interface LetterNow {
  readonly target: Target;
  readonly determination: Determination | null;
  readonly stored: readonly string[];
}

function operationsOf({ target, determination, stored }: LetterNow): Operation[] {
  return determination === null ? removals(target, stored) : itemOperations(target, determination, stored);
}

function takingOut({ target, determination, stored }: LetterNow): Operation[] {
  const ids = [...stored, ...(determination?.items ?? []).map(({ id }) => id)];
  return removals(target, [...new Set(ids)]);
}

/** The ids of the stored items of each of these letters, also of those that a writer left which was cut off. */
async function storedItems(connection: Connection, index: string, letters: readonly string[]): Promise<Map<string, string[]>> {
  const stored = new Map<string, string[]>();
  await connection.refresh([index]);
  let after: readonly unknown[] | null = null;
  do {
    const answer: SearchAnswer = await connection.search(index, ofThose(toItemIdsBody(letters, after)));
    const hits = fromHits(answer);
    for (const { letterId, itemId } of hits) stored.set(letterId, [...(stored.get(letterId) ?? []), itemId]);
    after = hits.length < WHOLE_PAGE ? null : (answer.hits.hits.at(-1)?.sort ?? null);
  } while (after !== null);
  return stored;
}
