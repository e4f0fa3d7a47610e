/** What a list shows of what was taken out of it: it stays in its place, to be put back, until the list is left; and how that goes in each row. */
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
  /** Shows it as removed at once, and as it was where `work` fails. */
  readonly remove: (row: Row<T>, height: number, work: () => Promise<unknown>) => void;
  /** Shows it again once `work` is done. Each row has its own: several can be under way at once. */
  readonly restore: (key: string, work: () => Promise<unknown>) => void;
  /** Whether this row is on its way back. */
  readonly isReturning: (key: string) => boolean;
  /** Why the last thing tried in this row failed; null where it did not. */
  readonly errorOf: (key: string) => Error | null;
}

export function useRemovals<T>(now: readonly T[], keyOf: (one: T) => string): Removals<T> {
  const [removals, setRemovals] = useState<readonly Removal<T>[]>([]);
  const [returning, setReturning] = useState<ReadonlySet<string>>(new Set());
  const [errors, setErrors] = useState<ReadonlyMap<string, Error>>(new Map());
  const rows = rowsOf(now, removals, keyOf);
  const unmark = (key: string) => setRemovals((before) => before.filter(({ one }) => keyOf(one) !== key));
  const settle = (key: string) => setReturning((before) => new Set([...before].filter((one) => one !== key)));
  const failed = (key: string, fault: unknown) =>
    setErrors((before) => new Map(before).set(key, fault instanceof Error ? fault : new Error(String(fault))));
  const begin = (key: string) => setErrors((before) => new Map([...before].filter(([one]) => one !== key)));
  return {
    rows,
    remove: ({ key, one }, height, work) => {
      const behind = rows[rows.findIndex((row) => row.key === key) - 1]?.key ?? null;
      begin(key);
      // Before it is removed, so that its row never goes.
      setRemovals((before) => [...before, { one, behind, height }]);
      work().catch((fault: unknown) => {
        failed(key, fault);
        unmark(key);
      });
    },
    restore: (key, work) => {
      begin(key);
      setReturning((before) => new Set(before).add(key));
      work().then(
        () => {
          settle(key);
          unmark(key);
        },
        (fault: unknown) => {
          settle(key);
          failed(key, fault);
        },
      );
    },
    isReturning: (key) => returning.has(key),
    errorOf: (key) => errors.get(key) ?? null,
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
