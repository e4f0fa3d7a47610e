/**
 * MTUS citations of the 2016-17 pick list: "<title> <year>[ Guidelines][, Section(s): <sections>]{, and <title> <year> ...}".
 * Titles and sections hold commas, so titles come from the closed list of the vocabulary and are never split.
 */
import { GUIDELINES } from '#mappings/vocabulary/vocabulary.ts';
import { trimmed } from '../layouts/anchors.ts';
import { evened } from '../text/clean.ts';
import { type ScanSpan, scanSpan } from '../text/scan.ts';

export interface PickListPart {
  /** Canonical guideline id; null where title and year do not go together. */
  readonly guideline: string | null;
  readonly title: string;
  readonly year: string;
  /** Where the section list stands; null where none is printed. */
  readonly sections: ScanSpan | null;
  readonly at: ScanSpan;
}

const flexible = (title: string) =>
  title
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s*')
    .replace(/-/g, '-\\s*');
const TITLE = new RegExp(
  `\\b(?<title>${GUIDELINES.mtusTitles
    .map((row) => row.title)
    .sort((a, b) => b.length - a.length)
    .map(flexible)
    .join('|')})\\s*(?<year>(?:19|20)\\d\\d)\\b(?:\\s+Guidelines)?`,
  'gi',
);
const SECTIONS = /^\s*,?\s*Sections?\s*(?:\(s\))?\s*:\s*/i;
const TRAILING = /(?:\s*,?\s*\band|[\s,;.])+$/i;

/** The parts of one MTUS piece; null where it does not begin with a title of the pick list. */
export function parsePickList(scan: string, piece: ScanSpan): PickListPart[] | null {
  const text = scan.slice(piece.start, piece.end);
  const titles = [...text.matchAll(TITLE)];
  const first = titles[0];
  if (first === undefined || text.slice(0, first.index).trim() !== '') return null;
  return titles.map((match, index) => {
    const from = match.index + match[0].length;
    const until = titles[index + 1]?.index ?? text.length;
    const rest = text.slice(from, until).replace(TRAILING, '');
    const label = SECTIONS.exec(rest);
    const sections = label === null ? null : trimmed(scan, piece.start + from + label[0].length, piece.start + from + rest.length);
    const title = withItsBlanks(evened(match.groups?.['title'] ?? '').replace(/- /g, '-'));
    const year = match.groups?.['year'] ?? '';
    return {
      guideline: guidelineOf(title, year),
      title,
      year,
      sections,
      at: scanSpan(piece.start + match.index, piece.start + from + rest.length),
    };
  });
}

const bare = (title: string) => title.replace(/ /g, '').toLowerCase();

/** The title as printed, or where blanks of it were lost, as the list has it. */
function withItsBlanks(printed: string): string {
  const known = GUIDELINES.mtusTitles.find((row) => bare(row.title) === bare(printed))?.title;
  return known === undefined || known.length === printed.length ? printed : known;
}

/** The edition of that year; where no such edition is known, the last one before it, or else the first. */
function guidelineOf(title: string, year: string): string | null {
  const rows = GUIDELINES.mtusTitles.filter((known) => known.title.toLowerCase() === title.toLowerCase());
  const exact = rows.find((row) => row.years.includes(year));
  const first = (row: (typeof rows)[number]) => row.years[0] ?? '';
  const inOrder = rows.toSorted((a, b) => first(a).localeCompare(first(b)));
  return (exact ?? inOrder.findLast((row) => first(row) <= year) ?? inOrder[0])?.id ?? null;
}
