/** Tables of CSV with any separator, quoted or not. They are read as a stream: never more of a file is held than a piece and the row that it ends in. */
import { parse } from 'csv-parse/sync';
import { type Charset, charsetOf } from '#mappings/text/charset.ts';
import { CR, type CsvForm, LF, lineEndOf, recordsOf } from './csv-records.ts';
import { charsetOfFile, utf8Pieces } from './file-text.ts';
import { type FirstRows, type HeaderFinder, LOOKED_AT } from './header.ts';
import { mendCell } from './mend-cell.ts';
import type { RawRow, Table } from './table.ts';

type WholeRow = Extract<RawRow, { cells: readonly string[] }>;

/** The separators that are met, those first that are met more often. */
const DELIMITERS = [',', ';', '\t', '|'];

/** A CSV file as a table; null where it is none. `head`: its first bytes. */
export async function openCsv(path: string, head: Buffer, find: HeaderFinder): Promise<Table | null> {
  const guessed = charsetOf(head);
  const likely = await headerOf(path, guessed, find);
  if (likely === null) return null;
  // Only now, because it takes the whole file: most files are no table.
  const charset = await charsetOfFile(path, head);
  if (charset === null) return null;
  const found = charset === guessed ? likely : await headerOf(path, charset, find);
  if (found === null) return null;
  const { form, line, names } = found;
  const delimiter = String.fromCharCode(form.delimiter);
  return {
    kind: 'csv',
    mediaType: delimiter === '\t' ? 'text/tab-separated-values' : 'text/csv',
    header: names,
    encoding: charset,
    delimiter,
    async *rows() {
      for await (const rows of rowsOf(path, charset, form)) {
        for (const row of rows) if (row.line > line) yield row;
      }
    },
  };
}

/** The header with its line, and how the file separates, if it is read in this encoding. */
async function headerOf(
  path: string,
  charset: Charset,
  find: HeaderFinder,
): Promise<{ form: CsvForm; line: number; names: readonly string[] } | null> {
  const lineEnd = await lineEndOfFile(path, charset);
  const ways: { form: CsvForm; rows: readonly WholeRow[] }[] = [];
  for (const delimiter of DELIMITERS) {
    const form = { delimiter: delimiter.charCodeAt(0), lineEnd };
    ways.push({ form, rows: await firstRows(path, charset, form) });
  }
  const found = find(ways.map(({ rows }): FirstRows => rows.map(({ cells }) => cells)));
  const way = ways[found?.way ?? -1];
  const row = way?.rows[found?.row ?? -1];
  return way === undefined || row === undefined ? null : { form: way.form, line: row.line, names: row.cells };
}

async function lineEndOfFile(path: string, charset: Charset): Promise<CsvForm['lineEnd']> {
  for await (const piece of utf8Pieces(path, charset)) return lineEndOf(piece);
  return LF;
}

async function firstRows(path: string, charset: Charset, form: CsvForm): Promise<WholeRow[]> {
  const first: RawRow[] = [];
  for await (const rows of rowsOf(path, charset, form, LOOKED_AT)) {
    first.push(...rows);
    if (first.length >= LOOKED_AT) break;
  }
  return first.filter((row): row is WholeRow => 'cells' in row);
}

/** All rows of a file, as many at a time as a piece of it holds, but no more than so many. */
async function* rowsOf(path: string, charset: Charset, form: CsvForm, most = Number.POSITIVE_INFINITY): AsyncGenerator<RawRow[]> {
  let line = 1;
  let rest: Buffer = Buffer.alloc(0);
  let isPassing = false;
  for await (const { piece, isLast } of withLast(utf8Pieces(path, charset))) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const next = recordsOf(bytes, form, isLast);
    const rows: RawRow[] = [];
    let from = 0;
    let lines: number[] = [];
    let at = 0;
    if (isPassing) {
      const end = bytes.indexOf(form.lineEnd);
      isPassing = end < 0;
      at = end < 0 ? bytes.length : end + 1;
      from = at;
    }
    for (let record = next(at); record !== null && rows.length + lines.length < most; record = next(at)) {
      if (record.fault === null) {
        if (!record.isEmpty) lines.push(line);
      } else {
        addCells(rows, bytes.subarray(from, at), lines, form);
        rows.push({ line, fault: record.fault });
        lines = [];
        from = record.end;
        isPassing = record.isCut;
      }
      line += record.lines;
      at = record.end;
    }
    addCells(rows, bytes.subarray(from, at), lines, form);
    rest = bytes.subarray(at);
    yield rows;
  }
}

/** Cuts whole rows into cells; `lines` are those they begin in. Rows of blanks only are left out. */
function addCells(rows: RawRow[], bytes: Buffer, lines: readonly number[], { delimiter, lineEnd }: CsvForm): void {
  if (lines.length === 0) return;
  const records: string[][] = parse(bytes, {
    delimiter: String.fromCharCode(delimiter),
    record_delimiter: lineEnd === CR ? ['\r'] : ['\r\n', '\n'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  if (records.length !== lines.length) throw new Error(`${lines.length} rows were found, csv-parse gave ${records.length}`);
  for (const [index, record] of records.entries()) {
    const cells = record.map(mendCell);
    if (cells.some((cell) => cell !== '')) rows.push({ line: lines[index] ?? 0, cells });
  }
}

/** Each piece with whether it is the last one. */
async function* withLast(pieces: AsyncIterable<Buffer>): AsyncGenerator<{ piece: Buffer; isLast: boolean }> {
  let held: Buffer | null = null;
  for await (const piece of pieces) {
    if (held !== null) yield { piece: held, isLast: false };
    held = piece;
  }
  if (held !== null) yield { piece: held, isLast: true };
}
