/**
 * The service of a request: what is asked for stands before why and how ("for", "with", "status post"); there, a procedure
 * by the patterns of the vocabulary, then a drug by its class, then generic wording. The vocabulary's header tells the rest.
 */

import { evened } from '../../text/evened.ts';
import { DRUGS, SERVICES } from '../../vocabulary/vocabulary.ts';
import { type DrugHit, findDrugs } from '../drugs/drugs.ts';
import { serviceOfCode } from './service-codes.ts';
import { bestRow, type RowHit, WEAK } from './service-rows.ts';
import { respelt } from './service-spelling.ts';

const ROW = new Map(SERVICES.services.map((row) => [row.id, row]));
const SERVICE_OF_CLASS = new Map(DRUGS.classes.map((row) => [row.id, row.service]));
const DRUG_NAMES = new Set(DRUGS.drugs.flatMap((row) => [row.generic, ...row.aliases].map((name) => name.toLowerCase())));
/** No request is longer; hostile text is not read to its end. */
const LONGEST = 2_000;

/** Priorities of the vocabulary under which a row names a procedure and not a manner of speaking. */
const PROCEDURE = 16;
const THERAPY = 20;

/** The reason behind a request names other services ("consultation ... for a possible injection"). */
const REASON_TAIL =
  /\b(?:for (?:a )?diagnos\w{1,5} of|as related to|related to|as an outpatient|for symptoms related to|status[- ]post|s\/p|due to|secondary to|in preparation for|to (?:treat|rule out|evaluate|assess|determine|monitor|confirm|improve|reduce|prevent))(?![\w]).{0,1999}$/i;
/** What comes after these says how, or what for. */
const MANNER =
  /\s(?:for|with|under(?! (?:general )?(?:anesth|sedation))|using|via|including|to include|consisting of|during|prior to|before|after|following|at the time of|while|because of)\s/i;
const LEAD =
  /^(?:retro\w{0,12}[:\s]{1,3}(?:request (?:for|of)\s{1,3})?|associated surgical (?:services?|procedures?)\s?[:-]?\s{0,3}|(?:pre|post|peri)-?\s?op(?:erative(?:ly)?)?[,:]?\s{1,3}(?:labs?:\s{0,3})?|(?:pre|post)[-\s]?surgical\s{1,3}|post-?\s?(?:MUA|injection|procedure|fracture|fusion|laminectomy)\s{1,3}(?=\S)|(?:request|authorization|prescription) (?:for|of)\s{1,3}|(?:one|1)? ?prescription of\s{1,3})+/i;
