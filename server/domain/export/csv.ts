/**
 * The first line is the headings and every other line is an item, so that programs read it as it is; what the export is about stands in the heading
 * of one more column, which is empty in every row.
 */
import type { ExportAbout } from '#contract/export.ts';
import { csvLines } from '../files/csv-lines.ts';
import { aboutLines } from './about.ts';
import { type Cell, EXPORT_COLUMNS } from './columns.ts';
import type { Rows } from './rows.ts';

export async function* csvChunks(about: ExportAbout, rows: Rows): AsyncGenerator<string> {
  const words = aboutLines(about).map(([what, said]) => `${what}: ${said}`);
  const headings = [...EXPORT_COLUMNS.map(({ heading }) => heading), `About this export. ${words.join('; ')}`];
  yield csvLines([headings], true);
  for await (const piece of rows) {
    const lines = piece.map((row) => [...EXPORT_COLUMNS.map(({ of }) => flat(of(row))), '']);
    if (lines.length > 0) yield csvLines(lines);
  }
}

/** A cell as one value; several texts are joined. */
export function flat(cell: Cell): string | number {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.join('; ') : cell;
}
