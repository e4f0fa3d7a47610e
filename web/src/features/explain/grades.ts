/** The values of a letter by grade, and by what they belong to. Pure. */
import type { ExplainedValue } from '#contract/api.ts';

export const GRADE_FILTERS = ['all', 'stated', 'inferred', 'not_stated'] as const;
export type GradeFilter = (typeof GRADE_FILTERS)[number];

export const GRADE_WORDS: Readonly<Record<GradeFilter, string>> = {
  all: 'All',
  stated: 'Stated',
  inferred: 'Inferred',
  not_stated: 'Not stated',
};

/** The filter of an address; anything else is all. */
export function readGrade(typed: string | null): GradeFilter {
  return GRADE_FILTERS.find((grade) => grade === typed) ?? 'all';
}

/** Whether a value passes the filter. Messages have no grade and pass none but all. */
export function passes(row: ExplainedValue, grade: GradeFilter): boolean {
  if (grade === 'all') return true;
  if (row.kind === 'message') return false;
  return grade === 'not_stated' ? row.value === null : row.grade === grade;
}

/** A part of the letter with its values: those read from it, and the names of those that it does not state. */
export interface ValueGroup {
  readonly title: string;
  /** The number of the item; null for the letter as a whole. */
  readonly item: number | null;
  readonly read: readonly ExplainedValue[];
  readonly notStated: readonly string[];
}

/** The letter, then each item, each with what passes; groups without anything are left out. Messages are in none. */
export function toGroups(values: readonly ExplainedValue[], grade: GradeFilter): ValueGroup[] {
  const shown = values.filter((row) => row.kind !== 'message' && passes(row, grade));
  const items = [...new Set(shown.map((row) => row.item))].toSorted((a, b) => (a ?? 0) - (b ?? 0));
  return items.map((item) => {
    const rows = shown.filter((row) => row.item === item);
    return {
      title: item === null ? 'The letter as a whole' : `Item ${item}`,
      item,
      read: rows.filter((row) => row.value !== null),
      notStated: rows.filter((row) => row.value === null).map((row) => row.label),
    };
  });
}
