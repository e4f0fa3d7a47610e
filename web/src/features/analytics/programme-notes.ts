/** What is to be known of a program where its values are compared, and its years. Pure. */
import type { KeywordField } from '#contract/fields.ts';
import { programmeOf } from '#contract/programmes.ts';

/**
 * Notes under a chart: how the names of its categories changed, and the breaks that lie inside the years of what is counted: of the field, or of a
 * chart by year all of them.
 */
export function notesOn(programme: string, field: KeywordField, years: { readonly first: number; readonly last: number } | null): string[] {
  const row = programmeOf(programme);
  if (row === null) return [];
  const names = row.names !== null && (field === 'diagnosisCategory' || field === 'treatmentCategory') ? [row.names] : [];
  const within = row.breaks.filter(({ year }) => years !== null && years.first < year && year <= years.last);
  const breaks = within.filter(({ fields }) => field === 'decidedYear' || fields.includes(field));
  return [...names, ...breaks.map(({ note }) => note)];
}
