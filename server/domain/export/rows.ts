/**
 * The rows of an export, a few at a time: the next ones are read from the engine only when the writer of the file asks for them, so
 * that a slow reader slows the engine, and no more than one piece is ever held. Other requests are answered before each piece.
 */
import type { Determination } from '#contract/determination.ts';
import type { Sort } from '#contract/lists.ts';
import type { Letters } from '../../search/port.ts';
import type { Question } from '../question/read-question.ts';
import { gently } from '../results/gently.ts';
import type { ExportItem } from './columns.ts';

/**
 * Items read at once. A letter is some tens of kilobytes, so a piece is a megabyte at most, and it holds the thread for some 10 ms: the time
 * for which another request waits.
 */
export const PIECE = 20;

/** Rows in pieces of at most `PIECE`. */
export type Rows = AsyncIterable<readonly ExportItem[]>;

/** Every item of the first tier, in order. An item that was taken out of the index since is left out. */
export function rowsOfSearch(index: Letters, { where, filters, rank }: Question, sort: Sort, signal?: AbortSignal): Rows {
  return gently(piecesOf(index, index.each({ where, filters, sort, rank }, signal), signal));
}

/** The items of a collection, in its order. */
export function rowsOfItems(index: Letters, items: readonly Noted[], signal?: AbortSignal): Rows {
  return gently(piecesOf(index, [items], signal));
}

/** An item by its ids, with what was noted beside it in a collection. */
export interface Noted {
  readonly itemId: string;
  readonly letterId: string;
  readonly note?: string | null;
}

/** The items of all batches, so many at a time. */
async function* piecesOf(
  index: Letters,
  batches: AsyncIterable<readonly Noted[]> | Iterable<readonly Noted[]>,
  signal?: AbortSignal,
): Rows {
  for await (const batch of batches) {
    for (let start = 0; start < batch.length; start += PIECE) {
      signal?.throwIfAborted();
      yield await read(index, batch.slice(start, start + PIECE));
    }
  }
}

async function read(index: Letters, piece: readonly Noted[]): Promise<ExportItem[]> {
  const letters = await index.determinations([...new Set(piece.map(({ letterId }) => letterId))]);
  const byId = new Map<string, Determination>(letters.map((determination) => [determination.id, determination]));
  return piece.flatMap(({ itemId, letterId, note }) => {
    const determination = byId.get(letterId);
    const item = determination?.items.find(({ id }) => id === itemId);
    return determination === undefined || item === undefined ? [] : [{ determination, item, note: note ?? null }];
  });
}
