/** Where in a guideline: chapter, pages, tables, URL, as printed behind its name. Each pattern shows what it matches. */
import { GUIDELINES } from '#mappings/vocabulary/vocabulary.ts';

/** "Page(s): 98-99, 22", "pages 76-80", "p. 46", "pg. 607" */
const PAGES = /\b(?:pages?|page\(s\)|pgs?|pp?)\b\.?(?:\(s\))?\s*:?\s*(?<pages>\d{1,4}(?:\s*(?:-|to|,|;|&|and)\s*\d{1,4})*)/gi;
const PAGE_RANGE = /\d{1,4}(?:\s*(?:-|to)\s*\d{1,4})?/gi;
/** "table 2", "Table 9-6" */
const TABLES = /\btables?\s+(?<table>\d{1,3}(?:-\d{1,3})?[a-z]?)\b/gi;
/** "https://www.acoempracguides.org/Shoulder"; a blank behind a hyphen comes from a line end. */
const URL = /\b(?:https?:\/\/|www\.)[^\s<>"';,]+(?:- [^\s<>"';,]*[./][^\s<>"';,]*)*/gi;
/** "Chapter 5", "Ch. 12" */
const CHAPTER = /\bch(?:apter|ap|pt)?\b\.?\s*:?\s*(?<chapter>\d{1,2})\b/i;

export interface Locators {
  readonly chapter: number | null;
  readonly pages: string[];
  readonly tables: string[];
  readonly url: string | null;
}

/** The locators in an evened piece of text. */
export function findLocators(text: string): Locators {
  const url = [...text.matchAll(URL)][0]?.[0].replace(/- /g, '-').replace(/[.)\]]+$/, '') ?? null;
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

/** A citation's title: its text without address, chapter number, page and table list and the names of the collection. */
export function titleOf(text: string): string | null {
  const title = text
    .replace(URL, ' ')
    .replace(PAGES, ' ')
    .replace(TABLES, ' ')
    .replace(CHAPTER, ' ')
    .replace(/^\W*(?:(?:MTUS|ACOEM)\b\W*)+/i, ' ')
    .replace(/\s+/g, ' ')
    .replace(/,(?: ?,)+/g, ',')
    .replace(/^[\s,;.:<>-]+|[\s,;.:<>-]+$/g, '');
  return title === '' ? null : title;
}

/** "2009", "2nd Edition", "(updated 11/2/16)" are no part of a guideline's name; a year behind it tells the edition. */
const EDITION = /\b(?:19|20)\d\d\b/;

/** The edition that a citation prints: the first year in it that no address holds; null where it prints none. */
export function printedEdition(text: string): string | null {
  return EDITION.exec(text.replace(URL, ' '))?.[0] ?? null;
}

/** Names under which letters of 2014 cite the MTUS: the titles of its ACOEM chapters, and what ends in "Guidelines". */
const CHAPTER_TITLES = GUIDELINES.guidelines
  .flatMap((row) => /^ACOEM 2nd ed\. Ch\. \d+ (.+?)(?: \/.*)?$/.exec(row.name)?.[1] ?? [])
  .sort((a, b) => b.length - a.length)
  .map((title) => title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
const NAME_AND_TOPIC = new RegExp(`^(?<name>${CHAPTER_TITLES.join('|')}|[^,;:]*?\\bGuidelines?)\\b[\\s,;:-]*(?<topic>.*)$`, 'i');

/** "Chronic Pain Treatment Guidelines Opioids, criteria for use" is a name and a topic; a title that is all name has none. */
export function splitTopic(title: string): { name: string; topic: string | null } {
  const groups = NAME_AND_TOPIC.exec(title)?.groups;
  const name = groups?.['name'];
  if (name === undefined || /^(?:Practice |Treatment )?Guidelines?$/i.test(name)) return { name: title, topic: null };
  // "(ACOEM Practice Guidelines, 2nd Edition ...)" behind a chapter is its book, not a topic.
  const topic = groups?.['topic'] ?? '';
  return { name, topic: topic === '' || topic.startsWith('(') ? null : topic };
}
