/**
 * Takes changes of the library over: makes the items and the record of each changed letter what they are now. Every operation bears the number of its letter's
 * change, so what was cut off at any point is made whole by the same changes once more, by this program or another.
 */
import type { Change } from '../../library/library.ts';
import { unpackRecord } from '../../library/packed-record.ts';
import type { Refused } from '../port.ts';
import type { Connection } from './connection.ts';
import { itemOperations } from './documents.ts';
import type { Pair } from './names.ts';
import { recordOperations } from './records.ts';

/**
 * Writes the items of these letters, and makes all of it visible at once. Returns the letters that the server refused, of which nothing is left.
 * Throws AppError `engine-unavailable` where the server took only a part: nothing of it counts until the same changes are taken over again.
 */
export async function projectChanges(connection: Connection, { items, records }: Pair, changes: readonly Change[]): Promise<Refused[]> {
  if (changes.length === 0) return [];
  const refusals = await connection.write(
    changes.flatMap(({ letter, number, mostItems, record, text }) => {
      const determination = record === null ? null : unpackRecord(record);
      return [
        ...itemOperations({ index: items, letter, number }, determination, mostItems),
        ...recordOperations({ index: records, letter, number }, determination, record, text),
      ];
    }),
  );
  // The server may have taken some of a letter and refused the rest.
  await connection.write(
    changes.flatMap(({ letter, number, mostItems }) => {
      if (!refusals.has(letter)) return [];
      return [
        ...itemOperations({ index: items, letter, number }, null, mostItems),
        ...recordOperations({ index: records, letter, number }, null, null, null),
      ];
    }),
  );
  await connection.refresh([items, records]);
  return Array.from(refusals, ([letter, reason]) => ({ letter, reason }));
}
