/** Which values of a facet are drawn. Pure. */
import { type FacetValues, NOT_STATED } from '#contract/fields.ts';
import type { Facet } from '#contract/search.ts';

type Value = Facet['values'][number];

/**
 * In their order: the first `most` values, every selected one and what is not stated, however short the list; with something typed,
 * the selected ones and those whose label holds it.
 */
export function shownValues(values: readonly Value[], most: number, typed: string): Value[] {
  const wanted = typed.trim().toLowerCase();
  return values.filter(
    (row, place) => row.selected || (wanted === '' ? place < most || row.value === NOT_STATED : row.label.toLowerCase().includes(wanted)),
  );
}

/** Values that are drawn together; without a label, those of no group. */
export interface ValueGroup {
  readonly label: string | null;
  readonly values: readonly Value[];
}

/** Values under the titles of their groups, then those of none; groups without a value are left out. */
export function inGroups(values: readonly Value[], groups: readonly FacetValues[]): ValueGroup[] {
  const grouped = new Set(groups.flatMap((group) => group.values));
  return [
    ...groups.map((group) => ({ label: group.label, values: values.filter(({ value }) => group.values.includes(value)) })),
    { label: null, values: values.filter(({ value }) => !grouped.has(value)) },
  ].filter((group) => group.values.length > 0);
}
