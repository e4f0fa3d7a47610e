/**
 * What each sentence of a rationale is there for: it states a general rule, tells the history, says what this case shows or lacks, or
 * concludes. Reviewers write in blocks: rules, then the case, then the verdict; so a sentence without any sign of its own goes with those before it.
 */
import { tellsLack } from './lacking.ts';
import { GUIDELINE, PRESCRIBER, pattern, RECORD, WORKER } from './words.ts';

export type Role = 'rule' | 'history' | 'finding' | 'conclusion';

/** A word, and what stands between two: disjoint, so that a run of words is taken apart in one way only. */
const W = "[\\w'/.-]+";
const BETWEEN = '[ ,&]+';
const CONNECTIVES =
  '(?:(?:however|but|also|additionally|further(?:more)?|in addition|moreover|more specifically|specifically|again|similarly|likewise|finally|that said|beyond that|in general|even so|while),?\\s+){0,2}';
/** Each part once: an opening that may be repeated is taken apart in as many ways as it has words. */
const OPENING = `${CONNECTIVES}(?:(?:regarding|with regards? to|as for|for) [^,]{1,140},\\s+)?${CONNECTIVES}`;
const STATES =
  '(?:stat\\w+|recommend\\w*|note[sd]?|indicat\\w+|(?:is|are|remain\\w*) silent|allow\\w*|require\\w*|support\\w*|suggest\\w*|defin\\w+|includ\\w+|outlin\\w+|specif\\w+|advis\\w+|consider\\w*|list\\w*|says?|reveal\\w*|contain\\w*|mention\\w*|encourag\\w+|stipulat\\w+|limit\\w*|acknowledg\\w+|address\\w*|discuss\\w*|provid\\w+|describ\\w+|scor\\w+|caution\\w*|cit\\w+|call\\w*|read\\w*|endors\\w+|goes? on|make[s]? no|do not|does not|apply|was intended|is intended|reserv\\w+|warrant\\w*|report\\w*|found|show\\w*|conclud\\w+|explain\\w*|espous\\w+|deem\\w*|take[sn]?|tells?|asks?|wants?|puts?|gives?|favors?|adds?|permits?|speaks?|disagree\\w*|have|has)';
/** A guideline is the subject: "The ODG recommends". */
const RULE_SPEAKS = pattern(
  `^${OPENING}["']?(?:the |these |those |this |current |both |such |aforementioned |relevant )*(?:${W}${BETWEEN}){0,9}?${GUIDELINE}\\b[^.]{0,140}?\\b${STATES}`,
);
/** By a guideline: "Per MTUS, ...". */
const BY_RULE = pattern(
  `^${OPENING}(?:per|according to|as (?:noted|stated|outlined|described|recommended|indicated|per)(?: (?:in|on|by|above in))?|based (?:up)?on|under|in|by|from|pursuant to|within|following)\\s+(?:the |these |current )*(?:${W}${BETWEEN}){0,9}?${GUIDELINE}\\b`,
);
const A_GUIDELINE = pattern(`\\b${GUIDELINE}\\b`);
const DEFINES = /\b(?:means?:|is defined|are defined|refers to|^to be \w+ means)\b/i;
/** Present tense of rules: what should, may or is recommended. */
const GENERAL =
  /\b(?:should|may (?:\w+ )?be|may|can (?:also )?(?:be|include)|must|is recommended|are recommended|not recommended|is indicated|are indicated|(?:is|are) (?:generally|usually|often|typically|commonly|primarily|largely|considered|defined|appropriate|needed|reserved|used|effective|warranted|reasonable|approved|useful|supported|contraindicated|preferred|limited|intended)|recommended (?:as|for|if|when|only|on|up)|(?:patients|those|workers|individuals) (?:who|with|should|in|whose)|criteria (?:for|are|include)|indications? (?:for|include)|in patients|for patients|first[- ]line|second[- ]line|includes?|requires?|(?:is|are) (?:also )?(?:not )?(?:supported|indicated|recommended|warranted) (?:when|if|for|in|after|only)|refer to|(?:goal|purpose|aim) (?:or effect )?of)\b/i;
