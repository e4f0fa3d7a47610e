/** The fields that are scored: what the labelled letter says beside what we read. One row is one field. */
import type { Determination, GuidelineSide, Item } from '#contract/determination.ts';
import type { Found } from '#contract/span.ts';
import type { GoldItem, GoldLabel, GoldLetter } from './schema.ts';

/** The values of a field on either side; an empty list means: not stated. */
export interface FieldRow<G, O> {
  /** The label's key: the field counts only where the label has it. */
  readonly key: keyof G;
  readonly gold: (gold: G, ours: O | null) => readonly (string | null | undefined)[];
  readonly ours: (ours: O) => readonly (string | null | undefined)[];
  /** True where the values have no order. */
  readonly set?: boolean;
  /** What was read but only inferred: it does not count, and is told beside what is missing. */
  readonly inferred?: (ours: O) => readonly string[];
}

const value = (found: Found<string> | null) => [found?.value];
const list = (found: readonly Found<string>[]) => found.map((one) => one.value);

export const LETTER_FIELDS: Readonly<Record<string, FieldRow<GoldLetter, Determination>>> = {
  caseNumber: { key: 'caseNumber', gold: (g) => [g.caseNumber], ours: (d) => value(d.caseNumber) },
  dateAssigned: { key: 'dateAssigned', gold: (g) => [g.dateAssigned], ours: (d) => value(d.dates.assigned) },
  dateOfInjury: { key: 'dateOfInjury', gold: (g) => [g.dateOfInjury], ours: (d) => value(d.dates.injury) },
  decisionDate: { key: 'decisionDate', gold: (g) => [g.decisionDate], ours: (d) => value(d.dates.decided) },
  urDenialDate: { key: 'urDenialDate', gold: (g) => [g.urDenialDate], ours: (d) => value(d.dates.urDenial) },
  applicationReceived: {
    key: 'applicationReceived',
    gold: (g) => [g.applicationReceived],
    ours: (d) => value(d.dates.applicationReceived),
  },
  priority: { key: 'priority', gold: (g) => [g.priority?.toLowerCase()], ours: (d) => value(d.priority) },
  licensedStates: { key: 'licensedStates', gold: (g) => g.licensedStates ?? [], ours: (d) => list(d.reviewer.licensedStates) },
  specialty: { key: 'specialty', gold: (g) => [g.specialty], ours: (d) => value(d.reviewer.specialtyAsPrinted) },
  summary: { key: 'summary', gold: (g) => [g.summary], ours: (d) => value(d.clinicalSummary) },
  itemCount: { key: 'issues', gold: (g) => [String((g.issues ?? []).length)], ours: (d) => [String(d.items.length)] },
};

const names = (side: GuidelineSide) =>
  side.citations
    .filter((citation) => citation.basis === 'mtus')
    .map((citation) => `${citation.title ?? ''} ${citation.edition ?? ''}`.trim());
const sections = (side: GuidelineSide) =>
  side.citations.filter((citation) => citation.basis === 'mtus').map((citation) => citation.sectionsAsPrinted);
const none = (side: GuidelineSide) => [side.basis?.value === 'none' ? 'none' : null];
const filled = (text: string) => (text === '' ? null : text);
const titles = (parts: GoldItem['maximusMtus']) => (parts ?? []).map((part) => part.name);
const printedSections = (parts: GoldItem['maximusMtus']) => (parts ?? []).map((part) => filled(part.sections));

export const ITEM_FIELDS: Readonly<Record<string, FieldRow<GoldItem, Item>>> = {
  heading: { key: 'heading', gold: (g) => [g.heading], ours: (i) => value(i.heading) },
  originalRequest: { key: 'originalRequest', gold: (g) => [g.originalRequest], ours: (i) => value(i.originalRequest) },
  authorizedAtUr: {
    key: 'authorisedByAdministrator',
    gold: (g) => [g.authorisedByAdministrator],
    ours: (i) => value(i.authorizedAtUr),
  },
  inDispute: { key: 'disputedService', gold: (g) => [g.disputedService], ours: (i) => value(i.inDispute) },
  decision: { key: 'decision', gold: (g) => [g.decision], ours: (i) => value(i.decision) },
  administratorGuideline: {
    key: 'administratorGuideline',
    gold: (g) => [g.administratorGuideline],
    ours: (i) => value(i.guidelines.administrator.asPrinted),
  },
  administratorMtusNames: {
    key: 'administratorMtus',
    gold: (g) => titles(g.administratorMtus),
    ours: (i) => names(i.guidelines.administrator),
  },
  administratorMtusSections: {
    key: 'administratorMtus',
    gold: (g) => printedSections(g.administratorMtus),
    ours: (i) => sections(i.guidelines.administrator),
  },
  administratorNonMtus: {
    key: 'administratorNonMtus',
    gold: (g) => [g.administratorNonMtus],
    ours: (i) => value(i.guidelines.administrator.nonMtus),
  },
  administratorNoneCited: {
    key: 'administratorNoneCited',
    gold: (g) => [g.administratorNoneCited ? 'none' : null],
    ours: (i) => none(i.guidelines.administrator),
  },
  reviewerGuideline: {
    key: 'maximusGuideline',
    gold: (g) => [g.maximusGuideline],
    ours: (i) => value(i.guidelines.reviewer.asPrinted),
  },
  reviewerMtusNames: { key: 'maximusMtus', gold: (g) => titles(g.maximusMtus), ours: (i) => names(i.guidelines.reviewer) },
  reviewerMtusSections: { key: 'maximusMtus', gold: (g) => printedSections(g.maximusMtus), ours: (i) => sections(i.guidelines.reviewer) },
  reviewerNonMtus: { key: 'maximusNonMtus', gold: (g) => [g.maximusNonMtus], ours: (i) => value(i.guidelines.reviewer.nonMtus) },
  reviewerNoneCited: {
    key: 'maximusNoneCited',
    gold: (g) => [g.maximusNoneCited ? 'none' : null],
    ours: (i) => none(i.guidelines.reviewer),
  },
  rationale: { key: 'rationale', gold: (g) => [g.rationale], ours: (i) => value(i.rationale) },
};

