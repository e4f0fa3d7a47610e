import { tolerant } from '../../text/ocr.ts';
import { listOf } from '../list-rows.ts';
import { COUNTED_ROWS } from './counted-rows.ts';
import type { Verdict } from './told-verdict.ts';
import { SHOWN_ROWS, VERB_ROWS, type VerdictKind, type VerdictRow } from './verdict-rows.ts';

/** Words up to the end of a sentence, over line ends. */
const WITHIN_SENTENCE = String.raw`(?:(?!\n\n|[.!?;]\s)[\s\S])`;
/** Where the subject of a verdict starts: at the clause, or behind the words of who decides. */
const SUBJECT_LEAD = String.raw`(?:^|[,;:.)]\s+|\b(?:${tolerant('that|determined|find|finds|deem')})\s+)`;
const NO_VERB = String.raw`(?:(?!\b(?:is|are|was|were|has|have|had|does|do|did)\b)[^.;])*$`;
const LONGEST_SUBJECT = 300;

/** What a subject makes of a verdict: of "none" the opposite, of a part a part. What is not told here is not clear. */
const MAKES: readonly (readonly [VerdictKind, Partial<Record<NonNullable<Verdict['decision']>, Verdict['decision']>>])[] = [
  ['not-all', {}],
  ['none', { overturned: 'upheld' }],
  ['some', { overturned: 'overturned_in_part', overturned_in_part: 'overturned_in_part' }],
];

/** Every row of a verdict. Lists are joined in this order; which list is asked when stands in `verdictReader`. */
export const VERDICT_ROWS: readonly VerdictRow[] = [...VERB_ROWS, ...SHOWN_ROWS, ...COUNTED_ROWS];

/** Finds every verdict of a text, in order. */
export type VerdictReader = (text: string) => Verdict[];

/** Every verdict in the text, in order. */
export const findVerdicts: VerdictReader = verdictReader(VERDICT_ROWS);

/** The verdict that ends the text; null where none does. "X is not medically necessary and appropriate." */
export function verdictAtEnd(text: string): Verdict | null {
  const last = findVerdicts(text).at(-1);
  return last !== undefined && /^[\s.;:*"')]*$/.test(text.slice(last.end)) ? last : null;
}

/** A reader of verdicts by these rows. */
export function verdictReader(rows: readonly VerdictRow[]): VerdictReader {
  const list = (kind: VerdictKind) => listOf(rows, kind);
  const forms = formsOf(list);
  const { bySubject, byObject } = countedBy(list);
  const decisionOf = decisionBy(list);
  return (text) =>
    forms
      .flatMap((pattern) => [...text.matchAll(pattern)])
      .map((match): Verdict => {
        const told = decisionOf(match.groups?.['between'] ?? '');
        const what = match.groups?.['what'];
        const before = text.slice(Math.max(0, match.index - LONGEST_SUBJECT), match.index);
        const decision =
          what === undefined ? bySubject(told, before.split(/\n\n|[.!?;]\s+(?=\p{Lu})/u).at(-1) ?? '') : byObject(told, what);
        return { decision, start: match.index, end: match.index + match[0].length };
      })
      .sort((a, b) => a.start - b.start);
}

type List = (kind: VerdictKind) => string;

/** The ways of telling a verdict. */
function formsOf(list: List): readonly RegExp[] {
  const not = list('negation');
  const necessary = tolerant(list('necessary'));
  const fillers = tolerant(`${list('filler')}|${list('partly')}`);
  return [
    // "is not medically necessary and appropriate", "is notmedicallynecessary"; not "this medically necessary".
    String.raw`(?<!\p{L})${list('copula')}\s*(?<between>(?:(?:${not}|${fillers})[\s,-]*){0,8})${necessary}(?!\p{L})`,
    // "programisnot medically necessary": with its negation a verb is one also where the blank before it was lost.
    String.raw`(?<=\p{L})${list('copula')}\s*(?<between>not)\s*${necessary}(?!\p{L})`,
    // "medical necessity of this request is not established", "medical necessity has been shown"
    String.raw`(?<=\b${tolerant('medical')}\s*necessity\b${WITHIN_SENTENCE}{0,160}?\s)(?:is|was|has|have)\s*(?<between>(?:(?:${not}|${list('shown-filler')})[\s,-]*){0,6})${tolerant(list('shown'))}(?!\p{L})`,
    // "deem the request for a cane to be medically necessary", "find it not to be medically necessary"
    String.raw`(?<!(?:n[o0]t|n't)\s+)\b${list('deem')}\s+(?<what>${WITHIN_SENTENCE}{1,200}?)\s(?<between>(?:(?:${not}|${list('deem-filler')})[\s,-]*){1,4})${necessary}(?!\p{L})`,
  ].map((source) => new RegExp(source, 'giu'));
}

/** What the words between "is" and "medically" say: nothing, a negation, a part. */
function decisionBy(list: List): (between: string) => Verdict['decision'] {
  const not = new RegExp(list('negation'), 'gi');
  // A damaged word that may stand there must also be known for what it says.
  const partly = new RegExp(tolerant(list('partly')), 'i');
  return (between) => {
    const denials = [...between.matchAll(not)].length;
    if (denials === 0) return partly.test(between) ? 'overturned_in_part' : 'overturned';
    return denials === 1 && !partly.test(between) ? 'upheld' : null;
  };
}

function countedBy(list: List) {
  const numbering = new RegExp(String.raw`^\W*${list('numbering')}`, 'i');
  const subjects = MAKES.map(([kind, makes]) => {
    // Each row of a part ends where it must; of the others a word may follow.
    const pattern = (words: string) => new RegExp(`${SUBJECT_LEAD}${words}${kind === 'some' ? '' : String.raw`\b`}${NO_VERB}`, 'iu');
    return { pattern: pattern(list(kind)), damaged: pattern(tolerant(list(kind))), makes };
  });
  const none = new RegExp(String.raw`^${list('none')}\b`, 'i');
  const damagedNone = new RegExp(String.raw`^${tolerant(list('none'))}\b`, 'i');
  const notDeemed = new RegExp(tolerant(String.raw`\b${list('not-deemed')}\b`), 'i');
  return {
    bySubject(told: Verdict['decision'], clause: string): Verdict['decision'] {
      const subject = clause.replace(numbering, '');
      if (told === null) return null;
      const makes = subjects.find(({ pattern }) => pattern.test(subject))?.makes;
      if (makes !== undefined) return makes[told] ?? null;
      // "N0ne of the visits": what a damaged word makes of it is not clear.
      return subjects.some(({ damaged }) => damaged.test(subject)) ? null : told;
    },
    byObject(told: Verdict['decision'], what: string): Verdict['decision'] {
      if (none.test(what)) return told === 'overturned' ? 'upheld' : null;
      return notDeemed.test(what) || damagedNone.test(what) ? null : told;
    },
  };
}
