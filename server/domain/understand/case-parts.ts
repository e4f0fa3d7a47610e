/** Case numbers that were typed without `case:`, told as the condition that they are; several candidates are those the index holds. */
import type { QueryNode } from '#contract/query.ts';
import type { UnderstoodPart } from '#contract/understood.ts';
import { filterNode } from '#mappings/query-tree.ts';
import type { Place } from '#mappings/text/places.ts';
import type { SearchIndex } from '../../search/port.ts';

/** The parts for the case numbers of a tree. The index is asked only for a number that fits several cases. */
export async function caseParts(index: SearchIndex, q: string, tree: QueryNode, signal?: AbortSignal): Promise<UnderstoodPart[]> {
  const parts: UnderstoodPart[] = [];
  for (const { values, at } of casesIn(tree)) {
    const typed = q.slice(at.start, at.end);
    if (values.length > 1) parts.push(await candidates(index, values, at, typed, signal));
    else if (!/^case:/i.test(typed)) parts.push({ kind: 'filter', at, typed, field: 'caseNumber', values: values.map(shown) });
  }
  return parts;
}

async function candidates(
  index: SearchIndex,
  values: string[],
  at: Place,
  typed: string,
  signal: AbortSignal | undefined,
): Promise<UnderstoodPart> {
  const where = filterNode('caseNumber', values);
  const { facets } = await index.search({ where, filters: [], facets: ['caseNumber'], sort: 'case', offset: 0, limit: 0 }, signal);
  const wanted = new Set(values);
  const there = (facets[0]?.values ?? []).map(({ value }) => value).filter((value) => wanted.has(value));
  if (there.length > 0) return { kind: 'filter', at, typed, field: 'caseNumber', values: there.sort().map(shown) };
  return { kind: 'note', at, typed, text: 'Taken as the end of a case number; no case here has one that ends so.' };
}

/** Case numbers that are asked for, under no NOT; at most a few are told of. */
function casesIn(node: QueryNode): { values: string[]; at: Place }[] {
  if (node.kind === 'and' || node.kind === 'or') return node.children.flatMap(casesIn).slice(0, 10);
  if (node.kind !== 'filter' || node.filter.field !== 'caseNumber' || node.at === undefined) return [];
  return [{ values: node.filter.values, at: node.at }];
}

function shown(value: string) {
  return { value, label: value };
}
