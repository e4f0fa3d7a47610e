/** Where things stand in a chart of counts, from its width and its words. Pixels. Pure. A name takes as many lines as it needs; on a narrow chart it stands above its bar. */
import { BASE_TO_MIDDLE, BOLDER, brokenLines, NAME_LINE, type WidthOf } from './chart-text.ts';

export interface CountRow {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** What stands behind the bar: "117 (54%)". */
  readonly words: string;
  readonly href: string;
  /** Whether it is drawn as the others are, or as what has no value among them. */
  readonly stated: boolean;
}

export interface CountBarsProps {
  /** What is drawn, for screen readers. */
  readonly label: string;
  readonly rows: readonly CountRow[];
  /** What is counted: "letters", "upheld items". */
  readonly unit: string;
  /** The color of the bars, by the outcome that they are of. */
  readonly tone?: 'upheld' | 'overturned' | 'plain';
}

interface CountRowPlace {
  readonly top: number;
  readonly height: number;
  readonly barTop: number;
  readonly lines: readonly string[];
  readonly nameBase: number;
}

export interface CountBarsGeometry {
  readonly left: number;
  readonly plot: number;
  readonly barHeight: number;
  readonly rows: readonly CountRowPlace[];
  readonly height: number;
}

/** Under this width names beside the bars would leave too little of them. */
const STACKED_UNDER = 430;
const NAMES_SHARE = 0.44;
const NAMES_MOST = 300;
const GAP = 12;

export function countBarsGeometry(width: number, rows: readonly Pick<CountRow, 'label' | 'words'>[], widthOf: WidthOf): CountBarsGeometry {
  const stacked = width < STACKED_UNDER;
  const numbers = Math.ceil(Math.max(0, ...rows.map(({ words }) => widthOf(words)))) + BOLDER + GAP;
  const most = stacked ? width : Math.min(width * NAMES_SHARE, NAMES_MOST);
  const broken = rows.map(({ label }) => brokenLines(label, most, widthOf));
  const widest = Math.max(0, ...broken.flat().map((line) => widthOf(line)));
  const left = stacked ? 0 : Math.ceil(Math.min(widest, most)) + GAP;
  const barHeight = stacked ? 12 : 16;
  let top = 0;
  const placed = broken.map((lines): CountRowPlace => {
    const names = lines.length * NAME_LINE;
    const height = stacked ? names + barHeight + 18 : Math.max(names, barHeight) + 12;
    const middle = stacked ? top + 6 + names + barHeight / 2 : top + height / 2;
    const base = stacked ? top + NAME_LINE : middle + BASE_TO_MIDDLE - ((lines.length - 1) * NAME_LINE) / 2;
    const row = { top, height, barTop: middle - barHeight / 2, lines, nameBase: base };
    top += height;
    return row;
  });
  return { left, plot: Math.max(width - left - numbers, 1), barHeight, rows: placed, height: top };
}
