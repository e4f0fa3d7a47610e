/** From the narrowing part of a request (query, filters, days) to what an engine is asked. */
import type { Narrowing } from '#contract/api.ts';
import { AppError, type Fault } from '#contract/problem.ts';
import { type Filter, ITEM_SCOPE, type KeywordField, KeywordFieldSchema, type QueryNode, type TextField } from '#contract/query.ts';
import { KEYWORD_FIELDS } from '#mappings/fields.ts';
import type { SearchIndex } from '../search/port.ts';
import { listed } from './query-language/nearest.ts';
import { openFieldsOf, parseQuery } from './query-language/parse-query.ts';
import { choicesOf } from './query-language/values.ts';

export interface Narrowed {
  readonly where: QueryNode;
  readonly filters: readonly Filter[];
}

/**
 * The tree and the filters of a request. The index is asked only where the query names a field with an open list.
 * Throws AppError `bad-request` for filter values that cannot exist and days in the wrong order, `bad-query` for the query.
 */
export async function narrow(index: SearchIndex, request: Narrowing, signal?: AbortSignal): Promise<Narrowed> {
  const faults = [...filterFaults(request), ...dayFaults(request)];
  const first = faults[0];
  if (first !== undefined) {
    throw new AppError('bad-request', `${first.parameter}: ${first.detail}${faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''}`, {
      errors: faults,
    });
  }
  return { where: await readQuery(index, request.q, request.summary, signal), filters: toFilters(request) };
}

/** The tree of a typed query; `summary`: its words are also looked for in the clinical summary. Throws AppError `bad-query`. */
export async function readQuery(index: SearchIndex, q: string, summary: boolean, signal?: AbortSignal): Promise<QueryNode> {
  const scope: readonly TextField[] = summary ? [...ITEM_SCOPE, 'summary'] : ITEM_SCOPE;
  const open = await openValues(index, openFieldsOf(q), signal);
  return parseQuery(q, { scope, values: (field) => open.get(field) ?? [] });
}

async function openValues(index: SearchIndex, fields: readonly KeywordField[], signal?: AbortSignal): Promise<Map<KeywordField, string[]>> {
  if (fields.length === 0) return new Map();
  const query = { where: { kind: 'all' }, filters: [], facets: fields, sort: 'case', offset: 0, limit: 0 } as const;
  const { facets } = await index.search(query, signal);
  return new Map(facets.map((facet) => [facet.field, facet.values.map(({ value }) => value)]));
}

function toFilters(request: Narrowing): Filter[] {
  const filters = KeywordFieldSchema.options.flatMap((field): Filter[] => {
    const values = request.filters[field];
    return values === undefined ? [] : [{ field, values: [...new Set(values)] }];
  });
  if (request.from === undefined && request.to === undefined) return filters;
  return [...filters, { field: 'decidedOn', from: request.from ?? null, to: request.to ?? null }];
}

/** A value outside a closed list would find nothing and say nothing, so it is refused. */
function filterFaults(request: Narrowing): Fault[] {
  return KeywordFieldSchema.options.flatMap((field) => {
    const { labels } = KEYWORD_FIELDS[field];
    const unknown = labels === null ? [] : (request.filters[field] ?? []).filter((value) => !labels.has(value));
    const choices = choicesOf(field, () => []).map(({ id }) => ({ id, label: id }));
    return unknown.map((value) => ({ parameter: field, detail: `there is no such value; there are: ${listed(value, choices)}` }));
  });
}

function dayFaults({ from, to }: Narrowing): Fault[] {
  return from !== undefined && to !== undefined && from > to
    ? [{ parameter: 'to', detail: 'expected a day that is not before `from`' }]
    : [];
}
