/**
 * A decision told as a sentence: "... is not medically necessary and appropriate." The negation is the only difference
 * between the two outcomes, and blanks get lost around it ("is notmedically necessary", seen in a letter of 2013). Every word between
 * "is" and "medically" must be a known one: a damaged word makes the verdict unreadable, never the other verdict.
 */
import type { Decision } from '#contract/lists.ts';
import { tolerant } from './ocr.ts';

/** The verb phrase of a verdict, and what it says; `decision` is null where the words are not clear. */
export interface Verdict {
  readonly decision: Extract<Decision, 'upheld' | 'overturned' | 'overturned_in_part'> | null;
  /** Offsets of the verb phrase, from "is" to "necessary" or "appropriate". */
  readonly start: number;
  readonly end: number;
}

const NOT = "not|n't|non-?";
const FILLERS = tolerant(
  'therefore|thus|hereby|also|both|clearly|currently|presently|felt|deemed|considered|found|determined|judged|seen|to|be|being|as|partially|in part',
);
const COPULA = 'is|are|was|were';
const NECESSARY = tolerant(
  String.raw`medically[\s-]*(?:necessary|appropriate)(?:\s*(?:and|or)(?:\s*\/\s*or)?\s*(?:medically\s*)?(?:appropriate|necessary))?`,
);

/** "is not medically necessary and appropriate", "is notmedicallynecessary"; not "this medically necessary". */
const VERB = new RegExp(
  String.raw`(?<!\p{L})(?:${COPULA})\s*(?<between>(?:(?:${NOT}|${FILLERS})[\s,-]*){0,8})${NECESSARY}(?!\p{L})`,
  'giu',
);
/** "programisnot medically necessary": with its negation a verb is one also where the blank before it was lost. */
const GLUED_DENIAL = new RegExp(String.raw`(?<=\p{L})(?:${COPULA})\s*(?<between>not)\s*${NECESSARY}(?!\p{L})`, 'giu');

/** Words up to the end of a sentence, over line ends. */
const WITHIN_SENTENCE = String.raw`(?:(?!\n\n|[.!?;]\s)[\s\S])`;
/** "medical necessity of this request is not established", "medical necessity has been shown" */
const NECESSITY = new RegExp(
  String.raw`(?<=\b${tolerant('medical')}\s*necessity\b${WITHIN_SENTENCE}{0,160}?\s)(?:is|was|has|have)\s*(?<between>(?:(?:${NOT}|been|yet|therefore|thus|clearly|also|adequately|sufficiently)[\s,-]*){0,6})(?:${tolerant('established|supported|demonstrated|substantiated|shown|documented|met|confirmed|evident')})(?!\p{L})`,
  'giu',
);
/** "deem the request for a cane to be medically necessary", "find it not to be medically necessary" */
const DEEM = new RegExp(
  String.raw`(?<!not\s+)\b(?:deem|find|consider)\s+${WITHIN_SENTENCE}{1,200}?\s(?<between>(?:(?:${NOT}|to|be|as)[\s,-]*){1,4})${NECESSARY}(?!\p{L})`,
  'giu',
);
const NONE_OF = /\bnone\s+of\s+(?:the|these|those)\b[^.;,]*$/i;

/** Every verdict in the text, in order. */
export function findVerdicts(text: string): Verdict[] {
  return [VERB, GLUED_DENIAL, NECESSITY, DEEM]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map((match): Verdict => {
      const decision = decisionOf(match.groups?.['between'] ?? '');
      // "none of the services is medically necessary"
      const none = decision === 'overturned' && NONE_OF.test(text.slice(Math.max(0, match.index - 200), match.index));
      return { decision: none ? 'upheld' : decision, start: match.index, end: match.index + match[0].length };
    })
    .sort((a, b) => a.start - b.start);
}

function decisionOf(between: string): Verdict['decision'] {
  const denials = [...between.matchAll(new RegExp(NOT, 'gi'))].length;
  const partly = /partially|in\s*part/i.test(between);
  if (denials === 0) return partly ? 'overturned_in_part' : 'overturned';
  return denials === 1 && !partly ? 'upheld' : null;
}

