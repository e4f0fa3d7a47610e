/**
 * An Excel workbook while its rows arrive: each piece of rows is deflated and handed on before the next is asked for. Sheets: the
 * items (a further one where a sheet is full, with the headings again), then "About". The parts that name the sheets come last,
 * since only then it is known how many there are; a ZIP archive may hold its files in any order.
 */
import type { ExportAbout } from '#contract/export.ts';
import { aboutLines } from './about.ts';
import { openArchive } from './archive.ts';
import { type Cell, type Column, CUT_COLUMN, EXPORT_COLUMNS, type ExportItem } from './columns.ts';
import { flat } from './csv.ts';
import type { Rows } from './rows.ts';
import {
  attributeXml,
  CELL_CHARACTERS,
  columnName,
  cutToCell,
  document,
  rowXml,
  SHEET_ROWS,
  type SheetCell,
  STYLE,
  STYLES,
} from './sheet-xml.ts';

export interface XlsxOptions {
  /** Rows of a sheet, its headings included; at most and by default Excel's own limit. */
  readonly sheetRows?: number;
  /** Bytes of the file; by default what a plain ZIP archive can hold. */
  readonly mostBytes?: number;
}

/** XML of a sheet from which on a further one is begun: a file of a plain ZIP archive ends at 4 GiB, and a character takes three bytes at most. */
const SHEET_CHARACTERS = 1_400_000_000;
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The workbook in pieces of bytes. */
export async function* xlsxChunks(
  about: ExportAbout,
  rows: Rows,
  { sheetRows = SHEET_ROWS, mostBytes }: XlsxOptions = {},
): AsyncGenerator<Uint8Array> {
  const archive = openArchive(new Date(about.exportedAt), mostBytes);
  const names: string[] = [];
  const beginSheet = () => {
    names.push(names.length === 0 ? 'Items' : `Items ${names.length + 1}`);
    archive.begin(`xl/worksheets/sheet${names.length}.xml`);
    archive.write(sheetStart(EXPORT_COLUMNS.map(widthOf), true));
    archive.write(
      rowXml(
        1,
        EXPORT_COLUMNS.map(({ heading }) => textCell(heading, STYLE.heading)),
      ),
    );
    return { row: 1, characters: 0 };
  };
  const endSheet = (lastRow: number) => {
    archive.write(`</sheetData><autoFilter ref="A1:${columnName(EXPORT_COLUMNS.length - 1)}${lastRow}"/></worksheet>`);
    return archive.end();
  };
  try {
    let at = beginSheet();
    let items = 0;
    yield* await archive.taken();
    for await (const piece of rows) {
      for (const item of piece) {
        if (at.row >= sheetRows || at.characters >= SHEET_CHARACTERS) {
          await endSheet(at.row);
          at = beginSheet();
        }
        at.row += 1;
        const xml = rowXml(at.row, cellsOf(item));
        at.characters += xml.length;
        archive.write(xml);
      }
      items += piece.length;
      yield* await archive.taken();
    }
    await endSheet(at.row);
    names.push('About');
    for (const [path, xml] of [[`xl/worksheets/sheet${names.length}.xml`, aboutSheet(about, items)] as const, ...partsOf(names)]) {
      archive.begin(path);
      archive.write(xml);
      await archive.end();
    }
    yield* archive.close();
  } finally {
    archive.destroy();
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

function aboutSheet(about: ExportAbout, items: number): string {
  const lines = [...aboutLines(about), ['Rows in this file', String(items)] as const];
  const rows = lines.map(([what, words], index) => rowXml(index + 1, [textCell(what, STYLE.heading), textCell(cutToCell(words))]));
  return `${sheetStart([26, 100], false)}${rows.join('')}</sheetData></worksheet>`;
}

function sheetStart(widths: readonly number[], headings: boolean): string {
  const pane = headings ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' : '';
  const columns = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`);
  return document(
    'worksheet',
    `<sheetViews><sheetView workbookViewId="0"${headings ? ' tabSelected="1"' : ''}>${pane}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`,
  ).replace('</worksheet>', '');
}

function widthOf({ kind, key }: Column): number {
  if (key === 'rationale' || key === 'disputed_item') return 60;
  return kind === 'number' ? 10 : kind === 'day' ? 12 : 22;
}

/** The parts that say what the workbook holds. */
function partsOf(names: readonly string[]): [path: string, xml: string][] {
  const sheets = names.map((name, index) => `<sheet name="${attributeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const relations = names.map(
    (_, index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const types = names.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${MAIN}.worksheet+xml"/>`);
  const start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return [
    ['xl/styles.xml', STYLES],
    [
      'xl/workbook.xml',
      document(
        'workbook',
        `<bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.join('')}</sheets>`,
        ` xmlns:r="${RELATIONS}"`,
      ),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${start}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}<Relationship Id="rId${names.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      '_rels/.rels',
      `${start}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `${start}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${MAIN}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${MAIN}.styles+xml"/>${types.join('')}</Types>`,
    ],
  ];
}
