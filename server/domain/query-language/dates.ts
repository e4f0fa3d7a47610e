/**
 * Days and ranges of days as people type them: 2014, 2016-12, 2016-12-09, 12/9/2016, December 2016, Dec 9, 2016, Q4 2016, and behind
 * `decided:` ranges of them (2014..2016, 2016-12.., ..2015). US order: the month comes first. Pure.
 */
import { isoDay } from '#mappings/text/iso-day.ts';

/** What is expected, for messages. */
const DAY_FORMS =
  'a year, month or day (2014, 2016-12, 2016-12-09, 12/09/2016, "December 2016") or a range of them (2014..2016, 2016-12.., ..2015)';

/** What is wrong with days that have a form but cannot be. */
export const DAY_FAULTS = {
  impossible: 'The calendar has no such day or month',
  reversed: 'This range ends before it starts',
} as const;
export type DayFault = keyof typeof DAY_FAULTS;

/** A closed range of ISO days; null leaves that side open. At least one side is set. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** A year, quarter, month or day: both sides are set. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The range a text names behind `decided:`, or what was expected or is wrong. */
export function parseDayRange(text: string): DayRange | { readonly expected: string } {
  const expected = { expected: `Expected ${DAY_FORMS}` };
  const cut = text.indexOf('..');
  if (cut === -1) return known(periodOf(text)) ?? expected;
  const left = text.slice(0, cut).trim();
  const right = text.slice(cut + 2).trim();
  if (left === '' && right === '') return expected;
  const from = left === '' ? null : known(periodOf(left));
  const to = right === '' ? null : known(periodOf(right));
  if ((left !== '' && from === null) || (right !== '' && to === null)) return expected;
  if (from !== null && 'expected' in from) return from;
  if (to !== null && 'expected' in to) return to;
  return from !== null && to !== null && from.from > to.to
    ? { expected: DAY_FAULTS.reversed }
    : { from: from?.from ?? null, to: to?.to ?? null };
}

function known(period: Period | 'impossible' | null): Period | { expected: string } | null {
  return period === 'impossible' ? { expected: DAY_FAULTS.impossible } : period;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const NAME =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const QUARTERS: readonly (readonly string[])[] = [
  ['first', '1st'],
  ['second', '2nd'],
  ['third', '3rd'],
  ['fourth', '4th'],
];
/** A year, or the two digits of one behind an apostrophe: "2017", "'17". */
const YEAR = String.raw`(?<year>\d{4}|['\u2018\u2019]\d{2})`;
const FORMS = [
  YEAR,
  String.raw`(?<year>\d{4})-(?<month>\d{2})`,
  String.raw`(?<month>\d{1,2})/(?<year>\d{4})`,
  String.raw`(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})`,
  String.raw`(?<month>\d{1,2})/(?<day>\d{1,2})/(?<year>\d{4}|\d{2})`,
  String.raw`(?<month>\d{1,2})-(?<day>\d{1,2})-(?<year>\d{4})`,
  `${NAME}(?:,? (?:of )?|[-/])${YEAR}`,
  String.raw`${NAME} (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})`,
  String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?${NAME},? (?<year>\d{4})`,
  String.raw`(?<day>\d{1,2})-${NAME}-(?<year>\d{4})`,
  `q(?<quarter>[1-4])[ -]?(?:of )?${YEAR}`,
  String.raw`(?<year>\d{4})[ -]?q(?<quarter>[1-4])`,
  String.raw`(?:the )?(?<quarter>${QUARTERS.flat().join('|')}) (?:quarter|qtr\.?) (?:of )?${YEAR}`,
];
const WHOLE = FORMS.map((form) => new RegExp(`^${form}$`, 'i'));

/**
 * What any of the forms looks like in running text, the longest first and a year alone last, since others begin with one; group names are taken
 * out, since each may stand there but once.
 */
export const PERIOD = [...FORMS.slice(1).sort((a, b) => b.length - a.length), YEAR].map((form) => form.replace(/\?<\w+>/g, '?:')).join('|');

/** First and last day of what a text names; `impossible` where the calendar lacks it, null where the text has none of the forms. */
export function periodOf(text: string): Period | 'impossible' | null {
  const groups = WHOLE.map((form) => form.exec(text.trim())?.groups).find((found) => found !== undefined);
  if (groups === undefined) return null;
  const { year: typed = '', name, day, quarter } = groups;
  const year = typed.length < 4 ? `20${typed.slice(-2)}` : typed;
  if (quarter !== undefined) {
    const number = /^\d$/.test(quarter) ? Number(quarter) : QUARTERS.findIndex((names) => names.includes(quarter.toLowerCase())) + 1;
    return wholeMonths(year, 3 * number - 2, 3 * number);
  }
  const month = name === undefined ? groups['month'] : String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
  if (month === undefined) return wholeMonths(year, 1, 12);
  if (day === undefined) return Number(month) >= 1 && Number(month) <= 12 ? wholeMonths(year, Number(month), Number(month)) : 'impossible';
  const iso = isoDay(year, month, day);
  return iso === null ? 'impossible' : { from: iso, to: iso };
}

function wholeMonths(year: string, first: number, last: number): Period {
  const two = (number: number) => String(number).padStart(2, '0');
  return { from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${daysOf(Number(year), last)}` };
}

/** Days of a month (1-12). */
function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
