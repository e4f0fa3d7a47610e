/** What both engines have in common where they count outcomes. */
import { type AggregateQuery, type Cell, MOST_CELLS } from '#contract/aggregate.ts';
import { AppError } from '#contract/problem.ts';
import type { Filter } from '#contract/query.ts';
import { byCodeUnits } from '#mappings/text/code-units.ts';

/** The filters of a question with that on its programme. */
export function filtersOf({ filters, programme }: AggregateQuery): Filter[] {
  return [...filters, { field: 'programme', values: [programme] }];
}

/** Most items first, then by their keys. */
export function inOrder(cells: readonly Cell[]): Cell[] {
  const [first, second] = [0, 1].map((at) => (a: Cell, b: Cell) => byCodeUnits(a.keys[at] ?? '', b.keys[at] ?? ''));
  return cells.toSorted((a, b) => b.items - a.items || first?.(a, b) || second?.(a, b) || 0);
}

/** What is thrown for more cells than are allowed. */
export function tooManyCells(): AppError {
  return new AppError(
    'too-many-cells',
    `These counts would have more than ${MOST_CELLS.toLocaleString('en-US')} cells; narrow the search.`,
  );
}
