/** What the cells of published tables say, as values: a closed form each; null where a cell has another, which is told and not guessed at. */

import type { Priority, Sex } from '#contract/lists.ts';
import { isoDay } from '#mappings/text/iso-day.ts';

/** "2016", also as a spreadsheet's number. */
export function yearOf(cell: string): string | null {
  return /^((?:19|20)\d{2})(?:\.0)?$/.exec(cell)?.[1] ?? null;
}

/** A range of ages by whichever sign: "11_20", "11 to 20", "11-20" are "11 to 20"; "65+" and "65 and over" are "65 and over". One age is itself. */
export function ageBandOf(cell: string): string | null {
  const [, from, to] = /^(\d{1,3})\s?(?:[-_–—]|to)\s?(\d{1,3})(?:\s?(?:years?|yrs?))?$/i.exec(cell) ?? [];
  if (from !== undefined && to !== undefined) return `${Number(from)} to ${Number(to)}`;
  const [, least] = /^(?:>=?\s?)?(\d{1,3})\s?(?:\+|(?:years?\s)?(?:and|or|&)\s(?:over|older|above|up))$/i.exec(cell) ?? [];
  if (least !== undefined) return `${Number(least)} and over`;
  const [, one] = /^(\d{1,3})(?:\.0)?(?:\s?(?:years?|yrs?)(?:\sold)?)?$/i.exec(cell) ?? [];
  return one === undefined ? null : String(Number(one));
}

const SEX_WORDS: Readonly<Record<string, Sex>> = {
  female: 'female',
  f: 'female',
  woman: 'female',
  male: 'male',
  m: 'male',
  man: 'male',
  other: 'other',
  x: 'other',
  nonbinary: 'other',
  'non-binary': 'other',
};

export function sexOf(cell: string): Sex | null {
  const word = cell.toLowerCase();
  return Object.hasOwn(SEX_WORDS, word) ? (SEX_WORDS[word] ?? null) : null;
}

export function priorityOf(cell: string): Priority | null {
  const word = cell.toLowerCase();
  return word === 'standard' || word === 'expedited' ? word : null;
}

/** A count of days, also as a spreadsheet's number. */
export function daysOf(cell: string): number | null {
  return /^\d{1,6}(?:\.\d{1,4})?$/.test(cell) ? Number(cell) : null;
}

/** Behind a day, the time of it. */
const TIME = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:[AP]M)?Z?)?$`;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = String.raw`(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?`;
/**
 * The ways to write a day that mean one day alone: year first; month first with slashes or dashes, as in the United States; day first with dots, as in
 * Europe; the month by its name.
 */
const DAYS = [
  String.raw`(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})`,
  String.raw`(?<m>\d{1,2})[-/](?<d>\d{1,2})[-/](?<y>\d{4})`,
  String.raw`(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.\s?(?<y>\d{4})`,
  String.raw`(?<d>\d{1,2})[-\s.]{1,2}${MONTH}[-\s,]{1,2}(?<y>\d{4})`,
  String.raw`${MONTH}\s(?<d>\d{1,2}),?\s(?<y>\d{4})`,
].map((form) => new RegExp(`^${form}${TIME}`, 'i'));

/** An ISO day; null where a cell is none, or may be two ("3/14/19"). */
export function dayOf(cell: string): string | null {
  for (const form of DAYS) {
    const { y = '', m, d = '', name = '' } = form.exec(cell)?.groups ?? {};
    if (y !== '') return isoDay(y, m ?? String(MONTHS.indexOf(name.toLowerCase()) + 1), d);
  }
  return null;
}
