/**
 * JSON Lines: first what the export is about, then an object for each item by column key (lists as arrays, nothing stated as
 * null), last how many there were. A file without the last line is not whole.
 */
import type { ExportAbout } from '#contract/export.ts';
import { EXPORT_COLUMNS } from './columns.ts';
import type { Rows } from './rows.ts';

export async function* jsonlChunks(about: ExportAbout, rows: Rows): AsyncGenerator<string> {
  yield line({ about });
  let items = 0;
  for await (const piece of rows) {
    items += piece.length;
    yield piece.map((row) => line(Object.fromEntries(EXPORT_COLUMNS.map(({ key, of }) => [key, of(row)])))).join('');
  }
  yield line({ end: { items } });
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
