/** A guideline typed with its place: "ACOEM chapter 5 page 83", "MTUS chronic pain page 46", "who cites ACOEM page 83". */
import type { KeywordField } from '#contract/fields.ts';
import type { UnderstoodPart } from '#contract/understood.ts';
import { citedPlaces, sectionOf } from '#mappings/cited-places.ts';
import { filterNode } from '#mappings/query-tree.ts';
import type { Place } from '#mappings/text/places.ts';
import { GUIDELINES } from '#mappings/vocabulary/vocabulary.ts';
import type { Letters } from '../../search/port.ts';
import { type Reading, termsAt } from './reading.ts';
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
/** Words that ask who cites what follows. */
const ASKS =
  /^(?:(?:who|which|what|all|any|every) )?(?:(?:cases?|letters?|items?|decisions?|determinations?|reviews?) )?(?:(?:that|which|who|ha[sd]|have|is|are|was|were) )*(?:cites?|cited|citing|citations? (?:of|to))(?: by)?$/;
/** Words that only lead to a place, or tell the guideline more closely. */
const LOCATES = /^(?:p|pp|pgs?|pages?|ch|chapters?|sections?|to|through|\d{1,4}|mtus|guidelines?|2nd|second|edition|ed)$/;

/** The one guideline that a query names with a page or by chapter; null where it names none, or several. */
export function citationIn(reading: Reading): TypedCitation | null {
  const [named, other] = reading.named.guidelines;
  if (named === undefined || other !== undefined) return null;
  const terms = termsAt(reading, named);
  if (terms === null) return null;
  const said = reading.terms.slice(0, terms.start).flatMap((term) => term.words);
  const asked = ASKS.test(said.join(' '));
  const alone = reading.terms.every(
    (term, index) =>
      (asked && index < terms.start) ||
      (index >= terms.start && index < terms.end) ||
      term.words.every((word) => isSlight(word) || LOCATES.test(word)),
  );
  const places = guidelinesOf(named.guideline).flatMap((guideline) => citedPlaces({ guideline, pages: [...named.pages], sections: [] }));
  if (places.length > 0) return { field: 'citation', values: places, byTitle: [], terms, alone };
  const title = CHAPTERS.get(named.guideline);
  if (title === undefined) return null;
  const section = named.family === FAMILY_OF_GENERAL ? sectionOf(GENERAL, title) : null;
  return { field: 'guideline', values: [named.guideline], byTitle: section === null ? [] : [section], terms, alone };
}

/** Places told where more are asked for than a reader would go through: those that the index holds. */
const MOST_TOLD = 4;

/** Parts as they are told: of the places of a whole family those that the index holds, or else the one that was typed. */
export async function toldPlaces(index: Letters, parts: readonly UnderstoodPart[], signal?: AbortSignal): Promise<UnderstoodPart[]> {
  const told: UnderstoodPart[] = [];
  for (const part of parts) {
    if ((part.kind !== 'filter' && part.kind !== 'preferred') || part.field !== 'citation' || part.values.length <= MOST_TOLD)
      told.push(part);
    else {
      const where = filterNode(
        'citation',
        part.values.map(({ value }) => value),
      );
      const { facets } = await index.search({ where, filters: [], facets: ['citation'], sort: 'case', offset: 0, limit: 0 }, signal);
      const held = new Set(facets[0]?.values.map(({ value }) => value));
      const there = part.values.filter(({ value }) => held.has(value));
      told.push({ ...part, values: there.length > 0 ? there : part.values.slice(0, 1) });
    }
  }
  return told;
}

/** The guideline, and where it leaves open which of its family it is ("ACOEM page 83"), each of them. */
function guidelinesOf(guideline: string): string[] {
  const family = /^(.+)\.unspecified$/.exec(guideline)?.[1];
  if (family === undefined) return [guideline];
  const isOfFamily = new RegExp(`^(?:mtus\\.)?${family.replaceAll('.', '\\.')}\\d*\\.`);
  const others = GUIDELINES.guidelines.map(({ id }) => id).filter((id) => id !== guideline && isOfFamily.test(id));
  return [guideline, ...others];
}
