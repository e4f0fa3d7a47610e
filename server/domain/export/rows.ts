/**
 * The rows of an export, a few at a time: the next ones are read from the engine only when the writer of the file asks for them, so
 * that a slow reader slows the engine, and no more than one piece is ever held.
 */
import type { Determination } from '#contract/determination.ts';
import type { Sort } from '#contract/query.ts';
import type { SearchIndex } from '../../search/port.ts';
import type { Question } from '../question/read-question.ts';
import type { ExportItem } from './columns.ts';

/** Items read at once. A letter is some tens of kilobytes, so a piece is a few megabytes. */
export const PIECE = 50;

/** Rows in pieces of at most `PIECE`. */
export type Rows = AsyncIterable<readonly ExportItem[]>;

/** Every item of the first tier, in order. An item that was taken out of the index since is left out. */
export async function* rowsOfSearch(index: SearchIndex, { where, filters, rank }: Question, sort: Sort, signal?: AbortSignal): Rows {
  for await (const batch of index.each({ where, filters, sort, rank }, signal)) {
    for (let start = 0; start < batch.length; start += PIECE) {
      signal?.throwIfAborted();
      yield await read(
        index,
        batch.slice(start, start + PIECE).map((hit) => ({ ...hit, note: null })),
      );
    }
  }
}

/** The items of a collection, in its order. */
export async function* rowsOfItems(index: SearchIndex, items: readonly Noted[], signal?: AbortSignal): Rows {
  for (let start = 0; start < items.length; start += PIECE) {
    signal?.throwIfAborted();
    yield await read(index, items.slice(start, start + PIECE));
  }
}

/** An item by its ids, with what was noted beside it. */
export interface Noted {
  readonly itemId: string;
  readonly letterId: string;
  readonly note: string | null;
}

async function read(index: SearchIndex, piece: readonly Noted[]): Promise<ExportItem[]> {
  const letters = await index.determinations([...new Set(piece.map(({ letterId }) => letterId))]);
  const byId = new Map<string, Determination>(letters.map((determination) => [determination.id, determination]));
  return piece.flatMap(({ itemId, letterId, note }) => {
    const determination = byId.get(letterId);
    const item = determination?.items.find(({ id }) => id === itemId);
    return determination === undefined || item === undefined ? [] : [{ determination, item, note }];
  });
}
