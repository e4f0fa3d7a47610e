/** Which values of a facet are drawn. Pure. */
import type { Facet } from '#contract/search.ts';

type Value = Facet['values'][number];

/** The first `most` values and every selected one, in their own order; with something typed, those whose label holds it. */
export function shownValues(values: readonly Value[], most: number, typed: string): Value[] {
  const wanted = typed.trim().toLowerCase();
  return values.filter((row, place) => row.selected || (wanted === '' ? place < most : row.label.toLowerCase().includes(wanted)));
}
