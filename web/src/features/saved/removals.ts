/** What a list shows of what was taken out of it: it stays in its place, to be put back, until the list is left. */
import { useState } from 'react';

interface Removal<T> {
  readonly one: T;
  /** The key of what stood before it; null: it was the first. */
  readonly behind: string | null;
  /** How high it was, in pixels: what takes its place is as high. */
  readonly height: number;
}

/** One row of the list; `removed`: how high it was. */
export interface Row<T> {
  readonly key: string;
  readonly one: T;
  readonly removed: number | null;
}

interface Removals<T> {
  readonly rows: readonly Row<T>[];
  /** To be said before it is removed, so that its row never goes. */
  readonly mark: (row: Row<T>, height: number) => void;
  /** It is back, or could not be removed. */
  readonly unmark: (key: string) => void;
}

export function useRemovals<T>(now: readonly T[], keyOf: (one: T) => string): Removals<T> {
  const [removals, setRemovals] = useState<readonly Removal<T>[]>([]);
  const rows = rowsOf(now, removals, keyOf);
  return {
    rows,
    mark: ({ key, one }, height) => {
      const behind = rows[rows.findIndex((row) => row.key === key) - 1]?.key ?? null;
      setRemovals((before) => [...before, { one, behind, height }]);
    },
    unmark: (key) => setRemovals((before) => before.filter(({ one }) => keyOf(one) !== key)),
  };
}

/** Those that are there in their order, and what was removed each behind what stood before it; pure. */
export function rowsOf<T>(now: readonly T[], removals: readonly Removal<T>[], keyOf: (one: T) => string): Row<T>[] {
  const removed = new Set(removals.map(({ one }) => keyOf(one)));
  const rows: Row<T>[] = now.filter((one) => !removed.has(keyOf(one))).map((one) => ({ key: keyOf(one), one, removed: null }));
  let waiting = [...removals];
  while (waiting.length > 0) {
    const placed = waiting.filter(({ one, behind, height }) => {
      const at = rows.findIndex(({ key }) => key === behind);
      if (behind !== null && at < 0) return false;
      rows.splice(at + 1, 0, { key: keyOf(one), one, removed: height });
      return true;
    });
    // What stood before it is on no list any more: it goes to the top.
    if (placed.length === 0) waiting = waiting.map((removal) => ({ ...removal, behind: null }));
    else waiting = waiting.filter((removal) => !placed.includes(removal));
  }
  return rows;
}
