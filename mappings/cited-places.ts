/**
 * The places of a guideline that a citation names, as values of one field: `<guideline>|p.83` for a page, `<guideline>|s.topical
 * analgesics` for a section. So whoever cites the same page or section is found, however the letter prints it. Topics that are counted are values of other
 * fields, `<guideline>#Topical analgesics` (`cited-topics.ts`).
 */
import type { Citation } from '#contract/determination.ts';
import { words } from './text/words.ts';

/** A printed range of more pages than this names a chapter, not pages. */
const MOST_PAGES = 60;

/** The value for one page of a guideline. */
export function pageOf(guideline: string, page: number): string {
  return `${guideline}|p.${page}`;
}

/** The value for one section or topic; null for a text without words. */
export function sectionOf(guideline: string, section: string): string | null {
  const folded = words(section).join(' ');
  return folded === '' ? null : `${guideline}|s.${folded}`;
}

/** The value for a topic of a guideline by its name as it is shown. */
export function placeWithin(guideline: string, topic: string): string {
  return `${guideline}#${topic}`;
}

/** Every page and section that a citation names, each once; ranges of pages one by one. */
export function citedPlaces({ guideline, pages, sections }: Pick<Citation, 'guideline' | 'pages' | 'sections'>): string[] {
  const places = [
    ...pages.flatMap(pagesOf).map((page) => pageOf(guideline, page)),
    ...sections.flatMap((section) => sectionOf(guideline, section) ?? []),
  ];
  return [...new Set(places)];
}

/**
 * A value in words: "Chronic Pain Medical Treatment Guidelines (2009), page 83", "Chronic Pain Medical Treatment Guidelines (2009): Opioids, dosing"; that of a guideline
 * alone is the guideline's. `labelOf` knows its words.
 */
export function placeWords(value: string, labelOf: (guideline: string) => string | undefined): string {
  const topic = /^([^#|]*)#(.*)$/su.exec(value);
  if (topic !== null) return `${labelOf(topic[1] ?? '') ?? topic[1] ?? ''}: ${topic[2] ?? ''}`;
  const [guideline = '', place = ''] = value.split('|', 2);
  const named = labelOf(guideline) ?? guideline;
  if (place.startsWith('p.')) return `${named}, page ${place.slice(2)}`;
  return place.startsWith('s.') ? `${named}, “${place.slice(2)}”` : named;
}

/** The pages of a printed entry: "83" is one, "98-99" are two; "98-9" and what is no number are none that can be known. */
function pagesOf(printed: string): number[] {
  const parts = /^(\d{1,4})(?:\s*[-\u2010-\u2015]\s*(\d{1,4}))?$/.exec(printed.trim());
  if (parts === null) return [];
  const first = Number(parts[1]);
  const last = Number(parts[2] ?? parts[1]);
  if (last < first || last - first >= MOST_PAGES) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
