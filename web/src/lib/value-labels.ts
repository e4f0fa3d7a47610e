/** The words of a filter value: from the facets at hand, else from the closed lists of GET /fields, else the value itself. */
import type { Facet } from '#contract/api.ts';
import type { KeywordField } from '#contract/query.ts';
import { typedName } from '#mappings/field-names.ts';
import { useFields } from './endpoints.ts';

export type LabelOf = (field: KeywordField, value: string) => string;

/** `facets`: those of the page, empty where there are none. */
export function useValueLabels(facets: readonly Facet[]): LabelOf {
  const { data } = useFields();
  return (field, value) => {
    const facet = facets.find((candidate) => candidate.field === field);
    const list = data?.fields.find((candidate) => candidate.names.includes(typedName(field)));
    const row =
      facet?.values.find((candidate) => candidate.value === value) ?? list?.values?.find((candidate) => candidate.value === value);
    return row?.label ?? value;
  };
}
