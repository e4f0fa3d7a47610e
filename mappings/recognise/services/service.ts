/**
 * The service of a request: what is asked for stands before why and how ("for", "with", "status post"); there, a procedure
 * by the patterns of the vocabulary, then a drug by its class, then generic wording. The vocabulary's header tells the rest. What
 * is said of single services and categories are traits of the vocabulary; the words that decide are rows (`request-row.ts`).
 */
import { evened } from '../../text/evened.ts';
import { DRUGS, SERVICES } from '../../vocabulary/vocabulary.ts';
import { type DrugHit, findDrugs } from '../drugs/drugs.ts';
import { AROUND_ROWS } from './around-rows.ts';
import { DRUG_FORM_ROWS, DRUG_FORM_WORDS, OVER_DRUG_ROWS } from './drug-form-rows.ts';
import { DWC_ROWS } from './dwc-rows.ts';
import type { DrugFact, DrugFormRow, OverDrugRow, RequestRows } from './request-row.ts';
import { drugFacts, isKit, requestWords } from './request-words.ts';
import { serviceOfCode } from './service-codes.ts';
import { bestRow, type RowHit, THINGS_END, WEAK } from './service-rows.ts';
import { respelt } from './service-spelling.ts';
import { VISIT_ROWS } from './visit-rows.ts';

const ROW = new Map(SERVICES.services.map((row) => [row.id, row]));
const TRAITS = new Map(SERVICES.categories.map((row) => [row.id, row.traits]));
const SERVICE_OF_CLASS = new Map(DRUGS.classes.map((row) => [row.id, row.service]));
const DRUG_NAMES = new Set(DRUGS.drugs.flatMap((row) => [row.generic, ...row.aliases].map((name) => name.toLowerCase())));
/** No request is longer; hostile text is not read to its end. */
const LONGEST = 2_000;

interface Classified {
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
  /** Whether a word names it that counts only where nothing else does. */
  readonly weak?: boolean;
}

/** The lists are joined in the order of their rows; rules are asked in it. */
export const REQUEST_ROWS: RequestRows = {
  words: [...AROUND_ROWS, ...VISIT_ROWS, ...DRUG_FORM_WORDS],
  overDrug: OVER_DRUG_ROWS,
  drugForms: DRUG_FORM_ROWS,
  dwcCategory: DWC_ROWS,
};

/** Reads a request; see `classifyService`. */
export type ServiceReader = (request: string) => Classified | null;

/** Service, category and DWC category of a request, words whole; null where the vocabulary has no row for it. */
export const classifyService: ServiceReader = serviceReader(REQUEST_ROWS);

type CategoryTrait = (typeof SERVICES.categories)[number]['traits'][number];

function categoryOf(id: string): string {
  return ROW.get(id)?.category ?? id.split('.')[0] ?? id;
}

/** "Post carpal tunnel release massage": what stands behind an operation that "post" opens, where that is a thing of its own. */
function behindOperation(text: string): string {
  const [opening] = POST.exec(text) ?? [];
  if (opening === undefined) return text;
  const rest = text.slice(opening.length);
  const operation = bestRow(rest, (id) => has(id, 'operative') && !isAround(id));
  if (operation === null) return text;
  const behind = rest.slice(operation.start + operation.length);
  const thing = bestRow(behind, (id) => !has(id, 'operative'));
  return thing !== null && thing.priority <= WEAK ? behind : text;
}
const PURPOSE = /^\sfor\s/i;
const POST = /^post[- ]{1,3}(?!op|surg)/i;

function has(id: string, trait: CategoryTrait): boolean {
  return TRAITS.get(categoryOf(id))?.includes(trait) === true;
}

/** Whether a service is what is done around an operation, and names none itself. */
function isAround(id: string): boolean {
  return ROW.get(id)?.traits.includes('around_operation') === true;
}

const AROUND = SERVICES.services.find(({ id }) => isAround(id))?.id;

/** A drug whose name was read from something nearly so; a service of the vocabulary may be spelt as nearly. */
function isGuess(drug: DrugHit | null): boolean {
  return drug !== null && !DRUG_NAMES.has(drug.alias);
}

