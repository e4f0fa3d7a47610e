/** The fields that are scored: what the labelled letter says beside what we read. One row is one field. */
import type { Determination, GuidelineSide, Item } from '#contract/determination.ts';
import type { Found } from '#contract/span.ts';
import type { GoldItem, GoldLetter } from './gold.ts';

/** The values of a field on either side; an empty list means: not stated. */
export interface FieldRow<G, O> {
  readonly gold: (gold: G) => readonly (string | null)[];
  readonly ours: (ours: O) => readonly (string | null | undefined)[];
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
