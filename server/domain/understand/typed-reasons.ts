/**
 * Why a request failed or was found necessary, in people's words ("because documentation is missing", "criteria met"): the reasons that a
 * rationale was read for, as conditions (the rows: typed-reasons-rows.ts). What goes on in other words ("did not specify quantity") stays words, and
 * so does what is said to depend ("if criteria are met"). Of wordings that overlap the one that begins first counts, of these the longest:
 * "no functional improvement documented" is never read as "functional improvement documented".
 */
import type { Reason } from '#contract/lists.ts';
import type { Place } from '#mappings/text/places.ts';
import { placesOf, type TypedTerm } from './reading.ts';
import { CAUSE, REASON_ROWS, type ReasonRow } from './typed-reasons-rows.ts';

export interface TypedReason {
  /** A half-open range of terms. */
  readonly terms: Place;
  readonly reason: Reason;
  /** The row that has the wording. */
  readonly row: ReasonRow;
}

const PATTERNS = REASON_ROWS.map((row) => ({
  row,
  pattern: new RegExp(`(?<![^ ])${row.asked === true ? `${CAUSE} ` : `(?:${CAUSE} )?`}(?:${row.pattern})(?= |$)`, 'g'),
}));

/** Directly before a wording, or with one word between: it is a condition of another thing. */
const DEPENDS = /(?<![^ ])(?:if|whether|until|once|when|unless) (?:[^ ]+ )?$/;
/** Characters before a wording that are looked at. */
const LONGEST_BEFORE = 40;

/** The reasons that some terms word, in order; none overlaps another. */
export function reasonsIn(terms: readonly TypedTerm[]): TypedReason[] {
  const text = terms.map(({ words }) => words.join(' ')).join(' ');
  const places = placesOf(terms);
  const starts = new Map(places.map(({ start }, at) => [start, at]));
  const ends = new Map(places.map(({ end }, at) => [end, at]));
  const found = PATTERNS.flatMap(({ row, pattern }) =>
    [...text.matchAll(pattern)].flatMap((match): TypedReason[] => {
      const [first, last] = [starts.get(match.index), ends.get(match.index + match[0].length)];
      if (first === undefined || last === undefined) return [];
      if (DEPENDS.test(text.slice(Math.max(0, match.index - LONGEST_BEFORE), match.index))) return [];
      return [{ terms: { start: first, end: last + 1 }, reason: row.reason, row }];
    }),
  ).sort((a, b) => a.terms.start - b.terms.start || b.terms.end - a.terms.end);
  const reasons: TypedReason[] = [];
  for (const one of found) if (one.terms.start >= (reasons.at(-1)?.terms.end ?? 0)) reasons.push(one);
  return reasons;
}
