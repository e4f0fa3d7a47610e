/**
 * THE FIELDS: what is said of a disputed item that is filtered, counted and shown, one row a field, in the order in which they are listed
 * everywhere. A row is data, so that the dashboard has it without the vocabulary. Its values are read from a record by a row of the same name in
 * `mappings/fields.ts`. Facets, the filter panel, the mapping of both engines, the query language and its help, rates, addresses and export
 * columns are derived from these two rows, and nothing else names all fields.
 */
import { type FacetValues, type FieldRow, NOT_STATED } from './field-row.ts';
import { GROUP_FIELD_ROWS } from './group-field-rows.ts';
import { CLAIM_AGES, OUTCOME_OF_REASON, REASONS } from './lists.ts';
import { EXAMPLE, programmeOf } from './programmes.ts';
import { TABLE_FIELD_ROWS } from './table-field-rows.ts';

/** The row that says a field, typed by the names of the fields. */
export type { FacetValues, FieldRow };
export { NOT_STATED };

const ROWS = {
  decision: { label: 'Decision', typed: ['decision'], notStated: null, list: 'closed', suggested: true, facet: { as: 'list', open: true } },
  programme: {
    label: 'Program',
    typed: ['program'],
    notStated: null,
    list: 'closed',
    own: true,
    words: (value) => programmeOf(value)?.label ?? value,
    facet: { as: 'list', unlessAlone: true },
    column: { key: 'programme', heading: 'Program', help: 'In words' },
  },
  letterOutcome: {
    label: 'Letter outcome',
    typed: ['outcome'],
    notStated: 'Outcome of the letter not known',
    list: 'closed',
    column: { key: 'letter_outcome', heading: 'Letter outcome', help: 'Of all items of the letter together' },
  },
  category: {
    label: 'Service category',
    typed: ['category'],
    notStated: 'Service not classified',
    list: 'closed',
    suggested: true,
    rates: true,
    column: { key: 'category', heading: 'Service category', help: 'In words' },
  },
  service: {
    label: 'Service',
    typed: ['service'],
    notStated: 'Service not classified',
    list: 'closed',
    suggested: true,
    example: 'physical therapy',
    under: { branch: 'category', first: 'leaf' },
    facet: { as: 'tree', open: true },
    rates: true,
    column: { key: 'service', heading: 'Service', help: 'The service in words' },
  },
  decidedMonth: {
    label: 'Month decided',
    typed: ['month'],
    notStated: 'Decision day not stated',
    list: 'formed',
    example: '2016-12',
    ofDay: true,
    facet: { as: 'days', label: 'Decided', open: true },
    rates: true,
  },
  imrGuidelineFamily: {
    label: 'IMR guideline family',
    typed: ['imr-guideline-family'],
    notStated: 'No guideline cited by IMR',
    several: true,
    list: 'closed',
    rates: true,
  },
  imrGuideline: {
    label: 'IMR guideline',
    typed: ['imr-guideline'],
    notStated: 'No guideline cited by IMR',
    several: true,
    list: 'closed',
    example: 'low back',
    under: { branch: 'imrGuidelineFamily', first: 'branch' },
    facet: { as: 'tree', open: true },
    rates: true,
  },
  urGuidelineFamily: {
    label: 'UR guideline family',
    typed: ['ur-guideline-family'],
    notStated: 'No guideline cited at UR',
    several: true,
    list: 'closed',
    rates: true,
  },
  urGuideline: {
    label: 'UR guideline',
    typed: ['ur-guideline'],
    notStated: 'No guideline cited at UR',
    several: true,
    list: 'closed',
    example: 'mtus',
    under: { branch: 'urGuidelineFamily', first: 'branch' },
    facet: { as: 'tree' },
    rates: true,
  },
  guidelineFamily: {
    label: 'Guideline family, either side',
    typed: ['guideline-family'],
    notStated: 'No guideline cited',
    several: true,
    list: 'closed',
    suggested: true,
    rates: true,
  },
  guideline: {
    label: 'Guideline, either side',
    typed: ['guideline'],
    notStated: 'No guideline cited',
    several: true,
    list: 'closed',
    suggested: true,
    example: 'odg',
    under: { branch: 'guidelineFamily', first: 'branch' },
    rates: true,
  },
  imrBasis: {
    label: 'IMR basis',
    typed: ['imr-basis'],
    notStated: 'IMR basis not stated',
    list: 'closed',
    facet: { as: 'list' },
    rates: true,
  },
  urBasis: { label: 'UR basis', typed: ['ur-basis'], notStated: 'UR basis not stated', list: 'closed', facet: { as: 'list' }, rates: true },
  edition: {
    label: 'Edition of the guidelines cited',
    typed: ['edition'],
    notStated: 'No guideline cited',
    several: true,
    list: 'closed',
    facet: { as: 'list' },
    rates: true,
  },
  citation: {
    label: 'Page or section cited',
    typed: ['cites'],
    notStated: 'No page or section cited',
    several: true,
    list: 'formed',
    example: 'ACOEM chapter 5 page 83',
    within: 'guideline',
  },
  reason: {
    label: 'Reason',
    typed: ['reason'],
    notStated: 'No reason recognized',
    several: true,
    list: 'closed',
    formerly: { not_indicated: 'criteria_not_met' },
    facet: { as: 'list', groups: [reasonsFor('upheld', 'Why upheld'), reasonsFor('overturned', 'Why overturned')] },
    column: { key: 'reasons', heading: 'Reasons', help: 'Why, as the rationale says, in words, the main reason first' },
    suggested: true,
  },
  bodyPart: {
    label: 'Body part',
    typed: ['body'],
    notStated: 'Body part not stated',
    several: true,
    list: 'closed',
    suggested: true,
    facet: { as: 'list' },
    rates: true,
    column: { key: 'body_parts', heading: 'Body parts', help: 'In words' },
  },
  side: {
    label: 'Side of the body',
    typed: ['side'],
    notStated: 'Side not stated',
    list: 'closed',
    rates: true,
    column: { key: 'side', heading: 'Side', help: 'Left, right or both sides' },
  },
  drugClass: {
    label: 'Drug class',
    typed: ['drug-class'],
    notStated: 'No drug',
    several: true,
    list: 'closed',
    suggested: true,
    facet: { as: 'list' },
    rates: true,
    column: { key: 'drug_classes', heading: 'Drug classes', help: 'In words' },
  },
  drug: {
    label: 'Drug',
    typed: ['drug'],
    notStated: 'No drug',
    several: true,
    list: 'closed',
    suggested: true,
    example: 'norco',
    facet: { as: 'list' },
    rates: true,
    column: { key: 'drugs', heading: 'Drugs', help: 'Active drugs, by their generic names' },
  },
  dwcCategory: {
    label: 'DWC treatment category',
    typed: ['dwc-category'],
    notStated: 'No DWC treatment category',
    list: 'closed',
    example: 'opioids',
    facet: { as: 'list' },
    rates: true,
    column: { key: 'dwc_category', heading: 'DWC treatment category', help: 'The category of the DWC’s own search form' },
  },
  diagnosis: {
    label: 'Diagnosis',
    typed: ['diagnosis'],
    notStated: 'No diagnosis listed',
    several: true,
    list: 'open',
    example: 'low back pain',
    facet: { as: 'list' },
    rates: true,
  },
  ...TABLE_FIELD_ROWS,
  claimAge: {
    label: 'Time since injury',
    typed: ['claim-age'],
    notStated: 'Time since injury not known',
    list: 'closed',
    order: CLAIM_AGES,
    facet: { as: 'list' },
    rates: true,
  },
  urAction: {
    label: 'UR action',
    typed: ['ur-action'],
    notStated: 'UR action not stated',
    list: 'closed',
    facet: { as: 'list' },
    rates: true,
    column: { key: 'ur_action', heading: 'UR action', help: 'Denied or modified by utilization review' },
  },
  retrospective: {
    label: 'Retrospective',
    typed: ['retrospective'],
    notStated: 'Not said to be retrospective',
    list: 'closed',
    rates: true,
    column: { key: 'retrospective', heading: 'Retrospective', help: 'In words' },
  },
  perioperative: {
    label: 'Perioperative',
    typed: ['perioperative'],
    notStated: 'Not perioperative',
    list: 'closed',
    facet: { as: 'list' },
    rates: true,
  },
  follows: {
    label: 'Follows another item',
    typed: ['follows'],
    notStated: 'Decided on its own',
    list: 'closed',
    facet: { as: 'list' },
    rates: true,
  },
  decisionGrade: {
    label: 'How the decision is known',
    typed: ['decision-grade'],
    notStated: 'Decision not known',
    list: 'closed',
    facet: { as: 'list', unlessAlone: true },
    rates: true,
    column: { key: 'decision_grade', heading: 'How the decision is known', help: 'Stated, or inferred in a layout known by its titles' },
  },
  specialty: {
    label: 'Reviewer specialty',
    typed: ['specialty'],
    notStated: 'Specialty not stated',
    several: true,
    list: 'open',
    example: 'orthopedic',
    facet: { as: 'list' },
    rates: true,
  },
  priority: {
    label: 'Priority',
    typed: ['priority'],
    notStated: 'Priority not stated',
    list: 'closed',
    facet: { as: 'list' },
    rates: true,
    column: { key: 'priority', heading: 'Priority', help: 'In words' },
  },
  decidedQuarter: {
    label: 'Quarter decided',
    typed: ['quarter'],
    notStated: 'Decision day not stated',
    list: 'formed',
    example: '2016-Q4',
    words: (value) => value.replace(/^(\d{4})-(Q[1-4])$/, '$2 $1'),
    ofDay: true,
    rates: true,
  },
  decidedYear: {
    label: 'Year decided',
    typed: ['year'],
    notStated: 'Decision day not stated',
    list: 'formed',
    example: '2016',
    ofDay: true,
    order: 'latest',
    facet: { as: 'list' },
    rates: true,
    column: { key: 'year', heading: 'Year decided', help: 'Of the decision day, or the year under which a table has it' },
  },
  ...GROUP_FIELD_ROWS,
  caseNumber: { label: 'Case number', typed: ['case'], notStated: null, list: 'formed', suggested: true, example: EXAMPLE.caseNumber },
} as const satisfies Readonly<Record<string, FieldRow>>;

