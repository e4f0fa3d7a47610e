/**
 * What a sentence says is not there: "there is no documentation of red flags", "the duration was not specified", "it is unclear how many visits
 * were completed". The words that say so are few and general; what stands behind them (or, where the verb is a passive one, before them)
 * is the object, and the object tells which reason it is.
 */
import { pattern } from './words.ts';

/** One thing that is not there. */
export interface Lacked {
  /** The object, up to words of purpose ("to support", "that would warrant"), without words that say nothing ("documentation of"). */
  readonly object: string;
  /** The whole clause, in which other words of the object may stand. */
  readonly clause: string;
  /** Offset of the clause in the sentence. */
  readonly at: number;
  /** Whether it is not told at all, or not plainly: "it is unclear whether". */
  readonly unclear: boolean;
}

/** A verb of records: to document, to show, to specify. */
const TELLS =
  '(?:document|provid|show|indicat|demonstrat|specif|note|reveal|includ|detail|describ|discuss|mention|establish|submit|state|identif|report|outlin|address|support|contain|reflect|list|clarif|explain|quantif|substantiat|suggest|confirm|give|offer|appear|delineat|evidence|formulat|record|articulat|found|find|observ|elicit|present|apparent|clear|evident|known|available|enclos|attach|check|perform|name|point)\\w*';
const NONE =
  '(?:no|not any|(?:an? )?(?:\\w+ )?lack(?:s|ed|ing)?(?: of)?|(?:an? )?absence of|absent|without|insufficient|inadequate|(?:very )?limited|scant|(?:very )?little|neither|nor|nothing|never|none)';
const ADVERBS = '(?: (?:clearly|adequately|been|specifically|\\w+ly|appear to|seem to|sufficiently|further|yet|also|made))*';

const NONE_OF = pattern(`\\b${NONE}\\b`);
const VERB = pattern(
  `\\b(?:(?:did|does|do|has|have|had|is|was|are|were|would|could|can) not|didn't|doesn't|hasn't|isn't|wasn't|cannot|made no|neither|fail(?:s|ed|ing)? to|failure to)${ADVERBS} ${TELLS}\\b`,
);
const PASSIVE = pattern(
  `(?:\\b(?:is|are|was|were|has|have|had|be)(?: also)? not${ADVERBS}|\\bcould not(?: be| have been)?|\\bnot|\\bneither) ${TELLS}\\b|\\b(?:is|was|are|were|remains?) (?:not clear|unclear|unknown|uncertain|unspecified|absent|missing|lacking|vague|undocumented|incomplete|not available|not on file)\\b`,
);
const UNCLEAR =
  /\b(?:it (?:is|was|remains) (?:also )?(?:unclear|unknown|uncertain|not (?:\w+ly |at all )?(?:clear|clearly stated|known|apparent|evident|stated|noted|specified|documented|established|mentioned|certain))(?: or \w+ \w+)?|(?:cannot|could not|unable to|impossible (?:for \w+ \w+ )?to) (?:tell|say|locate|determine|ascertain|verify)|(?:further )?clarification is needed|unclear|not clear|(?:is|was|are|remains?) (?:unknown|uncertain))\b/i;
/** Any other word by which something is not so. */
const OTHERWISE = pattern(
  "\\b(?:not|cannot|never|unspecified|undocumented|unremarkable|normal|negative|intact|symmetric|unsupported|undetermined|incomplete|vague|open-ended)\\b|n't\\b|\\bfail(?:s|ed|ing)? to (?!(?:conserv|respond|improve|progress))|\\bpremature\\b|\\bonly (?:\\w+ ){0,3}(?:tenderness|findings?)\\b",
);

/** Whether a sentence says that something is not there, or not so. */
export function tellsLack(text: string): boolean {
  return NONE_OF.test(text) || VERB.test(text) || OTHERWISE.test(text) || UNCLEAR.test(text);
}

