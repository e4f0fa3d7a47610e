/**
 * A decision told as a sentence: "... is not medically necessary and appropriate." The negation is the only difference
 * between the two outcomes, and blanks get lost around it ("is notmedically necessary", seen in a letter of 2013). Every word between
 * "is" and "medically" must be a known one: a damaged word makes the verdict unreadable, never the other verdict.
 */
import type { Decision } from '#contract/lists.ts';
import { tolerant } from '../../text/ocr.ts';
import type { Place } from '../../text/places.ts';

/** The verb phrase of a verdict, and what it says; `decision` is null where the words are not clear. */
export interface Verdict extends Place {
  readonly decision: Extract<Decision, 'upheld' | 'overturned' | 'overturned_in_part'> | null;
  /** Offsets of the verb phrase, from "is" to "necessary" or "appropriate". */
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
  String.raw`(?<!(?:n[o0]t|n't)\s+)\b(?:deem|find|consider)\s+(?<what>${WITHIN_SENTENCE}{1,200}?)\s(?<between>(?:(?:${NOT}|to|be|as)[\s,-]*){1,4})${NECESSARY}(?!\p{L})`,
  'giu',
);
/** What may be deemed necessary: a thing that is named, with no words that say how little speaks for it. */
const DEEMED = new RegExp(
  tolerant(
    String.raw`^(?![\s\S]*\b(?:that|than|what|how|which|who|no|not|any|insufficient|inadequate|little|few|scant|lack\w*|absence|hard|difficult|impossible|reasons?|evidence|proof|support|basis|grounds?|deem|find|consider|is|are|was|were)\b)`,
  ),
  'i',
);

/** Where the subject of a verdict starts: at the clause, or behind the words of who decides. */
const SUBJECT_LEAD = String.raw`(?:^|[,;:.)]\s+|\b(?:that|determined|find|finds|deem)\s+)`;
const NO_VERB = String.raw`(?:(?!\b(?:is|are|was|were|has|have|had|does|do|did)\b)[^.;])*$`;
/** "none of the services is", "neither the cane nor the walker is", "no further therapy is" */
const NONE = new RegExp(String.raw`${SUBJECT_LEAD}(?:neither|none|no(?!\.))\b${NO_VERB}`, 'iu');
const COUNT = String.raw`(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)`;
/** "only six visits are", "6 of the 12 visits are", "part of the request is"; not "one MRI of the spine is". */
const SOME = new RegExp(
  [
    String.raw`${SUBJECT_LEAD}(?:(?:only|just|at\s+most|up\s+to)\b`,
    String.raw`(?:a\s+)?(?:half|parts?|portion|some|most)\s+of\s+(?:the|these|those|this)\b`,
    String.raw`(?:the\s+)?(?:first\s+)?${COUNT}\s+(?:out\s+)?of\s+(?:(?:the|these|those)\b|${COUNT}\s)`,
    String.raw`(?:the\s+)?(?:first\s+)?${COUNT}\s+\p{L}+\s+(?:out\s+)?of\s+(?:the|these|those)\s+(?:${COUNT}|requested)\b)${NO_VERB}`,
  ].join('|'),
  'iu',
);
/** "not all of the visits are": neither outcome. */
const NOT_ALL = new RegExp(String.raw`${SUBJECT_LEAD}not\s+(?:all|every|each|the|a)\b${NO_VERB}`, 'iu');
/** A heading's number in front of its subject. */
const NUMBER = /^\W*(?:(?:issue|item)\s*)?#?\d{1,2}\s*[).:]\s*/i;
const LONGEST_SUBJECT = 300;

/** Every verdict in the text, in order. */
export function findVerdicts(text: string): Verdict[] {
  return [VERB, GLUED_DENIAL, NECESSITY, DEEM]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map((match): Verdict => {
      const told = decisionOf(match.groups?.['between'] ?? '');
      const what = match.groups?.['what'];
      const before = text.slice(Math.max(0, match.index - LONGEST_SUBJECT), match.index);
      const decision = what === undefined ? bySubject(told, before.split(/\n\n|[.!?;]\s+(?=\p{Lu})/u).at(-1) ?? '') : byObject(told, what);
      return { decision, start: match.index, end: match.index + match[0].length };
    })
    .sort((a, b) => a.start - b.start);
}

/** The decision, with what the subject makes of it: of "none" the opposite, of a part a part. */
function bySubject(told: Verdict['decision'], clause: string): Verdict['decision'] {
  const subject = clause.replace(NUMBER, '');
  if (NOT_ALL.test(subject)) return null;
  if (NONE.test(subject)) return told === 'overturned' ? 'upheld' : null;
  if (SOME.test(subject)) return told === 'overturned' || told === 'overturned_in_part' ? 'overturned_in_part' : null;
  return told;
}

function byObject(told: Verdict['decision'], what: string): Verdict['decision'] {
  if (/^(?:neither|none|no)\b/i.test(what)) return told === 'overturned' ? 'upheld' : null;
  return DEEMED.test(what) ? told : null;
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
