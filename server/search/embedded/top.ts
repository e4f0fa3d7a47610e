/** The first few of many in order, without sorting them all: a heap whose top is the last of those kept. */
import type { Rows } from './masks.ts';

/** The `count` least rows by `compare` (a total order), in order. */
export function firstOf(rows: Rows, count: number, compare: (a: number, b: number) => number): number[] {
  if (count <= 0) return [];
  if (rows.length <= count) return [...rows].sort(compare);
  const heap: number[] = [];
  for (const row of rows) {
    if (heap.length < count) {
      heap.push(row);
      rise(heap, compare);
    } else if (compare(row, heap[0] ?? row) < 0) {
      heap[0] = row;
      sink(heap, compare);
    }
  }
  return heap.sort(compare);
}

function rise(heap: number[], compare: (a: number, b: number) => number): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!swapIf(heap, parent, at, compare)) return;
    at = parent;
  }
}

function sink(heap: number[], compare: (a: number, b: number) => number): void {
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    if (left >= heap.length) return;
    const right = left + 1;
    const child = right < heap.length && compare(heap[right] ?? 0, heap[left] ?? 0) > 0 ? right : left;
    if (!swapIf(heap, at, child, compare)) return;
    at = child;
  }
}

/** Swaps parent and child where the child comes later; says whether it did. */
function swapIf(heap: number[], parent: number, child: number, compare: (a: number, b: number) => number): boolean {
  const [upper = 0, lower = 0] = [heap[parent], heap[child]];
  if (compare(lower, upper) <= 0) return false;
  heap[parent] = lower;
  heap[child] = upper;
  return true;
}
