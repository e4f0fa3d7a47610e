/** The words of a filter value: from the facets at hand, else from the closed list of its field, else the value itself. */

import { FIELDS, KEYWORD_FIELD_IDS, type KeywordField, NOT_STATED, notStatedWords } from '#contract/fields.ts';
import type { Facet } from '#contract/search.ts';
import { placeWords } from '#mappings/cited-places.ts';
import { useListedValues } from './endpoints.ts';
import type { Filters } from './url-state.ts';

export type LabelOf = (field: KeywordField, value: string) => string;

/** `facets`: those of the page, empty where there are none. `filters`: what is to be told; lists are asked for their values alone. */
export function useValueLabels(facets: readonly Facet[], filters: readonly Filters[]): LabelOf {
  const inFacet = (field: KeywordField, value: string) =>
    facets.find((facet) => facet.field === field)?.values.find((row) => row.value === value)?.label;
  const unnamed = KEYWORD_FIELD_IDS.filter((field) =>
    filters.some((chosen) => chosen[field]?.some((value) => value !== NOT_STATED && inFacet(field, value) === undefined)),
  );
  const listed = useListedValues(unnamed.map((field) => FIELDS[field].within ?? field));
  const labelOf: LabelOf = (field, value) => {
    if (value === NOT_STATED) return notStatedWords(field);
    const { within } = FIELDS[field];
    if (within !== undefined) return placeWords(value, (other) => labelOf(within, other));
    const inList = () => listed(field).find((row) => row.value === value)?.label;
    return inFacet(field, value) ?? inList() ?? FIELDS[field].words?.(value) ?? value;
  };
  return labelOf;
}
