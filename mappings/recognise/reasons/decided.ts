/**
 * What decided an item: the sentences of its rationale that say what in this case decided, best first, and the reasons they carry. Every
 * sentence gets points by its role and by what it tells; only the order of the points matters. They were found on labelled rationales, of
 * which parts were never looked at (docs/decisions/0017; figures in docs/ACCURACY.md).
 */
import type { Decision, Reason } from '#contract/lists.ts';
import { type Finding, finding } from '../../text/finding.ts';
import type { Line } from '../../text/line.ts';
import { type Sentence, sentencesOf } from '../../text/sentences.ts';
import { tellsLack } from './lacking.ts';
import { asksAgain, groundOf, type Role, rolesOf } from './roles.ts';
import {
  type Asked,
  NO_EXCEPTIONS,
  OF_ANYTHING,
  OF_FINDING,
  outright,
  plain,
  reasonsAgainst,
  reasonsFor,
  type ToldReason,
} from './told-reasons.ts';

export interface DecidedOf extends Asked {
  /** Of the item; null where it is not known, and then nothing is told. */
  readonly decision: Decision | null;
}

export interface Decided {
  readonly deciding: Finding<string>[];
  /** The main reason first. */
  readonly reasons: Finding<Reason>[];
}

/** A sentence with what was made of it. */
interface Weighed extends Sentence {
  readonly role: Role;
  readonly told: readonly ToldReason[];
  readonly points: number;
}

/** More sentences than these are no answer to what decided. */
const MOST_DECIDING = 6;
/** From how many points on a sentence decides. */
const DECIDES = 0.85;
/** What is so many points behind the best sentence gives no reason. */
const FAR_BEHIND = 3.2;
/** A reason named second in a sentence is so much less the main one. */
const NAMED_LATER = 0.3;

/** What speaks for a reason being the main one where several are told: what forbids the whole request more than what is not written down. */
const MAIN: Record<Reason, number> = {
  primary_not_necessary: 1.5,
  exceeds_guideline_count: 0.65,
  conservative_care_not_tried: 0.3,
  criteria_not_met: 0.3,
  no_functional_improvement: 0.3,
  already_done: 0.2,
  missing_documentation: -0.2,
  not_recommended: -0.5,
  alternative_suffices: -0.65,
  guideline_silent: -1,
  perioperative_standard: 1,
  within_guideline_count: 0.6,
  functional_improvement_shown: 0.6,
  criteria_met: 0.3,
  conservative_care_failed: 0.2,
  new_or_changed_findings: -0.2,
  monitoring_or_safety: -0.2,
};
/** That anything is not there, of which no row knows what it is, is so much less a criterion. */
const UNKNOWN_CRITERION = 0.8;

/** Reads what decided an item from its rationale. `rule`: what the rules of the findings begin with. */
export function extractDecided(rationale: Line, of: DecidedOf, rule: string): Decided {
  if (of.decision === null || of.decision === 'undetermined') return { deciding: [], reasons: [] };
  const deciding = decidingOf(rationale.text, of);
  const at = ({ start, end }: Sentence) => rationale.at(start, end);
  return {
    deciding: deciding.slice(0, MOST_DECIDING).map((sentence) => finding(sentence.text, `${rule}.deciding`, at(sentence), 'inferred')),
    reasons: reasonsOf(deciding).map(({ reason, row, sentences }) =>
      finding<Reason>(reason, `${rule}.reason.${row}`, sentences.map(at), 'inferred'),
    ),
  };
}

/** The sentences that decided, best first. Where none has the points, the last one that tells of the case. */
function decidingOf(text: string, of: DecidedOf): Weighed[] {
  const weighed = weigh(sentencesOf(text), of);
  const deciding = weighed.filter(({ points }) => points >= DECIDES).sort((a, b) => b.points - a.points || a.start - b.start);
  if (deciding.length > 0) return deciding;
  const left = weighed.filter(({ role, points }) => (role === 'history' || role === 'finding') && points > -3).at(-1);
  return left === undefined ? [] : [left];
}

/** The reasons of some deciding sentences, the main one first, each with its sentences. */
function reasonsOf(deciding: readonly Weighed[]): { reason: Reason; row: string; sentences: Weighed[] }[] {
  const best = deciding[0]?.points ?? 0;
  const reasons = new Map<Reason, { reason: Reason; row: string; points: number; sentences: Weighed[] }>();
  for (const sentence of deciding) {
    if (sentence.points < best - FAR_BEHIND) continue;
    for (const [place, { reason, row }] of sentence.told.entries()) {
      const unknown = reason === 'criteria_not_met' && !sentence.told.some((told) => told.row === OF_FINDING) ? UNKNOWN_CRITERION : 0;
      const points = sentence.points + MAIN[reason] - unknown - NAMED_LATER * place;
      const before = reasons.get(reason);
      if (before === undefined) reasons.set(reason, { reason, row, points, sentences: [sentence] });
      else {
        before.sentences.push(sentence);
        before.points = Math.max(before.points, points);
      }
    }
  }
  return [...reasons.values()].sort((a, b) => b.points - a.points);
}

