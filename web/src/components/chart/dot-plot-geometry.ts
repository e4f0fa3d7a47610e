/**
 * What is printed in a dot plot, and where things stand in it, from its width and its words. Pixels. Pure. Nothing is cut and nothing runs over a word: a
 * name takes as many lines as it needs; where the chart is narrow, name and numbers stand above their dot.
 */
import type { MeasuredGroup } from '../../lib/measured-rows.ts';
import { countWords, percentWords } from '../../lib/words.ts';
import { BASE_TO_MIDDLE, BOLDER, brokenLines, NAME_LINE, NOTE_LINE, noteWidth, type WidthOf } from './chart-text.ts';

export interface DotRow extends Pick<MeasuredGroup, 'items' | 'rate'> {
  readonly id: string;
  readonly label: string;
  /** `few`: its dot is hollow, and it is said. */
  readonly tags: readonly string[];
  /** The page of the group, which its name leads to, with what that is told; none where it has none. */
  readonly page?: { readonly href: string; readonly state: unknown } | null;
}

export interface DotPlotProps {
  /** What is drawn, for screen readers. */
  readonly label: string;
  readonly rows: readonly DotRow[];
  /** All that the rows are of. */
  readonly total: Pick<MeasuredGroup, 'items' | 'rate'>;
  /** Where the scale ends, as a share (`scaleTop`). An interval that is longer ends in an arrow. */
  readonly scale: number;
  /** What is counted. */
  readonly unit?: 'items' | 'decisions';
  /** Whether the share of items stands beside the rate; default true. */
  readonly shares?: boolean;
}

/** What is printed of a row, beside its name. */
export interface DotWords {
  readonly name: string;
  /** Its rate with interval and n; or that there is none. */
  readonly numbers: string;
  /** Its share of the items; empty where that is not told. */
  readonly volume: string;
  /** All of it, for screen readers: it begins with what is seen. */
  readonly label: string;
}

export function dotWords({ label, items, rate, tags }: DotRow, { total, unit = 'items', shares = true }: DotPlotProps): DotWords {
  const volume = !shares || total.items.count === 0 ? '' : percentWords({ n: items.count, of: total.items.count });
  const few = tags.includes('few') ? ', few' : '';
  const numbers = rate === null ? `too few: ${countWords(items.count, unit.slice(0, -1))}` : `${rate.words}${few}`;
  return { name: label, numbers, volume, label: `${label} ${numbers}${volume === '' ? '' : `; ${volume} of all ${unit}`}` };
}

/** What is said of the scale. */
export function axisWords(unit: 'items' | 'decisions'): string {
  return `Share of ${unit} overturned (dot), with its 95% interval (line)`;
}

export interface DotRowPlace {
  /** The top of the row, from that of the chart. */
  readonly top: number;
  readonly height: number;
  /** Where its dot, its interval and its share of items are. */
  readonly middle: number;
  readonly lines: readonly string[];
  /** The bases of the first line of the name, and of the numbers. */
  readonly nameBase: number;
  readonly numbersBase: number;
  /** The edges of what the line of the rate over all is drawn through. */
  readonly lineTop: number;
  readonly lineBottom: number;
}

export interface DotPlotGeometry {
  /** Where the scale begins, and how wide it is. */
  readonly left: number;
  readonly plot: number;
  readonly stacked: boolean;
  /** Where the numbers end. */
  readonly numbersEnd: number;
  /** Where the bars of the share of items begin, how long the longest is, and where what heads them stands. */
  readonly volume: { readonly left: number; readonly most: number };
  readonly rows: readonly DotRowPlace[];
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  /** What is said under the scale, in lines. */
  readonly axisLines: readonly string[];
}

/** The numbers of the scale, under the last row. */
export const DOT_SCALE = 20;
const TOP = 38;
/** Half of the last number of the scale, which would be cut at the edge. */
const SCALE_END = 18;
/** Under this width, names beside the dots would leave too little of them. */
const STACKED_UNDER = 660;
const NAMES_SHARE = 0.3;
const GAP = 14;
const VOLUME_MOST = 44;
/** Half of a dot that stands at the very edge. */
const DOT = 6;
const STACKED_PLOT = 20;

/** `axis`: what is said of the scale. */
export function dotPlotGeometry(width: number, rows: readonly DotWords[], axis: string, widthOf: WidthOf): DotPlotGeometry {
  const stacked = width < STACKED_UNDER;
  const note = noteWidth(widthOf);
  const widest = (words: readonly string[], of: WidthOf) => Math.ceil(Math.max(0, ...words.map(of)));
  const numbers =
    widest(
      rows.map((row) => row.numbers),
      widthOf,
    ) + BOLDER;
  const shares = rows.map((row) => row.volume);
  const volume = shares.every((words) => words === '') ? 0 : VOLUME_MOST + BOLDER + widest(shares, note);
  const most = stacked ? width - numbers - GAP : width * NAMES_SHARE;
  const broken = rows.map(({ name }) => brokenLines(name, most, widthOf));
  const left = stacked ? DOT : widest(broken.flat(), widthOf) + GAP;
  const placed: DotRowPlace[] = [];
  let top = TOP;
  for (const lines of broken) {
    const row = stacked ? stackedRow(top, lines) : besideRow(top, lines);
    placed.push(row);
    top += row.height;
  }
  const end = width - volume - (stacked ? GAP : GAP + numbers + GAP) - SCALE_END / 2;
  const plot = Math.max(end - left, 1);
  const axisLines = brokenLines(axis, stacked ? width - DOT : Math.max(plot, 240), note);
  return {
    left,
    plot,
    stacked,
    numbersEnd: stacked || volume === 0 ? width : width - volume - GAP,
    volume: { left: width - volume, most: VOLUME_MOST },
    rows: placed,
    top: TOP,
    bottom: top,
    height: rows.length === 0 ? 0 : top + DOT_SCALE + axisLines.length * NOTE_LINE + 4,
    axisLines,
  };
}

function besideRow(top: number, lines: readonly string[]): DotRowPlace {
  const height = lines.length * NAME_LINE + 14;
  const middle = top + height / 2;
  const base = middle + BASE_TO_MIDDLE;
  return {
    top,
    height,
    middle,
    lines,
    nameBase: base - ((lines.length - 1) * NAME_LINE) / 2,
    numbersBase: base,
    lineTop: top,
    lineBottom: top + height,
  };
}

function stackedRow(top: number, lines: readonly string[]): DotRowPlace {
  const last = top + 4 + lines.length * NAME_LINE;
  const middle = last + 4 + STACKED_PLOT / 2;
  return {
    top,
    height: lines.length * NAME_LINE + STACKED_PLOT + 14,
    middle,
    lines,
    nameBase: last - (lines.length - 1) * NAME_LINE,
    numbersBase: last,
    lineTop: middle - STACKED_PLOT / 2 + 1,
    lineBottom: middle + STACKED_PLOT / 2 - 1,
  };
}
