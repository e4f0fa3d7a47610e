/**
 * Days in a plain query: "2017", "in February 2017", "since 2016", "before 2015", "2015 to 2016", "on 02/06/2017" are conditions on the
 * decision day. A year alone is one only from the programme's first on, and no number of another kind ("CPT 97110", "2020 mg"). Days of
 * something else ("injury in 2016", "DOS 11/11/2016") and months without a year are words. What cannot be ("02/30/2017") is told as that.
 */
import type { Filter } from '#contract/query.ts';
import type { Place } from '#mappings/text/places.ts';
import { type DayFault, PERIOD, type Period, periodOf } from '../query-language/dates.ts';
import type { Reading } from './reading.ts';

export interface TypedDays {
  /** A half-open range of terms. */
  readonly terms: Place;
  readonly days: Extract<Filter, { field: 'decidedOn' }> | DayFault;
}

/** Years in which a letter may be decided: a closed list, so that a query means the same on every day. */
const YEAR = /20(?:1[3-9]|[23]\d)(?!\d)/;
const SHORT_YEAR = /(?:\d{1,2}\/\d{1,2}\/|['\u2018\u2019])(\d{2})(?!\d)/g;
const DECIDED = '(?:(?:decided|decisions?|decision dated|letters? dated|issued) )?';
const TO = '(?:to|through|thru|until|till|and|-|–|—|\\.\\.)';
const FROM = '(?:since|after|later than|on or after|starting(?: in)?|beginning(?: in)?|from)';
const BEFORE = '(?:before|prior to|earlier than|until|till|through|up to|by|on or before)';
const ON = '(?:in|on|during|of|for|from|within|the|year|years|month|months) ';
const ONWARDS = '(?:on|onwards?|and later|and after|or later|or after|to date|to now|to present)';
const EARLIER = '(?:and|or) (?:earlier|before)';
const SPAN = new RegExp(
  `(?<![^ ])${DECIDED}(?:` +
    `(?:(?<between>between|from) )?(?<first>${PERIOD}) ?(?<to>${TO}) ?(?<last>${PERIOD})` +
    `|(?<since>${FROM}) (?:the )?(?:year )?(?<start>${PERIOD})(?<on> ${ONWARDS})?` +
    `|(?<till>${BEFORE}) (?:the )?(?:year )?(?<end>${PERIOD})` +
    `|(?:${ON}){0,4}(?<one>${PERIOD})(?<way> ${ONWARDS}| ${EARLIER})?` +
    ')(?= |$)',
  'gi',
);
/** Before a day these tell whose day it is, or that the number is no year. */
const OF_ANOTHER =
  /(?<![^ ])(?:fy|fiscal|injur\w*|hurt|accident|doi|dos|dob|born|birth|hired|service|onset|cpt|hcpcs|codes?|pages?|pp?\.?|section|§|#|no\.?|nos\.?|qty|quantity|edition|version|mtus|acoem|odg|guidelines?|icd\W?\d*|suite|room|dated|seen|visit|reports?|prior|previous|s\/p|status post|post|surger(?:y|ies)|fusion|operation|procedure|mri|study|x\W?rays?|exam\w*|evaluation|imaging)(?: (?:on|in|of|was|is|date|dated|year|from|since|the|a|an|lumbar|cervical|back|knee|shoulder|surgery|fusion))*$/i;
/** Behind a number these tell that it counts something, or that it is the year of an edition. */
const COUNTED =
  /^ (?:mg|mcg|ml|g|grams?|units?|iu|tablets?|capsules?|calories|hours?|visits?|sessions?|editions?|versions?|guidelines?|updates?|injur\w+|surger\w+|accident|vision|mtus|odg|acoem|official)(?= |$)/i;
/** Characters before a day that are looked at. */
const LONGEST_BEFORE = 40;

/** The days that the words of a query name, in order; none overlaps another. `q`: the query as typed. */
export function daysIn(q: string, reading: Reading): TypedDays[] {
  const { text, places } = textOf(q, reading);
  const starts = new Map(places.map(({ start }, at) => [start, at]));
  const ends = new Map(places.map(({ end }, at) => [end, at]));
  const found: TypedDays[] = [];
  for (const match of text.matchAll(SPAN)) {
    const end = match.index + match[0].length;
    const [first, last] = [starts.get(match.index), ends.get(end)];
    const before = text.slice(Math.max(0, match.index - LONGEST_BEFORE), match.index).trimEnd();
    if (first === undefined || last === undefined || OF_ANOTHER.test(before) || COUNTED.test(text.slice(end, end + LONGEST_BEFORE)))
      continue;
    if (!YEAR.test(match[0].replace(SHORT_YEAR, '20$1'))) continue;
    const days = meaningOf(match.groups ?? {});
    if (days === null) continue;
    // "2015 or 2017": the "or" is theirs.
    const joined = reading.terms[first - 1]?.typed.toLowerCase() === 'or' && found.at(-1)?.terms.end === first - 1;
    found.push({ terms: { start: joined ? first - 1 : first, end: last + 1 }, days });
  }
  return found;
}

/** The words of the query with single blanks; a dash that was typed between two with blanks stands between them. */
function textOf(q: string, { text: all, terms }: Reading): { text: string; places: Place[] } {
  let text = '';
  const places = terms.map((term, index): Place => {
    const before = terms[index - 1];
    if (before !== undefined) text += /[-–—]/.test(q.slice(before.at.end, term.at.start)) ? ' - ' : ' ';
    const start = text.length;
    text += all.slice(term.inText.start, term.inText.end);
    return { start, end: text.length };
  });
  return { text, places };
}

function meaningOf(groups: Readonly<Record<string, string | undefined>>): TypedDays['days'] | null {
  const { between, first, to, last, since, start, on, till, end, one, way } = groups;
  if (first !== undefined && last !== undefined) {
    const [from, until] = [periodOf(first), periodOf(last)];
    if (from === null || until === null) return null;
    if (from === 'impossible' || until === 'impossible') return 'impossible';
    // "2015 and 2016" are both of them, which are a range only where one is between them.
    if (to === 'and' && between === undefined && dayAfter(from.to) !== until.from) return null;
    return from.from > until.to ? 'reversed' : range(from.from, until.to);
  }
  const period = periodOf(start ?? end ?? one ?? '');
  if (period === null || period === 'impossible') return period;
  if (since !== undefined) return ofSince(since, on, period);
  if (till !== undefined) return range(null, /^(?:before|prior|earlier)/i.test(till) ? dayBefore(period.from) : period.to);
  if (way === undefined) return range(period.from, period.to);
  return /before|earlier/i.test(way) ? range(null, period.to) : range(period.from, null);
}

/** "from 2016" alone is in 2016, "from 2016 on" goes on. */
function ofSince(since: string, on: string | undefined, { from, to }: Period): TypedDays['days'] {
  if (/^from$/i.test(since) && on === undefined) return range(from, to);
  return range(/^(?:after|later)/i.test(since) ? dayAfter(to) : from, null);
}

function range(from: string | null, to: string | null): TypedDays['days'] {
  return { field: 'decidedOn', from, to };
}

const DAY_MS = 86_400_000;

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);
}
