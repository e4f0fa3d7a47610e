/**
 * The sentences of a rationale that tell its verdict. What counts is listed, not what does not: a connective that concludes
 * or grounds that nobody else speaks in, then a phrase that starts at its subject ("the request for ...") with no other verb,
 * then the verdict, then nothing or a few known words. Everything else tells nothing, never the other outcome.
 */
import { tolerant, tolerantPattern } from '../../text/ocr.ts';
import type { Place } from '../../text/places.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { findVerdicts, type Verdict } from './verdict.ts';

/** The clause of a rationale that tells a verdict or a denial. Offsets are those of the text. */
export interface VerdictSentence extends Place {}

const LONGEST_SENTENCE = 1000;
/** Commas at which a main clause is looked for behind its grounds. */
const MOST_COMMAS = 12;

const CONNECTIVE =
  /^(?:(?:and|so|then|therefore|thus|hence|consequently|accordingly|likewise|overall|currently|as\s+such|as\s+a\s+result|in\s+(?:summary|conclusion|sum|short|this\s+case)|at\s+(?:this\s+time|present)|for\s+(?:all\s+)?(?:these|this|the\s+above)\s+reasons?|for\s+the\s+reasons\s+(?:given|stated|noted)(?:\s+above)?|(?:based\s+(?:up)?on|given|in\s+(?:view|light)\s+of|due\s+to|because\s+of|considering)\s+(?:all\s+(?:of\s+)?)?(?:the\s+(?:above|foregoing|aforementioned)|this|these)(?:\s+(?:information|reasons?|findings|facts|discussion|issues?|concerns))?|under\s+(?:these|the)\s+circumstances)(?:\s*,\s*|\s+))+/iu;
/** The reviewer's own voice. */
const OWN_VOICE =
  /^(?:(?:I|we)\s+(?:(?:therefore|thus)\s+)?(?:find|conclude|determine)|it\s+is\s+my\s+(?:opinion|conclusion|determination))\s+that\s+/iu;
/** "I am reversing the prior decision and" before "deem". */
const REVERSING = /^I\s+am\s+(?:reversing|overturning)\s+the\s+(?:prior|previous|earlier)\s+(?:decision|denial|determination)\s+and\s*$/iu;
const OWN_DEEM = /^(?:(?:I|we)\s+(?:therefore|thus|also)?\s*)?$/iu;

/** What opens a clause of grounds before the main clause. */
const GROUNDS = /^(?:as|since|because|given|due\s+to|based\s+(?:up)?on|in\s+(?:view|light)\s+of|considering|although|though|despite)\b/iu;
/** The same, where only a denial may follow: "without proof of gains, the request is not ..." */
const DENYING_GROUNDS =
  /^(?:without|with(?!\s+(?:a|an|the|proper|further|more)\b)|absent|lacking|in\s+the\s+absence\s+of|there\s+(?:is|are)\s+(?:no|insufficient|little)|no)\b/iu;
const PRIOR_STANDS =
  /^the\s+(?:prior|previous|earlier|original)\s+(?:decision|denial|determination)\s+(?:stands|is\s+(?:upheld|affirmed))\s*,$/iu;
const THEREFORE = /^(?:and\s+|so\s+)?(?:therefore|thus|hence|consequently|accordingly|so)\b/iu;

/** Others who decide or speak for the insurer; of those a denial's grounds may not speak. */
const OTHER_SIDE = tolerantPattern(
  /\b(?:utilization|UR|insurer|carrier|administrator|adjuster|(?:prior|previous|first)\s+(?:review\w*|decision|denial)|QME|AME|attorney|appeal\w*|opin(?:es?|ed|ion)\w*|disagree\w*|argu\w+|contend\w*)\b/iu,
);
/** All who may speak, and the words for it; in grounds of an approval none of them may stand. */
const ANYONE = tolerantPattern(
  /\b(?:provider|physician|doctor|dr|surgeon|therapist|clinician|reviewer|examiner|report|note|letter|request(?:er|or)|stat(?:es?|ed|ing)|writ(?:es?|ten|ing)|wrote|sa(?:ys?|id|ying)|believ\w*|feels?|felt|thinks?|thought|claim(?:s|ed)|assert\w*|maintain(?:s|ed)|alleg\w*|according|suppos\w*|puts?|once|might|could|would|if|unless|whether|when|until|no|not|nor|never|cannot)\b|n't\b/iu,
);
/** A condition or a doubt in grounds. */
const DOUBT = tolerantPattern(/\b(?:if|unless|whether|until|might|could|would|true|doubt\w*)\b/iu);

