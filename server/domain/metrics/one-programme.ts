/** The programme that rates are of: they are never mixed between two. */
import type { RatesResponse } from '#contract/api.ts';
import type { Filter, QueryNode } from '#contract/query.ts';
import { labelled } from '#mappings/labels.ts';
import type { SearchIndex } from '../../search/port.ts';

export interface OneProgramme {
  /** Null where nothing matches. */
  readonly programme: RatesResponse['programme'];
  /** The others that match, most items first. */
  readonly otherProgrammes: RatesResponse['otherProgrammes'];
}

/** Of the programmes that match and are asked for (all, where none is), the one with most items. */
export async function oneProgramme(
  index: SearchIndex,
  where: QueryNode,
  filters: readonly Filter[],
  asked: readonly string[] | undefined,
  signal?: AbortSignal,
): Promise<OneProgramme> {
  const query = { where, filters, facets: ['programme'], sort: 'case', offset: 0, limit: 0 } as const;
  const { facets } = await index.search(query, signal);
  // Counted without the filter on itself.
  const counted = facets[0]?.values ?? [];
  const chosen = counted.find(({ value }) => asked === undefined || asked.includes(value)) ?? null;
  const others = counted.filter((one) => one !== chosen);
  return {
    programme: chosen === null ? null : labelled('programme', chosen.value),
    otherProgrammes: others.map(({ value, count }) => ({ ...labelled('programme', value), count })),
  };
}
