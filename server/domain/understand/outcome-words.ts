/**
 * Words of a query that are a condition and no words of a letter: how the review ended ("denial overturned", "found not necessary"),
 * and that a side cited no guideline ("UR cites none"). They count only where they are said of a decision: an overturned
 * truck and a reversed lordosis are words.
 */
import type { Decision } from '#contract/lists.ts';
import type { KeywordField } from '#contract/query.ts';
import type { TypedTerm } from './reading.ts';

/** `terms`: a half-open range of the typed terms. */
export interface WordCondition {
  readonly terms: { readonly start: number; readonly end: number };
  readonly field: Extract<KeywordField, 'decision' | 'urBasis' | 'imrBasis'>;
  readonly values: readonly string[];
}

const REVIEWED = '(?:(?:ur |imr |utilization review |claims administrator )?(?:denials?|decisions?|determinations?) )';
const IS = '(?:(?:was|were|is|are|be|been|being|got) )';
const ENDED = new RegExp(
  `^${REVIEWED}?${IS}?(?<not>not |never )?(?<part>partially |partly |in part )?(?<end>overturned|reversed|upheld)(?<behind> in part| partially| partly)?(?: ${REVIEWED.replace(/ \)$/, ')')})?(?= |$)`,
);
const FOUND =
  /^(?:was |were |is |are )?(?<first>not )?(?:found|deemed) (?:to (?<second>not )?be )?(?<third>not )?(?:medically )?(?<end>necessary|unnecessary)(?= |$)/;

const ADMINISTRATOR = '(?:the )?(?:claims? administrators?|claims? adjusters?|administrator|utilization review|ur)';
const REVIEWER = '(?:the )?(?:imr reviewers?|physician reviewers?|reviewers?|imr)';
const NONE = '(?:none|nothing|no (?:guidelines?|criteria|evidence))';
const silent = (side: string) =>
  new RegExp(
    `^(?:${side} (?:cites?|cited|citing) ${NONE}|${side} (?:did|does|do|has|had) not cited?(?: (?:any |an? )?(?:guidelines?|criteria|evidence))?|no (?:guidelines?|criteria) (?:was |were |is |are )?cited by ${side}|no ${side.replace('(?:the )?', '')} guidelines?)(?= |$)`,
  );
const SILENT = [
  { field: 'urBasis', pattern: silent(ADMINISTRATOR) },
  { field: 'imrBasis', pattern: silent(REVIEWER) },
] as const;

/** Things that overturn or are reversed otherwise. */
const TURNS_OVER =
  /^(?:vehicles?|cars?|trucks?|forklifts?|tractors?|carts?|bus(?:es)?|vans?|machines?|boats?|trailers?|ladders?|chairs?|atvs?|suvs?|motorcycles?|bicycles?|bikes?|lordo(?:sis|tic)|kyphosis|curves?|curvature|arthroplasty|polarity|court|appeal)$/;

/** The conditions that some terms word, in order; none overlaps another. */
export function conditionsIn(terms: readonly TypedTerm[]): WordCondition[] {
  const turnsOver = terms.some((term) => term.words.some((word) => TURNS_OVER.test(word)));
  const found: WordCondition[] = [];
  for (let at = 0; at < terms.length; ) {
    // No wording is longer; a text of many words is not read again from each of them.
    const rest = terms.slice(at, at + 10);
    const one = ofSilence(rest) ?? ofNecessity(rest) ?? (turnsOver ? null : ofEnd(rest));
    if (one === null) at += 1;
    else {
      found.push({ terms: { start: at, end: at + one.count }, field: one.field, values: one.values });
      at += one.count;
    }
  }
  return found;
}

type Wording = Pick<WordCondition, 'field' | 'values'> & { count: number };

function ofSilence(terms: readonly TypedTerm[]): Wording | null {
  for (const { field, pattern } of SILENT) {
    const match = wordingAt(terms, pattern);
    if (match !== null) return { field, values: ['none'], count: match.count };
  }
  return null;
}

function ofNecessity(terms: readonly TypedTerm[]): Wording | null {
  const match = wordingAt(terms, FOUND);
  if (match === null) return null;
  const { first, second, third, end } = match.groups;
  const nots = [first, second, third].filter((not) => not !== undefined).length + (end === 'unnecessary' ? 1 : 0);
  return { ...decisions(nots % 2 === 0 ? ['overturned'] : ['upheld']), count: match.count };
}

function ofEnd(terms: readonly TypedTerm[]): Wording | null {
  const match = wordingAt(terms, ENDED);
  if (match === null) return null;
  const { not, part, end, behind } = match.groups;
  const values = (): Decision[] => {
    if (part !== undefined || behind !== undefined) return not === undefined ? ['overturned_in_part'] : ['upheld', 'overturned'];
    if ((end === 'upheld') === (not === undefined)) return ['upheld'];
    return not === undefined ? ['overturned'] : ['overturned', 'overturned_in_part'];
  };
  return { ...decisions(values()), count: match.count };
}

function decisions(values: readonly Decision[]) {
  return { field: 'decision', values } as const;
}

/** How many terms from the first on a wording takes; it must end where one ends. */
function wordingAt(terms: readonly TypedTerm[], pattern: RegExp): { count: number; groups: Record<string, string | undefined> } | null {
  const match = pattern.exec(terms.map((term) => term.words.join(' ')).join(' '));
  if (match === null) return null;
  let length = -1;
  for (const [index, term] of terms.entries()) {
    length += 1 + term.words.join(' ').length;
    if (length === match[0].length) return { count: index + 1, groups: match.groups ?? {} };
    if (length > match[0].length) break;
  }
  return null;
}
