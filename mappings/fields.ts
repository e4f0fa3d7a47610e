/**
 * THE FIELD TABLE: what of a determination is searched, filtered and counted, how it is shown and what a user may type
 * for it. The index document of both engines, the Elasticsearch mapping and the query language are derived from it.
 */
import type { Citation, Determination, Item } from '#contract/determination.ts';
import {
  BASIS_LABELS,
  type CitingSide,
  CitingSideSchema,
  CLAIM_AGE_LABELS,
  claimAgeOf,
  DECISION_LABELS,
  LETTER_OUTCOME_LABELS,
  PRIORITY_LABELS,
  PROGRAMME_LABELS,
  REASON_LABELS,
  RETROSPECTIVE_LABELS,
  SIDE_LABELS,
  UR_ACTION_LABELS,
} from '#contract/lists.ts';
import { type KeywordField, NOT_STATED, type TextField } from '#contract/query.ts';
import { citedPlaces, placeWords } from './cited-places.ts';
import { FIELD_NAMES, type FieldName, notStatedWords } from './field-names.ts';
import { words } from './text/words.ts';
import {
  BODY_PART_LABELS,
  CATEGORY_LABELS,
  DRUG_CLASS_LABELS,
  DRUG_LABELS,
  FAMILY_LABELS,
  GUIDELINE_LABELS,
  SERVICE_LABELS,
} from './vocabulary/vocabulary.ts';

/** A searched text of an item. `weight` is its share in a relevance score (a match in a heading counts most). */
export interface TextFieldRow {
  readonly label: string;
  readonly weight: number;
  /** The text, empty where the letter has none. */
  readonly of: (determination: Determination, item: Item) => string;
}

export const TEXT_FIELDS: Readonly<Record<TextField, TextFieldRow>> = {
  heading: { label: 'Disputed item', weight: 4, of: (_, item) => item.heading?.value ?? '' },
  rationale: { label: 'Rationale', weight: 2, of: (_, item) => item.rationale?.value ?? '' },
  administratorGuideline: {
    label: 'Claims administrator guideline',
    weight: 1,
    of: (_, item) => item.guidelines.administrator.asPrinted?.value ?? '',
  },
  reviewerGuideline: { label: 'IMR reviewer guideline', weight: 1, of: (_, item) => item.guidelines.reviewer.asPrinted?.value ?? '' },
  summary: { label: 'Clinical case summary', weight: 0.5, of: (determination) => determination.clinicalSummary?.value ?? '' },
};

/** A filter and facet field. */
export interface KeywordFieldRow extends FieldName {
  /** True where an item can have several values. */
  readonly several: boolean;
  /** What the record says of one item, each value once; empty where it says nothing. What is indexed: `valuesOf`. */
  readonly of: (determination: Determination, item: Item) => readonly string[];
  /** The words that show a value; a value that is not listed shows itself. */
  readonly labels: ReadonlyMap<string, string> | null;
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];
const one = (value: string | null | undefined): string[] => (value === null || value === undefined ? [] : [value]);
const labels = (list: Readonly<Record<string, string>>): ReadonlyMap<string, string> => new Map(Object.entries(list));

const BOTH_SIDES = CitingSideSchema.options;
const citationsOf = (item: Item, sides: readonly CitingSide[]): Citation[] => sides.flatMap((side) => item.guidelines[side].citations);
const cited = (item: Item, sides: readonly CitingSide[], part: 'guideline' | 'family'): string[] =>
  unique(citationsOf(item, sides).map((citation) => citation[part]));

