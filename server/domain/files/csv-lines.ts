/**
 * Lines of CSV as Excel reads it: UTF-8 with a byte order mark, commas, CRLF (RFC 4180). A text that a spreadsheet would take for a formula gets an
 * apostrophe before it.
 */
import { type Options, stringify } from 'csv-stringify/sync';

const OPTIONS: Options = { record_delimiter: '\r\n', escape_formulas: true };

/** `isStart`: of the first lines of a file, which begins with the byte order mark. */
export function csvLines(lines: readonly (readonly (string | number)[])[], isStart = false): string {
  return stringify([...lines], isStart ? { ...OPTIONS, bom: true } : OPTIONS);
}