/** What somebody else said: utilization review, an earlier reviewer. */
const OTHERS =
  /\b(?:utilization review\w*|claims administrator|(?:the )?(?:adjuster|carrier) (?:denied|noted|stated|held|found|felt)|UR (?:denied|noted|states?|stated|found|held|thought|felt|report|did|physician|reviewer|determination|decision|denial|doctor|letter|opinion)|(?:previous|prior|initial|peer|first) review(?:er)?|previously (?:den|non-?certif)|(?:was|were) (?:denied|non-?certified|modified) by)\b/i;
/** What stands in every letter of its kind: how to read the decision, which guideline was taken. */
const STANDING =
  /\bnot (?:the intent|to say|meant|intended)\b|\bshould not be interpreted|advised to (?:consult|speak)|this decision addresses|decision (?:does not|is not intended)|stop [^.]{0,30}abruptly|(?:wean|taper)\w* (?:is|should|and|schedule|to)|this (?:review|determination|reviewer) (?:does|is)|was(?: was)? (?:the )?original request|IMR eligible|guidelines? (?:was|were) (?:reviewed|consulted|utilized|referenced|cited|used)|were (?:reviewed|consulted|utilized|referenced|cited)|other guidelines|\bdo not apply\b/i;
const OF_CASE =
  /^(?:in (?:this|the present|the instant|the current) (?:case|instance|situation)|here\b|regarding this (?:claimant|case|patient)|in the case of)/i;
const ADDS = /^(?:additionally|further(?:more)?|in addition|moreover|also|finally|lastly|similarly)\b|\b(?:is|was|are|were) also\b/i;
const CONTRASTS = /^(?:however|but|even so|nevertheless|nonetheless|still|yet|unfortunately)\b|\b(?:however|though),|, however\b/i;
const REASONS = /\b(?:therefore|thus|as such|given|based on|due to|because|since|considering)\b/i;
const MET =
  /\b(?:meets?|met|satisf(?:y|ies|ied)|fulfil\w*|qualif\w+|supports?|supported|consistent with|suggest(?:s|ive|ing)|documents?|documented|demonstrat\w+|evidence of|presence of|recommended|indicated|warrant(?:s|ed)?|reasonable|appropriate|justif\w+|candidate|confirm\w*|positive|suspect\w+|concern\w*|would (?:benefit|help|guide|aid|allow|clarify|change)|needed|required|beneficial|standard|in accordance|contemplat\w+|essential|helpful|useful|valuable|deficits?|weakness|numbness)\b/i;
const SHORT_COURSE =
  /\bshort[- ](?:course|term|period)|\b(?:brief|limited)(?: to)? (?:course|period|use)|\bnot recommended for (?:longer|more) than|\b(?:two|three|four|six|\d)(?: ?(?:to|-|or) ?(?:two|three|four|six|\d))? weeks\b/i;
const PERIOPERATIVE =
  /\b(?:pre-?\s?op\w*|post-?\s?(?:op\w*|surg\w*)|peri-?op\w*|associated surgical|assistant|clearance|surgical assist)\b/i;
const OPERATION = /\b(?:arthroscop|repair|fusion|plasty|ectomy|release)/i;

/** Gives every sentence its points. */
function weigh(printed: readonly Sentence[], { decision, request, perioperative }: DecidedOf): Weighed[] {
  const texts = printed.map(({ text }) => plain(text));
  const roles = rolesOf(texts);
  const upheld = decision === 'upheld';
  const asked: Asked = {
    request,
    shortCourse: texts.some((text) => SHORT_COURSE.test(text)),
    perioperative: perioperative || PERIOPERATIVE.test(request) || (PERIOPERATIVE.test(texts.join(' ')) && !OPERATION.test(request)),
  };
  const lastRule = roles.lastIndexOf('rule');
  const lastOfCase = lastBefore(texts, roles);
  return printed.map((sentence, place) => {
    const text = texts[place] ?? '';
    const role = roles[place] ?? 'history';
    const ground = role === 'conclusion' ? groundOf(text) : text;
    const told = role === 'rule' ? ofRule(text, asked, upheld) : ofCase(text, ground, role, asked, decision);
    let points = upheld ? pointsAgainst(role, told) : pointsFor(text, role, told, place / Math.max(1, printed.length));
    if (role === 'finding' || role === 'history') {
      if (OF_CASE.test(text)) points += 0.5;
      else if (ADDS.test(text)) points -= 0.25;
      if (CONTRASTS.test(text)) points += 0.4;
      if (place > lastRule) points += 0.8;
      if (place === lastOfCase) points += upheld && role === 'finding' ? (ADDS.test(text) ? 0 : 0.15) : 0.7;
    }
    if (STANDING.test(text)) points -= 5;
    if (asksAgain(text)) points -= 3;
    // What utilization review authorized already is a ground of the reviewer.
    if (OTHERS.test(text) && !told.some(({ reason }) => reason === 'already_done')) points -= upheld ? 3.5 : 1;
    if (NO_EXCEPTIONS.test(text)) points -= 1.6;
    return { ...sentence, role, told, points };
  });
}

