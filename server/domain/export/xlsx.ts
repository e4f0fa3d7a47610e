/**
 * An Excel workbook while its rows arrive: each piece of rows is deflated and handed on before the next is asked for. Sheets: the
 * items (a further one where a sheet is full, with the headings again), then "About".
 */
import type { ExportAbout } from '#contract/export.ts';
import { CELL_CHARACTERS, cutToCell, SHEET_ROWS, type SheetCell, STYLE } from '../files/sheet-xml.ts';
import { openWorkbook } from '../files/workbook.ts';
import { aboutLines } from './about.ts';
import { type Cell, type Column, CUT_COLUMN, EXPORT_COLUMNS, type ExportItem } from './columns.ts';
import { flat } from './csv.ts';
import type { Rows } from './rows.ts';

export interface XlsxOptions {
  /** Rows of a sheet, its headings included; at most and by default Excel's own limit. */
  readonly sheetRows?: number;
  /** Bytes of the file; by default what a plain ZIP archive can hold. */
  readonly mostBytes?: number;
}

/** XML of a sheet from which on a further one is begun: a file of a plain ZIP archive ends at 4 GiB, and a character takes three bytes at most. */
const SHEET_CHARACTERS = 1_400_000_000;

/** The workbook in pieces of bytes. */
export async function* xlsxChunks(
  about: ExportAbout,
  rows: Rows,
  { sheetRows = SHEET_ROWS, mostBytes }: XlsxOptions = {},
): AsyncGenerator<Uint8Array> {
  const workbook = openWorkbook(new Date(about.exportedAt), mostBytes);
  let sheets = 0;
  const beginSheet = () => {
    sheets += 1;
    workbook.begin({
      name: sheets === 1 ? 'Items' : `Items ${sheets}`,
      widths: EXPORT_COLUMNS.map(widthOf),
      headings: EXPORT_COLUMNS.map(({ heading }) => heading),
    });
    return { row: 1, characters: 0 };
  };
  try {
    let at = beginSheet();
    let items = 0;
    yield* await workbook.taken();
    for await (const piece of rows) {
      for (const item of piece) {
        if (at.row >= sheetRows || at.characters >= SHEET_CHARACTERS) {
          await workbook.end();
          at = beginSheet();
        }
        at.row += 1;
        at.characters += workbook.row(cellsOf(item));
      }
      items += piece.length;
      yield* await workbook.taken();
    }
    await workbook.end();
    workbook.begin({ name: 'About', widths: [26, 100] });
    for (const [what, words] of [...aboutLines(about), ['Rows in this file', String(items)] as const]) {
      workbook.row([textCell(what, STYLE.heading), textCell(cutToCell(words))]);
    }
    await workbook.end();
    yield* await workbook.close();
  } finally {
    workbook.destroy();
  }
}

/** The cells of an item. What had to be cut is told in the last one. */
function cellsOf(row: ExportItem): SheetCell[] {
  const cut: string[] = [];
  const cells = EXPORT_COLUMNS.map((column) => {
    const cell = column.of(row);
    const whole = flat(cell);
    if (typeof whole === 'string' && whole.length > CELL_CHARACTERS) {
      cut.push(`${column.heading}: ${whole.length} characters, cut at ${CELL_CHARACTERS}`);
    }
    return column.key === CUT_COLUMN ? textCell(cut.join('; ')) : toCell(column, cell, whole);
  });
  return cells;
}

function toCell({ kind }: Column, cell: Cell, whole: string | number): SheetCell {
  if (cell === null) return null;
  if (typeof whole === 'number') return { kind: 'number', number: whole };
  return kind === 'day' ? { kind: 'day', day: whole } : textCell(cutToCell(whole));
}

function textCell(text: string, style?: number): SheetCell {
  return style === undefined ? { kind: 'text', text } : { kind: 'text', text, style };
}

function widthOf({ kind, key }: Column): number {
  if (key === 'rationale' || key === 'disputed_item') return 60;
  return kind === 'number' ? 10 : kind === 'day' ? 12 : 22;
}
