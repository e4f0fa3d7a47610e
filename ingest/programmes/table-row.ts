/** A row of a table on its way to where prose is read. */
import type { Source } from '#contract/determination.ts';
import type { Programme } from '#contract/programmes.ts';
import type { RowPlace } from '../split/row-place.ts';
import { PROSE } from './roles.ts';
import type { KnownRow } from './row-letter.ts';

/** A row that is known, with all that its record takes. */
export interface TableRow {
  readonly known: KnownRow;
  readonly programme: Programme;
  /** What stands between the values of a cell that lists several, of a table of one's own; null where nothing does. */
  readonly lists: string | null;
  /** Which of the determinations of its case number it is, from 1. */
  readonly nth: number;
}

export function hasProse({ cells }: Pick<KnownRow, 'cells'>): boolean {
  return cells.some(({ column }) => PROSE.has(column.role));
}

/** The row as bytes that `unpackRow` takes. */
export function packRow(row: TableRow): Uint8Array {
  const cells = row.known.cells.map(({ column: { label, role }, ...cell }) => ({ ...cell, column: { label, role } }));
  return new TextEncoder().encode(JSON.stringify({ ...row, known: { ...row.known, cells } } satisfies TableRow));
}

export function unpackRow(bytes: Uint8Array): TableRow {
  return JSON.parse(new TextDecoder().decode(bytes)) as TableRow;
}

/** The file of a row and its place there. */
export function sourceOf(fileName: string, mediaType: string, { number, key, file }: RowPlace): Source {
  return { fileName, mediaType, ...file, pages: 1, part: { key, unit: 'row', from: number, to: number } };
}
