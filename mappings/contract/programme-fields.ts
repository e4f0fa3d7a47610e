/**
 * WHICH FIELDS A PROGRAMME HAS, one row each: those that none of its records can state, why, and what it calls others. Where one programme is looked
 * at, what it lacks is not offered. A test holds each row against records.
 */
import { FIELDS, type KeywordField, NOT_STATED, notStatedWords } from './fields.ts';
import { type KnownProgramme, programmeOf } from './programmes.ts';
import { TABLE_FIELD_ROWS } from './table-field-rows.ts';

interface ProgrammeFields {
  readonly lacks: readonly KeywordField[];
  /** What is missing and why, as a sentence. */
  readonly why: string;
  /** Its own names of fields. */
  readonly labels: Partial<Readonly<Record<KeywordField, string>>>;
}

/** A row tells a year and no day, and nothing of what was decided before the review but that it was refused. */
const NOT_IN_ROWS = [
  'decidedMonth',
  'decidedQuarter',
  'urGuidelineFamily',
  'urGuideline',
  'imrBasis',
  'urBasis',
  'dwcCategory',
  'claimAge',
  'urAction',
  'retrospective',
  'perioperative',
  'follows',
  'urSource',
  'sidesAgree',
  'urTopic',
  'licensed',
  'daysToApply',
  'daysToAssign',
  'daysToDecide',
  'daysInReview',
  'sessionsAsked',
  'unitsAsked',
] as const satisfies readonly KeywordField[];

const ROWS: Readonly<Record<KnownProgramme, ProgrammeFields>> = {
  dwc: {
    lacks: Object.keys(TABLE_FIELD_ROWS) as (keyof typeof TABLE_FIELD_ROWS)[],
    why: 'Letters of DWC print no age, sex, coverage or health plan and are not sorted into categories of diagnoses; filters and charts of these are not shown.',
    labels: {},
  },
  dmhc: {
    lacks: [
      ...NOT_IN_ROWS,
      'imrGuidelineFamily',
      'imrGuideline',
      'imrSource',
      'imrTopic',
      'guidelineFamily',
      'guideline',
      'edition',
      'citation',
      'side',
      'coverage',
      'healthPlan',
      'agent',
    ],
    why: 'DMHC publishes one row for each decision, with a year and no day, and without guideline fields, coverage, health plan or review agent; filters and charts of these are not shown.',
    labels: { decidedYear: 'Report year' },
  },
  ny_dfs: {
    lacks: [...NOT_IN_ROWS, 'treatment', 'specialty', 'priority'],
    why: 'New York publishes one row for each appeal, with a year and no day, and without what the plan cited, the reviewer’s specialty or a priority; filters and charts of these are not shown.',
    labels: {
      decidedYear: 'Decision year',
      diagnosisCategory: 'Diagnosis group',
      treatmentCategory: 'Treatment group',
      reviewType: 'Denial reason',
      imrGuideline: 'Guideline cited',
      imrGuidelineFamily: 'Guideline family cited',
      imrSource: 'Source cited',
      imrTopic: 'Chapter or topic cited',
    },
  },
};

const isKnown = (programme: string): programme is KnownProgramme => Object.hasOwn(ROWS, programme);

/** Whether no record of a programme states a field. Of a programme of one's own it is not known beforehand: false. */
export function isLacked(programme: string, field: KeywordField): boolean {
  return isKnown(programme) && ROWS[programme].lacks.includes(field);
}

/** What a programme lacks and why, as a sentence; null of one of one's own. */
export function lacksWords(programme: string): string | null {
  return isKnown(programme) ? ROWS[programme].why : null;
}

/** What a field is called where one programme is looked at; `programme` null: several are. */
export function fieldLabel(field: KeywordField, programme: string | null): string {
  const own = programme === null || !isKnown(programme) ? undefined : ROWS[programme].labels[field];
  return own ?? FIELDS[field].label;
}

/** The words for an item without a value of a field where one programme is looked at; `programme` null: several are. Rows tell a year, and seldom a day. */
export function notStatedLabel(field: KeywordField, programme: string | null): string {
  const isOfRow = programme !== null && programmeOf(programme)?.published === 'table';
  return isOfRow && field === 'decidedYear' ? 'Year not stated' : notStatedWords(field);
}

/**
 * Whether a field is offered where one programme is looked at: it has it, and, of a table, some of the items at hand state it. `values`: those that
 * the items have.
 */
export function isOffered(programme: string | null, field: KeywordField, values: readonly { readonly value: string }[]): boolean {
  if (programme === null) return true;
  if (isLacked(programme, field)) return false;
  return programmeOf(programme)?.published !== 'table' || values.some(({ value }) => value !== NOT_STATED);
}

/** Every row, for the test that holds it against records. */
export const PROGRAMME_FIELDS = ROWS;
