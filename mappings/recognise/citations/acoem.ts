/**
 * ACOEM citations: chapters of the 2nd edition (2004) by number or title, the 3rd edition and its web pages, and the
 * guidelines that the MTUS adopted from December 2017. One topic has several editions, and the words beside its title
 * tell which: "Complaints" is 2004; "Disorders" is the 3rd edition, or under the MTUS the current one.
 */

import { countBefore, type Place, TakenPlaces } from '../../text/places.ts';
import { type AcoemTopic, GUIDELINES } from '../../vocabulary/vocabulary.ts';
import type { Hit, PrintedBasis } from './hit.ts';

const SOURCE =
  /\bA\.?C\.?O\.?E\.?M\b(?:'s)?|\bAmerican College of Occup\w* (?:and|&) Envir\w* Med\w*|\b(?:Occupational Medicine|OEM) Practice Guidelines?|\bOMPG\b|\bacoempracguides\.org\/?|\bmdguidelines\.com|\bMD ?Guidelines\b|\bReed ?Group\b/gi;
const WEB = /acoempracguides/i;
const CHAPTER = /\bCh(?:apters?|aps?|pt)?\b\.? ?#?0?(?<first>\d{1,2})\b(?<more>(?:,? ?(?:and |& ?)?\d{1,2}\b(?![-\d])){0,4})/gi;
const MTUS = /\bMTUS\b/i;
const MTUS_BEFORE = /\bMTUS\b[^;.]{0,40}$/i;
const THIRD = /\b(?:3rd|third)\b|\bupdated?\b|\b20(?:0[89]|1[0-4])\b|\bv(?:ersion|\.)? ?3\b/i;
const SECOND = /\b(?:2nd|second)\b|\b2004\b/i;
const REVISED_ELBOW = /\b2007\b/;
const YEAR = /\b(?:19|20)\d\d\b/;
const NAME_WORDS =
  /^(?:and|of|the|in|on|for|under|guidelines?|chapters?|ch|ed|edition|pages?|pgs?|p|section|table|medicine|nd|rd|s|acoem|mtus|\d+)$/;
/** Letters cite a chapter 17; the book's list that is known ends at 16. */
const LAST_CHAPTER = 17;
/** How far a source reaches: a chapter behind it is its own unless a semicolon stands between. */
const REACH = 100;
/** What may stand between a chapter number and its title. */
const ONLY_MARKS = /^[\s,:;.()\-–/]{0,6}$/;
const BARE_BEFORE =
  /(?:[,:;(/>-]|^|\bChapter|\bGuidelines?|\bed(?:ition|\.)?|\bACOEM|\bMedicine|\d{4}\)?|MTUS|\bfor|\bfor the|\bupdated|\brevised|\bchapter on|\bchapter on the)\s*$/i;
const BARE_BEHIND = /^\s*(?:Chapter|section|Guidelines?|Disord|Page|pg|p\.|[,;:.(>\d-]|$)/i;
const ACOEM2_FAMILY = 'mtus.acoem2';
const FAMILIES = new Map(GUIDELINES.guidelines.map((row) => [row.id, row.family]));
const CHAPTER_ROWS = new Map(
  GUIDELINES.guidelines.flatMap((row) =>
    row.chapter === undefined || row.chapter === null || !row.id.startsWith(ACOEM2_FAMILY) ? [] : [[row.chapter, row.id]],
  ),
);

/** The editions of the book before what the MTUS adopted end with this year. */
const LAST_OF_THIRD = 2016;
const GUIDELINE_BEHIND = /^ Guideline\b/i;
/** "Opioids, criteria for use" is a topic of the chronic pain guideline. */
const OF_CPMTG = /^,? ?(?:criteria|dosing|for\b|long|specific|Medical|Treatment)/i;

const YEAR_NEXT = /^,? ?\(?(?:19|20)\d\d/;
/** "mdguidelines.com/acoem/disorders/shoulder-disorders": a title with hyphens for its blanks. */
const ADDRESS = /\bmdguidelines\.com\/\S{1,200}/gi;

type Kind = 'complaints' | 'disorders' | 'bare';

/** A title as a pattern: commas and "and" may be lost, plurals differ: "Forearm, Wrist, and Hand Complaints". */
function titlePattern(title: string): string {
  return title
    .split(' ')
    .map((word) => {
      if (word === 'and') return '(?:and|&)';
      // "Workplace Mental Health Guideline: Anxiety Disorders"
      if (word.endsWith(':')) return `${RegExp.escape(word.slice(0, -1))}(?: Guidelines?)?[:,;]?`;
      const plain = word.replace(/,$/, '').replace(/s$/, '').split('-').map(RegExp.escape).join('[ -]?');
      return `${plain}s?${word.endsWith(',') ? ',?' : ''}`;
    })
    .join(' ?');
}

export const ACOEM_TITLES = GUIDELINES.acoemTopics.flatMap((topic) =>
  (['complaints', 'disorders', 'bare'] as const).flatMap((kind) =>
    topic[kind].map((title) => ({ topic, kind, pattern: new RegExp(`\\b${titlePattern(title)}(?!\\w)`, 'gi') })),
  ),
);

interface Title extends Place {
  readonly topic: AcoemTopic;
  readonly kind: Kind;
}
interface Found extends Place {
  readonly guideline: string;
  readonly chapter?: number;
}

/** Every ACOEM citation in an evened text, in order of place; a source without chapter stands for the whole book. */
export function findAcoem(text: string, basis: PrintedBasis): Hit[] {
  const sources: Place[] = [...text.matchAll(SOURCE)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  if (sources.length === 0 && basis === null && !MTUS.test(text)) return [];
  const sourceOf = (at: number) => {
    const source = nearestBefore(sources, at);
    return source !== undefined && reaches(text, source.end, at, basis === 'mtus') ? source : undefined;
  };
  const numbers = chapterNumbers(text).filter((number) => basis === 'mtus' || sourceOf(number.start) !== undefined);
  const titles = longestFirst(text);
  const found: Found[] = [];
  const merged = new Set<Place>();
  for (const title of titles) {
    const near = countBefore(numbers, title.start);
    const number = numbers
      .slice(Math.max(0, near - 2), near + 3)
      .find(
        (one) =>
          ONLY_MARKS.test(one.end <= title.start ? text.slice(one.end, title.start) : text.slice(title.end, one.start)) &&
          Math.abs(one.end <= title.start ? title.start - one.end : one.start - title.end) < 8,
      );
    const guideline = meaningOf(text, title, number, basis, sourceOf(title.start));
    if (guideline === null) continue;
    if (number !== undefined) merged.add(number);
    found.push({
      guideline,
      start: Math.min(title.start, number?.start ?? title.start),
      end: Math.max(title.end, number?.end ?? title.end),
    });
  }
  for (const number of numbers) {
    if (merged.has(number)) continue;
    const guideline = CHAPTER_ROWS.get(number.value) ?? `${ACOEM2_FAMILY}.unspecified`;
    found.push({ guideline, start: number.start, end: number.end, chapter: number.value });
  }
  const seen = new Set<string>();
  const chapters = found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((one) => !seen.has(one.guideline) && seen.add(one.guideline) !== undefined)
    .map((one, index, all) => withSource(text, sources, one, all[index - 1]?.end ?? 0));
  if (chapters.length > 0) return chapters.map(toHit);
  const first = sources[0];
  return first === undefined ? [] : [toHit({ ...first, guideline: wholeBook(text, first, basis) })];
}

const toHit = (found: Found): Hit => ({ ...found, family: FAMILIES.get(found.guideline) ?? 'acoem' });

/** The last of the places, in order, that ends at a sign or before it. */
function nearestBefore(places: readonly Place[], at: number): Place | undefined {
  for (let index = countBefore(places, at) - 1; index >= 0; index -= 1) {
    const place = places[index];
    if (place !== undefined && place.end <= at) return place;
  }
  return undefined;
}

/** Under the MTUS, where nothing else is cited, a source reaches over semicolons. */
function reaches(text: string, from: number, to: number, overSemicolons = false): boolean {
  return to - from <= REACH && (overSemicolons || !text.slice(from, to).includes(';'));
}

/** A citation begins with its source where nothing but the source's own words stand between. */
function withSource(text: string, sources: readonly Place[], found: Found, after: number): Found {
  const source = nearestBefore(sources, found.start);
  return source === undefined ||
    source.start < after ||
    !reaches(text, source.end, found.start) ||
    /\bpages?\b/i.test(text.slice(source.end, found.start))
    ? found
    : { ...found, start: source.start };
}

/** Each chapter number by itself: "Chapters 8, 9 and 12" is three. */
function chapterNumbers(text: string): (Place & { readonly value: number })[] {
  return [...text.matchAll(CHAPTER)].flatMap((match) => {
    const first = match[0].length - (match.groups?.['more'] ?? '').length;
    const more = [...(match.groups?.['more'] ?? '').matchAll(/\d{1,2}/g)].map((digits) => ({
      start: match.index + first + digits.index,
      end: match.index + first + digits.index + digits[0].length,
      value: Number(digits[0]),
    }));
    return [{ start: match.index, end: match.index + first, value: Number(match.groups?.['first']) }, ...more].filter(
      ({ value }) => value >= 1 && value <= LAST_CHAPTER,
    );
  });
}

/** "MTUS Drug List 2018, and Chronic Pain 2017": behind "and", a year tells that it is a title. */
function isListed(text: string, title: Place): boolean {
  return /\band $/i.test(text.slice(Math.max(0, title.start - 5), title.start)) && YEAR_NEXT.test(text.slice(title.end, title.end + 8));
}

/** The titles in the text; where two overlap, the longer one. */
function longestFirst(printed: string): Title[] {
  const text = printed.replace(ADDRESS, (address) => address.replace(/[-_]/g, ' '));
  const all: Title[] = ACOEM_TITLES.flatMap(({ topic, kind, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({ topic, kind, start: match.index, end: match.index + match[0].length })),
  ).sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Title[] = [];
  const taken = new TakenPlaces();
  for (const title of all) {
    if (taken.touches(title)) continue;
    taken.add(title);
    kept.push(title);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Which row a title means by the words beside it; null where it names no ACOEM guideline here. */
function meaningOf(text: string, title: Title, number: Place | undefined, basis: PrintedBasis, source: Place | undefined): string | null {
  const { topic, kind } = title;
  const before = source === undefined ? '' : text.slice(source.start, title.start);
  const behind = text.slice(title.end, title.end + 45).split(/[;]|\bPages?\b|\band\b/)[0] ?? '';
  const beside = `${before} ${behind}`;
  const year = Number(YEAR.exec(behind)?.[0] ?? YEAR.exec(before)?.[0] ?? 0);
  const current = year >= topic.currentFrom ? topic.current : null;
  const third = WEB.test(before) || THIRD.test(beside) ? topic.third : null;
  // The third edition ends before the years that are printed here.
  const later = year > LAST_OF_THIRD ? topic.current : null;
  const close = source !== undefined || basis === 'mtus' || /^[^;]{0,12}\bACOEM\b/.test(behind);
  if (
    basis === null &&
    number === undefined &&
    !onlyNames(source === undefined ? text.slice(Math.max(0, title.start - 40), title.start) : before)
  )
    return null;
  if (kind === 'complaints') {
    // "Low back complaints" are also plain words of a rationale.
    if (!close && number === undefined && !SECOND.test(behind) && !mtusBefore(text, title)) return null;
    return current !== null && topic.sameTitle ? current : topic.chapter;
  }
  if (number !== undefined && topic.chapter !== null) return topic.chapter;
  if (kind === 'disorders') {
    if (topic.chapter !== null && ((topic.id === 'elbow' && REVISED_ELBOW.test(beside)) || SECOND.test(beside))) return topic.chapter;
    // A year before the first edition that the MTUS took over is of the book before it.
    if (basis === 'mtus') return year > 0 && year < firstYear(topic) ? (topic.third ?? topic.current) : topic.current;
    if (basis === 'non_mtus') return close ? (later ?? topic.third) : null;
    if (third !== null) return third;
    if (!close && !mtusBefore(text, title)) return null;
    return year >= topic.currentFrom || mtusBefore(text, title) ? topic.current : topic.third;
  }
  if (
    !close ||
    !(BARE_BEFORE.test(text.slice(Math.max(0, title.start - 16), title.start)) || isListed(text, title)) ||
    !BARE_BEHIND.test(text.slice(title.end, title.end + 12))
  )
    return null;
  if (third !== null) return third;
  if (basis !== 'non_mtus' && topic.chapter === null && topic.current !== null && /^[^;]{0,16}\(ACOEM/.test(behind)) return topic.current;
  if (basis === 'mtus')
    return current ?? onlyCurrent(topic, source !== undefined, behind) ?? (source !== undefined || title.start < 3 ? topic.chapter : null);
  if (SECOND.test(beside)) return topic.chapter;
  if (source === undefined) return null;
  return current !== null && basis === null ? current : (later ?? (topic.chapter === null ? topic.third : null));
}

/**
 * What a title of the MTUS means that prints no edition, where only the guideline that it adopted can be meant: "Antiemetics" has no other, no
 * chapter of the ACOEM's book is on opioids, and each adopted one calls itself a guideline, as no chapter does ("Knee Guideline"). The MTUS had a
 * chronic pain guideline of its own.
 */
function onlyCurrent(topic: AcoemTopic, named: boolean, behind: string): string | null {
  if (topic.chapter === null && (topic.third === null || (named && !OF_CPMTG.test(behind)))) return topic.current;
  return GUIDELINE_BEHIND.test(behind) && topic.id !== 'chronic_pain' ? topic.current : null;
}

/** The year of the first edition that the MTUS took over. */
function firstYear({ current, currentFrom }: AcoemTopic): number {
  const years = GUIDELINES.mtusTitles.filter((row) => row.id === current).flatMap((row) => row.years.map(Number));
  return years.length === 0 ? currentFrom : Math.min(...years);
}

/** Whether a text is made of names and their small words: "ACOEM Guidelines, 2nd Edition, Chapter 12", no sentence. */
function onlyNames(text: string): boolean {
  return (text.match(/[A-Za-z'-]+/g) ?? []).every((word) => /^[A-Z]/.test(word) || NAME_WORDS.test(word));
}

function mtusBefore(text: string, place: Place): boolean {
  return MTUS_BEFORE.test(text.slice(Math.max(0, place.start - 60), place.start));
}

function wholeBook(text: string, source: Place, basis: PrintedBasis): string {
  const behind = text.slice(source.start, source.end + 60).split(/[;]/)[0] ?? '';
  const before = text.slice(Math.max(0, source.start - 60), source.start);
  const third = WEB.test(behind) || THIRD.test(behind) || YEAR.exec(behind.replace(/2004/g, ''))?.[0] !== undefined;
  if (third && !SECOND.test(behind)) return 'acoem.unspecified';
  return basis === 'mtus' || SECOND.test(behind) || MTUS_BEFORE.test(before) ? `${ACOEM2_FAMILY}.unspecified` : 'acoem.unspecified';
}
