/**
 * A row of a table -> its record, by lookups alone: fast, and bounded by the length of its cells. What its prose says is read where the recognisers
 * are (`prose/read-prose.ts`). Every value points to the cell it was read from.
 */
import {
  type CanonicalText,
  type Determination,
  determinationId,
  type Item,
  itemId,
  SCHEMA_VERSION,
  type Source,
} from '#contract/determination.ts';
import { type Decision, NECESSITY_OF_DECISION } from '#contract/lists.ts';
import type { Message } from '#contract/message.ts';
import type { Found, Span } from '#contract/span.ts';
import { categoryOf, serviceOfTreatment } from '#mappings/vocabulary/programmes/published-names.ts';
import { CATEGORY_OF_SERVICE } from '#mappings/vocabulary/vocabulary.ts';
import { ageBandOf, dayOf, daysOf, priorityOf, sexOf, yearOf } from './cell-values.ts';
import type { Role } from './roles.ts';
import type { RowCell, RowText } from './row-text.ts';
import type { TableProgramme } from './table-programme.ts';

/** A row that can be identified, and what it decides. */
export interface KnownRow extends RowText {
  readonly caseNumber: string;
  readonly decision: Decision;
}

/** The row with its case number and decision, or why it cannot be read: a sentence without a word of the row. */
export function knownRow(row: RowText, programme: TableProgramme): KnownRow | { readonly fault: string } {
  const at = (role: Role) => row.cells.find(({ column }) => column.role === role);
  const labelOf = (role: Role) => programme.columns.find((column) => column.role === role)?.label ?? role;
  const number = at('case number');
  if (number === undefined) return { fault: `its cell of "${labelOf('case number')}" is empty; a case number was expected.` };
  const caseNumber = programme.caseNumber(number.value);
  if (caseNumber === null) return { fault: `what stands under "${labelOf('case number')}" is no case number of the program.` };
  const outcome = at('decision');
  // A row that says no outcome is a case all the same; one that says another is not understood.
  if (outcome === undefined) return { ...row, caseNumber, decision: 'undetermined' };
  const decision = programme.outcome(outcome.value);
  if (decision === null)
    return { fault: `what stands under "${labelOf('decision')}" is no outcome that is known; ${programme.outcomeWords} was expected.` };
  return { ...row, caseNumber, decision };
}

