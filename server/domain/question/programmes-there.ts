/** Of which programmes the items are that match. */
import type { StatsResponse } from '#contract/api.ts';
import { isProgramme, type Programme, programmeOf } from '#contract/programmes.ts';
import type { Filter, QueryNode } from '#contract/query.ts';
import { labelled } from '#mappings/labels.ts';
import { allOf, filterNode } from '#mappings/query-tree.ts';
import type { Letters } from '../../search/port.ts';

export interface ProgrammeThere {
  readonly programme: Programme;
  /** Its items that match; never 0. */
  readonly count: number;
  /** The tree of those items. */
  readonly where: QueryNode;
}

/** The programmes that have items which match a tree and pass filters, most items first. */
export async function programmesThere(
  index: Pick<Letters, 'search'>,
  where: QueryNode,
  filters: readonly Filter[],
  signal?: AbortSignal,
): Promise<ProgrammeThere[]> {
  const query = { where, filters, facets: ['programme'], sort: 'case', offset: 0, limit: 0 } as const;
  const { facets } = await index.search(query, signal);
  const narrowed = [where, ...filters.map((filter): QueryNode => ({ kind: 'filter', filter }))];
  // A filter on the programme is the facet's own, and counts for nothing there.
  const asked = filters.flatMap((filter) => (filter.field === 'programme' ? [filter.values] : []));
  return (facets[0]?.values ?? []).flatMap(({ value: programme, count }) =>
    isProgramme(programme) && asked.every((values) => values.includes(programme))
      ? [{ programme, count, where: allOf([...narrowed, filterNode('programme', [programme])]) }]
      : [],
  );
}

/** The programmes that are loaded, most items first. */
export async function loadedProgrammes(index: Pick<Letters, 'search'>): Promise<StatsResponse['programmes']> {
  const there = await programmesThere(index, { kind: 'all' }, []);
  return there.map(({ programme, count }) => {
    const { value, label } = labelled('programme', programme);
    return { value, label, short: programmeOf(programme)?.short ?? label, count };
  });
}
