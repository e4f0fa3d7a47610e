/**
 * ODG citations: a source name ("Official Disability Guidelines (ODG)", "ODG-TWC") and behind it, where printed, a
 * chapter. A chapter word counts only where it opens the citation, follows a separator, or stands before "Chapter":
 * "ODG Low Back, Gym memberships" is the low back chapter, "ODG, pain after knee surgery" is not the knee chapter.
 */
import { GUIDELINES } from '#mappings/vocabulary/vocabulary.ts';

export interface Hit {
  readonly guideline: string;
  readonly family: string;
  readonly start: number;
  readonly end: number;
}

const SOURCE =
  /\bODG(?:[\s-]*TWC)?\b(?!\))|Official Disability Guid\w*(?:\s*\(ODG[^)]*\))?|\(ODG\)|Work Loss Data Institute|worklossdata|odg-twc\.com/gi;
const CHAPTERS = GUIDELINES.guidelines.flatMap((row) =>
  row.chapterTerm === undefined ? [] : [{ id: row.id, term: new RegExp(`\\b(?:${row.chapterTerm})(?!\\w)`, 'gi') }],
);
const FAMILY = 'odg';
const UNSPECIFIED = 'odg.unspecified';
/** Chapters named by a word that is common elsewhere: a separator before it is not enough. */
const COMMON_WORD = new Set(['odg.pain', 'odg.eye', 'odg.burns', 'odg.hernia', 'odg.head']);
const NEXT_SOURCE = /Other Medical Treatment Guidelines/i;
const ONLY_EDITION = /^[\s,;:./()-]*(?:(?:19|20)\d\d|\d+(?:st|nd|rd|th) (?:Annual )?Ed\w*|[\s,()-])*$/i;
const SEPARATOR = /(?:[,;:/-]|\band)\s*$/i;
const STRONG_SEPARATOR = /(?:;|\band|\/\S[^;]*,)\s*$/i;
const CHAPTER_WORD = /^\s*(?:Chapter|section|Procedure Summary)/i;
const NOTHING_BEHIND = /^[\s.,;]*$/;
/** What stands before a chapter and is none: the name of the collection. */
const COLLECTION =
  /^\s*(?:Treatment (?:in Workers'? Comp\w*|Index)[^;:,]*?(?=\b[A-Z][a-z]+ (?:&|and|Chapter|Back)|[,;:]|$)|Guidelines?\b)/i;
const PARENTHESIS = /\((?!ODG)[^()]*(?:\([^()]*\)[^()]*)*\)/g;

const blank = (text: string) => ' '.repeat(text.length);

/** Every ODG citation in an evened text, each chapter once. */
export function findOdg(text: string): Hit[] {
  const sources = [...text.matchAll(SOURCE)];
  const hits: Hit[] = [];
  sources.forEach((source, index) => {
    const from = source.index + source[0].length;
    const until = sources[index + 1]?.index ?? text.length;
    const whole = text.slice(from, until);
    const other = whole.search(NEXT_SOURCE);
    const segment = other === -1 ? whole : whole.slice(0, other);
    const chapters = chaptersIn(segment);
    const end = from + segment.trimEnd().length;
    if (chapters.length === 0) hits.push({ guideline: UNSPECIFIED, family: FAMILY, start: source.index, end });
    chapters.forEach((chapter, position) => {
      const start = position === 0 ? source.index : from + chapter.start;
      hits.push({
        guideline: chapter.id,
        family: FAMILY,
        start,
        end: chapters[position + 1] === undefined ? end : from + (chapters[position + 1]?.start ?? 0),
      });
    });
  });
  const named = hits.some((hit) => hit.guideline !== UNSPECIFIED);
  const seen = new Set<string>();
  return hits.filter(
    (hit) => !(named && hit.guideline === UNSPECIFIED) && !seen.has(hit.guideline) && seen.add(hit.guideline) !== undefined,
  );
}

function chaptersIn(segment: string): { id: string; start: number; end: number }[] {
  const flat = segment.replace(PARENTHESIS, blank).replace(COLLECTION, blank);
  const candidates = CHAPTERS.flatMap(({ id, term }) =>
    [...flat.matchAll(term)].flatMap((match) => {
      const start = match.index;
      const end = start + match[0].length;
      const before = flat.slice(0, start);
      const behind = flat.slice(end);
      const weak = COMMON_WORD.has(id);
      const opens = ONLY_EDITION.test(before);
      const chapter = CHAPTER_WORD.test(behind);
      const counts = opens || chapter || (!weak && (SEPARATOR.test(before) || NOTHING_BEHIND.test(behind)));
      return counts ? [{ id, start, end, strong: opens || chapter || STRONG_SEPARATOR.test(before) }] : [];
    }),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: typeof candidates = [];
  for (const candidate of candidates) {
    if (kept.some((other) => candidate.start < other.end || other.id === candidate.id)) continue;
    if (kept.length === 0 || candidate.strong) kept.push(candidate);
  }
  return kept;
}

/** The text with every ODG source name blanked out. */
export function withoutOdgSources(text: string): string {
  return text.replace(SOURCE, blank);
}
