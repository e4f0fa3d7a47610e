/**
 * Where things stand in a chart of bars, from its width and its names. Pixels. Pure. Nothing is cut and nothing runs over a word: a name takes as
 * many lines as it needs, and the numbers have a column of their own beside the scale; where the chart is narrow, both stand above their bar.
 */

export interface BarRow {
  /** The top of the row, from that of the chart. */
  readonly top: number;
  readonly height: number;
  readonly barTop: number;
  /** The name, broken between words, and the base of its first line. */
  readonly lines: readonly string[];
  readonly nameBase: number;
  readonly numbersBase: number;
}

export interface BarGeometry {
  /** Where the scale begins, and how wide it is. */
  readonly left: number;
  readonly plot: number;
  readonly barHeight: number;
  readonly rows: readonly BarRow[];
  /** Where the rows begin and end. */
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  /** How far the line of the rate over all reaches over and under a bar: to the next row, or where names stand there, a little. */
  readonly reach: number | null;
}

export const NAME_SIZE = 13;
export const NAME_LINE = 16;
/** From the base of a line of words to the middle of its small letters. */
const BASE_TO_MIDDLE = 4;
/** Above the first row stands the name of the line of the rate over all, under the last one the scale. */
const TOP = 22;
export const SCALE_HEIGHT = 26;
/** Half of the last number of the scale, which would be cut at the edge. */
const SCALE_END = 20;
/** Under this width, names beside the bars would leave too little of them. */
const STACKED_UNDER = 430;
const NAMES_SHARE = 0.44;
const NAMES_MOST = 300;
const GAP = 12;
/** What the percent, which is set stronger, is wider than measured. */
const BOLDER = 4;

/** `rows`: what stands in each. `widthOf`: how wide words are, in the size of names. */
export function barGeometry(
  width: number,
  rows: readonly { readonly name: string; readonly numbers: string }[],
  widthOf: (words: string) => number,
): BarGeometry {
  const stacked = width < STACKED_UNDER;
  const numbers = Math.ceil(Math.max(0, ...rows.map((row) => widthOf(row.numbers)))) + GAP + BOLDER;
  const most = stacked ? width - numbers : Math.min(width * NAMES_SHARE, NAMES_MOST);
  const broken = rows.map(({ name }) => linesOf(name, most, widthOf));
  const widest = Math.max(0, ...broken.flat().map(widthOf));
  const left = stacked ? 0 : Math.ceil(Math.min(widest, most)) + GAP;
  const placed: BarRow[] = [];
  const barHeight = stacked ? 12 : 16;
  let top = TOP;
  for (const lines of broken) {
    const row = stacked ? stackedRow(top, lines, barHeight) : besideRow(top, lines, barHeight);
    placed.push(row);
    top += row.height;
  }
  return {
    left,
    plot: Math.max(width - left - (stacked ? SCALE_END : Math.max(numbers, SCALE_END)), 1),
    barHeight,
    rows: placed,
    top: TOP,
    bottom: top,
    height: top + SCALE_HEIGHT,
    reach: stacked ? 3 : null,
  };
}

function besideRow(top: number, lines: readonly string[], barHeight: number): BarRow {
  const height = Math.max(lines.length * NAME_LINE, barHeight) + 14;
  const middle = top + height / 2;
  const base = middle + BASE_TO_MIDDLE;
  return {
    top,
    height,
    barTop: middle - barHeight / 2,
    lines,
    nameBase: base - ((lines.length - 1) * NAME_LINE) / 2,
    numbersBase: base,
  };
}

function stackedRow(top: number, lines: readonly string[], barHeight: number): BarRow {
  const last = top + 4 + lines.length * NAME_LINE;
  return {
    top,
    height: lines.length * NAME_LINE + barHeight + 24,
    barTop: last + 8,
    lines,
    nameBase: last - (lines.length - 1) * NAME_LINE,
    numbersBase: last,
  };
}

/** Broken between words only; a word that is wider than the room stands alone. */
function linesOf(name: string, most: number, widthOf: (words: string) => number): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && widthOf(`${line} ${word}`) <= most) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