/** Words that make a phrase more than a thing that was asked for: a second verb, a clause, a comparison, a limit, a speaker. */
const MORE_THAN_A_THING = tolerantPattern(
  /\b(?:that|than|what|how|which|who|whom|whose|why|whether|if|unless|until|when|where|is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|will|would|should|must|not|never|only|but|except|however|cannot|exceeds?|beyond|lacks?|fails?|failed|shows?|stat(?:es?|ed|ing)|writ(?:es?|ing)|wrote|sa(?:ys?|id)|believes?|feels?|felt|opin(?:es?|ed)|thinks?|thought|argues?|argued|contends?|claims?|claimed|asserts?|maintains?|alleges?|disagrees?|according|reports?|reported|notes|noted|suggests?|insists?|considers?|finds?|found|concludes?|evidence|proof)\b|n't\b/iu,
);
const NEGATED = tolerantPattern(/\b(?:no(?!\.)|none|nor|neither)\b/iu);
/** "the doctor deems the brace": a second "the" that no preposition leads to. */
const SECOND_PHRASE =
  /(?<!\b(?:for|of|to|with|without|in|on|at|by|and|or|from|per|under|over|into|after|before|during|as|plus|including|via|about|through|both|all|against|within|between|beside|along|since|following|regarding|around|above|below|near))(?<![,(/:-])\s+(?:the|this|these|those)\s/iu;
const PART_OF = tolerantPattern(
  /\b(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|parts?|half|most|many|few|portion|rest|remainder|majority|quarter|third)\s+(?:\p{L}+\s+)?(?:out\s+)?of\s+(?:the|these|those)\b|\brequested\s+(?:amount|number|quantity|frequency|duration)\b/iu,
);
/** Heads that are no service: who speaks, what was decided, what was read. */
const OTHER_HEAD = tolerantPattern(
  /^(?:(?:the|this|these|an?|any)\s+)?(?:[\p{L}'-]+\s+){0,2}?(?:provider|physician|doctor|dr|surgeon|insurer|carrier|administrator|adjuster|reviewer|attorney|patient|worker|employee|claimant|denial|decision|determination|appeal|review|records?|documentation|guidelines?)(?!'s|s'|\p{L})/iu,
);

const ASKED = tolerant(
  String.raw`(?:requests?|requested|disputed|(?:items?|treatments?|services?|medications?|drugs?|procedures?)\s+(?:requested|in\s+dispute|at\s+issue))`,
);
/** "the current request for", "the requested MRI", "these disputed items" */
const REQUEST = new RegExp(
  String.raw`^(?:(?:the|this|these|those|both|all|each|such)\s*(?:of\s+(?:the|these|those)\s+)?(?:(?:current|present|above|original|retrospective|prospective|additional|further|medication|prescription|surgical|primary|associated|two|three|four|(?:treating\s+)?(?:physician|provider)'s)\s+){0,3})?${ASKED}(?!\p{L})`,
  'iu',
);
/** "the medical necessity of", "medical necessity" */
const OF_NECESSITY = new RegExp(String.raw`^(?:the\s+)?${tolerant(String.raw`medical\s*necessity`)}(?:\s+(?:of|for)\s+|\s*$)`, 'iu');
/** "the remaining IMR eligible portion of the original request, 2 visits" is the thing in dispute, no part of it. */
const REMAINING =
  /^(?:this\s+request\s+for\s+)?the\s+remaining\s+(?:IMR\s*-?\s*eligible\s+)?portion\s+of\s+the\s+(?=(?:original\s+)?request)/iu;
const NONE_OF = /^(?:none\s+of|neither|no(?!\.))\s+(?<rest>[\s\S]+)$/iu;
const NAMES_REQUEST = new RegExp(String.raw`(?<!\p{L})(?:${ASKED}|services?|items?|treatments?)(?!\p{L})`, 'iu');

const TAIL_WORDS = String.raw`at\s+this\s+(?:time|point)|at\s+present|currently|(?:for|in(?:\s+the\s+care\s+of)?)\s+this\s+(?:patient|worker|injured\s+worker|employee|claimant|applicant|individual|case|instance|setting)|as\s+(?:requested|written|submitted|prescribed|well)|based\s+on\s+the\s+(?:above|records\s+provided|information\s+provided)|either|also|too|and\s+appropriate`;
const TAIL = new RegExp(String.raw`^(?:[\s,]*(?:${TAIL_WORDS})(?!\p{L})){0,3}[\s.,;:"')!]*$`, 'iu');
/** Behind a denial its grounds may stand, or what follows from it. */
const DENIAL_TAIL = new RegExp(
  String.raw`^(?:[\s,]*(?:${TAIL_WORDS})(?!\p{L})){0,3}[\s,]+(?:because|since|as|due\s+to|based\s+(?:up)?on|given|for\s+lack\s+of|in\s+the\s+absence\s+of|per\s+the|and\s+(?:(?:is|are|should\s+be)\s+)?(?:denied|upheld|not\s+certified|non-?certified))\b`,
  'iu',
);
const TURN = tolerantPattern(/\b(?:if|unless|until|when|only|except|however|but|although|though|which|yet|while)\b/iu);
/** "Because the operation is not medically necessary, the same holds for the brace." */
const SAME_HOLDS = /^\s*,\s*the\s+same\s+(?:holds|applies|goes|is\s+true)\s+(?:for|to|of)\s+[^.;]{1,120}[.\s]*$/iu;

/** "the request is not certified": against an approval it leaves the decision open. */
const DENIED =
  /(?<!\p{L})(?:is|are)\s+(?:(?:therefore|thus|hereby|also)\s+)?(?:denied|rejected|upheld|(?:not|non)[\s-]*(?:certified|approved|authorized|granted))(?!\p{L})/giu;

/**
 * The clauses that tell the verdict: "Therefore, the requested brace is not medically necessary." Where one approves, clauses
 * that deny without speaking of necessity are told too. `own`: the words of the item, where the text is of one item
 * alone; then the last and only verdict may have "it" or some of these words as its subject.
 */
export function findVerdictSentences(text: string, own: string | null = null): VerdictSentence[] {
  const verdicts = findVerdicts(text);
  const clauses = clausesOf(text);
  const accepted: { verdict: Verdict; clause: VerdictSentence }[] = [];
  let next = 0;
  for (const clause of clauses) {
    while (next < verdicts.length && (verdicts[next]?.start ?? 0) < clause.start) next += 1;
    for (let index = next; index < verdicts.length; index += 1) {
      const verdict = verdicts[index];
      if (verdict === undefined || verdict.start >= clause.end) break;
      const found = verdictClause(text, clause, verdict, verdicts.length === 1 ? own : null);
      if (found !== null) accepted.push({ verdict, clause: found });
    }
  }
  const approves = accepted.some(({ verdict }) => verdict.decision === 'overturned');
  return [...accepted.map(({ clause }) => clause), ...(approves ? denialsIn(text, clauses) : [])].sort((a, b) => a.start - b.start);
}

/** Sentences, cut at semicolons and empty lines. */
function clausesOf(text: string): VerdictSentence[] {
  return sentencesOf(text).flatMap((sentence) => {
    const clauses: VerdictSentence[] = [];
    let start = sentence.start;
    for (const border of sentence.text.matchAll(/;\s+|\n\n\s*/g)) {
      clauses.push({ start, end: sentence.start + border.index + 1 });
      start = sentence.start + border.index + border[0].length;
    }
    clauses.push({ start, end: sentence.end });
    return clauses;
  });
}

function verdictClause(text: string, clause: VerdictSentence, verdict: Verdict, own: string | null): VerdictSentence | null {
  if (verdict.decision === null || clause.end - clause.start > LONGEST_SENTENCE) return null;
  const upheld = verdict.decision === 'upheld';
  const lead = text.slice(clause.start, verdict.start);
  const tail = text.slice(verdict.end, Math.max(verdict.end, clause.end));
  const words = text.slice(verdict.start, verdict.end);
  if (SAME_HOLDS.test(tail) && /^(?:as|since|because)\s/i.test(lead)) {
    return isSubject(lead.replace(/^\S+\s+/, '').trim(), true) ? { start: clause.start, end: verdict.end } : null;
  }
  if (!TAIL.test(tail) && !(upheld && DENIAL_TAIL.test(tail) && !TURN.test(tail) && !OTHER_SIDE.test(tail))) return null;
  for (const start of mainClauses(lead, upheld)) {
    if (isMainClause(lead.slice(start), words, start > 0, own)) return { start: clause.start + start, end: clause.end };
  }
  return null;
}

/** Where the main clause may start: at the front, or behind grounds and their comma. */
function mainClauses(lead: string, upheld: boolean): number[] {
  const starts = [0];
  const opened = lead.replace(CONNECTIVE, '');
  const skipped = lead.length - opened.length;
  const grounded = GROUNDS.test(opened) || (upheld && DENYING_GROUNDS.test(opened));
  for (const comma of [...opened.matchAll(/,\s+(?:and\s+)?/g)].slice(0, MOST_COMMAS)) {
    const before = opened.slice(0, comma.index);
    const behind = opened.slice(comma.index + comma[0].length);
    const quiet = !DOUBT.test(before) && !(upheld ? OTHER_SIDE : ANYONE).test(withoutVerdict(before));
    if (PRIOR_STANDS.test(`${before},`) || ((grounded || THEREFORE.test(behind)) && quiet))
      starts.push(skipped + comma.index + comma[0].length);
  }
  return starts;
}

/** Grounds may tell the verdict on another item: "As the operation is not medically necessary, ..." */
function withoutVerdict(grounds: string): string {
  return grounds.replace(/\b(?:is|are|was|were)\s+not\s+(?:medically\s+necessary|supported|certified|approved)\s*$/i, '');
}

function isMainClause(lead: string, verdict: string, grounded: boolean, own: string | null): boolean {
  const opened = lead.replace(CONNECTIVE, '');
  const plain = opened.replace(OWN_VOICE, '');
  const concludes = grounded || plain !== lead;
  // "I deem the request to be medically necessary": the thing stands inside the verdict's own words.
  if (/^(?:deem|find|consider)\b/i.test(verdict)) return OWN_DEEM.test(plain) || REVERSING.test(plain);
  const subject = plain.trim();
  return isSubject(subject, concludes) || (own !== null && isOwn(subject, own));
}

/** Whether the phrase is what was asked for; behind a connective any thing is. */
function isSubject(phrase: string, concludes: boolean): boolean {
  const none = NONE_OF.exec(phrase)?.groups?.['rest'];
  if (none !== undefined) return !MORE_THAN_A_THING.test(withoutRelative(none)) && (concludes || NAMES_REQUEST.test(none));
  const necessity = OF_NECESSITY.exec(phrase)?.[0];
  const thing = (necessity === undefined ? phrase : phrase.slice(necessity.length)).replace(REMAINING, 'the ');
  if (necessity !== undefined && thing === '') return true;
  if (MORE_THAN_A_THING.test(thing) || NEGATED.test(thing) || PART_OF.test(thing) || SECOND_PHRASE.test(thing)) return false;
  if (REQUEST.test(thing)) return true;
  return (concludes || necessity !== undefined) && /\p{L}{3}/u.test(thing) && !OTHER_HEAD.test(thing);
}

/** "the services that go with it" */
function withoutRelative(thing: string): string {
  return thing.replace(/\b(?:that|which)\s+(?:go(?:es)?\s+with|accompany|accompanies|belongs?\s+to)\b/i, '');
}

/** "it", or a phrase of the item's own words. */
function isOwn(subject: string, own: string): boolean {
  if (/^(?:it|this)$/i.test(subject)) return true;
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const named = new Set(words(own));
  const said = words(subject).filter((word) => !/^(?:the|this|and|for|with)$/.test(word));
  return said.length > 0 && said.every((word) => named.has(word)) && !MORE_THAN_A_THING.test(subject) && !NEGATED.test(subject);
}

function denialsIn(text: string, clauses: readonly VerdictSentence[]): VerdictSentence[] {
  return clauses.filter(({ start, end }) => {
    if (end - start > LONGEST_SENTENCE) return false;
    const clause = text.slice(start, end);
    return [...clause.matchAll(DENIED)].some((match) => {
      const lead = clause.slice(0, match.index);
      const opened = lead.replace(CONNECTIVE, '');
      return TAIL.test(clause.slice(match.index + match[0].length)) && isSubject(opened.trim(), opened !== lead);
    });
  });
}
