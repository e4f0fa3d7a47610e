/** Between which days each row was decided: its day, or the year that is all a table has. */
import { dayNumberOf, daysOfYear } from '#mappings/letter-days.ts';
import { type Columns, NO_DAY } from './columns.ts';

/** The first and the last day on which a row may have been decided, counted from 1970; `NO_DAY` where neither day nor year is known. */
export function decidedIn({ dates, keywords }: Columns): Readonly<Record<'first' | 'last', (row: number) => number>> {
  const { codes, sets } = keywords.decidedYear;
  const years = sets.map(([year = '']) => (/^\d{4}$/.test(year) ? daysOfYear(year) : null));
  const dayOf = (side: 'first' | 'last') => {
    const ofYear = Int32Array.from(years, (days) => (days === null ? NO_DAY : dayNumberOf(days[side])));
    return (row: number): number => {
      const day = dates.decided[row] ?? NO_DAY;
      return day === NO_DAY ? (ofYear[codes[row] ?? 0] ?? NO_DAY) : day;
    };
  };
  return { first: dayOf('first'), last: dayOf('last') };
}