/** Something of this very case. */
const OF_CASE = pattern(
  `\\bin (?:this|the present|the instant|the current) (?:case|instance|situation|context)\\b|^here\\b|\\bhere,|\\b(?:th(?:e|is|at)|said) (?:\\w+ ){0,2}${WORKER}\\b(?!s who)|^${WORKER}\\b|\\b(?:the|this|${WORKER}'s|requesting|treating|attending) (?:\\w+ ){0,2}${PRESCRIBER}\\b|\\b${PRESCRIBER}'s\\b|^treater\\b|\\b(?:he|she|his|her|him|hers)\\b|\\b(?:this|the (?:current|present|above|submitted|original|initial|proposed)) (?:request|treatment|case|injury|knee|shoulder)|\\brequest(?:ed|ing)?\\b|\\b(?:submitted|provided|available|medical|clinical|supplied|reviewed|the|these|this|no|progress|office|in) (?:\\w+ ){0,3}${RECORD}\\b|\\b\\d{1,2}[/-]\\d{1,2}[/-]\\d{2,4}\\b|\\b(?:physical |neurologic(?:al)? |sensory |motor )?exam(?:ination)?\\b[^.]{0,40}\\b(?:reveal|show|demonstrat|was|is (?:normal|unremarkable|intact)|note|document|did|of the)|\\bthere (?:was|were|had)\\b|\\bat this (?:time|point|juncture)\\b|\\b(?:not|been|was|were) (?:\\w+ )?(?:documented|noted|submitted|specified|reported|identified|asked for|ordered)\\b|\\bthe (?:quantity|refills?)\\b|\\bin question\\b|\\bat issue\\b|\\b(?:has|have) been (?:approved|certified|authorized)\\b|^it (?:has|had) been|\\bI (?:find|recognize|concur|agree|note)\\b`,
);
/** A sentence that turns to the case. */
const TURNS_TO_CASE =
  /^(?:in (?:this|the present|the instant|the current) (?:case|instance|situation)|here\b|regarding this (?:claimant|case|patient)|in the case of (?:this|the)|for this (?:patient|worker|claimant|case)|with(?:in)? (?:the|regard to this) (?:medical|documentation|submitted|records?|patient|claimant|available))/i;
/** That something is not there, as of the case at hand and not of a rule. */
const NOT_THERE = pattern(
  `\\b(?:there (?:is|was|are|were|has been|have been|does not|do not|did not)|it (?:is|was)) (?:\\w+ ){0,2}?(?:no|not|a lack|lack|insufficient|unclear|unknown|little|limited|nothing|uncertain)\\b|^(?:${W} )?no (?:\\w+ ){1,6}(?:was|were|is|are|has|have)\\b|\\b(?:does|do|did|has|have|was|were|is|are) not (?:been )?(?:\\w+ )?(?:document|provid|note|specif|submit|show|indicate\\b|establish|demonstrat|clear|appear|mention|discuss|identif|report|describ|contain|includ|apparent|evident|done|tested|tried|reduced)`,
);
/** What is asked for, told again. */
const ASKS =
  /^(?:this|the|it)(?: \w+){0,3} (?:is|was) (?:a )?(?:requests?|requested)\b|^(?:this|the)(?: current| present| original)? request (?:is|was) (?:for|regarding|to)\b|^the treatment plan (?:was|is|includ)/i;

/** Whether a sentence only tells again what is asked for. */
export function asksAgain(text: string): boolean {
  return ASKS.test(text);
}

const NECESSITY = /\bmedical(?:ly)? (?:necess\w+|appropriate)|\bnot necessary\b|\bnecessity (?:of|for)\b|\bnot a medical necessity\b/i;
const VERDICT =
  /\b(?:(?:is|are|was|were|be|been|being|has|have|had|does|do|would|can)\b[^.;]{0,40}\bnot\b[^.;]{0,30}\b(?:medically necessary|necessary|supported|support|warranted|certified|authorized|approved|affirmed|established|substantiated|reasonable|recommended|indicated|appropriate|met|justified|validated|necessity)|necessity\b[^.;]{0,60}\bnot (?:been )?(?:provided|shown|demonstrated|established|evident)|cannot be (?:supported|affirmed|established|certified|approved)|not medically necessary|not necessary|non[- ]?certif\w+|is (?:therefore |thus |considered |deemed |determined to be )?(?:medically )?necessary|(?:is|are|be|was) (?:therefore |thus |hereby )?(?:upheld|overturned|denied|reversed)|I (?:uphold|overturn|agree with the (?:denial|determination)|recommend)|medically necessary|necessity is (?:thus |therefore )?(?:established|supported))/i;
const THEREFORE =
  /^(?:therefore|thus|hence|consequently|accordingly|as such|as a result|so|for (?:these|this|the above|all) [^,]{0,30}reasons?|given (?:all )?(?:the (?:above|foregoing)|this|these)|based on (?:the above|this|these|the (?:current )?(?:clinical )?(?:documentation|information|records?)|all)|in light of (?:all )?(?:the (?:above|foregoing)|this|these)|in (?:view|consideration) of (?:the (?:above|foregoing)|this|these)|under these circumstances|in (?:summary|conclusion|sum)|overall|likewise|with (?:this|these|the above)|yes|no|consider(?:ing|ation of) (?:the above|this|these)|due to (?:this|these|the above)|because of (?:this|these|the above)|according to the (?:clinical )?documentation|at present|at this time)\b/i;