/** The last sentence before the verdict that is about this case. */
function lastBefore(texts: readonly string[], roles: readonly Role[]): number {
  let place = texts.length - 1;
  const passed = (at: number) => roles[at] === 'conclusion' || STANDING.test(texts[at] ?? '') || NO_EXCEPTIONS.test(texts[at] ?? '');
  while (place > 0 && passed(place)) place -= 1;
  return place;
}

/** A rule decides by itself where it flatly does not recommend what was asked for. */
function ofRule(text: string, asked: Asked, upheld: boolean): ToldReason[] {
  if (!upheld || !(text.length < SHORT_RULE || namesRequest(text, asked.request))) return [];
  return outright(text, asked).filter(({ reason }) => reason === 'not_recommended');
}
const SHORT_RULE = 90;

/** Words of a heading that tell nothing of what it is. */
const EVERYWHERE =
  /^(?:with|without|times|week|weeks|right|left|bilateral|spine|lumbar|cervical|knee|shoulder|sessions?|visits?|request|original|authorized|claims|administrator|cream|base|tablets?|topical)$/;

function namesRequest(text: string, request: string): boolean {
  const words = new Set((request.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter((word) => !EVERYWHERE.test(word)));
  return (text.toLowerCase().match(/[a-z]{4,}/g) ?? []).some((word) => words.has(word));
}

/** What a sentence about the case tells; of a conclusion its ground. */
function ofCase(text: string, ground: string, role: Role, asked: Asked, decision: Decision | null): readonly ToldReason[] {
  const against = () => reasonsAgainst(ground, asked);
  if (decision === 'upheld') {
    if (role !== 'conclusion') return against().filter(({ reason }) => role === 'finding' || reason !== 'criteria_not_met');
    const told = outright(text, asked).filter(({ reason }) => reason === 'primary_not_necessary' || reason === 'exceeds_guideline_count');
    if (told.length > 0 || ground !== '') return told.length > 0 ? told : against();
    return asked.perioperative && OPERATION_DENIED.test(text) && !namesRequest(text, asked.request) ? [OF_OPERATION] : [];
  }
  // "The six visits are within the guideline and are medically necessary."
  if (ground === '') return reasonsFor(text, asked).filter(({ reason }) => SAID_WITH_VERDICT.has(reason));
  if (decision === 'overturned_in_part') {
    const told = against().filter(({ reason }) => reason !== 'criteria_not_met');
    if (told.length > 0) return told;
  }
  return reasonsFor(ground, asked);
}

/** "The requested fusion is not medically necessary", in the rationale of what belongs to it. */
const OPERATION_DENIED =
  /\b(?:surg\w+|operation|procedure|fusion|arthroscop\w+|repair|\w+plasty|\w+ectomy|release|injections?)\b[^.;]{0,80}\bnot\b/i;
const OF_OPERATION: ToldReason = { reason: 'primary_not_necessary', row: 'primary.operation', at: 0 };

const SAID_WITH_VERDICT: ReadonlySet<Reason> = new Set([
  'within_guideline_count',
  'functional_improvement_shown',
  'conservative_care_failed',
]);
/** A conclusion that gives its ground: "Given that there was no improvement, the request is not medically necessary." */
const GROUND_AGAINST = 2.9;
const GROUND_FOR = 3.2;

function pointsAgainst(role: Role, told: readonly ToldReason[]): number {
  const has = (reason: Reason) => told.some((one) => one.reason === reason);
  if (role === 'rule') return told.length > 0 ? 0.9 : -4;
  if (told.length === 0) return role === 'conclusion' ? -4 : -1;
  if (told.length === 1 && has('guideline_silent')) return -1;
  const weight =
    (has('primary_not_necessary') || has('exceeds_guideline_count') ? 0.6 : 0) -
    (told.length === 1 && has('missing_documentation') ? 0.4 : 0);
  if (role === 'conclusion') return (has('primary_not_necessary') ? 3 : GROUND_AGAINST) + weight;
  // What exceeds a rule decides without lacking anything; what was authorized or used before may be history.
  if (role === 'history') return (has('exceeds_guideline_count') ? 2.6 : 2) + weight;
  const unknown = told.length === 1 && told[0]?.row === OF_ANYTHING ? 0.4 : 0;
  return 3 + weight - unknown;
}

/** `place`: where in the rationale, from 0 to 1. */
function pointsFor(text: string, role: Role, told: readonly ToldReason[], place: number): number {
  if (role === 'rule') return -4;
  if (role === 'conclusion') return told.length > 0 ? GROUND_FOR : -4;
  const shows =
    (MET.test(text) ? 1 : 0) + (told.some(({ reason }) => reason !== 'criteria_met') ? 0.6 : 0) + (REASONS.test(text) ? 0.5 : 0);
  return 0.3 + shows + (OF_CASE.test(text) ? 0.7 : 0) - (tellsLack(text) ? 0.5 : 0) + 0.3 * place;
}
