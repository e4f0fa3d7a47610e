/** Whole days between two dates of a letter, as engines count them. */
import { DAY_PAIRS, type DayPair, type LetterDate } from '#contract/letter-dates.ts';

const DAY_MS = 86_400_000;

/** The number of an ISO day, counted from 1970. */
export function dayNumberOf(day: string): number {
  return Date.parse(day) / DAY_MS;
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
