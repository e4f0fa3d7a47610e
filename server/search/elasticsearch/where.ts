/**
 * The query tree as an Elasticsearch query. Every leaf is a `term`, `match_phrase`, `intervals`, `prefix`, `terms` or
 * `range` on words that were made by `mappings/text/words.ts`, so that the server adds no understanding of its own. Pure.
 */
import { AppError } from '#contract/problem.ts';
import type { Filter, QueryNode, TextField } from '#contract/query.ts';
import { DECIDED_WITHIN, keywordPath } from '#mappings/elasticsearch.ts';
import type { TextLeaf } from '#mappings/query-tree.ts';
import { stem } from '#mappings/text/stem.ts';
import type { Query } from './dialect.ts';
import { LONGEST_PREFIX, toTerm } from './terms.ts';

/** How deep groups may stand in groups: the server refuses queries nested more than 30 deep, and a leaf needs two. */
const DEEPEST = 26;

/**
 * The query of a tree: which items match it. How they score is asked for apart, see `scoring.ts`.
 * Throws AppError `bad-query` for groups nested too deep and prefixes too long.
 */
export function toQuery(where: QueryNode, depth = 0): Query {
  if (depth > DEEPEST) throw new AppError('bad-query', `The query has groups nested more than ${DEEPEST} deep; write it with fewer.`);
  switch (where.kind) {
    case 'all':
      return { match_all: {} };
    case 'word':
    case 'phrase':
    case 'near':
    case 'prefix':
      return leafQuery(where);
    case 'filter':
      return { bool: { filter: [toFilterQuery(where.filter)] } };
    case 'and':
      return all(flatten(where.children, 'and'), depth);
    case 'or':
      return { bool: { should: flatten(where.children, 'or').map((child) => toQuery(child, depth + 1)), minimum_should_match: 1 } };
    case 'least':
      return { bool: { should: where.children.map((child) => toQuery(child, depth + 1)), minimum_should_match: where.least } };
    case 'not':
      return all([where], depth);
  }
}

/** One leaf in any of its fields. */
function leafQuery(leaf: TextLeaf): Query {
  switch (leaf.kind) {
    case 'word':
      return anyField(leaf.fields, (field) => ({ term: { [`stems.${field}`]: { value: toTerm(stem(leaf.word)) } } }));
    case 'phrase':
      return anyField(leaf.fields, (field) => phrase(`words.${field}`, leaf.words.map(toTerm)));
    case 'near':
      return anyField(leaf.fields, (field) => near(`words.${field}`, [...new Set(leaf.words)].map(toTerm), leaf.gap));
    case 'prefix':
      if (leaf.prefix.length > LONGEST_PREFIX) {
        throw new AppError('bad-query', `A word beginning may have at most ${LONGEST_PREFIX} characters on this engine.`);
      }
      return anyField(leaf.fields, (field) => ({ prefix: { [`words.${field}`]: { value: leaf.prefix } } }));
  }
}

/** A filter as a query. A decision day in no range at all (both sides open) still has to be there. */
export function toFilterQuery(filter: Filter): Query {
  if (filter.field !== 'decidedOn') return { terms: { [keywordPath(filter.field)]: filter.values } };
  const { first, last } = DECIDED_WITHIN;
  if (filter.from === null && filter.to === null) return { exists: { field: first } };
  const sides = [
    ...(filter.from === null ? [] : [{ range: { [first]: { gte: filter.from } } }]),
    ...(filter.to === null ? [] : [{ range: { [last]: { lte: filter.to } } }]),
  ];
  return { bool: { filter: sides } };
}

function phrase(field: string, terms: readonly string[]): Query {
  const [only] = terms;
  if (terms.length === 1 && only !== undefined) return { term: { [field]: { value: only } } };
  return { match_phrase: { [field]: { query: terms.join(' ') } } };
}

/** More words than this stand between no two; the server takes a whole number of 32 bits. */
const WIDEST = 10_000_000;

function near(field: string, terms: readonly string[], gap: number): Query {
  return { intervals: { [field]: { match: { query: terms.join(' '), max_gaps: Math.min(gap, WIDEST), ordered: false } } } };
}

function anyField(fields: readonly TextField[], leaf: (field: TextField) => Query): Query {
  return { bool: { should: fields.map(leaf), minimum_should_match: 1 } };
}

/** Filters and NOTs become clauses of the same group, which keeps the nesting flat. */
function all(children: readonly QueryNode[], depth: number): Query {
  const must: Query[] = [];
  const filter: Query[] = [];
  const mustNot: Query[] = [];
  for (const child of children) {
    if (child.kind === 'filter') filter.push(toFilterQuery(child.filter));
    else if (child.kind === 'not') mustNot.push(toQuery(child.child, depth + 1));
    else must.push(toQuery(child, depth + 1));
  }
  return {
    bool: {
      ...(must.length === 0 ? {} : { must }),
      ...(filter.length === 0 ? {} : { filter }),
      ...(mustNot.length === 0 ? {} : { must_not: mustNot }),
    },
  };
}

/** Children of the same kind join their parent: `a AND (b AND c)` is one group of three. */
function flatten(children: readonly QueryNode[], kind: 'and' | 'or'): QueryNode[] {
  return children.flatMap((child) => (child.kind === kind ? flatten(child.children, kind) : [child]));
}
