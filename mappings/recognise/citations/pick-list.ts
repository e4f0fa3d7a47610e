/**
 * MTUS citations of the 2016-17 pick list: "<title> <year>[ Guidelines][, Section(s): <sections>]{, and <title> <year> ...}".
 * Titles and sections hold commas, so titles come from the closed list of the vocabulary and are never split.
 */

import { evened } from '../../text/evened.ts';
import { type ScanSpan, scanSpan, trimmed } from '../../text/scan.ts';
import { tailOf, withoutTail } from '../../text/tail.ts';
import { GUIDELINES } from '../../vocabulary/vocabulary.ts';
import { MONTH, SECTION_LABEL } from './locators.ts';

export interface PickListPart {
  /** Canonical guideline id; null where no guideline of that title and year is known. */
  readonly guideline: string | null;
  /** Whether an edition of that year is known; where it is not, none is assumed. */
  readonly known: boolean;
  readonly title: string;
  /** As printed: "2009", "July 2016". */
  readonly edition: string;
  readonly year: string;
  /** Where the section list stands; null where none is printed. */
  readonly sections: ScanSpan | null;
  readonly at: ScanSpan;
}

const flexible = (title: string) =>
  title
    .split(/\s+/)
    .map((word) => word.split('-').map(RegExp.escape).join('-\\s*'))
    .join('\\s*');
const TITLE = new RegExp(
  `\\b(?<title>(?:${[...new Set(GUIDELINES.mtusTitles.map((row) => row.title))]
    .sort((a, b) => b.length - a.length)
    .map(flexible)
    .join('|')})(?:\\s+Guidelines?)?)\\s*(?<edition>(?:${MONTH}\\s+)?(?<year>(?:19|20)\\d\\d))\\b(?:\\s+Guidelines?)?`,
  'gi',
);
const TRAILING = tailOf(String.raw`(?:\band|[\s,;.])+`, 'i');

/** The parts of one MTUS piece; null where it is not made of titles of the pick list. */
export function parsePickList(scan: string, piece: ScanSpan): PickListPart[] | null {
  const text = scan.slice(piece.start, piece.end);
  const titles = [...text.matchAll(TITLE)];
  const first = titles[0];
  if (first === undefined || text.slice(0, first.index).trim() !== '') return null;
  const parts = titles.map((match, index) => {
    const from = match.index + match[0].length;
    const until = titles[index + 1]?.index ?? text.length;
    const rest = withoutTail(text.slice(from, until), TRAILING);
    const label = SECTION_LABEL.exec(rest);
    const sections = label === null ? null : trimmed(scan, piece.start + from + label[0].length, piece.start + from + rest.length);
    const title = withItsBlanks(evened(match.groups?.['title'] ?? '').replace(/- /g, '-'));
    const year = match.groups?.['year'] ?? '';
    return {
      ...guidelineOf(title, year),
      title,
      edition: evened(match.groups?.['edition'] ?? ''),
      year,
      sections,
      at: scanSpan(piece.start + match.index, piece.start + from + rest.length),
      whole: label !== null || rest.trim() === '',
    };
  });
  // Other words behind a title are pages, topics, another source: no pick list prints them.
  return parts.every(({ whole }) => whole) ? parts : null;
}

const bare = (title: string) => title.replace(/ /g, '').toLowerCase();

/** The title as printed, or where blanks of it were lost, as the list has it. */
function withItsBlanks(printed: string): string {
  const known = GUIDELINES.mtusTitles.find((row) => bare(row.title) === bare(printed))?.title;
  return known === undefined || known.length === printed.length ? printed : known;
}

const ROWS = new Map(GUIDELINES.guidelines.map((row) => [row.id, row]));
/** Rows of one guideline in all the editions that the MTUS took over since December 2017. */
const OF_ALL_EDITIONS = /^mtus\.acoem3\./;

/**
 * The guideline that bears the title in that year. A year that is no known edition is never taken for another: a later
 * one may be a new edition of a guideline that has several; an earlier one may be the book before it, where that covers
 * the year; else it is the family's row for what is not told, or none.
 */
function guidelineOf(title: string, year: string): Pick<PickListPart, 'guideline' | 'known'> {
  const rows = GUIDELINES.mtusTitles.filter((row) => bare(row.title) === bare(title.replace(/ Guidelines?$/i, '')));
  const exact = rows.find((row) => row.years.includes(year));
  if (exact !== undefined) return { guideline: exact.id, known: true };
  const told = rows.map((row) => ROWS.get(row.id)?.byYear?.[year]).find((id) => id !== undefined);
  if (told !== undefined) return { guideline: told, known: true };
  const later = rows.find((row) => OF_ALL_EDITIONS.test(row.id) && row.years.some((known) => known < year));
  const third = rows.map((row) => thirdEdition(row.id)).find((id) => id !== null && covers(id, year));
  const only = rows.find(({ id, years }) => isOnlyOne(id) && years.some((known) => known < year));
  const family = rows.map((row) => `${ROWS.get(row.id)?.family}.unspecified`).find((id) => ROWS.has(id));
  return { guideline: later?.id ?? third ?? only?.id ?? family ?? null, known: false };
}

/** Whether a family has one guideline, so that another year of it can only be that one. */
function isOnlyOne(guideline: string): boolean {
  const family = ROWS.get(guideline)?.family;
  return GUIDELINES.guidelines.filter((row) => row.family === family).length === 1;
}

/** The row of the book before the one the MTUS took over; null where it had none on the topic. */
function thirdEdition(current: string): string | null {
  return GUIDELINES.acoemTopics.find((topic) => topic.current === current)?.third ?? null;
}

/** Whether a year lies within those that a row's edition tells: "2007-2016". */
function covers(guideline: string, year: string): boolean {
  const [from, until] = ROWS.get(guideline)?.edition?.match(/\b(?:19|20)\d\d\b/g) ?? [];
  return from !== undefined && until !== undefined && from <= year && year <= until;
}
