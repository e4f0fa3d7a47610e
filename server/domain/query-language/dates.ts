/** Days and ranges of days as typed behind `decided:` — 2014, 2016-12, 2016-12-09, 2014..2016, 2016-12.., ..2015. */

/** What is expected, for messages. */
export const DAY_FORMS = 'a year, month or day (2014, 2016-12, 2016-12-09) or a range of them (2014..2016, 2016-12.., ..2015)';

/** A closed range of ISO days; null leaves that side open. At least one side is set. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** The range a text names; null where it names none (also a day that the calendar lacks, and a range that ends before it starts). */
export function parseDayRange(text: string): DayRange | null {
  const cut = text.indexOf('..');
  if (cut === -1) return period(text.trim());
  const left = text.slice(0, cut).trim();
  const right = text.slice(cut + 2).trim();
  if (left === '' && right === '') return null;
  const from = left === '' ? null : period(left);
  const to = right === '' ? null : period(right);
  if ((left !== '' && from === null) || (right !== '' && to === null)) return null;
  if (from !== null && to !== null && from.from > to.to) return null;
  return { from: from?.from ?? null, to: to?.to ?? null };
}

/** First and last day of a year, month or day. */
function period(text: string): { from: string; to: string } | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (parts === null) return null;
  const [, year = '', month, day] = parts;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const days = daysOf(Number(year), Number(month));
  if (days === 0) return null;
  if (day === undefined) return { from: `${year}-${month}-01`, to: `${year}-${month}-${String(days).padStart(2, '0')}` };
  if (Number(day) < 1 || Number(day) > days) return null;
  return { from: text, to: text };
}

/** Days of a month (1-12); 0 where there is no such month. */
function daysOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