const VERDICT_WORDS =
  /\b(?:request\w*|requirements?|criteria|imaging|it|treatment|use|usage|records?|this)\b[^.]{0,60}\b(?:not|do|does|did|is|are|would|has|have)\b[^.]{0,30}\b(?:support\w*|met|warranted|necessary|appropriate|indicated|satisf\w+|accordance|recommend\w*)\b/i;
const SHORT_VERDICT =
  /^(?:(?:the )?(?:request|item|denial) (?:is|was) )?(?:non-?certified|not certified|upheld|overturned|denied|certified)\.?$|\bI (?:uphold|overturn)\b|\b(?:request\w*|it|this|need|study) (?:is|was|does|would) not (?:be )?(?:in accordance|consistent|supported|satisfy|meet|warranted|recommended|appropriate|medically)\b|\bneed for\b[^.]{0,80}\bnot (?:apparent|established|supported)\b/i;
/** A longer one says more than its verdict. */
const LONGEST_SHORT_VERDICT = 140;
const MANY = /\b(?:patients|individuals|workers|people|persons|those) (?:who|with|whose|in|for|are|should|that)\b/i;

/** Whether a sentence tells the outcome. */
function concludes(text: string, ofCase: boolean): boolean {
  if (!ofCase && MANY.test(text)) return false;
  if (VERDICT.test(text) && (NECESSITY.test(text) || THEREFORE.test(text))) return true;
  if (THEREFORE.test(text) && VERDICT_WORDS.test(text)) return true;
  return SHORT_VERDICT.test(text) && text.length < LONGEST_SHORT_VERDICT;
}

const PAST = /\b(?:was|were|has|have|had|did|been|revealed|reported|noted|documented|showed|presented|complained)\b/i;
/** A source in brackets, or a count as lists of rules print it. */
const CITED =
  /\([A-Z][\p{L}'-]+(?:,? (?:et al\.?|and|&) ?[\p{L}'-]*)?,? (?:19|20)\d\d\w?\)|\bICD-?\s?(?:9|10)\b|\b\d+(?:-\d+)? visits over \d+/u;

/** Whether a sentence without the signs of a rule is one all the same: it says what should be, of nobody. */
function isGeneral(text: string, ofCase: boolean): boolean {
  if (NOT_THERE.test(text)) return false;
  if (!ofCase) return GENERAL.test(text);
  return (
    GENERAL.test(text) &&
    /\b(?:if|when|unless|should|may|in most|some situations|generally|usually|those|goal|purpose)\b/i.test(text) &&
    !PAST.test(text)
  );
}

/** A condition: what follows is of anybody. */
const CONDITION = /\b(?:if|when|unless|until|should|may be)\b/i;
const EXCEEDS = /\b(?:exceed\w*|in excess|surpass\w*)\b|\brequest(?:ed)?\b[^.;]{0,80}\bwhereas\b/i;
const SOMETIMES = /^in (?:some|certain|rare|most) (?:situations|cases|circumstances)\b/i;
const IN_THIS_CASE = pattern(`\\b(?:the|this) (?:\\w+ )?(?:${WORKER}|${PRESCRIBER}|request|records?|documentation)\\b|\\bhere,`);
const NOT_SO = /\b(?:does|did|do|has|have|had|was|were) not\b|\bno (?:mention|documentation|evidence|indication)\b|\black/i;

/** No rule speaks so, nor is it quoted. */
const SURELY_OF_CASE = pattern(
  `\\bthis ${WORKER}\\b|\\b(?:documentation|records?|documents) (?:provided|submitted|reviewed|available)\\b|\\b(?:treating|attending|requesting) ${PRESCRIBER}\\b`,
);

/** Whether a sentence that speaks of a rule applies it to this case: "which the treater does not discuss", "exceeds what the ODG allows". */
function appliesRule(text: string, ofCase: boolean): boolean {
  if (isCounted(text) || /\bhere,/i.test(text) || (/^given that\b/i.test(text) && VERDICT.test(text))) return true;
  return ofCase && IN_THIS_CASE.test(text) && (NOT_THERE.test(text) || NOT_SO.test(text)) && !CONDITION.test(text);
}

/** Whether a sentence counts this request against a rule. */
function isCounted(text: string): boolean {
  return EXCEEDS.test(text) && !/\b(?:if|when|unless|should)\b/i.test(text);
}

