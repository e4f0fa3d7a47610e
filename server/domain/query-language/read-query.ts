/** A typed query as a tree, with the index's own values where a field has an open list. */

import { type KeywordField, NOT_STATED } from '#contract/fields.ts';
import { ITEM_SCOPE, type QueryNode, type TextField } from '#contract/query.ts';
import type { Letters } from '../../search/port.ts';
import { openFieldsOf, type PlainTerm, parseQuery, plainTerms, type QueryOptions } from './parse-query.ts';

/** A query as it is typed: its tree, and its terms where it is one of plain words (null for a strict one). */
export interface TypedQuery {
  readonly tree: QueryNode;
  readonly terms: readonly PlainTerm[] | null;
  /** The fields that its plain words are looked for in. */
  readonly scope: readonly TextField[];
}

/**
 * Reads a typed query; `summary`: its words are also looked for in the clinical summary; `asWords`: see `QueryOptions`. The index is
 * asked only where the query names a field with an open list. Throws AppError `bad-query`.
 */
export async function readTyped(
  index: Letters,
  { q, summary, asWords }: { q: string; summary: boolean; asWords?: ReadonlySet<string> },
  signal?: AbortSignal,
): Promise<TypedQuery> {
  const scope: readonly TextField[] = summary ? [...ITEM_SCOPE, 'summary'] : ITEM_SCOPE;
  const open = await openValues(index, openFieldsOf(q), signal);
  const options: QueryOptions = { scope, values: (field) => open.get(field) ?? [], asWords };
  return { tree: parseQuery(q, options), terms: plainTerms(q, options), scope };
}

/** The tree of a typed query as it is typed. Throws AppError `bad-query`. */
export async function readQuery(index: Letters, q: string, summary: boolean, signal?: AbortSignal): Promise<QueryNode> {
  return (await readTyped(index, { q, summary }, signal)).tree;
}

async function openValues(index: Letters, fields: readonly KeywordField[], signal?: AbortSignal): Promise<Map<KeywordField, string[]>> {
  if (fields.length === 0) return new Map();
  const query = { where: { kind: 'all' }, filters: [], facets: fields, sort: 'case', offset: 0, limit: 0 } as const;
  const { facets } = await index.search(query, signal);
  return new Map(facets.map((facet) => [facet.field, facet.values.flatMap(({ value }) => (value === NOT_STATED ? [] : value))]));
}
