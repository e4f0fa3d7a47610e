/** The bars of decision days: months, or years where the span is long; the days each stands for. Pure. */
import { monthInWords } from '#mappings/text/day-words.ts';

export interface Bar {
  /** "2016-12" or "2016". */
  readonly value: string;
  /** "December 2016" or "2016". */
  readonly label: string;
  readonly count: number;
  /** First and last day, both inclusive. */
  readonly from: string;
  readonly to: string;
}

/** More months than this are drawn as years. */
export const MOST_MONTHS = 36;

/** One bar for each month or year from the first to the last with a count, also for those without. `months`: values "2016-12". */
export function toBars(months: readonly { value: string; count: number }[], range: { from: string | null; to: string | null }): Bar[] {
  const counted = months
    .filter(({ value, count }) => /^\d{4}-\d{2}$/.test(value) && count > 0)
    .toSorted((a, b) => (a.value < b.value ? -1 : 1));
  const first = counted[0]?.value;
  const last = counted.at(-1)?.value;
  if (first === undefined || last === undefined) return [];
  if (monthsBetween(first, last).length <= MOST_MONTHS) return monthBars(counted, first, last);
  // Days chosen inside a few years are shown by the month, within their years.
  const near = nearYears(range, first, last);
  return near === null ? yearBars(counted, first, last) : monthBars(counted, near.first, near.last);
}

/** Whether only the years around the chosen days are drawn, by the month: there is more beyond. */
export function isNear(months: readonly { value: string; count: number }[], range: { from: string | null; to: string | null }): boolean {
  const whole = toBars(months, { from: null, to: null });
  return /^\d{4}$/.test(whole[0]?.value ?? '') && /-/.test(toBars(months, range)[0]?.value ?? '');
}

/** Whether a bar lies in the chosen days; all do where none are chosen. */
export function isWithinDays(bar: Bar, { from, to }: { from: string | null; to: string | null }): boolean {
  return (from === null || bar.to >= from) && (to === null || bar.from <= to);
}

/** Whether the chosen days are just those of a bar. */
export function isJust(bar: Bar, range: { from: string | null; to: string | null }): boolean {
  return bar.from === range.from && bar.to === range.to;
}

function nearYears({ from, to }: { from: string | null; to: string | null }, first: string, last: string) {
  if (from === null && to === null) return null;
  const start = `${(from ?? first).slice(0, 4)}-01`;
  const end = `${(to ?? last).slice(0, 4)}-12`;
  if (!/^\d{4}-/.test(start) || !/^\d{4}-/.test(end) || start > end) return null;
  return monthsBetween(start, end).length <= MOST_MONTHS ? { first: start, last: end } : null;
}

function monthBars(counted: readonly { value: string; count: number }[], first: string, last: string): Bar[] {
  const counts = new Map(counted.map(({ value, count }) => [value, count]));
  return monthsBetween(first, last).map((value) => ({
    value,
    label: monthInWords(value),
    count: counts.get(value) ?? 0,
    from: `${value}-01`,
    to: lastDay(value),
  }));
}

function yearBars(counted: readonly { value: string; count: number }[], first: string, last: string): Bar[] {
  const sums = new Map<string, number>();
  for (const { value, count } of counted) sums.set(value.slice(0, 4), (sums.get(value.slice(0, 4)) ?? 0) + count);
  const start = Number(first.slice(0, 4));
  return Array.from({ length: Number(last.slice(0, 4)) - start + 1 }, (_, index) => String(start + index)).map((year) => ({
    value: year,
    label: year,
    count: sums.get(year) ?? 0,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  }));
}

function monthsBetween(first: string, last: string): string[] {
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  const start = index(first);
  return Array.from({ length: Math.max(0, index(last) - start + 1) }, (_, offset) => {
    const month = start + offset;
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

function lastDay(month: string): string {
  const day = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0));
  return day.toISOString().slice(0, 10);
}
