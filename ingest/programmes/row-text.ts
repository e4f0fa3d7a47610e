/** The stored text of a row: its cells as "Label: value" lines, and where each value stands in it. */
import { byCodeUnits } from '#mappings/text/code-units.ts';
import type { FileColumn } from './match-header.ts';
import type { TableColumn } from './table-programme.ts';

/** A cell that says something, at its place in the stored text. */
export interface RowCell {
  readonly column: Pick<TableColumn, 'label' | 'role'>;
  /** As it stands in the text. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface RowText {
  readonly text: string;
  readonly cells: readonly RowCell[];
}

/** How a line goes on that belongs to the cell before it: so a value may hold lines that look like another cell's. */
const GOES_ON = '\n  ';

/**
 * Columns in the order of the programme (known ones first, then those of the file's own), so that their order in a file is no change either. Empty
 * cells are left out.
 */
export function rowText(cells: readonly string[], columns: readonly FileColumn[], order: readonly number[]): RowText {
  const found: RowCell[] = [];
  let text = '';
  for (const at of order) {
    const column = columns[at];
    const cell = cells[at] ?? '';
    if (cell === '' || column == null) continue;
    const value = cell.includes('\n') ? cell.replaceAll('\n', GOES_ON) : cell;
    if (text !== '') text += '\n';
    text += `${column.label}: `;
    found.push({ column, value, start: text.length, end: text.length + value.length });
    text += value;
  }
  return { text, cells: found };
}

/** The order in which the columns of a file are written. */
export function orderOf(columns: readonly FileColumn[], known: readonly unknown[]): number[] {
  const rank = (at: number) => {
    const place = known.indexOf(columns[at]);
    return place < 0 ? known.length : place;
  };
  const label = (at: number) => columns[at]?.label ?? '';
  return columns.map((_, at) => at).sort((a, b) => rank(a) - rank(b) || byCodeUnits(label(a), label(b)) || a - b);
}
