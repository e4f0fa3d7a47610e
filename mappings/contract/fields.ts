/**
 * THE FIELDS: what is said of a disputed item that is filtered, counted and shown, one row a field, in the order in which they are listed
 * everywhere. A row is data, so that the dashboard has it without the vocabulary. Its values are read from a record by a row of the same name in
 * `mappings/fields.ts`. Facets, the filter panel, the mapping of both engines, the query language and its help, rates, addresses and export
 * columns are derived from these two rows, and nothing else names all fields.
 */
import { CLAIM_AGES, OUTCOME_OF_REASON, REASONS } from './lists.ts';
import { EXAMPLE } from './programmes.ts';

/**
 * The value of every field for an item that has none: a reserved key, indexed, filtered and counted as any other. So the values of a field
 * that is not `several` add up to the total.
 */
export const NOT_STATED = 'not_stated';

/** Values of a facet with what they are called together. */
export interface FacetValues {
  readonly label: string;
  readonly values: readonly string[];
}

/** `F`: the names of the fields, where one names another. */
export interface FieldRow<F extends string = string> {
  /** What the page calls it. */
  readonly label: string;
  /** Names a user may type before a colon; the first is the one suggested. */
  readonly typed: readonly [string, ...string[]];
  /** The words for an item that has no value of it; null where every item has one. */
  readonly notStated: string | null;
  /** An item can have several values. */
  readonly several?: true;
  /** `closed`: its values are a list with words. `open`: whatever letters say. `formed`: endless, but each is typed in a certain form. */
  readonly list: 'closed' | 'open' | 'formed';
  /** A value as one would type it, for help; else the first of a closed list. */
  readonly example?: string;
  /** Values by the ids they had before; addresses, saved searches and typed queries may still have those. */
  readonly formerly?: Readonly<Record<string, string>>;
  /** How a value is shown, where neither its list nor itself says it. */
  readonly words?: (value: string) => string;
  /** Each value lies under one of another field. A typed value is looked for in both fields; a branch is also meant by the start of its id. */
  readonly under?: { readonly branch: F; readonly first: 'branch' | 'leaf' };
  /** It is part of a decision day: a range of days is a filter of its own. */
  readonly ofDay?: true;
  /** How it is offered as a filter beside the results; with `under` it is a tree of both fields. */
  readonly facet?: {
    readonly as: 'list' | 'tree' | 'days';
    readonly label?: string;
    /** Another order than by count: a list's own, or the latest first. */
    readonly order?: 'latest' | readonly string[];
    /** Values that belong together, under a title; each group by count. */
    readonly groups?: readonly FacetValues[];
    /** Open before anyone opened or closed it. */
    readonly open?: true;
    /** Not shown while there is but one value. */
    readonly unlessAlone?: true;
  };
  /** Its values are suggested for plain words that begin as they do; those of every field are, behind its name and a colon. */
  readonly suggested?: true;
  /** Rates can be grouped by it. What measures an outcome cannot group outcomes. */
  readonly rates?: true;
  /** Its column in exports, with its values in words. */
  readonly column?: { readonly key: string; readonly heading: string; readonly help: string };
}

const ROWS = {
  decision: { label: 'Decision', typed: ['decision'], notStated: null, list: 'closed', suggested: true, facet: { as: 'list', open: true } },
  programme: {
    label: 'Program',
    typed: ['program'],
    notStated: null,
    list: 'closed',
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
  },
  claimAge: {
    label: 'Time since injury',
    typed: ['claim-age'],
    notStated: 'Time since injury not known',
    list: 'closed',
    facet: { as: 'list', order: CLAIM_AGES },
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
  follows: { label: 'Follows another item', typed: ['follows'], notStated: 'Decided on its own', list: 'closed', facet: { as: 'list' } },
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
    facet: { as: 'list', order: 'latest' },
    rates: true,
  },
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
export const RATE_OUTCOMES = ['decision', 'letterOutcome', 'reason'] as const satisfies readonly KeywordField[];

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

/** The name to suggest for a field. */
export function typedName(field: KeywordField): string {
  return FIELDS[field].typed[0];
}

/** The words for an item without a value of the field. */
export function notStatedWords(field: KeywordField): string {
  return FIELDS[field].notStated ?? 'Not stated';
}
