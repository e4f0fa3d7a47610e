/** Of which programmes the items are that match. */
import { PROGRAMME_IDS, type Programme } from '#contract/programmes.ts';
import type { Filter, QueryNode } from '#contract/query.ts';
import { allOf, filterNode } from '#mappings/query-tree.ts';
import type { SearchIndex } from '../../search/port.ts';

export interface ProgrammeThere {
  readonly programme: Programme;
  /** Its items that match; never 0. */
  readonly count: number;
  /** The tree of those items. */
  readonly where: QueryNode;
}

/** The programmes that have items which match a tree and pass filters, most items first. */
export async function programmesThere(
  index: Pick<SearchIndex, 'counts'>,
  where: QueryNode,
  filters: readonly Filter[],
  signal?: AbortSignal,
): Promise<ProgrammeThere[]> {
  const narrowed = [where, ...filters.map((filter): QueryNode => ({ kind: 'filter', filter }))];
  const trees = PROGRAMME_IDS.map((programme) => allOf([...narrowed, filterNode('programme', [programme])]));
  const counts = await index.counts(trees, signal);
  const all = PROGRAMME_IDS.map((programme, at) => ({ programme, count: counts[at] ?? 0, where: trees[at] ?? where }));
  return all.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}
