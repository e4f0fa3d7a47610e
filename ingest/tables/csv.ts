/** Tables of CSV with any separator, quoted or not. They are read as a stream: never more of a file is held than a piece and the row that it ends in. */
import { parse } from 'csv-parse/sync';
import type { Charset } from '#mappings/text/charset.ts';
import { CR, type CsvForm, lineEndOf, recordsOf } from './csv-records.ts';
import { charsetOfFile, type Head, utf8Head, utf8Pieces } from './file-text.ts';
import { type FirstRows, type HeaderFinder, LOOKED_AT } from './header.ts';
import { mendCell } from './mend-cell.ts';
import type { RawRow, Table } from './table.ts';

type WholeRow = Extract<RawRow, { cells: readonly string[] }>;

/** The separators that are met, those first that are met more often. */
const DELIMITERS = [',', ';', '\t', '|'];

/** A CSV file as a table; null where it is none. Its header is looked for in its head, `guessed` is the encoding of that. */
export async function openCsv(path: string, head: Head, guessed: Charset, find: HeaderFinder): Promise<Table | null> {
  const likely = headerOf(head, guessed, find);
  if (likely === null) return null;
  // Only now, because it takes the whole file: most files are no table.
  const charset = await charsetOfFile(path, guessed);
  if (charset === null) return null;
  const found = charset === guessed ? likely : headerOf(head, charset, find);
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
    count: () => countRows(path, charset, form, line),
  };
}

interface Header {
  readonly form: CsvForm;
  readonly line: number;
  readonly names: readonly string[];
}

/** The header, and how the file separates, if it is read in this encoding. */
function headerOf(head: Head, charset: Charset, find: HeaderFinder): Header | null {
  const bytes = utf8Head(head, charset);
  const lineEnd = lineEndOf(bytes);
  const ways = DELIMITERS.filter((delimiter) => bytes.includes(delimiter)).map((delimiter) => {
    const form = { delimiter: delimiter.charCodeAt(0), lineEnd };
    const { rows } = rowsIn(bytes, form, head.isWhole, START, LOOKED_AT);
    return { form, rows: rows.filter((row): row is WholeRow => 'cells' in row) };
  });
  const found = find(ways.map(({ rows }): FirstRows => rows.map(({ cells }) => cells)));
  const way = ways[found?.way ?? -1];
  const row = way?.rows[found?.row ?? -1];
  return way === undefined || row === undefined ? null : { form: way.form, line: row.line, names: row.cells };
}

/** Where a piece of a file begins. */
interface Position {
  /** The line of the next row. */
  readonly line: number;
  /** The piece begins within an endless line, which is passed over. */
  readonly isPassing: boolean;
}

const START: Position = { line: 1, isPassing: false };

/** All rows of a file, as many at a time as a piece of it holds. */
async function* rowsOf(path: string, charset: Charset, form: CsvForm): AsyncGenerator<RawRow[]> {
  let position = START;
  let rest: Buffer = Buffer.alloc(0);
  for await (const { piece, isLast } of withLast(utf8Pieces(path, charset))) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const found = rowsIn(bytes, form, isLast, position);
    position = found.position;
    rest = bytes.subarray(found.end);
    yield found.rows;
  }
}

/** The rows behind a line, without cutting them into cells. */
async function countRows(path: string, charset: Charset, form: CsvForm, behind: number): Promise<number> {
  let [count, line] = [0, 1];
  let rest: Buffer = Buffer.alloc(0);
  for await (const { piece, isLast } of withLast(utf8Pieces(path, charset))) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const next = recordsOf(bytes, form, isLast);
    let at = 0;
    for (let record = next(at); record !== null; record = next(at)) {
      if (!record.isEmpty && line > behind) count += 1;
      line += record.lines;
      at = record.end;
    }
    rest = bytes.subarray(at);
  }
  return count;
}

/** The rows that end in some bytes, at most so many, and where the next ones begin. */
function rowsIn(
  bytes: Buffer,
  form: CsvForm,
  isLast: boolean,
  { line: firstLine, isPassing: wasPassing }: Position,
  most = Number.POSITIVE_INFINITY,
): { rows: RawRow[]; end: number; position: Position } {
  const passed = wasPassing ? bytes.indexOf(form.lineEnd) + 1 : 0;
  if (wasPassing && passed === 0) return { rows: [], end: bytes.length, position: { line: firstLine, isPassing: true } };
  const next = recordsOf(bytes, form, isLast);
  const rows: RawRow[] = [];
  let isPassing = false;
  let line = firstLine;
  let lines: number[] = [];
  let [from, at] = [passed, passed];
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
  return { rows, end: at, position: { line, isPassing } };
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
