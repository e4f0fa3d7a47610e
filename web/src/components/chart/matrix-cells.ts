/** The rows of a part with two keys as a matrix: its rows and columns in the order of their sums, and its cells and sums by them. Pure. */
import { NOT_STATED } from '#contract/fields.ts';
import type { Key, Part, Row } from '#contract/metrics.ts';

export interface MatrixCells {
  readonly rows: readonly Key[];
  readonly columns: readonly Key[];
  cell(row: string, column: string): Row | undefined;
  rowSum(row: string): Row | undefined;
  columnSum(column: string): Row | undefined;
}

export function matrixOf({ rows: all, fields }: Pick<Part, 'rows' | 'fields'>): MatrixCells {
  const isSum = ({ tags }: Row) => tags.includes('sum');
  const cells = all.filter((row) => !isSum(row));
  const [down, across] = fields;
  const sums = (field: string | undefined) =>
    new Map(all.filter((row) => isSum(row) && row.keys[0]?.field === field).map((row) => [row.keys[0]?.value ?? '', row]));
  const [rowSums, columnSums] = [sums(down?.value), sums(across?.value)];
  const found = new Map(cells.map((row) => [nameOf(row.keys[0]?.value ?? '', row.keys[1]?.value ?? ''), row]));
  return {
    rows: keysOf(cells, 0, rowSums),
    columns: keysOf(cells, 1, columnSums),
    cell: (row, column) => found.get(nameOf(row, column)),
    rowSum: (row) => rowSums.get(row),
    columnSum: (column) => columnSums.get(column),
  };
}

/** Columns in runs of about the same length, none longer than `most`; `from`: which of all the first is, from 1. */
export function blocksOf<T>(columns: readonly T[], most: number): { readonly from: number; readonly columns: readonly T[] }[] {
  const count = Math.max(Math.ceil(columns.length / Math.max(most, 1)), 1);
  const each = Math.ceil(columns.length / count);
  return Array.from({ length: count }, (_, at) => ({ from: at * each + 1, columns: columns.slice(at * each, (at + 1) * each) }));
}

function nameOf(row: string, column: string): string {
  return JSON.stringify([row, column]);
}

function keysOf(cells: readonly Row[], at: 0 | 1, sums: ReadonlyMap<string, Row>): Key[] {
  const keys = new Map<string, { key: Key; items: number }>();
  for (const { keys: of, items } of cells) {
    const key = of[at];
    if (key === undefined) continue;
    const known = keys.get(key.value) ?? { key, items: 0 };
    keys.set(key.value, { key, items: known.items + items });
  }
  const places = new Map([...sums.keys()].map((value, place) => [value, place]));
  const placeOf = ({ key }: { key: Key }) => places.get(key.value) ?? places.size;
  const ranked = [...keys.values()].toSorted(
    (a, b) => placeOf(a) - placeOf(b) || Number(a.key.value === NOT_STATED) - Number(b.key.value === NOT_STATED) || b.items - a.items,
  );
  return ranked.map(({ key }) => key);
}
