/**
 * Words of time that are no day: a fiscal year, a month without its year, days counted from today ("last month"). They stay words, since a query must
 * mean the same on every day and in every office, and how to type the days is told. Pure.
 */
import type { UnderstoodPart } from '#contract/understood.ts';
import type { Place } from '#mappings/text/places.ts';
import { placesOf, type TypedTerm } from './reading.ts';

const MONTH =
  '(?:january|february|april|june|july|august|september|october|november|december|(?:in|during|since|before|after|until|from|of) (?:march|may|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec))';
const UNIT = '(?:days?|weeks?|months?|quarters?|years?)';

const ROWS: readonly { readonly pattern: RegExp; readonly text: string }[] = [
  {
    pattern: /(?<![^ ])(?:fy ?(?:20)?\d{2}|fiscal year(?: (?:20)?\d{2})?)(?= |$)/,
    text: 'Fiscal years begin on other days in every office, so this is looked for as words. Type the days, as decided:2015-07..2016-06.',
  },
  {
    // What lasted so long is no day: "pain for the last two years".
    pattern: new RegExp(
      `(?<![^ ])(?:yesterday|today|lately|(?:last|this|previous|past) (?:week|month|quarter|year)|(?:in|within|during|over) the (?:last|past) (?:(?:\\d{1,3}|two|three|four|five|six|twelve|few) )?${UNIT})(?= |$)`,
    ),
    text: 'No days are counted from today, so this is looked for as words. Type the days, as decided:2017-01 or decided:2016-06..',
  },
  {
    pattern: new RegExp(`(?<![^ ])(?:in )?${MONTH}(?= |$)`),
    text: 'A month without its year is no day, so this is looked for as words. Type the year with it, as in january 2017.',
  },
];

/** What is told of such words, each kind once. `isFree`: whether a term is part of no condition and not taken as typed. */
export function undatedNotes(q: string, terms: readonly TypedTerm[], isFree: (at: number) => boolean): UnderstoodPart[] {
  const places = placesOf(terms);
  const said = terms.map(({ words }) => words.join(' ')).join(' ');
  return ROWS.flatMap(({ pattern, text }): UnderstoodPart[] => {
    const match = pattern.exec(said);
    const range = match === null ? null : termsIn(places, match.index, match.index + match[0].length);
    const [first, last] = range === null ? [] : [terms[range.start], terms[range.end - 1]];
    if (range === null || first === undefined || last === undefined) return [];
    if (!Array.from({ length: range.end - range.start }, (_, at) => range.start + at).every(isFree)) return [];
    const at = { start: first.at.start, end: last.at.end };
    return [{ kind: 'note', at, typed: q.slice(at.start, at.end), text }];
  });
}

function termsIn(places: readonly Place[], from: number, to: number): Place | null {
  const [start, end] = [places.findIndex((place) => place.start === from), places.findIndex((place) => place.end === to)];
  return start < 0 || end < 0 ? null : { start, end: end + 1 };
}
