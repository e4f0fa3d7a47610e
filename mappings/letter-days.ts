/** Whole days between two dates of a letter, as engines count them. */
import type { Determination } from '#contract/determination.ts';
import { DAY_PAIRS, type DayPair, type LetterDate } from '#contract/letter-dates.ts';
import { type DayBand, dayBandOf } from '#contract/lists.ts';

const DAY_MS = 86_400_000;

/** The number of an ISO day, counted from 1970. */
export function dayNumberOf(day: string): number {
  return Date.parse(day) / DAY_MS;
}

/** Between which days a determination was decided, both of them possible: its day twice, or the first and last of the year that a table has it under. */
export interface DecidedWithin {
  readonly first: string;
  readonly last: string;
}

/** Null where neither a day nor a year is stated. */
export function decidedWithin({ dates, published }: Pick<Determination, 'dates' | 'published'>): DecidedWithin | null {
  const day = dates.decided?.value;
  if (day !== undefined) return { first: day, last: day };
  const year = published?.year?.value;
  return year === undefined ? null : daysOfYear(year);
}

export function daysOfYear(year: string): DecidedWithin {
  return { first: `${year}-01-01`, last: `${year}-12-31` };
}

/** The days of each pair whose dates are both there; below 0 where they stand in the other order. */
export function daysBetween(dates: Readonly<Record<LetterDate, string | null>>): Partial<Record<DayPair, number>> {
  return Object.fromEntries(
    DAY_PAIRS.flatMap(({ pair, from, to }) => {
      const [first, last] = [dates[from], dates[to]];
      return first === null || last === null ? [] : [[pair, dayNumberOf(last) - dayNumberOf(first)]];
    }),
  );
}

/** The band of the days between two dates of a determination; null where it lacks one of them. */
export function bandOf({ dates }: Pick<Determination, 'dates'>, pair: DayPair): DayBand | null {
  const ends = ENDS.get(pair);
  const [first, last] = ends === undefined ? [] : [dates[ends.from], dates[ends.to]];
  return first == null || last == null ? null : dayBandOf(dayNumberOf(last.value) - dayNumberOf(first.value));
}

const ENDS = new Map(DAY_PAIRS.map(({ pair, from, to }) => [pair, { from, to }]));
