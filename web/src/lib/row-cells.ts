/** The stored text of a table's row as its cells: "Label: value" lines, of which those that begin with two blanks go on with the value before. Pure. */

export interface TextCell {
  readonly label: string;
  /** Where its value stands in the text. */
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

const GOES_ON = '  ';
const COLON = ': ';

/** The cells in their order. A line without a label, which no row has, is a cell without one, so that nothing is left out. */
export function rowCells(text: string): TextCell[] {
  const cells: { label: string; start: number; end: number }[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const end = at + line.length;
    const last = cells.at(-1);
    const colon = line.indexOf(COLON);
    if (last !== undefined && line.startsWith(GOES_ON)) last.end = end;
    else if (colon < 0) cells.push({ label: '', start: at, end });
    else cells.push({ label: line.slice(0, colon), start: at + colon + COLON.length, end });
    at = end + 1;
  }
  return cells.map((cell) => ({ ...cell, value: text.slice(cell.start, cell.end) }));
}
