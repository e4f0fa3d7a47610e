/**
 * Why a request was not found necessary, as the sentences of the rationale say it: a closed list. A sentence that reports
 * what utilization review found is not the reviewer's, and a request that was found necessary has no reason against it;
 * that guidelines are silent may be told of either.
 */
import type { Decision, Reason } from '#contract/lists.ts';
import { type Finding, finding } from '../text/finding.ts';
import type { Line } from '../text/line.ts';
import { sentencesOf } from '../text/sentences.ts';

const DOCUMENTS = `(?:documents?|documentation|evidence|records?|reports?|notes?|mention|indication|information|findings?|rationale)`;
const PATTERNS: readonly (readonly [Reason, RegExp])[] = [
  [
    'no_functional_improvement',
    /\b(?:no|not|without|lack(?:s|ed|ing)?|absence of|absent|fail(?:s|ed|ure)?|insufficient|lacking)\b[^.;]{0,80}\b(?:functional|objective)\b(?: \w+){0,2} (?:improvements?|benefits?|gains?|progress)\b|\bfunctional (?:improvements?|benefits?|gains?)\b[^.;]{0,60}\b(?:(?:is|are|was|were|has|have) not|not (?:been )?(?:documented|demonstrated|shown|established))\b/i,
  ],
  [
    'exceeds_guideline_count',
    /(?<!\b(?:not|when|if|whether|may|can|and\/or)\b[^.;]{0,60})\b(?:exceed(?:s|ed|ing)?|in excess of|over and above|(?:more|greater) than (?:the |what is |is )?(?:number|amount|quantity|recommended|guideline)|beyond (?:the |what the |what is )?(?:guideline|recommended|number|total))\b/i,
  ],
  [
    'guideline_silent',
    /\b(?:is|are|was|were|remains?) silent\b|\b(?:guidelines?|MTUS|ACOEM|ODG|guidance)\b[^.;]{0,60}\b(?:do(?:es)? not|did not|fails? to|have not)(?: \w+)? (?:address|discuss|mention|provide (?:any )?(?:specific )?recommendations?|comment|contain)\b|\bnot (?:specifically )?(?:addressed|discussed|mentioned) (?:in|by) (?:the )?(?:CA |California )?(?:MTUS|ACOEM|ODG|guidelines?)\b|\bno (?:specific )?(?:guidelines?|recommendations?) (?:for|on|regarding|that address)\b/i,
  ],
  [
    'missing_documentation',
    new RegExp(
      String.raw`\b(?:no|without|lack(?:s|ed|ing)?(?: of)?|absence of|insufficient|inadequate|limited|scant|little)(?: (?:any|clear|specific|clinical|recent|objective|adequate|sufficient|documented|such|other|supporting|detailed|current|physical|examination|subjective|medical|mention of|the)){0,3} ${DOCUMENTS}\b|\b(?:was|were|is|are|has|have) not(?: been)?(?: \w+)? (?:documented|provided|submitted|included|noted|specified|outlined|described|clearly stated|available)\b|\b(?:do(?:es)?|did) not (?:\w+ )?(?:document|specify|describe|include|detail|outline|provide|contain|mention|indicate|show|demonstrate)\b|\b(?:fail(?:s|ed)?|failure) to (?:\w+ )?(?:document|specify|describe|include|provide|outline|demonstrate)\b|\b(?:not|never) (?:clearly )?documented\b`,
      'i',
    ),
  ],
  [
    'criteria_not_met',
    /\b(?:not|neither|never|nor)(?: (?:be|been|seem|appear|to be|considered|clinically|medically|currently|routinely|generally|specifically|otherwise|clearly|an?|fully|deemed|felt)){0,3} (?:indicated|recommended|warranted|supported|appropriate|justified|reasonable|advised)\b|\bno (?:clear )?(?:clinical |medical )?(?:indications?|need) for\b|\b(?:is|are|was) contraindicated\b|\bcriteria (?:have|has|were|are|is) not (?:been )?(?:met|satisfied)\b|\bdo(?:es)? not (?:meet|satisfy|support|recommend|warrant|justify)\b/i,
  ],
];

const OF_REVIEW =
  /\b(?:utilization review|claims administrator|UR (?:physician|reviewer|determination|decision|denial)|previous(?:ly)? (?:den|non-?certif)|was denied)\b/i;
/** A guideline that does not address a request is silent; that it "does not mention" something is no missing record. */
const BY_GUIDELINE = /\b(?:guidelines?|MTUS|ACOEM|ODG|guidance)\b[^.;]{0,60}$/i;

/** The reasons of a rationale, each once, with all its sentences. `decision`: of the item; null where it is not known. */
export function extractReasons(rationale: Line, decision: Decision | null, rule: string): Finding<Reason>[] {
  const sentences = sentencesOf(rationale.text).filter(({ text }) => !OF_REVIEW.test(text));
  return PATTERNS.flatMap(([reason, pattern]) => {
    if (decision === 'overturned' && reason !== 'guideline_silent') return [];
    const said = sentences.filter(({ text }) => {
      const match = pattern.exec(text);
      return match !== null && !(reason === 'missing_documentation' && BY_GUIDELINE.test(text.slice(0, match.index)));
    });
    return said.length === 0
      ? []
      : [
          finding<Reason>(
            reason,
            `${rule}.${reason}`,
            said.map(({ start, end }) => rationale.at(start, end)),
            'inferred',
          ),
        ];
  });
}