/** The record of a row. `nth`: which of the determinations of its case number it is, from 1. */
export function rowLetter(
  { text, cells, caseNumber, decision }: KnownRow,
  { programme, valuesIn }: Pick<TableProgramme, 'programme' | 'valuesIn'>,
  source: Source,
  nth = 1,
): { determination: Determination; canonical: CanonicalText } {
  const id = determinationId(programme, caseNumber, nth);
  const messages: Message[] = [];
  const rule = `${programme}.column`;
  const all = (role: Role): readonly RowCell[] => cells.filter(({ column }) => column.role === role);
  const values = (role: Role): Span[] =>
    all(role).flatMap(({ value, start, end }) =>
      valuesIn === undefined ? [{ start, end }] : valuesIn(value).map((place) => ({ start: start + place.start, end: start + place.end })),
    );
  const found = <T>(value: T, { start, end }: Span, grade: Found<T>['grade'] = 'stated'): Found<T> => ({
    value,
    grade,
    rule,
    evidence: [{ start, end, quote: text.slice(start, end) }],
  });
  const printed = (span: Span): Found<string> => found(text.slice(span.start, span.end), span);
  const note = (cell: RowCell, expected: string) => {
    const { start, end, column } = cell;
    const reason = `What stands under "${column.label}" is not understood; ${expected} was expected.`;
    messages.push({ code: 'row.cell', severity: 'warning', rule, reason, span: { start, end }, item: null });
  };
  const read = <T>(role: Role, by: (cell: string) => T | null, expected: string): Found<T> | null => {
    const cell = all(role)[0];
    if (cell === undefined) return null;
    const value = by(cell.value);
    if (value === null) note(cell, expected);
    return value === null ? null : found(value, cell);
  };
  const one = (role: Role): Found<string> | null => {
    const cell = all(role)[0];
    return cell === undefined ? null : printed(cell);
  };
  const category = (role: Role, kind: 'diagnosis' | 'treatment') =>
    values(role).map((span) => {
      const words = text.slice(span.start, span.end);
      const known = categoryOf(kind, programme, words);
      return { words, ours: known?.ours ?? null, found: found(known?.id ?? words, span) };
    });
  const diagnosisCategories = category('diagnosis category', 'diagnosis');
  const treatmentCategories = category('treatment category', 'treatment');
  const diagnoses = values('diagnosis').map(printed);
  const treatments = values('treatment').map(printed);
  const decisionCell = all('decision')[0];
  const services = [...treatments, ...treatmentCategories.map((one) => ({ ...one.found, value: one.words }))].flatMap((one) => {
    const service = serviceOfTreatment(one.value);
    return service === null ? [] : [{ ...one, value: service, grade: 'inferred' as const, rule: `${programme}.treatment` }];
  });
  const ours = treatmentCategories.find((one) => one.ours !== null);
  const asked = joined(
    treatments,
    treatmentCategories.map(({ words, found: { evidence } }) => ({ value: words, evidence })),
  );
  const reason = joined(
    diagnoses,
    diagnosisCategories.map(({ words, found: { evidence } }) => ({ value: words, evidence })),
  );
  const heading: Found<string> | null =
    asked === null
      ? null
      : {
          value: reason === null ? asked.value : `${asked.value} for ${reason.value}`,
          grade: 'stated',
          rule: `${programme}.heading`,
          evidence: [...asked.evidence, ...(reason?.evidence ?? [])].toSorted((a, b) => a.start - b.start),
        };
  if (decisionCell === undefined)
    messages.push({ code: 'item.decision_missing', severity: 'warning', rule, reason: 'The row says no outcome.', span: null, item: 1 });
  if (nth > 1) {
    const reason = `The table has another determination of this case number (${determinationId(programme, caseNumber)}).`;
    messages.push({ code: 'row.same_number', severity: 'info', rule, reason, span: null, item: null });
  }
  const numberCell = all('case number')[0];
  const item: Item = {
    ...emptyItem(),
    id: itemId(id, 1),
    heading,
    decision: decisionCell === undefined ? null : found(decision, decisionCell),
    foundMedicallyNecessary: NECESSITY_OF_DECISION[decision],
    service: services[0] ?? null,
    category:
      serviceCategory(services[0]) ??
      (ours === undefined ? null : { ...ours.found, value: ours.ours ?? '', grade: 'inferred', rule: `${programme}.category` }),
  };
  const determination: Determination = {
    schemaVersion: SCHEMA_VERSION,
    id,
    programme,
    caseNumber: found(caseNumber, numberCell ?? { start: 0, end: text.length }),
    layout: { id: `table.${programme}`, because: [] },
    dates: {
      injury: null,
      urDenial: null,
      applicationReceived: null,
      assigned: null,
      decided: read('day decided', dayOf, 'a day as 12/31/2016, 31 December 2016 or with the year first'),
    },
    priority: read('priority', priorityOf, 'Standard or Expedited'),
    reviewer: { specialtyAsPrinted: null, specialties: [], licensedStates: [] },
    clinicalSummary: null,
    documentsReviewed: [],
    diagnoses,
    claimAgeDays: null,
    published: {
      year: read('year', yearOf, 'a year of four digits'),
      diagnosisCategories: diagnosisCategories.map((one) => one.found),
      treatmentCategories: treatmentCategories.map((one) => one.found),
      treatments,
      reviewType: one('type of review'),
      ageBand: read('age', ageBandOf, 'an age or a range of ages'),
      sex: read('sex', sexOf, 'Female, Male or Other'),
      coverage: one('coverage'),
      healthPlan: one('health plan'),
      agent: one('agent'),
      daysToReview: read('days to review', daysOf, 'a count of days'),
      daysToAdopt: read('days to adopt', daysOf, 'a count of days'),
    },
    items: [item],
    letterOutcome:
      decision === 'upheld' ? 'all_upheld' : decision === 'overturned' ? 'all_overturned' : decision === 'undetermined' ? null : 'mixed',
    source,
    messages,
  };
  return { determination, canonical: { text, pageStarts: [0] } };
}

type Named = Pick<Found<string>, 'value' | 'evidence'>;

/** "Speech Therapy (Rehabilitation Services)": what is named with its category, each where it is stated; null where neither is. */
function joined(names: readonly Named[], categories: readonly Named[]): Named | null {
  const words = (list: readonly Named[]) => [...new Set(list.map(({ value }) => value))].join(', ');
  const [name, category] = [words(names), words(categories)];
  if (name === '' && category === '') return null;
  const value = name === '' || category === '' || name === category ? name || category : `${name} (${category})`;
  return { value, evidence: [...names, ...categories].flatMap(({ evidence }) => evidence) };
}

/** The category that a service lies in, known by the same words. */
function serviceCategory(service: Found<string> | undefined): Found<string> | null {
  const category = service === undefined ? undefined : CATEGORY_OF_SERVICE.get(service.value);
  return service === undefined || category === undefined ? null : { ...service, value: category };
}

const SILENT = { asPrinted: null, basis: null, nonMtus: null, citations: [] };

/** What a row does not say of its item. */
function emptyItem(): Omit<Item, 'id' | 'heading' | 'decision' | 'foundMedicallyNecessary' | 'service' | 'category'> {
  return {
    number: 1,
    originalRequest: null,
    authorizedAtUr: null,
    inDispute: null,
    urAction: null,
    dwcCategory: null,
    drugs: [],
    bodyParts: [],
    side: null,
    quantity: { sessions: null, perWeek: null, weeks: null, hours: null, units: null, refills: null },
    quantityByBodyPart: [],
    acquisition: null,
    trial: null,
    codes: [],
    dateOfService: null,
    retrospective: null,
    associatedSurgicalService: null,
    perioperative: null,
    followsItem: null,
    deciding: [],
    reasons: [],
    guidelines: { administrator: SILENT, reviewer: SILENT, mentions: [] },
    rationale: null,
  };
}
