/**
 * Makes heads and items of letters what their stored versions say, whatever was written of them before. Used where a put
 * failed, was cut off, or changed which version counts. Doing it twice, or by two programs at once, comes to the same.
 */
import type { Connection, Stored } from './connection.ts';
import {
  deletion,
  type HeadDocument,
  headOperation,
  itemOperations,
  type Operation,
  type TouchedLetter,
  type VersionDocument,
} from './documents.ts';
import { settledHead } from './plan.ts';

export type Heads = Map<string, Stored<HeadDocument>>;

export async function headsOf(connection: Connection, ids: readonly string[]): Promise<Heads> {
  return await connection.documents<HeadDocument>('letters', ids);
}

/** Settles letters; one whose head is not there (any more) has no items. Searches see it after the next refresh. */
export async function settleLetters(connection: Connection, letters: readonly TouchedLetter[]): Promise<void> {
  const { aliases } = connection;
  const heads = await headsOf(
    connection,
    letters.map(({ letterId }) => letterId),
  );
  const listed = [...heads.values()].flatMap(({ source }) => source.versions.map(({ sha256 }) => sha256));
  const versions = await connection.documents<Pick<VersionDocument, 'determination'>>('versions', listed, ['determination']);
  const stored = new Map([...versions].map(([sha256, { source }]) => [sha256, source.determination]));
  const operations = letters.flatMap(({ letterId, itemIds }): Operation[] => {
    const before = heads.get(letterId);
    const items = [...new Set([...itemIds, ...(before?.source.itemIds ?? [])])];
    const settled = before === undefined ? null : settledHead(before.source, stored);
    if (before === undefined || settled === null) {
      return [
        ...(before === undefined ? [] : [deletion(aliases.letters, letterId, letterId)]),
        ...items.map((id) => deletion(aliases.items, id, letterId)),
      ];
    }
    return [
      ...itemOperations(aliases, settled.current, items),
      // One that says the same already is left alone: a program that is about to write it would fail its letter.
      ...(isSame(settled.head, before.source) ? [] : [headOperation(aliases, settled.head, before.seen)]),
    ];
  });
  await connection.write(operations);
}

/** Both are made by the same function, so their fields stand in one order. */
function isSame(a: HeadDocument, b: HeadDocument): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
