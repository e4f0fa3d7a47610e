/**
 * THE FIELD TABLE, its half that reads records: the texts of an item that are searched, and the values of each field of `contract/fields.ts`. The
 * index document of both engines, the Elasticsearch mapping and the query language are derived from both halves.
 */
import type { Determination, Item } from '#contract/determination.ts';
import { FIELDS, type FieldRow, type KeywordField, type LeafField, NOT_STATED, notStatedWords } from '#contract/fields.ts';
import { GROUP_FIELD_ROWS } from '#contract/group-field-rows.ts';
import type { DayPair } from '#contract/letter-dates.ts';
import { CitingSideSchema } from '#contract/list-schemas.ts';
import {
  BASIS_LABELS,
  CLAIM_AGE_LABELS,
  claimAgeOf,
  DAY_BAND_LABELS,
  DECISION_GRADE_LABELS,
  DECISION_LABELS,
  LETTER_OUTCOME_LABELS,
  LICENSE_LABELS,
  type License,
  PRIORITY_LABELS,
  REASON_LABELS,
  RETROSPECTIVE_LABELS,
  SEX_LABELS,
  SIDE_LABELS,
  SIDES_AGREE_LABELS,
  UR_ACTION_LABELS,
} from '#contract/lists.ts';
import { isProgramme, PROGRAMMES } from '#contract/programmes.ts';
import type { TextField } from '#contract/query.ts';
import { citedPlaces, placeWords } from './cited-places.ts';
import { citationsOf, cited, sidesAgreeOf, sourceOf, topicsOf } from './citing-sides.ts';
import { bandOf } from './letter-days.ts';
import { tallyOf } from './letter-tally.ts';
import { letterWords } from './recognise/letter-words.ts';
import { monthInWords } from './text/day-words.ts';
import { tolerant } from './text/ocr.ts';
import { CATEGORY_NAMES } from './vocabulary/programmes/published-names.ts';
import {
  BODY_PART_LABELS,
  CATEGORY_LABELS,
  CATEGORY_OF_SERVICE,
  CITED_FAMILY_LABELS,
  CITED_GUIDELINE_LABELS,
  DRUG_CLASS_LABELS,
  DRUG_LABELS,
  DWC_CATEGORY_LABELS,
  dwcCategoryWords,
  FAMILY_LABELS,
  FAMILY_OF_GUIDELINE,
  GUIDELINE_LABELS,
  SERVICE_LABELS,
  SOURCE_LABELS,
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

/** How a field is read from a record. */
interface FieldReader {
  /** What the record says of one item, each value once; empty where it says nothing. What is indexed: `valuesOf`. */
  readonly of: (determination: Determination, item: Item) => readonly string[];
  /** The words of a closed list, in its order; null for the others. */
  readonly labels: ReadonlyMap<string, string> | null;
  /** Whether a text may be a value of one's own beside the list. */
  readonly isOwn?: (value: string) => boolean;
}
/** The same for values that lie under those of another field: the branch of a leaf, undefined where it has none. */
interface LeafReader extends FieldReader {
  readonly branchOf: (value: string) => string | undefined;
}
type Readers = { readonly [F in KeywordField]: F extends LeafField ? LeafReader : FieldReader };

const unique = (values: readonly string[]): readonly string[] => (values.length < 2 ? values : [...new Set(values)]);
const one = (value: string | null | undefined): string[] => (value === null || value === undefined ? [] : [value]);
const labels = (list: Readonly<Record<string, string>>): ReadonlyMap<string, string> => new Map(Object.entries(list));

/** `2016-Q4` of a day. */
function quarterOf(day: string | undefined): string | undefined {
  return day === undefined ? undefined : `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

const BOTH_SIDES = CitingSideSchema.options;
/** With letters that scanners take for each other, and the state's postal code. */
const CALIFORNIA = new RegExp(tolerant(String.raw`\bcalif(?:ornia)?\b|^\W*ca\W*$`), 'i');

/** Null where no state is printed. */
function licenseOf(states: Determination['reviewer']['licensedStates']): License | null {
  if (states.length === 0) return null;
  return states.some(({ value }) => CALIFORNIA.test(value)) ? 'california' : 'elsewhere';
}

/** Of whole days between two dates, in bands. */
function daysBetween({ between }: { readonly between: DayPair }): FieldReader {
  return { of: (determination) => one(bandOf(determination, between)), labels: labels(DAY_BAND_LABELS) };
}

/** Of a count, as a number. */
function countOf(part: 'sessions' | 'units'): FieldReader {
  return { of: (_, item) => one(item.quantity[part]?.value.toString()), labels: null };
}

/** One row for each of `contract/fields.ts`; the compiler misses one that is not here. */
const READERS: Readers = {
  decision: {
    of: (_, item) => [item.decision?.value ?? 'undetermined'],
    labels: new Map(Object.entries(DECISION_LABELS).map(([id, words]) => [id, words.short])),
  },
  urAction: {
    of: (_, item) => one(item.urAction?.value).filter((action) => action !== 'unknown'),
    labels: labels({ denied: UR_ACTION_LABELS.denied, modified: UR_ACTION_LABELS.modified }),
  },
  letterOutcome: {
    of: (determination) => one(determination.letterOutcome),
    labels: labels(LETTER_OUTCOME_LABELS),
  },
  category: {
    of: (_, item) => one(item.category?.value),
    labels: CATEGORY_LABELS,
  },
  service: { of: (_, item) => one(item.service?.value), labels: SERVICE_LABELS, branchOf: (service) => CATEGORY_OF_SERVICE.get(service) },
  drug: { of: (_, item) => unique(item.drugs.map((found) => found.value.generic)), labels: DRUG_LABELS },
  drugClass: { of: (_, item) => unique(item.drugs.map((found) => found.value.class)), labels: DRUG_CLASS_LABELS },
  bodyPart: { of: (_, item) => unique(item.bodyParts.map((found) => found.value)), labels: BODY_PART_LABELS },
  reason: { of: (_, item) => unique(item.reasons.map((found) => found.value)), labels: labels(REASON_LABELS) },
  side: { of: (_, item) => one(item.side?.value), labels: labels(SIDE_LABELS) },
  dwcCategory: { of: (_, item) => one(item.dwcCategory?.value).map(dwcCategoryWords), labels: DWC_CATEGORY_LABELS },
  diagnosis: {
    of: (determination) => unique(determination.diagnoses.flatMap((found) => letterWords(found.value).join(' ') || [])),
    labels: null,
  },
  diagnosisCategory: {
    of: ({ published }) => unique((published?.diagnosisCategories ?? []).map(({ value }) => value)),
    labels: CATEGORY_NAMES.diagnosis,
    isOwn: () => true,
  },
  treatmentCategory: {
    of: ({ published }) => unique((published?.treatmentCategories ?? []).map(({ value }) => value)),
    labels: CATEGORY_NAMES.treatment,
    isOwn: () => true,
  },
  treatment: { of: ({ published }) => unique((published?.treatments ?? []).map(({ value }) => value)), labels: null },
  reviewType: { of: ({ published }) => one(published?.reviewType?.value), labels: null },
  ageBand: { of: ({ published }) => one(published?.ageBand?.value), labels: null },
  sex: { of: ({ published }) => one(published?.sex?.value), labels: labels(SEX_LABELS) },
  coverage: { of: ({ published }) => one(published?.coverage?.value), labels: null },
  healthPlan: { of: ({ published }) => one(published?.healthPlan?.value), labels: null },
  agent: { of: ({ published }) => one(published?.agent?.value), labels: null },
  claimAge: {
    of: (determination) => one(claimAgeOf(determination.claimAgeDays?.value ?? null)),
    labels: labels(CLAIM_AGE_LABELS),
  },
  retrospective: { of: (_, item) => one(item.retrospective?.value), labels: labels(RETROSPECTIVE_LABELS) },
  perioperative: {
    of: (_, item) => (item.perioperative === null ? [] : ['yes']),
    labels: new Map([['yes', 'Before, during or after an operation']]),
  },
  decisionGrade: {
    of: (_, { decision }) => (decision === null || decision.value === 'undetermined' ? [] : [decision.grade]),
    labels: labels(DECISION_GRADE_LABELS),
  },
  follows: {
    of: (_, item) => (item.followsItem === null ? [] : ['yes']),
    labels: new Map([['yes', 'Decided as another item of the letter was']]),
  },
  guidelineFamily: {
    of: (_, item) => cited(item, BOTH_SIDES, 'family'),
    labels: CITED_FAMILY_LABELS,
  },
  guideline: {
    of: (_, item) => cited(item, BOTH_SIDES, 'guideline'),
    labels: CITED_GUIDELINE_LABELS,
    branchOf: (guideline) => FAMILY_OF_GUIDELINE.get(guideline),
  },
  urGuidelineFamily: {
    of: (_, item) => cited(item, ['administrator'], 'family'),
    labels: CITED_FAMILY_LABELS,
  },
  urGuideline: {
    of: (_, item) => cited(item, ['administrator'], 'guideline'),
    labels: CITED_GUIDELINE_LABELS,
    branchOf: (guideline) => FAMILY_OF_GUIDELINE.get(guideline),
  },
  imrGuidelineFamily: {
    of: (_, item) => cited(item, ['reviewer'], 'family'),
    labels: CITED_FAMILY_LABELS,
  },
  imrGuideline: {
    of: (_, item) => cited(item, ['reviewer'], 'guideline'),
    labels: CITED_GUIDELINE_LABELS,
    branchOf: (guideline) => FAMILY_OF_GUIDELINE.get(guideline),
  },
  urBasis: {
    of: (_, item) => one(item.guidelines.administrator.basis?.value),
    labels: labels(BASIS_LABELS),
  },
  imrBasis: {
    of: (_, item) => one(item.guidelines.reviewer.basis?.value),
    labels: labels(BASIS_LABELS),
  },
  edition: {
    of: (_, item) => unique(citationsOf(item, BOTH_SIDES).map(({ replacedOn }) => (replacedOn === null ? 'current' : 'replaced'))),
    labels: new Map([
      ['replaced', 'Cites an edition replaced since'],
      ['current', 'Cites one not known to be replaced'],
    ]),
  },
  citation: { of: (_, item) => unique(citationsOf(item, BOTH_SIDES).flatMap(citedPlaces)), labels: null },
  specialty: {
    of: (determination) => unique(determination.reviewer.specialties.map((found) => found.value)),
    labels: null,
  },
  priority: {
    of: (determination) => one(determination.priority?.value),
    labels: labels(PRIORITY_LABELS),
  },
  decidedYear: {
    of: ({ dates, published }) => one(dates.decided?.value.slice(0, 4) ?? published?.year?.value),
    labels: null,
  },
  decidedQuarter: {
    of: (determination) => one(quarterOf(determination.dates.decided?.value)),
    labels: null,
  },
  decidedMonth: {
    of: (determination) => one(determination.dates.decided?.value.slice(0, 7)),
    labels: null,
  },
  programme: {
    of: (determination) => [determination.programme],
    isOwn: isProgramme,
    labels: labels(mapRecord(PROGRAMMES, ({ label }) => label)),
  },
  imrSource: { of: (_, item) => one(sourceOf(item, 'reviewer')), labels: SOURCE_LABELS },
  urSource: { of: (_, item) => one(sourceOf(item, 'administrator')), labels: SOURCE_LABELS },
  sidesAgree: { of: (determination, item) => one(sidesAgreeOf(determination, item)), labels: labels(SIDES_AGREE_LABELS) },
  imrTopic: { of: (_, item) => topicsOf(item, 'reviewer'), labels: null },
  urTopic: { of: (_, item) => topicsOf(item, 'administrator'), labels: null },
  licensed: { of: ({ reviewer }) => one(licenseOf(reviewer.licensedStates)), labels: labels(LICENSE_LABELS) },
  daysToApply: daysBetween(GROUP_FIELD_ROWS.daysToApply),
  daysToAssign: daysBetween(GROUP_FIELD_ROWS.daysToAssign),
  daysToDecide: daysBetween(GROUP_FIELD_ROWS.daysToDecide),
  daysInReview: daysBetween(GROUP_FIELD_ROWS.daysInReview),
  sessionsAsked: countOf('sessions'),
  unitsAsked: countOf('units'),
  letterTally: { of: (determination) => one(tallyOf(determination)), labels: null },
  caseNumber: {
    of: (determination) => [determination.caseNumber.value],
    labels: null,
  },
};

/** What is said of a field and how it is read, in one. */
export const KEYWORD_FIELDS: Readonly<Record<KeywordField, FieldRow<KeywordField> & FieldReader>> = mapRecord(FIELDS, (row, field) => ({
  ...row,
  ...READERS[field],
}));

/** The values of one item as they are indexed, filtered and counted: `NOT_STATED` alone where the record says nothing. */
export function valuesOf(field: KeywordField, determination: Determination, item: Item): readonly string[] {
  const values = KEYWORD_FIELDS[field].of(determination, item);
  // Half a surrogate pair, which a damaged text can hold, is no character that every engine keeps.
  if (values.length === 0) return NOTHING_STATED;
  return values.every((value) => value.isWellFormed()) ? values : values.map((value) => value.toWellFormed());
}

const NOTHING_STATED: readonly string[] = [NOT_STATED];

/** Whether an item can have this value; a field with an open list takes any. */
export function isValueOf(field: KeywordField, value: string): boolean {
  const { labels, isOwn, notStated } = KEYWORD_FIELDS[field];
  return value === NOT_STATED ? notStated !== null : labels === null || labels.has(value) || isOwn?.(value) === true;
}

/** Records also have rows that stand for naming no guideline; they are no values, and have words. */
const ALL_NAMES: Partial<Readonly<Record<KeywordField, ReadonlyMap<string, string>>>> = {
  guideline: GUIDELINE_LABELS,
  guidelineFamily: FAMILY_LABELS,
};

/** The words that show a value of a field. */
export function labelOf(field: KeywordField, value: string): string {
  if (value === NOT_STATED) return notStatedWords(field);
  if (field === 'decidedMonth') return monthInWords(value);
  const { labels: list, words: show, within } = KEYWORD_FIELDS[field];
  if (within !== undefined) return placeWords(value, (other) => ALL_NAMES[within]?.get(other));
  return ALL_NAMES[field]?.get(value) ?? list?.get(value) ?? show?.(value) ?? value;
}

/** The value of the branch field under which a value lies; undefined for a field without one. What is not stated is so on both levels. */
export function branchOf(field: KeywordField, value: string): string | undefined {
  const reader: FieldReader & Partial<LeafReader> = READERS[field];
  if (reader.branchOf === undefined) return undefined;
  return value === NOT_STATED ? NOT_STATED : reader.branchOf(value);
}

/** A record with the same keys. */
export function mapRecord<K extends string, A, B>(record: Readonly<Record<K, A>>, change: (value: A, key: K) => B): Record<K, B> {
  // Of each item that is stored several such records are made: pairs in between would cost as much again.
  const changed = {} as Record<K, B>;
  for (const key in record) changed[key] = change(record[key], key);
  return changed;
}

/** Whether a row is read of the letter alone, and so says the same of all its items: its reader takes no item. */
export function isOfLetter({ of }: Pick<FieldReader, 'of'> | TextFieldRow): boolean {
  return of.length < 2;
}

/** The keyword fields that are read of each item by itself. */
export const ITEM_FIELDS = (Object.keys(KEYWORD_FIELDS) as KeywordField[]).filter((field) => !isOfLetter(KEYWORD_FIELDS[field]));
