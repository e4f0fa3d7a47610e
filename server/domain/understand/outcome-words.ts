/**
 * Words of a query that are a condition and no words of a letter: how the review ended ("denial overturned", "found not necessary"),
 * that IMR itself denied ("denied by IMR" is upheld), and that a side cited no guideline ("UR cites none"). A negation before them turns them round where it is plainly about them
 * ("has not been overturned"); where it may be, they stay words: nothing is read as the opposite of what was typed.
 */
import type { KeywordField } from '#contract/fields.ts';
import { outcomesIn } from './outcomes.ts';
import type { TypedTerm } from './reading.ts';

/** `terms`: a half-open range of the typed terms. */
export interface WordCondition {
  readonly terms: { readonly start: number; readonly end: number };
  readonly field: Extract<KeywordField, 'decision' | 'urBasis' | 'imrBasis'>;
  readonly values: readonly string[];
}

/** The claims administrator and the reviewer, as they are typed. */
export const ADMINISTRATOR = '(?:the )?(?:claims? administrators?|claims? adjusters?|administrator|utilization review|ur)';
export const REVIEWER = '(?:the )?(?:imr reviewers?|physician reviewers?|reviewers?|imr)';
const NONE = '(?:none|nothing|no (?:guidelines?|criteria|evidence))';
const silent = (side: string) =>
  new RegExp(
    `^(?:${side} (?:cites?|cited|citing) ${NONE}|${side} (?:did|does|do|has|had) not cited?(?: (?:any |an? )?(?:guidelines?|criteria|evidence))?|no (?:guidelines?|criteria) (?:was |were |is |are )?cited by ${side}|no ${side.replace('(?:the )?', '')} guidelines?)(?= |$)`,
  );
/** Denied by the review itself, which has no other word for what it upholds. */
const IMR = '(?:the )?(?:imr(?: reviewers?)?|independent medical reviews?)';
const REFUSED = '(?:denied|refused|rejected|disapproved|non ?certified)';
const WORDINGS = [
  { field: 'urBasis', values: ['none'], pattern: silent(ADMINISTRATOR) },
  { field: 'imrBasis', values: ['none'], pattern: silent(REVIEWER) },
  {
    field: 'decision',
    values: ['upheld'],
    pattern: new RegExp(
      `^(?:(?:(?:was|were|is|are|got|been|being) )?${REFUSED} (?:by|at|in|on|upon|after) ${IMR}|${IMR} (?:has |had )?(?:${REFUSED}|denies|refuses|rejects))(?= |$)`,
    ),
  },
] as const;
/** Before a denial these turn it round: it stays words. */
const NOT_DENIED = /^(?:not|never|no|nor|neither|without|unless|\w+n['’]?t)$/;
const NOT_WITHIN = 4;
/** The most terms of such a wording; a text of many words is not read again from each of them. */
const MOST_TERMS = 10;

/** The conditions that some terms word, in order; none overlaps another. */
export function wordedConditions(terms: readonly TypedTerm[]): WordCondition[] {
  const found: WordCondition[] = [];
  for (let at = 0; at < terms.length; ) {
    const one = wordingAt(terms, at);
    if (one !== null) found.push(one);
    at = one?.terms.end ?? at + 1;
  }
  const starts = [0, ...found.map((one) => one.terms.end)];
  const ends = [...found.map((one) => one.terms.start), terms.length];
  const outcomes = starts.flatMap((start, index) =>
    outcomesIn(terms.slice(start, ends[index])).map(
      (one): WordCondition => ({ terms: { start: start + one.start, end: start + one.end }, field: 'decision', values: one.values }),
    ),
  );
  return [...found, ...outcomes].sort((a, b) => a.terms.start - b.terms.start);
}

function wordingAt(all: readonly TypedTerm[], at: number): WordCondition | null {
  const terms = all.slice(at, at + MOST_TERMS);
  for (const { field, values, pattern } of WORDINGS) {
    const count = termsOf(terms, pattern);
    if (count === null) continue;
    const before = all.slice(Math.max(0, at - NOT_WITHIN), at);
    if (field === 'decision' && before.some(({ words }) => words.some((word) => NOT_DENIED.test(word)))) continue;
    return { terms: { start: at, end: at + count }, field, values };
  }
  return null;
}

/** How many terms from the first on a wording takes; it must end where one ends. */
function termsOf(terms: readonly TypedTerm[], pattern: RegExp): number | null {
  const match = pattern.exec(terms.map((term) => term.words.join(' ')).join(' '));
  if (match === null) return null;
  let length = -1;
  for (const [index, term] of terms.entries()) {
    length += 1 + term.words.join(' ').length;
    if (length >= match[0].length) return length === match[0].length ? index + 1 : null;
  }
  return null;
}