/** The verdict that ends the text; null where none does. "X is not medically necessary and appropriate." */
export function verdictAtEnd(text: string): Verdict | null {
  const last = findVerdicts(text).at(-1);
  return last !== undefined && /^[\s.;:*"')]*$/.test(text.slice(last.end)) ? last : null;
}

/** What makes a sentence less than a verdict: a condition, or a doubt. */
const CONDITION = /\b(?:if|unless|whether|may|might|could|would|argue[sd]?|contends?)\b|\bnot\b[^,;]*\bthat\b/i;
/** What denies or limits a verdict that stands behind it; before "is not medically necessary" the same words give its grounds. */
const DENIAL =
  /\b(?:until|when|should|only|except|neither|nor|none|never|no(?!\.)|cannot|unable|fails?|failed|insufficient|doubt\w*|not)\b|n't\b/i;
const LIMIT = /\b(?:if|unless|until|when|only|except|however|but|although)\b/i;
/** What others decided or said. */
const NARRATED =
  /\b(?:utilization\s*review\w*|UR|claims\s*administrator|adjuster|prior\s+review\w*|previous\s+(?:review|decision)\w*|non-?certified|guidelines?\s+(?:state|note|say|indicate)s?|ODG|MTUS|ACOEM)\b/i;
const REVERSING = /\b(?:am|is)\s+(?:reversing|overturning)\b/i;
/** Whether the sentence speaks of what was asked for, or draws a conclusion. */
const SUBJECT =
  /\brequest(?:s|ed)?\b|\bmedical\s*necessity\b|\bin\s+dispute\b|\bdisputed\b|\bat\s+issue\b|\bnone\s+of\s+the\s+(?:services|items)\b/i;
const CONCLUSION =
  /^\W*(?:and\s+|so\s+)?(?:therefore|thus|hence|consequently|accordingly|as\s+such|so|in\s+(?:summary|conclusion|sum)|for\s+(?:these|this|the\s+above)\s+reasons?)\b/i;
/** Where a sentence ends: a full stop before a capital or a digit, a semicolon, an empty line. */
const BORDER = /[.!?][\s"')]+(?=[\p{Lu}\d"'(])|;\s|\n\n/gu;

const LONGEST_SENTENCE = 1000;

/** A sentence of a rationale that tells the verdict on what was requested. Offsets are those of the text. */
export interface VerdictSentence {
  readonly start: number;
  readonly end: number;
}

/**
 * The sentences of a rationale that tell its verdict: "Therefore, the requested brace is not medically necessary." Left
 * out are conditions ("is medically necessary when ..."), questions, and what others decided ("UR found that it is not ...").
 */
export function findVerdictSentences(text: string): VerdictSentence[] {
  const borders = [...text.matchAll(BORDER)].map((border) => ({ start: border.index, end: border.index + border[0].length }));
  return findVerdicts(text).flatMap((verdict) => {
    const start = Math.max(0, ...borders.filter(({ end }) => end <= verdict.start).map(({ end }) => end));
    const end = Math.min(text.length, ...borders.filter((border) => border.start >= verdict.end).map((border) => border.start + 1));
    if (end - start > LONGEST_SENTENCE) return [];
    const lead = text.slice(start, verdict.start);
    const tail = text.slice(verdict.end, end);
    return isVerdict(verdict, lead, tail) ? [{ start, end }] : [];
  });
}

function isVerdict({ decision }: Verdict, lead: string, tail: string): boolean {
  if (tail.trim().endsWith('?') || CONDITION.test(lead) || LIMIT.test(tail)) return false;
  if ((NARRATED.test(lead) || NARRATED.test(tail)) && !REVERSING.test(lead)) return false;
  const concludes = CONCLUSION.test(lead) || REVERSING.test(lead);
  if (decision === 'upheld') return SUBJECT.test(lead) || concludes;
  // What approves must say nothing else: no word that denies before it, and without "request" nothing behind it.
  return !DENIAL.test(lead) && (SUBJECT.test(lead) || (concludes && /^\W*$/.test(tail)));
}