const ROWS: Readonly<Record<KeywordField, Omit<KeywordFieldRow, keyof FieldName>>> = {
  decision: {
    several: false,
    of: (_, item) => [item.decision?.value ?? 'undetermined'],
    labels: new Map(Object.entries(DECISION_LABELS).map(([id, words]) => [id, words.short])),
  },
  urAction: {
    several: false,
    of: (_, item) => one(item.urAction?.value).filter((action) => action !== 'unknown'),
    labels: labels({ denied: UR_ACTION_LABELS.denied, modified: UR_ACTION_LABELS.modified }),
  },
  letterOutcome: {
    several: false,
    of: (determination) => one(determination.letterOutcome),
    labels: labels(LETTER_OUTCOME_LABELS),
  },
  category: {
    several: false,
    of: (_, item) => one(item.category?.value),
    labels: CATEGORY_LABELS,
  },
  service: { several: false, of: (_, item) => one(item.service?.value), labels: SERVICE_LABELS },
  drug: { several: true, of: (_, item) => unique(item.drugs.map((found) => found.value.generic)), labels: DRUG_LABELS },
  drugClass: { several: true, of: (_, item) => unique(item.drugs.map((found) => found.value.class)), labels: DRUG_CLASS_LABELS },
  bodyPart: { several: true, of: (_, item) => unique(item.bodyParts.map((found) => found.value)), labels: BODY_PART_LABELS },
  reason: { several: true, of: (_, item) => unique(item.reasons.map((found) => found.value)), labels: labels(REASON_LABELS) },
  side: { several: false, of: (_, item) => one(item.side?.value), labels: labels(SIDE_LABELS) },
  diagnosis: {
    several: true,
    of: (determination) => unique(determination.diagnoses.flatMap((found) => words(found.value).join(' ') || [])),
    labels: null,
  },
  claimAge: {
    several: false,
    of: (determination) => one(claimAgeOf(determination.claimAgeDays?.value ?? null)),
    labels: labels(CLAIM_AGE_LABELS),
  },
  retrospective: { several: false, of: (_, item) => one(item.retrospective?.value), labels: labels(RETROSPECTIVE_LABELS) },
  perioperative: {
    several: false,
    of: (_, item) => (item.perioperative === null ? [] : ['yes']),
    labels: new Map([['yes', 'Before, during or after an operation']]),
  },
  follows: {
    several: false,
    of: (_, item) => (item.followsItem === null ? [] : ['yes']),
    labels: new Map([['yes', 'Decided as another item of the letter was']]),
  },
  guidelineFamily: {
    several: true,
    of: (_, item) => cited(item, BOTH_SIDES, 'family'),
    labels: FAMILY_LABELS,
  },
  guideline: {
    several: true,
    of: (_, item) => cited(item, BOTH_SIDES, 'guideline'),
    labels: GUIDELINE_LABELS,
  },
  urGuidelineFamily: {
    several: true,
    of: (_, item) => cited(item, ['administrator'], 'family'),
    labels: FAMILY_LABELS,
  },
  urGuideline: {
    several: true,
    of: (_, item) => cited(item, ['administrator'], 'guideline'),
    labels: GUIDELINE_LABELS,
  },
  imrGuidelineFamily: {
    several: true,
    of: (_, item) => cited(item, ['reviewer'], 'family'),
    labels: FAMILY_LABELS,
  },
  imrGuideline: {
    several: true,
    of: (_, item) => cited(item, ['reviewer'], 'guideline'),
    labels: GUIDELINE_LABELS,
  },
  urBasis: {
    several: false,
    of: (_, item) => one(item.guidelines.administrator.basis?.value),
    labels: labels(BASIS_LABELS),
  },
  imrBasis: {
    several: false,
    of: (_, item) => one(item.guidelines.reviewer.basis?.value),
    labels: labels(BASIS_LABELS),
  },
  edition: {
    several: true,
    of: (_, item) => unique(citationsOf(item, BOTH_SIDES).map(({ replacedOn }) => (replacedOn === null ? 'current' : 'replaced'))),
    labels: new Map([
      ['replaced', 'Cites an edition replaced since'],
      ['current', 'Cites one not known to be replaced'],
    ]),
  },
  citation: { several: true, of: (_, item) => unique(citationsOf(item, BOTH_SIDES).flatMap(citedPlaces)), labels: null },
  specialty: {
    several: true,
    of: (determination) => unique(determination.reviewer.specialties.map((found) => found.value)),
    labels: null,
  },
  priority: {
    several: false,
    of: (determination) => one(determination.priority?.value),
    labels: labels(PRIORITY_LABELS),
  },
  decidedYear: {
    several: false,
    of: (determination) => one(determination.dates.decided?.value.slice(0, 4)),
    labels: null,
  },
  decidedMonth: {
    several: false,
    of: (determination) => one(determination.dates.decided?.value.slice(0, 7)),
    labels: null,
  },
  programme: {
    several: false,
    of: (determination) => [determination.programme],
    labels: labels(PROGRAMME_LABELS),
  },
  caseNumber: {
    several: false,
    of: (determination) => [determination.caseNumber.value],
    labels: null,
  },
};

export const KEYWORD_FIELDS = mapRecord(ROWS, (row, field): KeywordFieldRow => ({ ...FIELD_NAMES[field], ...row }));

/** The values of one item as they are indexed, filtered and counted: `NOT_STATED` alone where the record says nothing. */
export function valuesOf(field: KeywordField, determination: Determination, item: Item): readonly string[] {
  const values = KEYWORD_FIELDS[field].of(determination, item);
  return values.length === 0 ? [NOT_STATED] : values;
}

/** Whether an item can have this value; a field with an open list takes any. */
export function isValueOf(field: KeywordField, value: string): boolean {
  const { labels, notStated } = KEYWORD_FIELDS[field];
  return value === NOT_STATED ? notStated !== null : labels === null || labels.has(value);
}

/** The words that show a value of a field. */
export function labelOf(field: KeywordField, value: string): string {
  if (value === NOT_STATED) return notStatedWords(field);
  if (field === 'citation') return placeWords(value, (guideline) => GUIDELINE_LABELS.get(guideline));
  return KEYWORD_FIELDS[field].labels?.get(value) ?? value;
}

/** A record with the same keys. */
export function mapRecord<K extends string, A, B>(record: Readonly<Record<K, A>>, change: (value: A, key: K) => B): Record<K, B> {
  return Object.fromEntries(Object.entries<A>(record).map(([key, value]) => [key, change(value, key as K)])) as Record<K, B>;
}

/** Whether a row is read of the letter alone, and so says the same of all its items. */
export function isOfLetter({ of }: KeywordFieldRow | TextFieldRow): boolean {
  return of.length < 2;
}

/** The keyword fields that are read of each item by itself. */
export const ITEM_FIELDS = (Object.keys(KEYWORD_FIELDS) as KeywordField[]).filter((field) => !isOfLetter(KEYWORD_FIELDS[field]));
