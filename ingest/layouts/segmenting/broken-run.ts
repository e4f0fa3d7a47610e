/**
 * Signs that the parts of an item are not of one item, for letters whose decision stands in the rationale: a page or a line is
 * lost between the request and the verdict, and what follows may be another item's. Then the decision is not known.
 */
import { tolerant } from '#mappings/text/ocr.ts';
import type { ScanSpan } from '#mappings/text/scan.ts';

/** "The Claims Administrator based its decision on", "(the) Reviewer based his/her decision on"; its first letters may be cut off. */
const BASED = {
  administrator: new RegExp(tolerant(String.raw`(?<!\balso\s*b?)ased\s*its\s*decision\b`), 'giu'),
  reviewer: new RegExp(tolerant(String.raw`(?<!\balso\s*b?)ased\s*(?:his\s*\/\s*her|his|her|their)\s*decision\b`), 'giu'),
} as const;

/** Whether one side is told twice in a text of one item: "also based" goes on, "based" starts anew. */
export function sideToldTwice(text: string): boolean {
  return Object.values(BASED).some((pattern) => [...text.matchAll(pattern)].length > 1);
}

const NUMBER = /^\s*(?:Issue\s*|Item\s*)?#?\(?(?<number>\d{1,2})\s*[).:](?!\d)/iu;

/** The number that a section starts with; null where it has none. */
export function numberAt(scan: string, section: ScanSpan | null): number | null {
  const number = section === null ? undefined : NUMBER.exec(scan.slice(section.start, section.end))?.groups?.['number'];
  return number === undefined ? null : Number(number);
}

/** Whether the numbers of an item and of the next one leave out another. */
export function skips(number: number | null, next: number | null): boolean {
  return number !== null && next !== null && next !== number + 1;
}

/** Words of a verdict, whole or in part, wherever blanks, hyphens and letters were lost: "necess- ary and appr opriate". */
export function hasVerdictWords(text: string): boolean {
  return /medlcal(?:ly|n|a|e)|necess|cessary|appropr|proprlate/.test(lettersOf(text));
}

/** How often "medically" or "medical necessity" stands in a text, whatever was lost around and inside it. */
export function countMedically(text: string): number {
  return [...lettersOf(text).matchAll(/medlcal(?:ly|necess)/g)].length;
}

/** The letters alone, with those made one that are taken for each other. */
function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('rn', 'm')
    .replaceAll('cl', 'd')
    .replace(/[1i|]/g, 'l')
    .replace(/[^a-z]/g, '');
}