type Rows = typeof ROWS;
export type KeywordField = keyof Rows;

/** The fields whose row has `V` as `K`. */
type Having<K extends keyof FieldRow, V> = { [F in KeywordField]: Rows[F] extends Readonly<Record<K, V>> ? F : never }[KeywordField];
/** Fields whose values lie under those of another. */
export type LeafField = Having<'under', object>;
export type FormedField = Having<'list', 'formed'>;
export type RateField = Having<'rates', true>;

export const FIELDS: Readonly<Record<KeywordField, FieldRow<KeywordField>>> = ROWS;

/** The fields in their order. */
export const KEYWORD_FIELD_IDS = Object.keys(ROWS) as readonly KeywordField[];

/** Facets of the search page, in the order they are shown; a tree has its branches before its leaves. */
export const SEARCH_FACETS: readonly KeywordField[] = KEYWORD_FIELD_IDS.flatMap((field) => {
  const { facet, under } = FIELDS[field];
  if (facet === undefined) return [];
  return under === undefined ? [field] : [under.branch, field];
});

/** What a rate measures cannot narrow it: "100% of the overturned items were overturned" says nothing. A reason speaks for one outcome too. */
export const RATE_OUTCOMES = ['decision', 'letterOutcome', 'letterTally', 'reason'] as const satisfies readonly KeywordField[];

