/**
 * Who cites a guideline: "citing ODG", "UR cited MTUS", "ACOEM cited by IMR" are conditions on what that side cites, or on either where none is
 * named. A guideline with its page or chapter is read by `typed-citation.ts`; without a word that it is cited it stays words.
 */

import type { KeywordField } from '#contract/fields.ts';
import type { Filter } from '#contract/query.ts';
import type { Place } from '#mappings/text/places.ts';
import { resolveValue } from '../query-language/values.ts';
import { ADMINISTRATOR, REVIEWER } from './outcome-words.ts';
import { type Reading, termsAt } from './reading.ts';
import { citationIn } from './typed-citation.ts';

export interface TypedGuideline {
  /** A half-open range of terms. */
  readonly terms: Place;
  readonly filter: Filter;
}

const CITES =
  '(?:cit(?:e|es|ed|ing)|rel(?:y|ies|ied|ying) on|based (?:its decision )?(?:up)?on|us(?:es|ed|ing)|appl(?:ies|ied|ying)|quot(?:es|ed|ing))(?: the)?';
const BEFORE = new RegExp(
  `(?<![^ ])(?:(?:(?<ur>${ADMINISTRATOR})|(?<imr>${REVIEWER})) )?(?:(?:was|were|is|are|ha[sd]|that|which|who) )?${CITES}$`,
);
const BEHIND = new RegExp(
  `^(?:(?:guidelines?|criteria) )?(?:(?:was|were|is|are) )?(?:cited|used|applied|quoted|relied on) by (?:(?<ur>${ADMINISTRATOR})|(?<imr>${REVIEWER}))(?= |$)`,
);
const NOUN = /^(?:guidelines?|criteria)(?= |$)/;
/** Terms beside a guideline that are looked at. */
const MOST_TERMS = 8;

/** The conditions on guidelines, in order. */
export function guidelinesIn(reading: Reading): TypedGuideline[] {
  const { named, terms, text } = reading;
  if (named.guidelines.length === 0 || citationIn(reading) !== null) return [];
  return named.guidelines.flatMap((guideline): TypedGuideline[] => {
    // A topic typed behind it ("ODG gym membership") is looked for; what is no name of a guideline is none.
    const name = text.slice(guideline.start, guideline.end);
    const topic = guideline.topic === null ? -1 : name.indexOf(guideline.topic);
    const at = termsAt(reading, { start: guideline.start, end: guideline.start + (topic > 0 ? topic : name.length) });
    if (at === null || guideline.pages.length > 0) return [];
    const saidIn = (start: number, end: number) =>
      terms
        .slice(Math.max(0, start), end)
        .map(({ words }) => words.join(' '))
        .join(' ');
    const before = BEFORE.exec(saidIn(at.start - MOST_TERMS, at.start));
    const after = saidIn(at.end, at.end + MOST_TERMS);
    const behind = before === null ? BEHIND.exec(after) : NOUN.exec(after);
    if (before === null && behind === null) return [];
    const { ur, imr } = before?.groups ?? behind?.groups ?? {};
    const field: KeywordField = ur !== undefined ? 'urGuideline' : imr !== undefined ? 'imrGuideline' : 'guideline';
    const id = guideline.guideline.replace(/\.unspecified$/, '');
    const node = resolveValue(field, id, () => [], at);
    if ('expected' in node || node.kind !== 'filter') return [];
    return [{ terms: { start: at.start - countOf(before?.[0]), end: at.end + countOf(behind?.[0]) }, filter: node.filter }];
  });
}

/** Words of a text with single blanks; of these each is a term. */
function countOf(said: string | undefined): number {
  return said === undefined || said === '' ? 0 : said.split(' ').length;
}
