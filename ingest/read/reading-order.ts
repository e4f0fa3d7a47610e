/**
 * From characters with places to lines in reading order. A PDF draws its characters in any order (the cells of the
 * published header tables among them); what a reader sees is decided by where they stand on the page.
 */

/** One drawn character: its text and its origin, in points from the lower left corner of the page. */
export interface PlacedChar {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** True where the drawing program or PDFium starts a new line before this character. */
  readonly newLine: boolean;
}

interface Fragment {
  text: string;
  readonly x: number;
  readonly y: number;
  /** Origin of the last character. */
  endX: number;
}

interface Row {
  readonly y: number;
  cells: Fragment[];
}

/** Characters of one line are at most this far apart in height (superscripts stay in their line). */
const SAME_LINE = 6;
/** Fragments whose base lines differ by less than this stand in one row. */
const SAME_ROW = 3.5;
/** A gap between origins wider than this separates the cells of a row: three to four letters of the usual type. */
const CELL_GAP = 36;
const ALIGNED = 3;
/** A paragraph ends where the step to the next line is this many times the usual step. */
const PARAGRAPH_STEP = 1.4;
const USUAL_STEP = 14;

/** The lines of one page: rows from top to bottom, cells from left to right with a tab between, paragraphs apart. */
export function pageText(chars: readonly PlacedChar[]): string {
  const rows = joinWrappedCells(toRows(toFragments(chars)));
  const step = usualStep(rows);
  let text = '';
  rows.forEach((row, index) => {
    const above = rows[index - 1];
    if (above !== undefined) text += above.y - row.y > step * PARAGRAPH_STEP ? '\n\n' : '\n';
    text += row.cells.map((cell) => cell.text.trim()).join('\t');
  });
  return text;
}

function toFragments(chars: readonly PlacedChar[]): Fragment[] {
  const fragments: Fragment[] = [];
  let current: Fragment | undefined;
  for (const char of chars) {
    const follows =
      current !== undefined &&
      !char.newLine &&
      Math.abs(char.y - current.y) <= SAME_LINE &&
      char.x >= current.endX - 1 &&
      char.x - current.endX <= CELL_GAP;
    if (current !== undefined && follows) {
      current.text += char.text;
      current.endX = char.x;
    } else if (char.text.trim() !== '') {
      current = { text: char.text, x: char.x, y: char.y, endX: char.x };
      fragments.push(current);
    } else if (char.newLine) {
      current = undefined;
    } else if (current !== undefined) {
      // A blank that is drawn elsewhere ends the fragment but is none of its own.
      current = undefined;
    }
  }
  return fragments.filter((fragment) => fragment.text.trim() !== '');
}

function toRows(fragments: readonly Fragment[]): Row[] {
  const rows: Row[] = [];
  for (const fragment of [...fragments].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row !== undefined && row.y - fragment.y < SAME_ROW) row.cells.push(fragment);
    else rows.push({ y: fragment.y, cells: [fragment] });
  }
  for (const row of rows) row.cells = joinTouching(row.cells.sort((a, b) => a.x - b.x));
  return rows;
}

/** Fragments of one row that stand close are one piece of running text, not two cells. */
function joinTouching(cells: readonly Fragment[]): Fragment[] {
  const joined: Fragment[] = [];
  for (const cell of cells) {
    const last = joined.at(-1);
    if (last !== undefined && cell.x - last.endX <= CELL_GAP) {
      const apart = cell.x - last.endX > 9 && !/\s$/.test(last.text) && !/^\s/.test(cell.text);
      last.text += apart ? ` ${cell.text}` : cell.text;
      last.endX = cell.endX;
    } else joined.push({ ...cell });
  }
  return joined;
}

/**
 * A cell whose text wraps goes on in the next row, under itself and beside nothing: such a row has no cell at the left
 * edge of the table, and each of its cells is aligned with one above. ("Application" over "Received:".)
 */
function joinWrappedCells(rows: readonly Row[]): Row[] {
  const joined: Row[] = [];
  for (const row of rows) {
    const above = joined.at(-1);
    const [first, ...others] = above?.cells ?? [];
    const under = (cell: Fragment) => others.find((candidate) => Math.abs(candidate.x - cell.x) <= ALIGNED);
    const wraps =
      above !== undefined &&
      first !== undefined &&
      others.length > 0 &&
      above.y - row.y < USUAL_STEP * PARAGRAPH_STEP &&
      row.cells.every((cell) => under(cell) !== undefined);
    if (wraps) for (const cell of row.cells) (under(cell) ?? cell).text += ` ${cell.text.trim()}`;
    else joined.push(row);
  }
  return joined;
}

/** The most usual step between rows of the page, in points: the median of the steps that a line can have. */
function usualStep(rows: readonly Row[]): number {
  const steps = rows
    .slice(1)
    .map((row, index) => (rows[index]?.y ?? row.y) - row.y)
    .filter((step) => step > 6 && step < 24)
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] ?? USUAL_STEP;
}
