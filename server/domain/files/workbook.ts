/**
 * An Excel workbook that is written sheet by sheet and row by row, and taken away piece by piece. The parts that name the sheets come last, since only then
 * it is known how many there are; a ZIP archive may hold its files in any order.
 */
import { openArchive } from './archive.ts';
import { attributeXml, columnName, document, headerXml, rowXml, type SheetCell, STYLE, STYLES } from './sheet-xml.ts';

export interface Sheet {
  /** At most 31 characters, and none of []:*?/\; each name once, see `sheetNames`. */
  readonly name: string;
  /** Of each column, in characters. */
  readonly widths: readonly number[];
  /** The first row, which stays in sight and filters the others; none: there is no such row. */
  readonly headings?: readonly string[];
  /** What stands on top of each page of paper, which then lies crosswise and is as wide as the sheet. */
  readonly printed?: string;
}

export interface Workbook {
  /** Begins a sheet; the one before must have ended. */
  begin(sheet: Sheet): void;
  /** Adds a row, and tells how many characters it took. */
  row(cells: readonly SheetCell[]): number;
  /** Throws where the file has become too large; so do `taken` and `close`. */
  end(): Promise<void>;
  /** What has been made since it was last asked. */
  taken(): Promise<Uint8Array[]>;
  /** Ends the workbook and gives what is left of it. */
  close(): Promise<Uint8Array[]>;
  /** Frees what an unfinished workbook holds. */
  destroy(): void;
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** `madeAt` is the time of its files; `mostBytes` the most of the whole, by default what a plain ZIP archive can hold. */
export function openWorkbook(madeAt: Date, mostBytes?: number): Workbook {
  const archive = openArchive(madeAt, mostBytes);
  const names: string[] = [];
  let sheet: Sheet | null = null;
  let rows = 0;
  const row = (cells: readonly SheetCell[]) => {
    rows += 1;
    const xml = rowXml(rows, cells);
    archive.write(xml);
    return xml.length;
  };
  return {
    begin(begun) {
      sheet = begun;
      rows = 0;
      names.push(begun.name);
      archive.begin(`xl/worksheets/sheet${names.length}.xml`);
      archive.write(sheetStart(begun, names.length === 1));
      if (begun.headings !== undefined) row(begun.headings.map((text) => ({ kind: 'text', text, style: STYLE.heading })));
    },
    row,
    end() {
      if (sheet !== null) archive.write(sheetEnd(sheet, rows));
      sheet = null;
      return archive.end();
    },
    taken: () => archive.taken(),
    async close() {
      for (const [path, xml] of partsOf(names)) {
        archive.begin(path);
        archive.write(xml);
        await archive.end();
      }
      return archive.close();
    },
    destroy: () => archive.destroy(),
  };
}

function sheetStart({ widths, headings, printed }: Sheet, isFirst: boolean): string {
  const pane = headings === undefined ? '' : '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const columns = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`);
  const fitted = printed === undefined ? '' : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  return document(
    'worksheet',
    `${fitted}<sheetViews><sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''}>${pane}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`,
  ).replace('</worksheet>', '');
}

function sheetEnd({ headings, printed }: Sheet, rows: number): string {
  const filter = headings === undefined ? '' : `<autoFilter ref="A1:${columnName(headings.length - 1)}${rows}"/>`;
  const page = printed === undefined ? '' : `<pageSetup orientation="landscape" fitToHeight="0"/>${headerXml(printed)}`;
  return `</sheetData>${filter}${page}</worksheet>`;
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
