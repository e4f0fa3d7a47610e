/**
 * Where things stand in a chart over time, from its width and its words. Pixels. Pure. The lines of rates above, the counts of items below on an axis
 * of their own, then the periods, then what happened, numbered as its lines are.
 */
import { numberWords } from '../../lib/words.ts';
import { brokenLines, NAME_LINE, NOTE_LINE, noteWidth, type WidthOf } from './chart-text.ts';
import { roundTop } from './scale-ticks.ts';
import { placeOfMonth, type Trend, type TrendEvent, type TrendPeriod } from './trend-model.ts';

/** The bottom of one part and the top of the next are told by these, as distances from the top of the chart. */
interface TrendGeometry {
  readonly left: number;
  readonly plot: number;
  /** How wide a period is. */
  readonly step: number;
  /** Where the series are named; none where there is one. */
  readonly legend: readonly Named[];
  readonly rateWords: Words;
  readonly rateTop: number;
  readonly rateBottom: number;
  readonly countWords: Words;
  readonly countTop: number;
  readonly countBottom: number;
  readonly ticks: readonly { readonly x: number; readonly lines: readonly { readonly words: string; readonly base: number }[] }[];
  /** The word under the partial period; null where none is. */
  readonly partial: { readonly x: number; readonly base: number; readonly anchor: 'middle' | 'end' } | null;
  readonly flags: readonly { readonly x: number; readonly base: number; readonly words: string }[];
  /** What happened, in the order of the flags. */
  readonly events: readonly Words[];
  readonly height: number;
}

/** What is drawn, and where. */
export interface TrendLaid extends TrendGeometry {
  readonly trend: Trend;
}

/** A name in the legend, which is broken where it is wider than the chart. */
interface Named extends Words {
  readonly x: number;
}

interface Words {
  readonly base: number;
  readonly lines: readonly string[];
}

/** The drawn part of a name in the legend. */
export const KEY_WIDTH = 42;
const LEAST_LEFT = 40;
const RIGHT = 8;
const RATES = { wide: 240, narrow: 190 };
const COUNTS = 56;
const NARROW_UNDER = 560;
/** Between words of the scale of time. */
const TICK_GAP = 10;
const FLAG_SIZE = 16;
const FLAG_LEVELS = 3;

interface Said {
  readonly rates: string;
  readonly counts: string;
  readonly events: readonly TrendEvent[];
}

export function trendGeometry(width: number, { periods, series, most }: Trend, said: Said, widthOf: WidthOf): TrendGeometry {
  const note = noteWidth(widthOf);
  const left = Math.max(LEAST_LEFT, Math.ceil(note(numberWords(roundTop(most)))) + 12);
  const plot = Math.max(width - left - RIGHT, 1);
  const step = plot / Math.max(periods.length, 1);
  const legend =
    series.length < 2
      ? []
      : legendOf(
          width,
          series.map(({ label }) => label),
          widthOf,
        );
  const rateWords = { base: Math.max(-6, ...legend.map(lastBase)) + 20, lines: brokenLines(said.rates, width, note) };
  const flags = flagsOf(periods, said.events, step);
  const levels = Math.max(0, ...flags.map(({ level }) => level + 1));
  const rateTop = rateWords.base + (rateWords.lines.length - 1) * NOTE_LINE + 12 + levels * FLAG_SIZE;
  const rateBottom = rateTop + (width < NARROW_UNDER ? RATES.narrow : RATES.wide);
  const countWords = { base: rateBottom + 26, lines: brokenLines(said.counts, width, note) };
  const countTop = countWords.base + (countWords.lines.length - 1) * NOTE_LINE + 14;
  const countBottom = countTop + COUNTS;
  const ticks = ticksOf(periods, step, note).map(({ at, lines }) => ({
    x: left + (at + 0.5) * step,
    lines: lines.map(({ words, line }) => ({ words, base: countBottom + 14 + line * NOTE_LINE })),
  }));
  const partial = partialPlace(periods, ticks, { width, left, step, note });
  let base = Math.max(countBottom, partial?.base ?? 0, ...ticks.flatMap((tick) => tick.lines.map((line) => line.base)));
  const events = flags.map(({ words, number }, at) => {
    const lines = brokenLines(`(${number}) ${words}`, width, note);
    const from = base + NOTE_LINE + (at === 0 ? 8 : 3);
    base = from + (lines.length - 1) * NOTE_LINE;
    return { base: from, lines };
  });
  return {
    left,
    plot,
    step,
    legend,
    rateWords,
    rateTop,
    rateBottom,
    countWords,
    countTop,
    countBottom,
    ticks,
    partial,
    flags: flags.map(({ place, level, number }) => ({
      x: left + place * step,
      base: rateTop - 4 - level * FLAG_SIZE,
      words: String(number),
    })),
    events,
    height: periods.length === 0 ? 0 : base + 8,
  };
}

