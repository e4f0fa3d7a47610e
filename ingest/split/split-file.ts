/**
 * A file as its letters, and as what is none: other documents before, between and behind them. Each letter is read as if it were alone; what
 * is none stays out of every field and is told with its pages.
 */
import type { CanonicalText } from '#contract/determination.ts';
import { countWhile, type Place } from '#mappings/text/places.ts';
import { letterEnd } from './letter-end.ts';
import { letterStarts } from './letter-starts.ts';
import { labelledNumbers, type Mark, marksIn } from './marks.ts';

/** A letter of a file. */
export interface FilePart {
  /** Its own text and pages. */
  readonly canonical: CanonicalText;
  /** Its first and last page in the file, from 1; null where it is the whole file. */
  readonly pages: { readonly from: number; readonly to: number } | null;
  /** What stands beside it in the file and is of no letter: before it, and behind it where it is the last one. */
  readonly others: readonly OtherText[];
}

/** A stretch of a file that is of no letter. */
export interface OtherText {
  readonly where: 'before' | 'behind';
  /** Its pages in the file, from 1. */
  readonly from: number;
  readonly to: number;
  readonly words: number;
  /** The labelled case numbers in it. */
  readonly caseNumbers: readonly string[];
}

/** The letters of a file, at least one: where none is found, the file as it is. */
export function splitFile(canonical: CanonicalText): readonly [FilePart, ...FilePart[]] {
  const { text, pageStarts } = canonical;
  const pages = new Set(pageStarts);
  const letters = letterStarts(text, marksIn(text), pageStarts);
  const places = letters.map(({ start, marks }, index): Place => {
    const until = letters[index + 1]?.start ?? text.length;
    // A header behind the sections is of another document, or runs over the pages.
    const last = marks.findLast((mark) => (mark.kind === 'section' || mark.kind === 'part') && (mark.isOwn || !marks.some(isOwnPart)));
    return { start, end: letterEnd(text, last?.end ?? start, until, pages, last?.kind === 'part' && last.isLast === true) };
  });
  const other = (where: OtherText['where'], start: number, end: number): OtherText[] => {
    const words = text.slice(start, end).match(/\p{L}{2,}/gu)?.length ?? 0;
    if (words === 0) return [];
    const { from, to } = pagesOf({ start, end }, canonical);
    return [{ where, from, to, words, caseNumbers: labelledNumbers(text.slice(start, end)).map(({ caseNumber }) => caseNumber) }];
  };
  const parts = places.map((place, index): FilePart => {
    const others = [
      ...other('before', places[index - 1]?.end ?? 0, place.start),
      ...(index === places.length - 1 ? other('behind', place.end, text.length) : []),
    ];
    if (places.length === 1 && others.length === 0) return { canonical, pages: null, others };
    return { canonical: cut(canonical, place), pages: pagesOf(place, canonical), others };
  });
  const [first = { canonical, pages: null, others: [] }, ...more] = parts;
  return [first, ...more];
}

/** Titles that other documents print, too, are a letter's own before its items only. */
function isOwnPart(mark: Mark): boolean {
  return mark.kind === 'part' && mark.isOwn;
}

/** The text of a place with its own page starts, without the empty lines around it. */
function cut({ text, pageStarts }: CanonicalText, { start, end }: Place): CanonicalText {
  const words = text.slice(start, end).trimEnd();
  const lead = words.length - words.replace(/^\n+/, '').length;
  const from = startsUpTo(pageStarts, start + lead);
  const own = pageStarts.slice(from, startsUpTo(pageStarts, start + words.length - 1)).map((page) => page - start - lead);
  return { text: words.slice(lead), pageStarts: [0, ...own] };
}

/** The pages that hold the words of a place. */
function pagesOf({ start, end }: Place, { text, pageStarts }: CanonicalText): { from: number; to: number } {
  const words = text.slice(start, end);
  const first = start + words.length - words.trimStart().length;
  const last = Math.max(first, start + words.trimEnd().length - 1);
  return { from: Math.max(1, startsUpTo(pageStarts, first)), to: Math.max(1, startsUpTo(pageStarts, last)) };
}

/** How many pages start at a place or before it. */
function startsUpTo(pageStarts: readonly number[], at: number): number {
  return countWhile(pageStarts.length, (index) => (pageStarts[index] ?? 0) <= at);
}
