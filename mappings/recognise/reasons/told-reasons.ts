/** The reasons that one sentence tells, for a request and against it. A sentence is given with its contractions written out (`plain`). */
import type { Reason } from '#contract/lists.ts';
import { AGAINST_ROWS } from './against-rows.ts';
import { FOR_ROWS } from './for-rows.ts';
import { LACK_ROWS } from './lack-rows.ts';
import { type Lacked, lackedIn } from './lacking.ts';
import { pattern } from './words.ts';

export interface ToldReason {
  readonly reason: Reason;
  /** Id of the row, or of the rule where no row knows it. */
  readonly row: string;
  /** Where in the sentence, to order them. */
  readonly at: number;
}

/** What was asked for. */
export interface Asked {
  /** The heading as printed. */
  readonly request: string;
  /** Whether it belongs to an operation. */
  readonly perioperative: boolean;
  /** Whether the rationale says that it is for a short course: then how long it was used counts. */
  readonly shortCourse?: boolean;
}

/** That a finding is not there tells more than that anything else is not: it is the criterion of a guideline by its nature. */
export const OF_FINDING = 'lack.finding';
export const OF_ANYTHING = 'lack.criterion';
const FINDING =
  /\b(?:red flags?|neurolog\w+|radicul\w+|deficits?|weakness|instability|symptom\w*|findings?|criteria|spasms?|tear|fracture|candidate|diagnos\w+|risk factors?|examination|surgery|surgical|pain|sensory|motor|suspicion|depress\w+|anxiety|impair\w+|conditions?|infection|nerve|trauma|numbness|reflex\w*|arthritis|injury|compromise|dysfunction)\b/i;
/** A sentence that standing phrases open so says nothing of the case by them. */
export const NO_EXCEPTIONS =
  /^(?:\w+,? )?there (?:is|are|was|were) (?:there are )?no (?:\w+ )?(?:exceptional|extenuating|special|unusual|compelling) (?:factors?|circumstances?)/i;
/** Fewer signs are no object: "no documentation". */
const NO_OBJECT = 3;

/** The reasons against a request that a sentence tells, in its order; each once. The request tells which study was "done already". */
export function reasonsAgainst(text: string, asked: Pick<Asked, 'request' | 'shortCourse'>): ToldReason[] {
  const found: ToldReason[] = outright(text, asked);
  const alone = found.find(({ row }) => row.startsWith('primary'));
  if (alone !== undefined) return [alone];
  // A guideline that does not recommend, or is silent, lacks nothing.
  if (found.some(({ reason }) => reason === 'not_recommended' || reason === 'guideline_silent')) return found;
  for (const lack of lackedIn(text))
    for (const told of ofLack(lack, text, found, asked.request)) if (!found.some(({ reason }) => reason === told.reason)) found.push(told);
  return found.sort((a, b) => a.at - b.at);
}

/** What a sentence says without saying what is not there. */
export function outright(text: string, { request, shortCourse = true }: Pick<Asked, 'request' | 'shortCourse'>): ToldReason[] {
  const found: ToldReason[] = [];
  for (const { id, reason, pattern: row, behind, unless } of AGAINST_ROWS) {
    const match = row.exec(text);
    if (
      match === null ||
      behind?.test(text.slice(match.index + match[0].length)) === false ||
      unless?.test(text) === true ||
      found.some((told) => told.reason === reason)
    )
      continue;
    if (id === 'exceeds.used-long' && !shortCourse) continue;
    if (id === 'already.done' && isAnotherStudy(text, request)) continue;
    if (id === 'already.authorized' && isStudy(request)) continue;
    if (reason === 'not_recommended' && found.some((told) => told.reason === 'exceeds_guideline_count')) continue;
    found.push({ reason, row: id, at: match.index });
  }
  return found;
}

/** The reasons that one thing tells by not being there. `found`: what the sentence says outright. */
function ofLack(lack: Lacked, text: string, found: readonly ToldReason[], request: string): ToldReason[] {
  if (NO_EXCEPTIONS.test(lack.clause)) return [];
  const exceeds = outright(lack.clause, { request: '' }).some(({ reason }) => reason === 'exceeds_guideline_count');
  const hits = LACK_ROWS.filter(
    ({ id, of, unclear, pattern: row, unless }) =>
      (unclear !== true || lack.unclear) &&
      row.test(of === 'clause' ? lack.clause : lack.object) &&
      // What else is tried may stand in another clause.
      unless?.test(id === 'lack.trial-first' ? text : lack.clause) !== true &&
      // A study is not asked for because earlier care helped.
      !(id === 'lack.function' && isStudy(request)) &&
      // "No explanation why more than the guideline allows is needed" tells the count.
      !(exceeds && id === 'lack.rationale'),
  );
  const told = (row: (typeof hits)[number], later = 0): ToldReason => ({ reason: row.reason, row: row.id, at: lack.at + later });
  const beside = hits.filter(({ beside: also }) => also === true).map((row) => told(row, 2));
  const first = hits.find(({ beside: also }) => also !== true);
  if (first !== undefined) {
    // Of earlier visits both may be missing: how many they were, and what they brought.
    const response = first.id === 'lack.count' ? hits.find(({ id }) => id === 'lack.function') : undefined;
    return [told(first), ...(response === undefined ? [] : [told(response, 1)]), ...beside];
  }
  if (lack.object.replace(/\W/g, '').length < NO_OBJECT)
    return [{ reason: 'missing_documentation', row: 'lack.nothing', at: lack.at }, ...beside];
  const finding = FINDING.test(lack.object);
  const saidOutright = found.some(({ row }) => row.startsWith('already') || row.startsWith('exceeds'));
  if (found.length > 0 && (!finding || saidOutright)) return beside;
  return [{ reason: 'criteria_not_met', row: finding ? OF_FINDING : OF_ANYTHING, at: lack.at + 0.5 }, ...beside];
}