/** One behind the other, in as many lines as they need. */
function legendOf(width: number, labels: readonly string[], widthOf: WidthOf): Named[] {
  let x = 0;
  let [base, next] = [14, 34];
  return labels.map((label) => {
    const lines = brokenLines(label, width - KEY_WIDTH, widthOf);
    const wide = KEY_WIDTH + Math.max(...lines.map(widthOf)) + 20;
    if (x > 0 && x + wide - 20 > width) [x, base] = [0, next];
    const place = { x, base, lines };
    next = Math.max(next, lastBase(place) + 20);
    x += wide;
    return place;
  });
}

/** The base of the last line of a name. */
function lastBase({ base, lines }: Named): number {
  return base + (lines.length - 1) * NAME_LINE;
}

/** Under the period and its words; under the words beside it too where they are too near. */
function partialPlace(
  periods: readonly TrendPeriod[],
  ticks: TrendGeometry['ticks'],
  { width, left, step, note }: { width: number; left: number; step: number; note: WidthOf },
): TrendGeometry['partial'] {
  const at = periods.findIndex(({ partial }) => partial);
  if (at < 0) return null;
  const x = left + (at + 0.5) * step;
  const half = note('partial') / 2;
  const isEnd = x + half > width;
  const middle = isEnd ? width - half : x;
  const near = ticks.flatMap((tick) => tick.lines.filter(({ words }) => Math.abs(tick.x - middle) < half + note(words) / 2 + TICK_GAP / 2));
  const first = ticks[0]?.lines[0]?.base ?? 0;
  return {
    x: isEnd ? width : x,
    anchor: isEnd ? 'end' : 'middle',
    base: Math.max(first - NOTE_LINE, ...near.map(({ base }) => base)) + NOTE_LINE,
  };
}

/** Of so many periods of a year every so many have a word. */
const EVERY = { 12: [1, 2, 3, 6], 4: [1, 2], 1: [] } as const;
const YEARS = [1, 2, 5, 10, 20, 50, 100, 200, 500];

interface Tick {
  /** The period, from 0. */
  readonly at: number;
  readonly lines: readonly { readonly words: string; readonly line: number }[];
}

/** The words under periods, as many as have room: parts of years with the year under the first, or every so many years. */
function ticksOf(periods: readonly TrendPeriod[], step: number, note: WidthOf): Tick[] {
  const parts = partsOfYear(periods[0]);
  const room = Math.max(...periods.map(({ short, year }) => Math.max(note(short), note(year))), 0) + TICK_GAP;
  const every = EVERY[parts].find((one) => one * step >= room);
  if (every !== undefined) {
    let last = '';
    return periods.flatMap((period, at) => {
      if (ordinalOf(period) % every !== 0) return [];
      const isNew = period.year !== last;
      last = period.year;
      return [{ at, lines: [{ words: period.short, line: 0 }, ...(isNew ? [{ words: period.year, line: 1 }] : [])] }];
    });
  }
  const years = YEARS.find((one) => one * parts * step >= room) ?? 1_000;
  return periods.flatMap((period, at) => {
    const isFirst = ordinalOf(period) === 0 && Number(period.year) % years === 0;
    return isFirst ? [{ at, lines: [{ words: period.year, line: 0 }] }] : [];
  });
}

function partsOfYear(period: TrendPeriod | undefined): 12 | 4 | 1 {
  if (period === undefined || period.id === period.year) return 1;
  return period.short.startsWith('Q') ? 4 : 12;
}

/** Which part of its year a period is, from 0. */
function ordinalOf({ id, year }: TrendPeriod): number {
  return id === year ? 0 : Number(id.slice(year.length + 1).replace('Q', '')) - 1;
}

/** Numbered from left to right; those too near each other stand on top of each other. */
function flagsOf(periods: readonly TrendPeriod[], events: readonly TrendEvent[], step: number) {
  const ends: number[] = [];
  return events
    .flatMap(({ on, words }) => {
      const place = placeOfMonth(on, periods);
      return place === null ? [] : [{ place, words }];
    })
    .toSorted((a, b) => a.place - b.place)
    .map((flag, at) => {
      const x = flag.place * step;
      const free = ends.findIndex((end) => x - end >= FLAG_SIZE);
      const level = free >= 0 ? free : Math.min(ends.length, FLAG_LEVELS - 1);
      ends[level] = x;
      return { ...flag, level, number: at + 1 };
    });
}
