/**
 * Why a request failed, in people's words ("because documentation is missing", "too many visits"): the reasons that a rationale was read
 * for, as conditions. Each row has the words of one reason; those that could as well be a request's ("not indicated") count only behind a
 * word that asks for a reason. What goes on in other words ("did not specify quantity") stays words.
 */
import type { Reason } from '#contract/lists.ts';
import type { Place } from '#mappings/text/places.ts';
import { placesOf, type TypedTerm } from './reading.ts';

export interface TypedReason {
  /** A half-open range of terms. */
  readonly terms: Place;
  readonly reason: Reason;
}

const BE = '(?:(?:is|was|are|were|being|been) )?';
const PAPERS =
  '(?:(?:supporting|clinical|medical|adequate|sufficient|proper|enough) )?(?:documentation|documents|records?|paperwork|information|chart notes|notes)';
const GUIDELINE = '(?:the )?(?:guidelines?|mtus|odg|acoem)';
const CAUSE = '(?:because(?: of)?|due to|since|as|reasons?|on (?:the )?grounds? (?:of|that)|for)';

interface Row {
  readonly reason: Reason;
  readonly pattern: string;
  /** Only behind a word that asks for a reason. */
  readonly asked?: true;
}

/** The reasons as people say them, in folded words with single blanks. */
export const REASON_ROWS: readonly Row[] = [
  {
    reason: 'missing_documentation',
    pattern: `(?:missing|insufficient|inadequate|incomplete|lacking|poor|no|not enough|lack of|absence of|absent) ${PAPERS}`,
  },
  {
    reason: 'missing_documentation',
    pattern: `(?:the )?${PAPERS} ${BE}(?:missing|lacking|insufficient|inadequate|incomplete|absent|not (?:provided|submitted|there|enough|sufficient))`,
  },
  { reason: 'missing_documentation', pattern: '(?:not|never) documented', asked: true },
  {
    reason: 'no_functional_improvement',
    pattern:
      '(?:no|lack of|without|absence of|not enough|insufficient) (?:(?:documented|evidence of|proof of) )?(?:functional|objective) (?:(?:functional|objective) )?(?:improvements?|benefits?|gains?|progress)',
  },
  { reason: 'no_functional_improvement', pattern: '(?:no improvements?|not improving|(?:did|does|do) not (?:help|improve))', asked: true },
  {
    reason: 'exceeds_guideline_count',
    pattern:
      '(?:too many|excessive(?: number of)?) (?:visits|sessions|treatments|pills|tablets|units|requests)|too many(?= (?:[^ ]+ ){1,2}(?:visits|sessions|treatments|pills|tablets)(?: |$))',
  },
  {
    reason: 'exceeds_guideline_count',
    pattern: `(?:(?:it )?(?:exceeds?|exceeded|exceeding)|over|above|beyond|more than|in excess of) ${GUIDELINE}(?: (?:limits?|counts?|numbers?|maximum|recommendations?|allows?))?`,
  },
  { reason: 'guideline_silent', pattern: `${GUIDELINE} ${BE}silent` },
  { reason: 'guideline_silent', pattern: `not (?:addressed|covered|mentioned|discussed) (?:by|in) ${GUIDELINE}` },
  { reason: 'guideline_silent', pattern: `${GUIDELINE} (?:do|does|did) not (?:address|cover|mention|discuss)(?: (?:it|this))?` },
  {
    reason: 'criteria_not_met',
    pattern: `(?:it )?${BE}(?:not (?:medically |clinically )?(?:indicated|recommended|supported|warranted|appropriate)|contraindicated)`,
    asked: true,
  },
];

const PATTERNS = REASON_ROWS.map(({ reason, pattern, asked }) => ({
  reason,
  pattern: new RegExp(`(?<![^ ])${asked === true ? `${CAUSE} ` : `(?:${CAUSE} )?`}(?:${pattern})(?= |$)`, 'g'),
}));

/** The reasons that some terms word, in order; none overlaps another. */
export function reasonsIn(terms: readonly TypedTerm[]): TypedReason[] {
  const text = terms.map(({ words }) => words.join(' ')).join(' ');
  const places = placesOf(terms);
  const starts = new Map(places.map(({ start }, at) => [start, at]));
  const ends = new Map(places.map(({ end }, at) => [end, at]));
  const found = PATTERNS.flatMap(({ reason, pattern }) =>
    [...text.matchAll(pattern)].flatMap((match): TypedReason[] => {
      const [first, last] = [starts.get(match.index), ends.get(match.index + match[0].length)];
      return first === undefined || last === undefined ? [] : [{ terms: { start: first, end: last + 1 }, reason }];
    }),
  ).sort((a, b) => a.terms.start - b.terms.start || b.terms.end - a.terms.end);
  return found.filter(
    ({ terms: { start } }, at) => !found.slice(Math.max(0, at - PATTERNS.length), at).some((other) => other.terms.end > start),
  );
}
