/**
 * What is drawn in a funnel plot, and where, from its width. Pixels. Pure. Rates over the sizes that they are of, with the limits of chance around the rate
 * over all, which are the server's at each point.
 */
import type { MeasuredRow } from '../../lib/measured-rows.ts';
import { scaleTop } from '../../lib/rate-scale.ts';
import { listWords, numberWords } from '../../lib/words.ts';
import { brokenLines, NOTE_LINE, noteWidth, type WidthOf } from './chart-text.ts';
import { type LabelPlace, placeLabels } from './place-labels.ts';
import { roundTop } from './scale-ticks.ts';

export interface FunnelPlotProps {
  /** What is drawn, for screen readers. */
  readonly label: string;
  /** `numbers`: `low95`, `high95`, `low998`, `high998`, the limits at its size; `tags`: `beyond95`, `beyond998`. */
  readonly rows: readonly MeasuredRow[];
  /** All that the rows are of. */
  readonly total: Pick<MeasuredRow, 'rate'>;
  /** The value that is looked at among the others; null where none is. */
  readonly shown: string | null;
  readonly unit?: 'items' | 'decisions';
}

export interface FunnelPoint {
  readonly row: MeasuredRow;
  readonly href: string;
  readonly x: number;
  readonly y: number;
  readonly isShown: boolean;
  /** Outside which limits it is, and on which side. */
  readonly beyond: { readonly limit: '95%' | '99.8%'; readonly side: 'above' | 'below' } | null;
  readonly label: LabelPlace | null;
}

/** The limits at one size. */
export interface FunnelLimit {
  readonly size: number;
  readonly in95: readonly [number, number];
  readonly in998: readonly [number, number];
}

export interface FunnelGeometry {
  readonly left: number;
  readonly plot: number;
  readonly top: number;
  readonly bottom: number;
  /** Where the scale of rates ends, as a share. */
  readonly scale: number;
  readonly log: boolean;
  readonly domain: readonly [number, number];
  readonly ticks: readonly { readonly size: number; readonly x: number }[];
  /** From the smallest to the largest. */
  readonly limits: readonly FunnelLimit[];
  /** From left to right. */
  readonly points: readonly FunnelPoint[];
  readonly rateLines: readonly string[];
  readonly sizeLines: readonly string[];
  readonly height: number;
}

/** Sizes that differ by more than so much are on a logarithmic scale. */
const LOG_OVER = 30;
const LEFT = 40;
const RIGHT = 12;
const PLOT = { wide: 320, narrow: 260 };
const NARROW_UNDER = 560;
/** How large points are, and the ring around the one that is looked at, whose name is set stronger. */
export const RING = 10;
const DOT = 5;
const BOLDER = 1.08;
const TICK_GAP = 14;

export function funnelGeometry({ rows, total, shown, unit = 'items' }: FunnelPlotProps, width: number, widthOf: WidthOf): FunnelGeometry {
  const note = noteWidth(widthOf);
  const drawn = rows
    .flatMap((row) => (row.rate === null ? [] : [{ row, rate: row.rate }]))
    .toSorted((a, b) => a.rate.effective - b.rate.effective);
  const sizes = drawn.map(({ rate }) => rate.effective);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const log = most / least > LOG_OVER;
  const domain: [number, number] = drawn.length === 0 ? [0, 1] : log ? [least / 1.3, most * 1.3] : [0, most * 1.08];
  const plot = Math.max(width - LEFT - RIGHT, 1);
  const xOf = (size: number) => LEFT + plot * (log ? Math.log(size / domain[0]) / Math.log(domain[1] / domain[0]) : size / domain[1]);
  const rateLines = brokenLines(rateWords(unit, total.rate?.percent ?? null), width, note);
  const top = 14 + rateLines.length * NOTE_LINE;
  const bottom = top + (width < NARROW_UNDER ? PLOT.narrow : PLOT.wide);
  const scale = scaleTop([
    total.rate?.share ?? 0,
    ...drawn.flatMap(({ row, rate }) => [rate.share, row.tags.includes('few') ? 0 : (row.numbers['high95'] ?? 0)]),
  ]);
  const yOf = (share: number) => bottom - (Math.min(share, scale) / scale) * (bottom - top);
  const points = drawn.map(({ row, rate }) => ({
    row,
    href: rate.href,
    x: xOf(rate.effective),
    y: yOf(rate.share),
    isShown: row.keys.some(({ value }) => value === shown),
    beyond: beyondOf(row, rate.share, total.rate?.share ?? 0),
  }));
  const places = labelPlaces(points, { left: LEFT, right: LEFT + plot, top, bottom }, widthOf);
  const unlabelled = points.filter((point) => point.beyond !== null && !places.has(point)).map(({ row }) => row.label);
  const outside = unlabelled.length === 0 ? [] : brokenLines(`Also outside the limits: ${listWords(unlabelled)}`, width, note);
  const sizeLines = [...brokenLines(sizeWords(unit), width, note), ...outside];
  return {
    left: LEFT,
    plot,
    top,
    bottom,
    scale,
    log,
    domain,
    ticks: ticksOf(domain, log, xOf, note),
    limits: drawn.flatMap(({ row, rate }) => limitOf(row, rate.effective)),
    points: points.map((point) => ({ ...point, label: places.get(point) ?? null })),
    rateLines,
    sizeLines,
    height: drawn.length === 0 ? 0 : bottom + 22 + sizeLines.length * NOTE_LINE,
  };
}