const STUDIES: readonly RegExp[] = [
  /\bMRIs?\b|magnetic/i,
  /\bCT\b|computed/i,
  /x-?\s?rays?|radiograph|films?\b/i,
  /\bEMG|\bNC[VS]|electrodiag|nerve conduction/i,
  /urine|\bUDS|tox|screen/i,
];

/** Whether a study is asked for: an image, a measurement of nerves, a test. */
function isStudy(request: string): boolean {
  return STUDIES.some((study) => study.test(request));
}

/** Whether a sentence speaks of a study of another kind than the request: an MRI before an EMG was not "done already". */
function isAnotherStudy(text: string, request: string): boolean {
  const asked = STUDIES.filter((study) => study.test(request));
  const told = STUDIES.filter((study) => study.test(text));
  if (asked.length === 0 || (told.length === 0 && !/\bimaging\b/i.test(text))) return false;
  return !told.some((study) => asked.includes(study));
}

/** What is counted; a request within a guideline is within its count only of these. */
const COUNTED =
  /\b(?:visits?|sessions?|weeks?|trial|number|duration|frequency|quantity|tablets?|doses?|times|course|amount|month|dose|treatments?|units?)\b|#\d/i;
/** Requests that watch over a treatment by their nature. */
const MONITORS =
  /\b(?:urine (?:drug|tox\w*)|drug (?:screen|test)\w*|UDS|toxicology|CBC|CMP|BMP|metabolic panel|(?:hepatic|liver|renal|kidney) (?:function|panel)|lab(?:s|oratory)?|blood (?:test|count|work)|naloxone|narcan)\b/i;
/** Usual around an operation: for the age or for what else the patient has. */
const AROUND_OPERATION = /\bage\b|years? (?:old|of age)|-old|pre-?op|post-?op|surg/i;
const COMORBID = /\bcomorbid|\bhypertens|\brisk factors?\b/i;
const CLINICAL = pattern(
  String.raw`\b(?:red flags?|neurolog\w+|radicul\w+|deficits?|weakness|instability|symptom\w*|findings?|criteria|guideline|spasms?|tear|fracture|candidate|diagnos\w+|risk factors?|examination|imaging|MRI|pain|positive|severe|swelling|sensory|motor|age|comorbid\w*|suspected|suspicion|depress\w+|anxiety|psycholog\w+|impair\w+|limit\w+|unable|difficulty|conditions?|disease|infection|nerve|meniscal|ligament|traum\w*|numbness|reflex\w*|arthritis|indicated|medically|clinically|appropriate|warranted)\b`,
);

/** The reasons for a request that a sentence tells, in its order; each once. Where no row knows it, it tells that a criterion is met. */
export function reasonsFor(text: string, { request, perioperative }: Asked): ToldReason[] {
  const found: ToldReason[] = [];
  const tell = (reason: Reason, row: string, at: number) => {
    if (!found.some((told) => told.reason === reason)) found.push({ reason, row, at });
  };
  for (const { id, reason, pattern: row, unless } of FOR_ROWS) {
    const match = row.exec(text);
    if (match === null || unless?.test(text) === true) continue;
    if (reason === 'within_guideline_count' && !COUNTED.test(`${text} ${request}`)) continue;
    if (reason === 'functional_improvement_shown' && found.some((told) => told.reason === 'conservative_care_failed')) continue;
    if (reason === 'perioperative_standard' && !perioperative) continue;
    tell(reason, id, match.index);
  }
  if (perioperative && AROUND_OPERATION.test(text)) tell('perioperative_standard', 'perioperative.usual', 0);
  if (perioperative && COMORBID.test(text)) tell('criteria_met', 'met.criterion', text.length);
  if (!perioperative && MONITORS.test(request)) tell('monitoring_or_safety', 'safety.by-request', 0.5);
  const beside = found.every(({ reason }) => reason === 'conservative_care_failed' || reason === 'new_or_changed_findings');
  if (found.length === 0 || (beside && CLINICAL.test(text))) tell('criteria_met', 'met.criterion', found.length === 0 ? 0 : text.length);
  return found.sort((a, b) => a.at - b.at);
}

/** What stands behind so many characters of a sentence is not read: no sentence of a letter is as long. */
const LONGEST_SENTENCE = 2000;

/** A sentence with its contractions written out: "isn't" is "is not". */
export function plain(text: string): string {
  return text
    .slice(0, LONGEST_SENTENCE)
    .replace(/\bcan['’]t\b/gi, 'cannot')
    .replace(/\bwon['’]t\b/gi, 'will not')
    .replace(/(\w)n['’]t\b/g, '$1 not')
    .replace(/\b(there|it|that)['’]s\b/gi, '$1 is');
}
