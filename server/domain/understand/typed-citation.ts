/** A guideline typed with its place: "ACOEM chapter 5 page 83", "MTUS chronic pain page 46". */
import type { KeywordField } from '#contract/query.ts';
import { citedPlaces, sectionOf } from '#mappings/cited-places.ts';
import { GUIDELINES } from '#mappings/vocabulary/vocabulary.ts';
import { type Place, type Reading, termsAt } from './reading.ts';
import { isSlight } from './slight-words.ts';

export interface TypedCitation {
  readonly field: Extract<KeywordField, 'guideline' | 'citation'>;
  readonly values: readonly string[];
  /** Places of another guideline under which the same chapter is cited by its title alone. */
  readonly byTitle: readonly string[];
  /** The range of terms that name the guideline. */
  readonly terms: Place;
  /** Whether the query is nothing else. */
  readonly alone: boolean;
}

/** Chapters by id, with their title. */
const CHAPTERS: ReadonlyMap<string, string> = new Map(
  GUIDELINES.guidelines.flatMap(({ id, name, chapter }) =>
    chapter === null || chapter === undefined ? [] : [[id, name.replace(/^.*?\bCh\. ?\d+\s*/, '')]],
  ),
);
/** The pick list's entry for the general chapters, which it prints with their titles as sections. */
const GENERAL = 'mtus.acoem2.general_approaches';
const FAMILY_OF_GENERAL = GUIDELINES.guidelines.find(({ id }) => id === GENERAL)?.family;
/** Words that only lead to a place. */
const LOCATES = /^(?:p|pp|pgs?|pages?|ch|chapters?|sections?|to|through|\d{1,4})$/;

/** The one guideline that a query names with a page or by chapter; null where it names none, or several. */
export function citationIn(reading: Reading): TypedCitation | null {
  const [named, other] = reading.named.guidelines;
  if (named === undefined || other !== undefined) return null;
  const terms = termsAt(reading, named);
  if (terms === null) return null;
  const alone = reading.terms.every(
    (term, index) => (index >= terms.start && index < terms.end) || term.words.every((word) => isSlight(word) || LOCATES.test(word)),
  );
  const places = citedPlaces({ guideline: named.guideline, pages: [...named.pages], sections: [] });
  if (places.length > 0) return { field: 'citation', values: places, byTitle: [], terms, alone };
  const title = CHAPTERS.get(named.guideline);
  if (title === undefined) return null;
  const section = named.family === FAMILY_OF_GENERAL ? sectionOf(GENERAL, title) : null;
  return { field: 'guideline', values: [named.guideline], byTitle: section === null ? [] : [section], terms, alone };
}