function rateWords(unit: string, overall: string | null): string {
  const dotted = overall === null ? '' : `; dotted: overall, ${overall}`;
  return `Share of ${unit} overturned${dotted}; lines: limits of chance, dashed 95%, solid 99.8%; triangles lie outside, hollow 95%, filled 99.8%`;
}

function sizeWords(unit: string): string {
  return `Number of ${unit} with a known decision, fewer where several were decided together in a letter (effective size)`;
}

function beyondOf({ tags }: MeasuredRow, share: number, overall: number): FunnelPoint['beyond'] {
  const side = share > overall ? 'above' : 'below';
  if (tags.includes('beyond998')) return { limit: '99.8%', side };
  return tags.includes('beyond95') ? { limit: '95%', side } : null;
}

function limitOf({ numbers }: MeasuredRow, size: number): FunnelLimit[] {
  const [low95, high95, low998, high998] = [numbers['low95'], numbers['high95'], numbers['low998'], numbers['high998']];
  if (low95 == null || high95 == null || low998 == null || high998 == null) return [];
  return [{ size, in95: [low95, high95], in998: [low998, high998] }];
}

type Unplaced = Omit<FunnelPoint, 'label'>;

/** Room is given to the one that is looked at, then to those farthest outside. */
function labelPlaces(points: readonly Unplaced[], within: Parameters<typeof placeLabels>[1], widthOf: WidthOf): Map<Unplaced, LabelPlace> {
  const rank = ({ isShown, beyond }: Unplaced) => (isShown ? 0 : beyond?.limit === '99.8%' ? 1 : beyond === null ? 3 : 2);
  const ranked = points.toSorted((a, b) => rank(a) - rank(b));
  const labelled = ranked.map((point) => ({
    x: point.x,
    y: point.y,
    width: rank(point) === 3 ? null : widthOf(point.row.label) * (point.isShown ? BOLDER : 1) + 4,
    radius: point.isShown ? RING : DOT,
    always: point.isShown,
  }));
  const places = placeLabels(labelled, within);
  return new Map(ranked.flatMap((point, at) => (places[at] ? [[point, places[at]] as const] : [])));
}

/** Numbers of the scale of sizes, as many as have room. */
function ticksOf(domain: readonly [number, number], log: boolean, xOf: (size: number) => number, note: WidthOf) {
  const [from, to] = domain;
  const tens = Array.from({ length: 8 }, (_, at) => 10 ** at);
  const sizes = log ? tens.flatMap((ten) => [ten, 2 * ten, 5 * ten]) : stepsTo(to);
  let end = Number.NEGATIVE_INFINITY;
  return sizes
    .filter((size) => size >= from && size <= to)
    .flatMap((size) => {
      const [x, half] = [xOf(size), note(numberWords(size)) / 2];
      if (x - half < end + TICK_GAP) return [];
      end = x + half;
      return [{ size, x }];
    });
}

function stepsTo(most: number): number[] {
  const step = roundTop(most / 5);
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step);
}
