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

/** An ISO day of "2016-12-31" or, as in the United States, "12/31/2016"; other orders are not told apart, and null. */
export function dayOf(cell: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?(?:\.0+)?Z?)?$/.exec(cell);
  if (iso !== null) return isoDay(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '');
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: 0?0:00(?::00)?)?$/.exec(cell);
  return us === null ? null : isoDay(us[3] ?? '', us[1] ?? '', us[2] ?? '');
}
