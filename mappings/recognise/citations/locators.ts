/** Where in a guideline: chapter, pages, tables, URL, as printed behind its name. Each pattern shows what it matches. */

import { tailOf, withoutTail } from '../../text/tail.ts';
import { GUIDELINES } from '../../vocabulary/vocabulary.ts';

/** "Page(s): 98-99, 22", "pages 76-80", "p. 46", "pg. 607", "76-80 of 127" */
const PAGES =
  /\b(?:pages?|page\(s\)|pgs?|pp?)\b\.?(?:\(s\))?\s*:?\s*(?<pages>\d{1,4}(?:\s*(?:-|to|,|;|&|and)\s*\d{1,4})*)(?:\s*of\s+\d{1,4}\b)?/gi;
const PAGE_RANGE = /\d{1,4}(?:\s*(?:-|to)\s*\d{1,4})?/gi;
/** "table 2", "Table 9-6" */
const TABLES = /\btables?\s+(?<table>\d{1,3}(?:-\d{1,3})?[a-z]?)\b/gi;
/** "https://www.acoempracguides.org/Shoulder"; a blank behind a hyphen comes from a line end. */
const URL = /\b(?:https?:\/\/|www\.)[^\s<>"';,]+(?:- [^\s<>"';,]*[./][^\s<>"';,]*)*/gi;
/** "Chapter 5", "Ch. 12" */
const CHAPTER = /\bch(?:apter|ap|pt)?\b\.?\s*:?\s*(?<chapter>\d{1,2})\b/i;

/** A month before the year of an edition. */
export const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?,?';
/** ", Section(s): " before a list of sections. */
export const SECTION_LABEL = /^\s*,?\s*Sections?\s*(?:\(s\))?\s*:\s*/i;

export interface Locators {
  readonly chapter: number | null;
  readonly pages: string[];
  readonly tables: string[];
  readonly url: string | null;
}

/** The locators in an evened piece of text. */
export function findLocators(text: string): Locators {
  const url = [...text.matchAll(URL)][0]?.[0].replace(/- /g, '-').replace(/(?<![.)\]])[.)\]]+$/, '') ?? null;
  const rest = text.replace(URL, ' ');
  const pages = [...rest.matchAll(PAGES)].flatMap((match) =>
    [...(match.groups?.['pages'] ?? '').matchAll(PAGE_RANGE)].map((range) => range[0].replace(/\s*(?:-|to)\s*/i, '-')),
  );
  const chapter = CHAPTER.exec(rest)?.groups?.['chapter'];
  return {
    chapter: chapter === undefined || Number(chapter) === 0 ? null : Number(chapter),
    pages,
    tables: [...rest.matchAll(TABLES)].map((match) => match.groups?.['table'] ?? ''),
    url,
  };
}

/** Brackets left empty, and small words left open at an end, where a locator stood. */
const EMPTY_BRACKETS = /\(\s*[,;]?\s*\)|\[\s*\]/g;
const OPEN_END = tailOf(String.raw`(?:[\s,;:]+(?:and|in|on|of|the|for|by|from|under|at))+`, 'i');
const EDGES = /^[\s,;.:<>[\]-]+|(?<![\s,;.:<>[\]-])[\s,;.:<>[\]-]+$/g;

/** A citation's title: its text without address, chapter number, page and table list and the names of the collection. */
export function titleOf(text: string): string | null {
  const words = text
    .replace(URL, ' ')
    .replace(PAGES, ' ')
    .replace(TABLES, ' ')
    .replace(CHAPTER, ' ')
    .replace(EMPTY_BRACKETS, ' ')
    .replace(/^\W*(?:(?:MTUS|ACOEM)\b\W*)+/i, ' ')
    .replace(/\s+/g, ' ')
    .replace(/,(?: ?,)+/g, ',')
    .replace(EDGES, '');
  const title = withoutTail(words, OPEN_END).replace(EDGES, '');
  return title === '' ? null : title;
}

/** What says which collection and edition, and not which guideline of it: "(ACOEM) Practice Guidelines, 2nd Edition (2004)". */
const COLLECTION =
  /\(?\b(?:American College of Occup\w* (?:and|&) Envir\w* Med\w*|ACOEM|MTUS|(?:Practice |Treatment )?Guidelines?|(?:2nd|second|3rd|third) Ed(?:ition|\.)?|(?:19|20)\d\d|Occupational Medicine)\b\)?|[\s,;:().-]+/gi;
