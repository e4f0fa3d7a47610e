/** The words of a filter value: from the facets at hand, else from the closed lists of GET /fields, else the value itself. */

import { FIELDS, notStatedWords, typedName } from '#contract/fields.ts';
import { type KeywordField, NOT_STATED } from '#contract/query.ts';
import type { Facet } from '#contract/search.ts';
import { placeWords } from '#mappings/cited-places.ts';
import { useFields } from './endpoints.ts';

export type LabelOf = (field: KeywordField, value: string) => string;

/** `facets`: those of the page, empty where there are none. */
export function useValueLabels(facets: readonly Facet[]): LabelOf {
  const { data } = useFields();
  const labelOf: LabelOf = (field, value) => {
    if (value === NOT_STATED) return notStatedWords(field);
    if (field === 'citation') return placeWords(value, (guideline) => labelOf('guideline', guideline));
    const facet = facets.find((candidate) => candidate.field === field);
    const list = data?.fields.find((candidate) => candidate.names.includes(typedName(field)));
    const row =
      facet?.values.find((candidate) => candidate.value === value) ?? list?.values?.find((candidate) => candidate.value === value);
    return row?.label ?? FIELDS[field].words?.(value) ?? value;
  };
  return labelOf;
}