const UNCLASSIFIED = 'other.unclassified';
const serviceOf = (item: Item | null) => item?.service?.value ?? UNCLASSIFIED;
/** `outside-mtus` is what the labels call our `non_mtus`. */
const basis = (label: string | undefined) => label?.replace('outside-mtus', 'non_mtus');
const ids = (side: GuidelineSide) => side.citations.map((citation) => citation.guideline);
const YES_NO = new Map([
  [true, 'yes'],
  [false, 'no'],
  [null, 'unknown'],
]);
const QUANTITIES = ['sessions', 'perWeek', 'weeks', 'units', 'refills'] as const;
/** All counts of an item as one value; null where there is none. */
function counts(of: (name: (typeof QUANTITIES)[number]) => number | null | undefined): string | null {
  const stated = QUANTITIES.flatMap((name) => (of(name) == null ? [] : [`${name} ${of(name)}`]));
  return stated.length === 0 ? null : stated.join(', ');
}

/** What was labelled by reading the items (`issues.jsonl`). */
export const LABEL_FIELDS: Readonly<Record<string, FieldRow<GoldLabel, Item>>> = {
  service: { key: 'service', gold: (g) => [g.service], ours: (i) => [serviceOf(i)] },
  serviceOrAlternative: {
    key: 'service',
    gold: (g, i) => [g.serviceAlternatives?.includes(serviceOf(i)) === true ? serviceOf(i) : g.service],
    ours: (i) => [serviceOf(i)],
  },
  category: { key: 'category', gold: (g) => [g.category], ours: (i) => [i.category?.value ?? UNCLASSIFIED.split('.')[0]] },
  dwcCategory: { key: 'dwcCategory', gold: (g) => [g.dwcCategory], ours: (i) => [i.dwcCategory?.value] },
  drugs: { key: 'drugs', gold: (g) => g.drugs ?? [], ours: (i) => i.drugs.map((drug) => drug.value.generic), set: true },
  bodyParts: {
    key: 'bodyParts',
    gold: (g) => g.bodyParts ?? [],
    ours: (i) => i.bodyParts.filter((part) => part.grade === 'stated').map((part) => part.value),
    set: true,
    inferred: (i) => i.bodyParts.filter((part) => part.grade === 'inferred').map((part) => part.value),
  },
  side: {
    key: 'side',
    gold: (g) => [g.side],
    ours: (i) => [i.side?.grade === 'stated' ? i.side.value : null],
    inferred: (i) => (i.side?.grade === 'inferred' ? [i.side.value] : []),
  },
  quantity: {
    key: 'quantity',
    gold: (g) => [counts((name) => g.quantity?.[name])],
    ours: (i) => [counts((name) => i.quantity[name]?.value)],
  },
  retrospective: {
    key: 'retrospective',
    gold: (g) => [YES_NO.get(g.retrospective ?? null)],
    ours: (i) => [i.retrospective?.value],
  },
  dateOfService: { key: 'dateOfService', gold: (g) => [g.dateOfService], ours: (i) => [i.dateOfService?.value] },
  associatedSurgical: {
    key: 'associatedSurgical',
    gold: (g) => [g.associatedSurgical ? 'yes' : null],
    ours: (i) => [i.associatedSurgicalService === null && i.perioperative === null ? null : 'yes'],
  },
  'guidelines.administrator': {
    key: 'caGuidelines',
    gold: (g) => (g.caGuidelines ?? []).map((one) => one.id),
    ours: (i) => ids(i.guidelines.administrator),
    set: true,
  },
  'guidelines.reviewer': {
    key: 'mxGuidelines',
    gold: (g) => (g.mxGuidelines ?? []).map((one) => one.id),
    ours: (i) => ids(i.guidelines.reviewer),
    set: true,
  },
  'basis.administrator': { key: 'caBasis', gold: (g) => [basis(g.caBasis)], ours: (i) => [i.guidelines.administrator.basis?.value] },
  'basis.reviewer': { key: 'mxBasis', gold: (g) => [basis(g.mxBasis)], ours: (i) => [i.guidelines.reviewer.basis?.value] },
};

/** Fields with values of closed lists: their confusions can be shown without showing a letter's words. */
export const CLOSED_FIELDS: readonly string[] = ['decision', ...Object.keys(LABEL_FIELDS)];