const ACCESSORY = /^(?:retro\w{0,12}[:\s]{1,3})?associated surgical/i;
const SURGICAL_LEAD = /^(?:pre|post)-?\s?(?:op|surg)/i;
const VERDICT_TAIL = /\s{0,3}(?:is|are)(?: not)? medically necessary.{0,1999}$/i;
const NUMBERING = /^\s{0,3}(?:\d{1,3}[.)]\s{1,3}|["'“”]{1,3})/;
const EVALUATION_FOR =
  /^(.{0,200}?\b(?:consult\w{0,8}|referral|evaluat\w{0,5}))\b[^.;]{0,80}?\b(?:for|regarding|re:|to discuss|prior to)\s/i;
const VISIT = /\b(?:consult\w{0,8}|referral|(?:re-?)?eval(?:uation)?s?|visits?|follow[- ]?ups?|appointments?|opinion|specialist)\b/i;
const THERAPIST_VISIT = /\b(?:consult(?:s|ations?)?|(?:re-?)?eval(?:uations?)?|(?:re-?)?assessments?|(?:re-?)?exam(?:ination)?s?)\b/i;
const TREATS =
  /treat|\b(?:sessions?|visits?|times|weeks?|wks?|weekly|months?|monthly|daily|program|hours?|trial|once|twice|exercises?)\b|\bx ?\d|\d ?x\b/i;
/** "Physical therapy with evaluation" is the therapy. */
const AND_EVALUATION = /(?:\b(?:and|plus|with|including|w)|[&+/])\s{0,2}(?:an? |1 |one |initial ){0,2}(?:re-?)?(?:eval|assess)/i;
const CREAM =
  /\b(?:creams?|gels?|ointments?|lotions?|powders?|(?<!soma |orphenadrine )compound\w{0,4}|transdermal(?!\s{1,2}(?:patch|system|film))|topicals?|topically)\b/i;
const PERCENT = /\d(?:\s?%| percent)/g;
const GRAMS = /\d\s?(?:gm|gms|grams?|g)\b/i;
const DOSED = /\d\s*(?:mg|mcg)\b|#\s?\d/i;
const INJECTED = /\binject|\bIM\b|intramuscular|infusion|intrathecal|\bpump\b|intra-?articular|\bblocks?\b/i;
const AND = /\s(?:and|&|plus|along with)\s|;|\s\+\s/;
/** Classes a patient injects at home: an injection of these is the drug. */
const SELF_INJECTED =
  /^(?:migraine|antidiabetic|hormone|anticoagulant|bone|other_drug|anti_infective|respiratory|opioid_antagonist|antipsychotic|ed_agent)$/;
/** Classes of which pharmacies hold creams, gels and drops as they are made. */
const MADE_AS_CREAM = /^(?:hormone|anti_infective|other_drug|steroid_oral|antihypertensive|gu)$/;
const ARTHROSCOPIC = /arthroscop|\bscope\b|\bSLAP\b|bankart|sub-?acromial|menisc|labr(?:al|um)|chondroplast|endoscop|\bSAD\b/i;
const OPEN =
  /\bopen\b|arthroplast|replacement|\bfusion|arthrodes|\bORIF\b|\btotal\b|\bT[KH][AR]\b|manipulat|fractur|osteotom|fixation|hardware/i;
const PLACE = /facility|cent(?:er|re)|\bASC\b|operating|recovery|stay|hospital|in-?patient|\bLOS\b|overnight|\bICU\b|23.hour|an[ae]?esth/i;
const IMPLANT = /implant|permanent|replace|revision|remov|explant|battery/i;

export interface Classified {
  readonly service: string;
  readonly category: string;
  /** The DWC search form's own name; null where the form has none. */
  readonly dwcCategory: string | null;
  /** Whether the request names a thing, and not a manner of thing ("2 refills"). */
  readonly strong: boolean;
}

interface Decision {
  readonly id: string;
  /** The drug that decided, where one did. */
  readonly drug: DrugHit | null;
  /** Whether a thing is named, and not a manner of thing. */
  readonly strong: boolean;
}

/** Service, category and DWC category of a request, words whole; null where the vocabulary has no row for it. */
export function classifyService(request: string): Classified | null {
  const full = evened(request.slice(0, LONGEST)).replace(NUMBERING, '').replace(VERDICT_TAIL, '').trim();
  const masked = full.replace(REASON_TAIL, '').trim() || full;
  const led = masked.replace(LEAD, '').trim() || masked;
  const core = SURGICAL_LEAD.test(masked) && leadTells(bestRow(masked), bestRow(led)) ? masked : led;
  const accessory = ACCESSORY.test(full);
  // "Associated surgical service" itself names no operation.
  const found = (accessory ? [core] : [core, masked, full]).map(decide).find((one) => one !== null) ?? null;
  const sure = found?.strong && !isGuess(found.drug) ? found : (respelled(core) ?? coded(full) ?? found);
  const decided = accessory && (sure === null || isHelper(sure, core)) ? SUPPORT : sure;
  if (decided === null) return null;
  return {
    service: decided.id,
    category: ROW.get(decided.id)?.category ?? decided.id.split('.')[0] ?? decided.id,
    dwcCategory: dwcCategory(decided, full),
    strong: decided.strong || decided === SUPPORT,
  };
}

const SUPPORT: Decision = { id: 'surg.support', drug: null, strong: false };

/** A specialist named with an operation, and no visit, takes part in it. */
function isHelper({ id }: Decision, text: string): boolean {
  return id.startsWith('em.') && id !== 'em.reports' && !VISIT.test(text);
}

/** A drug whose name was read from something nearly so; a service of the vocabulary may be spelt as nearly. */
function isGuess(drug: DrugHit | null): boolean {
  return drug !== null && !DRUG_NAMES.has(drug.alias);
}

/** What a request names once its misspelt words are mended. */
function respelled(text: string): Decision | null {
  const mended = respelt(text);
  const decision = mended === text ? null : decide(mended);
  return decision?.strong ? decision : null;
}

function coded(text: string): Decision | null {
  const id = serviceOfCode(text);
  return id === null ? null : { id, drug: null, strong: true };
}

/** A visit, a clearance or a shoe after an operation is told by just that word ("post-op shoe"). */
function leadTells(whole: RowHit | null, led: RowHit | null): boolean {
  if (whole?.id === 'surg.support') return !named(led);
  return whole !== null && whole.priority < WEAK && whole.priority < (led?.priority ?? WEAK);
}

function named(row: RowHit | null): boolean {
  return row !== null && row.priority < WEAK && !row.id.startsWith('em.') && row.id !== 'surg.support';
}

/** What stands before "for" or "with" decides where it names a thing; inside surgery and injections the whole does. */
function decide(text: string): Decision | null {
  const whole = decidePlain(text);
  const at = text.search(MANNER);
  if (at <= 0) return whole;
  const head = decidePlain(text.slice(0, at));
  if (head === null || !head.strong) return whole;
  const group = head.id.split('.')[0];
  const together = group === 'surg' || group === 'inj' || group === 'pharm';
  return together && whole?.id.startsWith(`${group}.`) && whole.id !== 'surg.support' ? whole : head;
}

function decidePlain(text: string): Decision | null {
  const row = operationBefore(text, firstOfSeveral(text, bestRow(text)));
  const visit = visitInstead(text, row);
  if (visit !== null) return { id: visit.id, drug: null, strong: true };
  const byRow = row === null ? null : { id: row.id, drug: null, strong: row.priority < WEAK - 6 };
  const drugs = /\blevels?\b/i.test(text) && !DOSED.test(text) ? [] : findDrugs(text);
  const main = drugs[0];
  const cream = CREAM.test(text);
  const percents = text.match(PERCENT)?.length ?? 0;
  // Ingredients under a pharmacy's own short names: the percentages tell a mixture.
  if (main === undefined) return cream && percents > 1 && !byRow?.strong ? { id: 'pharm.compound', drug: null, strong: true } : byRow;
  const topical = main.class === 'topical' || (main.base === 'diclofenac' && (cream || percents > 0));
  if (row !== null && rowOverDrug(row, text, main, topical)) return byRow;
  const byDrug = (id: string | undefined) => (id === undefined ? byRow : { id, drug: main, strong: true });
  if (/suspension kit/.test(main.generic)) return byDrug('pharm.compound_oral');
  const several = drugs.length > 1;
  const mixed = several && (percents >= 2 || (GRAMS.test(text) && drugs.some((drug) => drug.class === 'topical')));
  const compound = mixed || (cream && (several || (!topical && !MADE_AS_CREAM.test(main.class))));
  return byDrug(SERVICE_OF_CLASS.get(compound ? 'compound' : topical ? 'topical' : main.class));
}

/** Whether a procedure's row stands although a drug is named. */
function rowOverDrug(row: RowHit, text: string, main: DrugHit, topical: boolean): boolean {
  if (/^inj\./.test(row.id)) {
    if (row.priority >= WEAK && SELF_INJECTED.test(main.class)) return false;
    return INJECTED.test(text) || row.priority < PROCEDURE;
  }
  if (/^(?:surg|prog|diag\.(?:udt|genetic))/.test(row.id) && row.priority < PROCEDURE && row.id !== 'surg.support') return true;
  return (
    /^(?:rehab|dme|diag|psych|home|transport|dental|em)\b/.test(row.id) &&
    (row.priority < THERAPY || (/^diag\./.test(row.id) && row.priority < WEAK)) &&
    !DOSED.test(text) &&
    !topical
  );
}

/** "Consultation for an injection" and "knee surgery consultation" are visits; "evaluation and treatment" is not. */
function visitInstead(text: string, row: RowHit | null): RowHit | null {
  if (row === null || row.id === 'surg.support' || !/^(?:inj|surg|diag|rehab)\./.test(row.id)) return null;
  if (row.id.startsWith('rehab.') && isTherapistVisit(text)) return bestRow(text, /^(?:surg|inj|diag|rehab)\./);
  const before = EVALUATION_FOR.exec(text)?.[0];
  const surgical = /^(?:inj|surg)\./.test(row.id);
  const words = before ?? (surgical ? text.split(MANNER)[0] : undefined);
  if (words === undefined || !VISIT.test(words) || /treat/i.test(words)) return null;
  return bestRow(words, /^(?:surg|inj|diag)\./);
}

/** "Chiropractic evaluation": a visit to a therapist, with no word of a treatment or of how often. */
function isTherapistVisit(text: string): boolean {
  return THERAPIST_VISIT.test(text) && !TREATS.test(text) && !AND_EVALUATION.test(text);
}

/** Of several things joined by "and" the first is the service; operations and injections are read as one. */
function firstOfSeveral(text: string, row: RowHit | null): RowHit | null {
  if (row === null || row.priority >= WEAK || /^(?:surg|inj|em|pharm)\./.test(row.id) || !AND.test(text)) return row;
  for (const part of text.split(AND)) {
    const first = bestRow(part);
    if (first !== null && first.priority < WEAK - 6) return first;
  }
  return row;
}

/** Where an operation is done, and who sleeps or stays, ranks below the operation that is named before it. */
function operationBefore(text: string, row: RowHit | null): RowHit | null {
  if (row?.id !== 'surg.support' || !PLACE.test(text.slice(row.start, row.start + row.length))) return row;
  const before = bestRow(text.slice(0, row.start), /^(?!surg\.(?!support))/);
  return before !== null && before.priority < WEAK ? before : row;
}

function dwcCategory({ id, drug }: Decision, text: string): string | null {
  const row = ROW.get(id);
  const usual = row?.dwc[0] ?? null;
  if (drug !== null) return id === 'pharm.compound_oral' || id === SERVICE_OF_CLASS.get(drug.class) ? (drug.dwc ?? usual) : usual;
  const pick = (part: string): string | null => row?.dwc.find((name) => name.includes(part)) ?? usual;
  if (id === 'inj.scs' || id === 'inj.pump') return IMPLANT.test(text) ? pick('Surgery') : usual;
  if (!id.startsWith('surg.')) return usual;
  return ARTHROSCOPIC.test(text) ? pick(' Arthroscopic') : OPEN.test(text) ? pick('Non-arthroscopic') : usual;
}