/** The fields that rates can be grouped by. */
export const RATE_FIELDS = KEYWORD_FIELD_IDS.filter((field): field is RateField => FIELDS[field].rates === true);

function reasonsFor(outcome: 'upheld' | 'overturned', label: string): FacetValues {
  return { label, values: REASONS.filter((reason) => OUTCOME_OF_REASON[reason] === outcome) };
}

/** The id that a value has today. */
export function valueToday(field: KeywordField, value: string): string {
  return FIELDS[field].formerly?.[value] ?? value;
}

/** Whether a text names a field. */
export function isKeywordField(text: string): text is KeywordField {
  return Object.hasOwn(ROWS, text);
}

/** A field by its id or by a name that may be typed for it, in any case; null where there is none. */
export function fieldNamed(text: string): KeywordField | null {
  if (isKeywordField(text)) return text;
  const typed = text.toLowerCase();
  return KEYWORD_FIELD_IDS.find((field) => FIELDS[field].typed.includes(typed)) ?? null;
}

/** The name to suggest for a field. */
export function typedName(field: KeywordField): string {
  return FIELDS[field].typed[0];
}

/** The words for an item without a value of the field. */
export function notStatedWords(field: KeywordField): string {
  return FIELDS[field].notStated ?? 'Not stated';
}
