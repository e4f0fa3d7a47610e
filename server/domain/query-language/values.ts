/**
 * From a typed value to the values of a keyword field. Forgiving in this order, the first that finds anything wins:
 * the id, or for families the start of it up to a dot ("mtus"); the label; the start of another id ("acoem.3ed"); all
 * typed words among the words of the label ("service:therapy" is every service named so). Nothing else is guessed.
 */
import type { KeywordField, QueryNode } from '#contract/query.ts';
import { fold, stem, words } from '#mappings/analysis.ts';
import { KEYWORD_FIELDS, labelOf } from '#mappings/fields.ts';
import { normaliseCaseNumber } from './case-number.ts';
import type { Place } from './faults.ts';
import { type Choice, listed } from './nearest.ts';

/** The values that the index holds of a field whose list is open (reviewer specialties). */
export type OpenValues = (field: KeywordField) => readonly string[];

/** Fields whose open list is looked up by words; the other open ones have a form instead. */
export const LOOKED_UP_FIELDS = ['specialty'] as const satisfies readonly KeywordField[];

/** Fields that are looked in for a typed one, in order; a field that is not listed is looked in itself. */
const LOOKED_IN: Partial<Record<KeywordField, readonly KeywordField[]>> = {
  service: ['service', 'category'],
  guideline: ['guidelineFamily', 'guideline'],
  urGuideline: ['urGuidelineFamily', 'urGuideline'],
  imrGuideline: ['imrGuidelineFamily', 'imrGuideline'],
};
const FAMILIES: ReadonlySet<KeywordField> = new Set(['guidelineFamily', 'urGuidelineFamily', 'imrGuidelineFamily']);

interface Row {
  readonly value: string;
  readonly id: string;
  readonly idWords: string;
  readonly labelWords: string;
  readonly labelStems: ReadonlySet<string>;
}

/** The filter that a typed value means, or what was expected instead. */
export function resolveValue(field: KeywordField, typed: string, open: OpenValues, at: Place): QueryNode | { expected: string } {
  const label = KEYWORD_FIELDS[field].label.toLowerCase();
  if (field === 'caseNumber') {
    const caseNumber = normaliseCaseNumber(typed);
    return caseNumber === null
      ? { expected: 'Expected a case number as CM14-0012345 (CM, dash and blanks may be left out)' }
      : filter(field, [caseNumber], at);
  }
  if (field === 'decidedYear') {
    const year = typed.trim();
    return /^\d{4}$/.test(year)
      ? filter(field, [year], at)
      : { expected: 'Expected a year of four digits; for a range write decided:2014..2016' };
  }
  const fields = LOOKED_IN[field] ?? [field];
  const found = find(fields, typed, open);
  if (found.length === 0) {
    const choices = fields.flatMap((each) => choicesOf(each, open));
    return choices.length === 0
      ? { expected: `The index holds no ${label} yet` }
      : { expected: `There is no such ${label}; there are: ${listed(typed, choices)}` };
  }
  const filters = found.map(([each, values]) => filter(each, values, at));
  return filters.length === 1 && filters[0] !== undefined ? filters[0] : { kind: 'or', children: filters };
}

/** What can be typed as a value of a field. */
export function choicesOf(field: KeywordField, open: OpenValues): Choice[] {
  const { labels } = KEYWORD_FIELDS[field];
  const values = labels === null ? open(field) : [...labels.keys()];
  return values.map((value) => ({ id: value, label: labelOf(field, value) }));
}

function filter(field: KeywordField, values: string[], at: Place): QueryNode {
  return { kind: 'filter', filter: { field, values }, at: { start: at.start, end: at.end } };
}

type Test = (row: Row, field: KeywordField) => boolean;

function find(fields: readonly KeywordField[], typed: string, open: OpenValues): [KeywordField, string[]][] {
  const id = fold(typed.trim());
  const typedWords = words(typed);
  if (typedWords.length === 0) return [];
  const joined = typedWords.join(' ');
  const stems = typedWords.map(stem);
  const startsId: Test = (row) => row.id.startsWith(`${id}.`);
  const first: Test[] = [
    (row, field) => row.idWords === joined || (FAMILIES.has(field) && startsId(row, field)),
    (row) => row.labelWords === joined,
    startsId,
  ];
  const matches = (field: KeywordField, test: Test) => rowsOf(field, open).flatMap((row) => (test(row, field) ? [row.value] : []));
  for (const test of first) {
    for (const field of fields) {
      const values = matches(field, test);
      if (values.length > 0) return [[field, values]];
    }
  }
  return fields
    .map((field): [KeywordField, string[]] => [field, matches(field, (row) => stems.every((each) => row.labelStems.has(each)))])
    .filter(([, values]) => values.length > 0);
}

const closedRows = new Map<KeywordField, readonly Row[]>();

function rowsOf(field: KeywordField, open: OpenValues): readonly Row[] {
  const { labels } = KEYWORD_FIELDS[field];
  if (labels === null) return open(field).map((value) => toRow(value, value));
  const known = closedRows.get(field);
  if (known !== undefined) return known;
  const rows = [...labels].map(([value, label]) => toRow(value, label));
  closedRows.set(field, rows);
  return rows;
}

function toRow(value: string, label: string): Row {
  const labelWords = words(label);
  return {
    value,
    id: fold(value),
    idWords: words(value).join(' '),
    labelWords: labelWords.join(' '),
    labelStems: new Set(labelWords.map(stem)),
  };
}