/** The role of each sentence. */
export function rolesOf(sentences: readonly string[]): Role[] {
  let quoted = false;
  // Whether a sentence of the case stood since the last rule.
  let inCase = false;
  return sentences.map((text) => {
    const inQuote = quoted;
    if ((text.match(/["“”]/g)?.length ?? 0) % 2 === 1) quoted = !quoted;
    const role = roleOf(text, inQuote, inCase);
    // A quotation whose end is not printed ends where the case is spoken of.
    if (role === 'history' || role === 'finding') quoted = false;
    if (role === 'named rule') inCase = false;
    if (role === 'history' || role === 'finding') inCase ||= !ASKS.test(text);
    return role === 'named rule' ? 'rule' : role;
  });
}

/** The role of a sentence; a rule that names its source begins a block of rules. */
function roleOf(text: string, inQuote: boolean, inCase: boolean): Role | 'named rule' {
  const ofCase = OF_CASE.test(text);
  const names = A_GUIDELINE.test(text) && (RULE_SPEAKS.test(text) || BY_RULE.test(text));
  if (concludes(text, ofCase) && !(names && !ofCase)) return 'conclusion';
  const turns = TURNS_TO_CASE.test(text);
  const counted = isCounted(text);
  if (inQuote && !turns && !counted && !(ofCase && (NOT_THERE.test(text) || SURELY_OF_CASE.test(text)))) return 'rule';
  if (ASKS.test(text)) return 'history';
  if (DEFINES.test(text) && !/\b(?:treater|provider|physician|patient)\b/i.test(text)) return 'named rule';
  if (!turns && (names || CITED.test(text)) && !appliesRule(text, ofCase)) return 'named rule';
  if (SOMETIMES.test(text)) return 'rule';
  const spokenOf = ofCase && inCase && /\b(?:this|requested|he|she)\b/i.test(text);
  if (!turns && !counted && !spokenOf && !/\bhere,/i.test(text) && isGeneral(text, ofCase)) return 'rule';
  // Past tense is no rule's, nor what names no guideline and speaks of nobody in general.
  const told = PAST.test(text) && !A_GUIDELINE.test(text) && !GENERAL.test(text);
  if (!turns && !counted && !inCase && !ofCase && !told && !NOT_THERE.test(text)) return 'rule';
  return tellsLack(text) ? 'finding' : 'history';
}

/** What a conclusion gives as its ground: "Given the lack of red flags, the request is not ..."; empty where it gives none. */
export function groundOf(conclusion: string): string {
  const text = conclusion.replace(/\bas such,? ?/gi, '');
  const found = GROUND.exec(text)?.groups?.['ground'] ?? BEHIND.exec(text)?.groups?.['ground'] ?? '';
  const verdict = THEN.exec(found);
  return verdict === null ? found : found.slice(0, verdict.index);
}

const EMPTY_GROUND =
  '(?:above|foregoing|aforementioned|following|fact|reasons?|information|records?|documentation|documents|clinical (?:records?|documentation|information|notes?)|medical records?|available|current(?:ly)?(?: available)?(?: clinical)? (?:information|documentation|guidelines?|records?)|guidelines?|provided|submitted|evidence[- ]based|a result|such|noted|stated|requested|written|outlined|findings|MTUS|ODG|ACOEM|facts?)';
/** In front of the verdict. */
const GROUND = pattern(
  `(?:^|[,;:]\\s*|\\b(?:and|that|determined|therefore|thus|hence|as such|so|consequently|however),?\\s+)(?:given|due to|owing to|because(?: of)?|since|as|based (?:up)?on|in the absence of|without|with|in (?:light|view|consideration) of|considering|secondary to|absent|lacking)\\s+(?!(?:the |all |all of |this |these |such |lack of )*${EMPTY_GROUND}\\b(?![^,]{0,120}\\b(?:no|not|lack\\w*|that|absen\\w+|insufficient|fail\\w*)\\b))(?<ground>[^.]{12,})`,
);
/** Behind it. */
const BEHIND = pattern(
  `.{10}\\b(?:because|since|due to|given|in the absence of|as (?:the|there|it|this))\\b(?!\\s+(?:the |all |of |this |these |such )*${EMPTY_GROUND}\\b)(?<ground>[^.]{15,})`,
);
/** Where the verdict begins behind its ground. */
const THEN =
  /,\s*(?:the |this |it |medical |his |her |an? )?[^,]{0,160}\b(?:is|are|was|were|has|have|cannot|would|does)\b[^,]{0,60}\b(?:necess\w+|supported|warranted|established|appropriate|certified|indicated|reasonable)/i;
