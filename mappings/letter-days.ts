/** Whole days between two dates of a letter, as engines count them. */
import { type LetterDate, LetterDateSchema } from '#contract/query.ts';

/** Two dates, the one that comes first in a case named first: `applicationReceived_decided`. */
export type DayPair = `${LetterDate}_${LetterDate}`;

const DATES = LetterDateSchema.options;

/** Every pair of two dates. */
export const DAY_PAIRS: readonly { readonly pair: DayPair; readonly from: LetterDate; readonly to: LetterDate }[] = DATES.flatMap(
  (from, at) => DATES.slice(at + 1).map((to) => ({ pair: `${from}_${to}` as const, from, to })),
);

/** The days of each pair whose dates are both there; below 0 where they stand in the other order. */
export function daysBetween(dates: Readonly<Record<LetterDate, string | null>>): Partial<Record<DayPair, number>> {
  return Object.fromEntries(
    DAY_PAIRS.flatMap(({ pair, from, to }) => {
      const [first, last] = [dates[from], dates[to]];
      return first === null || last === null ? [] : [[pair, dayNumberOf(last) - dayNumberOf(first)]];
    }),
  );
}

const DAY_MS = 86_400_000;

/** The number of an ISO day, counted from 1970. */
function dayNumberOf(day: string): number {
  return Date.parse(day) / DAY_MS;
}