function coded(text: string): Decision | null {
  const id = serviceOfCode(text);
  return id === null ? null : { id, drug: null, strong: true };
}

/** A visit, a clearance or a shoe after an operation is told by just that word ("post-op shoe"). */
function leadTells(whole: RowHit | null, led: RowHit | null): boolean {
  if (whole === null) return false;
  if (isAround(whole.id)) return led === null || led.priority >= WEAK || has(led.id, 'visit') || isAround(led.id);
  return whole.priority < WEAK && whole.priority < (led?.priority ?? WEAK);
}

/** A reader of requests by these rows. */
export function serviceReader(rows: RequestRows): ServiceReader {
  const words = requestWords(rows.words);
  const dwcRows = rows.dwcCategory.map((row) => ({ ...row, pattern: new RegExp(row.pattern.source, 'i') }));
  return classify;

  function classify(request: string): Classified | null {
    const full = evened(request.slice(0, LONGEST)).replace(words.numbering, '').replace(words.toldVerdict, '').trim();
    const masked = full.replace(words.reason, '').trim() || full;
    const led = masked.replace(words.lead, '').trim() || masked;
    const core = words.surgicalLead.test(masked) && leadTells(bestRow(masked), bestRow(led)) ? masked : behindOperation(led);
    const accessory = words.accessory.test(full);
    // "Associated surgical service" itself names no operation.
    const found = (accessory ? [core] : [core, masked, full]).map(decide).find((one) => one !== null) ?? null;
    const sure = found?.strong && !isGuess(found.drug) ? found : (respelled(core) ?? coded(full) ?? found);
    const around = accessory && AROUND !== undefined && (sure === null || takesPart(sure, core));
    const decided = around ? { id: AROUND, drug: null, strong: true } : sure;
    if (decided === null) return null;
    const { id, strong } = decided;
    return { service: id, category: categoryOf(id), dwcCategory: dwcCategory(decided, full), strong };
  }

  /** A specialist named with an operation, and no visit, takes part in it. */
  function takesPart({ id }: Decision, text: string): boolean {
    return has(id, 'visit') && ROW.get(id)?.traits.includes('no_visit') !== true && !words.visit.test(text);
  }

  /** What a request names once its misspelt words are mended. */
  function respelled(text: string): Decision | null {
    const mended = respelt(text);
    const decision = mended === text ? null : decide(mended);
    return decision?.strong ? decision : null;
  }

  /** What stands before "for" or "with" decides where it names a thing; inside surgery and injections the whole does. */
  function decide(text: string): Decision | null {
    const whole = decidePlain(text);
    const at = text.search(words.manner);
    if (at <= 0) return whole;
    const ahead = text.slice(0, at);
    const head = decidePlain(ahead);
    // "Surgical facility for carpal tunnel release": what it is for never names it.
    if (head === null || !(head.strong || (head.weak && PURPOSE.test(text.slice(at))))) return whole;
    // "Vascular surgeon for the anterior approach" takes part in an operation.
    if (whole !== null && isAround(whole.id) && takesPart(head, ahead)) return whole;
    const together = has(head.id, 'manner_belongs') && whole !== null && categoryOf(whole.id) === categoryOf(head.id);
    return together && !isAround(whole.id) && !isAround(head.id) ? whole : head;
  }

  function decidePlain(text: string): Decision | null {
    const row = operationBefore(text, firstOfSeveral(text, bestRow(text)));
    const visit = visitInstead(text, row);
    if (visit !== null) return { id: visit.id, drug: null, strong: true };
    const byRow = row === null ? null : { id: row.id, drug: null, strong: row.priority < THINGS_END, weak: row.priority === WEAK };
    const drugs = words.level.test(text) && !words.dosed.test(text) ? [] : findDrugs(text);
    const drug = drugs[0] ?? null;
    const facts = drugFacts(words, text, drugs);
    if (byRow?.strong) facts.add('named otherwise');
    if (row !== null && isAround(row.id)) facts.add('around operation');
    if (drug !== null && row !== null && standsOverDrug(row, facts)) return byRow;
    const form = rows.drugForms.find((one) => holds(one, facts));
    const id = form?.service ?? (drug === null ? undefined : SERVICE_OF_CLASS.get(drug.class));
    return id === undefined ? byRow : { id, drug, strong: true };
  }

  /** Whether a procedure's row stands although a drug is named. */
  function standsOverDrug({ id, priority }: RowHit, facts: ReadonlySet<DrugFact>): boolean {
    const rule = rows.overDrug.find((one) => {
      const speaksOf = one.of.includes(id) || one.of.includes(categoryOf(id));
      return speaksOf && priority < (one.below ?? Number.POSITIVE_INFINITY) && priority >= (one.from ?? 0) && holds(one, facts);
    });
    return rule?.stands === true;
  }

  /** "Consultation for an injection" and "knee surgery consultation" are visits; "evaluation and treatment" is not. */
  function visitInstead(text: string, row: RowHit | null): RowHit | null {
    if (row === null || isAround(row.id) || !has(row.id, 'consulted_for')) return null;
    if (has(row.id, 'therapist') && isTherapistVisit(text, row)) return bestRow(text, (id) => !has(id, 'consulted_for'));
    const before = words.visitAbout.exec(text)?.[0];
    const named = before ?? (has(row.id, 'operative') ? text.split(words.manner)[0] : undefined);
    if (named === undefined || !words.visit.test(named) || words.treatment.test(named)) return null;
    const visit = bestRow(named, (id) => !has(id, 'consulted_for') || has(id, 'therapist'));
    // "Consultation with a pain specialist": who is seen may stand behind "with".
    const seen = visit === null || visit.priority < THINGS_END || before !== undefined ? null : bestRow(text, (id) => has(id, 'visit'));
    return seen !== null && seen.priority < THINGS_END ? seen : visit;
  }

  /** "Chiropractic evaluation": a visit to a therapist, with no word of a treatment, of how often, or of another who is seen beside it. */
  function isTherapistVisit(text: string, therapy: RowHit): boolean {
    if (!words.therapistVisit.test(text) || words.therapy.test(text) || words.therapyWithEvaluation.test(text)) return false;
    const seen = bestRow(text, (id) => has(id, 'visit'));
    return seen === null || seen.priority >= THINGS_END || seen.start < therapy.start + therapy.length;
  }

  /** Of several things joined by "and" the first is the service; operations and injections are read as one. */
  function firstOfSeveral(text: string, row: RowHit | null): RowHit | null {
    if (row === null || row.priority >= WEAK || has(row.id, 'read_as_one') || !words.several.test(text)) return row;
    for (const part of text.split(words.several)) {
      const first = bestRow(part);
      if (first !== null && first.priority < THINGS_END) return first;
    }
    return row;
  }

  /** Where an operation is done, and who sleeps or stays, ranks below the operation that is named before it. */
  function operationBefore(text: string, row: RowHit | null): RowHit | null {
    if (row === null || !isAround(row.id) || !words.place.test(text.slice(row.start, row.start + row.length))) return row;
    const before = bestRow(text.slice(0, row.start), (id) => categoryOf(id) === categoryOf(row.id) && !isAround(id));
    return before !== null && before.priority < WEAK ? before : row;
  }

  function dwcCategory({ id, drug }: Decision, text: string): string | null {
    const names = ROW.get(id)?.dwcCategories ?? [];
    const usual = names[0] ?? null;
    if (drug !== null) return isKit(drug) || id === SERVICE_OF_CLASS.get(drug.class) ? (drug.dwcCategory ?? usual) : usual;
    const speaking = dwcRows.find(({ of, pattern }) => (of.includes(id) || of.includes(categoryOf(id))) && pattern.test(text));
    return (speaking && names.find((name) => name.includes(speaking.picks))) ?? usual;
  }
}

function holds(rule: DrugFormRow | OverDrugRow, facts: ReadonlySet<DrugFact>): boolean {
  return (rule.all ?? []).every((fact) => facts.has(fact)) && !(rule.none ?? []).some((fact) => facts.has(fact));
}