/** "(2009)", ", 2nd Edition (2004)" behind a name. */
const EDITION_BEHIND = new RegExp(
  `(?<![\\s,(])[\\s,(]*(?:\\b(?:2nd|second|3rd|third) Ed(?:ition|\\.)?[\\s,(]*)?(?:\\b${MONTH}\\s+)?\\b(?:19|20)\\d\\d\\b\\)?$`,
  'i',
);

/** The title of a guideline of the MTUS or the ACOEM: its chapter's, where that is printed; without collection and edition. */
export function titleWithoutCollection(title: string): string | null {
  const chapter = CHAPTER_TITLE.exec(title)?.[0];
  if (chapter !== undefined) return chapter;
  if (title.replace(COLLECTION, '') === '') return null;
  return title.replace(EDITION_BEHIND, '').replace(EDGES, '');
}

/** "2009", "2nd Edition", "(updated 11/2/16)" are no part of a guideline's name; a year behind it tells the edition. */
const EDITION = /\b(?:19|20)\d\d\b/;

/** "(Kite, 2010)", "(Kite et al 2010a)": the study behind a topic, and no edition of what it stands in. */
const STUDY = /\(\p{Lu}[\p{L}'-]{1,24}(?: et\.? al\.?)?,? (?:19|20)\d\d[a-z]?\)/gu;

/** The edition that a citation prints: the first year in it that no address holds and no study; null where it prints none. */
export function printedEdition(text: string): string | null {
  return EDITION.exec(text.replace(URL, ' ').replace(STUDY, ' '))?.[0] ?? null;
}

/** Names under which letters of 2014 cite the MTUS: the titles of its ACOEM chapters, and what ends in "Guidelines". */
const CHAPTER_TITLES = GUIDELINES.acoemTopics
  .flatMap((topic) => [...topic.complaints, ...topic.disorders])
  .sort((a, b) => b.length - a.length)
  .map((title) => title.split(',').map(RegExp.escape).join(',?'));
const CHAPTER_TITLE = new RegExp(`\\b(?:${CHAPTER_TITLES.join('|')})\\b`, 'i');
const NAME_AND_TOPIC = new RegExp(`^(?<name>${CHAPTER_TITLES.join('|')}|[^,;:]*?\\bGuidelines?)\\b[\\s,;:-]*(?<topic>.*)$`, 'i');
/** What stands between a name and its topic: the edition, "section on". */
const BEFORE_TOPIC = new RegExp(
  `^(?:[\\s,;:-]|\\(?(?:${MONTH}\\s+)?(?:19|20)\\d\\d\\)?(?=[\\s,;:]|$)|(?:the\\s)?sections?(?:\\s?\\(s\\))?(?:\\s(?:on|of|for))?(?=[\\s,:;]|$))*`,
  'i',
);

/** "Chronic Pain Treatment Guidelines Opioids, criteria for use" is a name and a topic; a title that is all name has none. */
export function splitTopic(printed: string): { name: string; topic: string | null } {
  // "ACOEM Guidelines, 2nd Edition, Low Back Complaints": the chapter is the name, not the topic of its book.
  const chapter = printed.search(CHAPTER_TITLE);
  const title = chapter > 0 && printed.slice(0, chapter).replace(COLLECTION, '') === '' ? printed.slice(chapter) : printed;
  const label = /^(?<name>.*?)[\s,]*\bSections?\s*(?:\(s\))?\s*:\s*(?<topic>.+)$/i.exec(title)?.groups;
  const groups = label ?? NAME_AND_TOPIC.exec(title)?.groups;
  const name = groups?.['name'];
  if (name === undefined || /^(?:Practice |Treatment )?Guidelines?$/i.test(name)) return { name: title, topic: null };
  // "(ACOEM Practice Guidelines, 2nd Edition ...)" behind a chapter is its book, not a topic.
  const topic = (groups?.['topic'] ?? '').replace(/^[)\]\s,;:-]+/, '').replace(BEFORE_TOPIC, '');
  return { name, topic: topic === '' || topic.startsWith('(') ? null : topic };
}
