/**
 * Rows of a worksheet as SpreadsheetML (ECMA-376, part 1, 18.3): texts stand in their cells, so that no table of them grows with
 * the file. Text is always typed as text; what looks like a formula is marked so that it stays text when it is edited.
 */

/** Excel's limits for a cell (UTF-16 units) and a sheet (rows, the headings included). */
export const CELL_CHARACTERS = 32_767;
export const SHEET_ROWS = 1_048_576;
/** Excel takes 255 characters, with the codes and a doubled ampersand. */
const HEADER_CHARACTERS = 200;

/**
 * The cell formats of `STYLES`, by position. `share`: 0 to 1, shown as a percentage; `portion`: the same where it is mostly very small; `difference`: of two shares, with its sign; `wrapped`: text in as
 * many lines as it takes.
 */
export const STYLE = {
  plain: 0,
  heading: 1,
  day: 2,
  quoted: 3,
  count: 4,
  share: 5,
  difference: 6,
  decimal: 7,
  wrapped: 8,
  portion: 9,
} as const;

/** In the order of `STYLE`. The number format 3 is every program's own for whole numbers with separators; ours are from 164 on. */
const FORMATS = [
  'numFmtId="0" fontId="0"',
  'numFmtId="0" fontId="1" applyFont="1"',
  'numFmtId="164" fontId="0" applyNumberFormat="1"',
  'numFmtId="0" fontId="0" quotePrefix="1"',
  'numFmtId="3" fontId="0" applyNumberFormat="1"',
  'numFmtId="165" fontId="0" applyNumberFormat="1"',
  'numFmtId="166" fontId="0" applyNumberFormat="1"',
  'numFmtId="167" fontId="0" applyNumberFormat="1"',
  'numFmtId="0" fontId="0" applyAlignment="1"',
  'numFmtId="168" fontId="0" applyNumberFormat="1"',
];
/** Of a share under a percent two decimals are shown. */
const NUMBERS = ['yyyy\\-mm\\-dd', '[&lt;0.01]0.00%;0.0%', '+0.0%;\\-0.0%;0.0%', '#,##0.0', '[=0]0%;[&lt;0.01]0.0000%;0.0%'];
const WRAP = '<alignment vertical="top" wrapText="1"/>';

export const STYLES = document(
  'styleSheet',
  `<numFmts count="${NUMBERS.length}">${NUMBERS.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`).join('')}</numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${FORMATS.length}">${FORMATS.map((format, at) => `<xf ${format} fillId="0" borderId="0" xfId="0">${at === STYLE.wrapped ? WRAP : ''}</xf>`).join('\n')}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>`,
);

/** A value of a cell with its style; null leaves the cell out. `day`: an ISO day. */
export type SheetCell =
  | { kind: 'text'; text: string; style?: number }
  | { kind: 'number'; number: number; style?: number }
  | { kind: 'day'; day: string }
  | null;

/** One row; `number` counts from 1. A text past `CELL_CHARACTERS` must have been cut. */
export function rowXml(number: number, cells: readonly SheetCell[]): string {
  return `<row r="${number}">${cells.map((cell, column) => cellXml(`${columnName(column)}${number}`, cell)).join('')}</row>`;
}

function cellXml(place: string, cell: SheetCell): string {
  if (cell === null || (cell.kind === 'text' && cell.text === '')) return '';
  if (cell.kind === 'number') return `<c r="${place}"${styled(cell.style)}><v>${cell.number}</v></c>`;
  if (cell.kind === 'day') {
    const serial = serialOf(cell.day);
    if (serial !== null) return `<c r="${place}" s="${STYLE.day}"><v>${serial}</v></c>`;
  }
  const text = cell.kind === 'day' ? cell.day : cell.text;
  const style = looksLikeFormula(text) ? STYLE.quoted : cell.kind === 'text' ? cell.style : undefined;
  return `<c r="${place}"${styled(style)} t="inlineStr"><is><t xml:space="preserve">${textXml(text)}</t></is></c>`;
}

function styled(style: number = STYLE.plain): string {
  return style === STYLE.plain ? '' : ` s="${style}"`;
}

/** "=1+1", "+1", "-1", "@SUM(1)", and the same behind a tab or a line break. */
function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text);
}

/** The start of a text that fits into a cell; no character is cut in two. */
export function cutToCell(text: string): string {
  if (text.length <= CELL_CHARACTERS) return text;
  const last = text.charCodeAt(CELL_CHARACTERS - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? CELL_CHARACTERS - 1 : CELL_CHARACTERS);
}

/** Characters that XML cannot hold, and a carriage return, which XML would make a line feed of. */
const NOT_IN_XML = /(?![\t\n\u007F-\u009F])[\p{Cc}\uFFFE\uFFFF]/gu;

/** Text for an element. What XML cannot hold is written as `_x000C_`, as the format has it (22.9.2.19); the same typed as words is kept apart. */
function textXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(NOT_IN_XML, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

/** What stands on top of each page of paper; an ampersand would begin a code there. */
export function headerXml(text: string): string {
  return `<headerFooter><oddHeader>&amp;L${textXml(text.slice(0, HEADER_CHARACTERS).replaceAll('&', '&&'))}</oddHeader><oddFooter>&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`;
}

/** Text for an attribute in double quotes. */
export function attributeXml(text: string): string {
  return textXml(text).replace(/"/g, '&quot;');
}

/** "A" for 0, "Z" for 25, "AA" for 26. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`;
}

/** The day as Excel counts it; null before March 1900, where its calendar has a day too many. */
function serialOf(day: string): number | null {
  const serial = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
  return serial >= 61 ? serial : null;
}

/** A part of a workbook. */
export function document(root: string, content: string, attributes = ''): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${root} xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"${attributes}>${content}</${root}>`;
}