/** Words in front of an object that do not tell what it is. */
const SAYS_NOTHING = pattern(
  `^(?:[\\s,'"]*\\b(?:(?:discussion|descriptions?|reports?|account|records?) (?:of|that|regarding)|documentation|documented|documents?|evidence|indications?|mention(?:ed)?|notations?|clear|specific|objective|adequate|sufficient|recent|current|significant|clinical|medical|supporting|any|other|such|further|additional|subjective|quantified|detailed|convincing|compelling|reliable|credible|definitive|definite|prior|proper|formal|the|a|an|this|these|his|her|submitted|provided|available|noted|for review|within|in|of|on|from|with|regarding|concerning|about|to|that|indicating|indicates?|noting|notes?|showing|shows?|demonstrating|suggesting|supporting|describing|documenting|specifying|confirming|establishing|detailing|explaining|suggest|indicate|show|demonstrate|document|specify|support|establish|if|there|is|was|were|are|has|have|had|been|being|having|patient|claimant|applicant|injured worker|worker|employee|individual|he|she|they|also|clearly|adequately|specifically|presence|existence|records?|provide|or|by|physician|provider|at least)\\b)*[\\s,'"]*`,
);
/** What joins a clause to the one before. */
const JOINS =
  /^\W*(?:(?:and|but|or|nor|however|additionally|also|further(?:more)?|in addition|moreover|although|while|here|in this case|moreover|therefore|thus),?\s+)+/i;
/** Where an object ends: what it would have been good for. */
const PURPOSE =
  /\b(?:to (?:support|warrant|justify|substantiate|necessitate|indicate|suggest(?!ed)|raise|clarify|require|validate|exceed|continue|proceed)|that (?:would|will|could|might)|(?:which )?would (?:warrant|support|justify)|in order|as (?:the|there|it)|given (?:that|the)|so (?:that|the)|despite|therefore|thus|at this time)\b/i;
/** Where a sentence goes on with something else that is not there. */
const NEXT =
  /(?<=;)|,? (?=(?:and|or|nor|but|additionally|also|while|however|although|along with the fact that)[, ]+(?:the )?(?:there (?:is|was|were|are|has)|no |not |nor |lack|without|it (?:is|was)|(?:the )?(?:patient|claimant|records?|documentation|request|this)))/i;

/** Everything that a sentence says is not there, in order. */
export function lackedIn(sentence: string): Lacked[] {
  const found: Lacked[] = [];
  let at = 0;
  for (const clause of sentence.split(NEXT)) {
    const object = objectOf(clause);
    if (object !== null) found.push({ ...object, clause, at });
    at += clause.length;
  }
  return found;
}

function objectOf(clause: string): Pick<Lacked, 'object' | 'unclear'> | null {
  const unclear = UNCLEAR.exec(clause);
  if (unclear !== null) {
    const behind = clause.slice(unclear.index + unclear[0].length);
    return { object: bare(behind.length > SHORT ? behind : clause.slice(0, unclear.index)), unclear: true };
  }
  const verb = VERB.exec(clause);
  const none = NONE_OF.exec(clause);
  if (verb !== null && (none === null || verb.index <= none.index)) return { object: ofVerb(clause, verb), unclear: false };
  if (none !== null) return { object: bare(clause.slice(none.index + none[0].length)), unclear: false };
  const passive = PASSIVE.exec(clause);
  if (passive !== null)
    return {
      object: bare(passive.index > SHORT ? clause.slice(0, passive.index) : clause.slice(passive.index + passive[0].length)),
      unclear: false,
    };
  const other = OTHERWISE.exec(clause);
  return other === null ? null : { object: clause.slice(other.index), unclear: false };
}

/** Fewer signs are no object. */
const SHORT = 8;

/** The object of a verb stands behind it, that of a passive before it. */
function ofVerb(clause: string, verb: RegExpExecArray): string {
  const before = clause.slice(0, verb.index);
  const behind = clause.slice(verb.index + verb[0].length);
  const passive =
    /\b(?:is|was|are|were|been|be)\b/i.test(verb[0]) || (/^neither/i.test(verb[0]) && /\b(?:is|was|are|were)\s*$/i.test(before));
  if (/^\s*to (?:be|have)\b/i.test(behind)) return bare(behind);
  return bare((passive || behind.replace(/[\s.]/g, '').length < 4) && before.length > SHORT ? before : behind);
}

/** An object without its purpose and without the words in front that say nothing. */
function bare(object: string): string {
  const purpose = PURPOSE.exec(object);
  const cut = purpose !== null && purpose.index > SHORT ? object.slice(0, purpose.index) : object;
  return cut
    .replace(JOINS, '')
    .replace(SAYS_NOTHING, '')
    .replace(/^['’]?s\s+/, '');
}
