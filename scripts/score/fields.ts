/** The fields that are scored: what the labelled letter says beside what we read. One row is one field. */
import type { Determination, GuidelineSide, Item } from '#contract/determination.ts';
import type { Found } from '#contract/span.ts';
import type { GoldItem, GoldLabel, GoldLetter } from './gold.ts';

/** The values of a field on either side; an empty list means: not stated. */
export interface FieldRow<G, O> {
  readonly gold: (gold: G, ours: O | null) => readonly (string | null)[];
  readonly ours: (ours: O) => readonly (string | null | undefined)[];
  /** True where the values have no order. */
  readonly set?: boolean;
}

const value = (found: Found<string> | null) => [found?.value];
const list = (found: readonly Found<string>[]) => found.map((one) => one.value);

export const LETTER_FIELDS: Readonly<Record<string, FieldRow<GoldLetter, Determination>>> = {
  caseNumber: { gold: (g) => [g.caseNumber], ours: (d) => value(d.caseNumber) },
  dateAssigned: { gold: (g) => [g.dateAssigned], ours: (d) => value(d.dates.assigned) },
  dateOfInjury: { gold: (g) => [g.dateOfInjury], ours: (d) => value(d.dates.injury) },
  decisionDate: { gold: (g) => [g.decisionDate], ours: (d) => value(d.dates.decided) },
  urDenialDate: { gold: (g) => [g.urDenialDate], ours: (d) => value(d.dates.urDenial) },
  applicationReceived: { gold: (g) => [g.applicationReceived], ours: (d) => value(d.dates.applicationReceived) },
  priority: { gold: (g) => [g.priority?.toLowerCase() ?? null], ours: (d) => value(d.priority) },
  licensedStates: { gold: (g) => g.licensedStates, ours: (d) => list(d.reviewer.licensedStates) },
  specialty: { gold: (g) => [g.specialty], ours: (d) => value(d.reviewer.specialtyAsPrinted) },
  summary: { gold: (g) => [g.summary], ours: (d) => value(d.clinicalSummary) },
  itemCount: { gold: (g) => [String(g.issues.length)], ours: (d) => [String(d.items.length)] },
};

const names = (side: GuidelineSide) =>
  side.citations
    .filter((citation) => citation.basis === 'mtus')
    .map((citation) => `${citation.title ?? ''} ${citation.edition ?? ''}`.trim());
const sections = (side: GuidelineSide) =>
  side.citations.filter((citation) => citation.basis === 'mtus').map((citation) => citation.sectionsAsPrinted);
const none = (side: GuidelineSide) => [side.basis?.value === 'none' ? 'none' : null];
const filled = (text: string) => (text === '' ? null : text);

export const ITEM_FIELDS: Readonly<Record<string, FieldRow<GoldItem, Item>>> = {
  heading: { gold: (g) => [g.heading], ours: (i) => value(i.heading) },
  originalRequest: { gold: (g) => [g.originalRequest], ours: (i) => value(i.originalRequest) },
  authorizedAtUr: { gold: (g) => [g.authorisedByAdministrator], ours: (i) => value(i.authorizedAtUr) },
  inDispute: { gold: (g) => [g.disputedService], ours: (i) => value(i.inDispute) },
  decision: { gold: (g) => [g.decision], ours: (i) => value(i.decision) },
  administratorGuideline: { gold: (g) => [g.administratorGuideline], ours: (i) => value(i.guidelines.administrator.asPrinted) },
  administratorMtusNames: { gold: (g) => g.administratorMtus.map((part) => part.name), ours: (i) => names(i.guidelines.administrator) },
  administratorMtusSections: {
    gold: (g) => g.administratorMtus.map((part) => filled(part.sections)),
    ours: (i) => sections(i.guidelines.administrator),
  },
  administratorNonMtus: { gold: (g) => [g.administratorNonMtus], ours: (i) => value(i.guidelines.administrator.nonMtus) },
  administratorNoneCited: { gold: (g) => [g.administratorNoneCited ? 'none' : null], ours: (i) => none(i.guidelines.administrator) },
  reviewerGuideline: { gold: (g) => [g.maximusGuideline], ours: (i) => value(i.guidelines.reviewer.asPrinted) },
  reviewerMtusNames: { gold: (g) => g.maximusMtus.map((part) => part.name), ours: (i) => names(i.guidelines.reviewer) },
  reviewerMtusSections: { gold: (g) => g.maximusMtus.map((part) => filled(part.sections)), ours: (i) => sections(i.guidelines.reviewer) },
  reviewerNonMtus: { gold: (g) => [g.maximusNonMtus], ours: (i) => value(i.guidelines.reviewer.nonMtus) },
  reviewerNoneCited: { gold: (g) => [g.maximusNoneCited ? 'none' : null], ours: (i) => none(i.guidelines.reviewer) },
  rationale: { gold: (g) => [g.rationale], ours: (i) => value(i.rationale) },
};

const UNCLASSIFIED = 'other.unclassified';
const serviceOf = (item: Item | null) => item?.service?.value ?? UNCLASSIFIED;
/** `outside-mtus` is what the labels call our `non_mtus`. */
const basis = (label: string) => label.replace('outside-mtus', 'non_mtus');
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
  service: { gold: (g) => [g.service], ours: (i) => [serviceOf(i)] },
  serviceOrAlternative: {
    gold: (g, i) => [g.serviceAlternatives.includes(serviceOf(i)) ? serviceOf(i) : g.service],
    ours: (i) => [serviceOf(i)],
  },
  category: { gold: (g) => [g.category], ours: (i) => [i.category?.value ?? UNCLASSIFIED.split('.')[0]] },
  dwcCategory: { gold: (g) => [g.dwcCategory], ours: (i) => [i.dwcCategory?.value] },
  drugs: { gold: (g) => g.drugs, ours: (i) => i.drugs.map((drug) => drug.value.generic), set: true },
  bodyParts: {
    gold: (g) => g.bodyParts,
    ours: (i) => i.bodyParts.filter((part) => part.grade === 'stated').map((part) => part.value),
    set: true,
  },
  side: { gold: (g) => [g.side], ours: (i) => [i.side?.grade === 'stated' ? i.side.value : null] },
  quantity: { gold: (g) => [counts((name) => g.quantity[name])], ours: (i) => [counts((name) => i.quantity[name]?.value)] },
  retrospective: { gold: (g) => [YES_NO.get(g.retrospective) ?? null], ours: (i) => [i.retrospective?.value] },
  dateOfService: { gold: (g) => [g.dateOfService], ours: (i) => [i.dateOfService?.value] },
  associatedSurgical: {
    gold: (g) => [g.associatedSurgical ? 'yes' : null],
    ours: (i) => [i.associatedSurgicalService === null && i.perioperative === null ? null : 'yes'],
  },
  'guidelines.administrator': { gold: (g) => g.caGuidelines.map((one) => one.id), ours: (i) => ids(i.guidelines.administrator), set: true },
  'guidelines.reviewer': { gold: (g) => g.mxGuidelines.map((one) => one.id), ours: (i) => ids(i.guidelines.reviewer), set: true },
  'basis.administrator': { gold: (g) => [basis(g.caBasis)], ours: (i) => [i.guidelines.administrator.basis?.value] },
  'basis.reviewer': { gold: (g) => [basis(g.mxBasis)], ours: (i) => [i.guidelines.reviewer.basis?.value] },
};

/** Fields with values of closed lists: their confusions can be shown without showing a letter's words. */
export const CLOSED_FIELDS: readonly string[] = ['decision', ...Object.keys(LABEL_FIELDS)];
