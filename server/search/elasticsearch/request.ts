/**
 * Our questions as Elasticsearch search bodies. Pure: what is asked of the server can be read (and tested) without one.
 */
import { RESULT_WINDOW } from '#contract/api.ts';
import type { KeywordField } from '#contract/fields.ts';
import type { Sort } from '#contract/lists.ts';
import { AppError } from '#contract/problem.ts';
import { type Filter, type IssueQuery, isOwnFilter } from '#contract/query.ts';
import { DECIDED_WITHIN, keywordPath, LETTER_FIRST } from '#mappings/elasticsearch.ts';
import type { EachQuery } from '../port.ts';
import type { Aggregation, Query, SearchBody, SortKey } from './dialect.ts';
import { holdsForLetters, isOfLetterFilter } from './letter-firsts.ts';
import { toScoring } from './scoring.ts';
import { toFilterQuery, toQuery } from './where.ts';

/** Values of a facet that come with a page. The server makes 65,536 buckets for an answer at most, and few fields have more than a thousand values. */
const MOST_VALUES = 10_000;

/**
 * One page of items with facets and its letters, up to `mostCounted` of them one by one. Filters that are a facet's own are
 * applied behind the facets (`post_filter`); each facet then takes every filter but its own.
 * Throws AppError `window-too-large` where the page ends behind `RESULT_WINDOW`.
 */
export function toSearchBody(query: IssueQuery, mostCounted: number): SearchBody {
  if (query.offset + query.limit > RESULT_WINDOW) {
    throw new AppError('window-too-large', `Only the first ${RESULT_WINDOW} results can be paged through; narrow the search.`);
  }
  const isBehind = (filter: Filter) => query.facets.some((field) => isOwnFilter(field, filter));
  const before = query.filters.filter((filter) => !isBehind(filter));
  const behind = query.filters.filter(isBehind);
  return {
    query: scored(query, before),
    ...(behind.length === 0 ? {} : { post_filter: conjunction(behind) }),
    ...(query.onePerLetter === true ? { collapse: { field: 'letterId' } } : {}),
    from: query.offset,
    size: query.limit,
    sort: toSort(query.sort),
    track_total_hits: true,
    _source: false,
    docvalue_fields: HIT_FIELDS,
    // The same question goes to the same copy of the index: scores differ a little from copy to copy, and pages must not.
    preference: toPreference(query),
    // The letters themselves are not asked for, only how many they are.
    filter_path: '-aggregations.letters.each.buckets',
    aggs: {
      letters: { filter: conjunction(behind), aggs: letters(query, mostCounted) },
      ...Object.fromEntries(query.facets.map((field) => [facetName(field), facet(field, behind)])),
    },
  };
}

/** Hits of one page where everything that matches is read. A page that has fewer is the last. */
export const WHOLE_PAGE = 1_000;

/** A batch of all items that match, in order, in a state of the index that is held open; `after` is the sort of the last hit before. */
export function toBatchBody(query: EachQuery, pit: string, after: readonly unknown[] | null): SearchBody {
  return {
    query: scored(query, query.filters),
    size: WHOLE_PAGE,
    sort: toSort(query.sort),
    track_total_hits: false,
    _source: false,
    docvalue_fields: HIT_FIELDS,
    pit: { id: pit, keep_alive: KEEP_ALIVE },
    ...(after === null ? {} : { search_after: after }),
  };
}

/** How long a state of the index is held open for the next batch: a reader may be slow, one that is gone must not cost much. */
export const KEEP_ALIVE = '5m';

/** The name of a facet in the answer. */
export function facetName(field: KeywordField): string {
  return `facet.${field}`;
}

/**
 * How many letters: by their first items where the question holds for whole letters, else one by one as far as `mostCounted`.
 */
function letters({ where, filters }: IssueQuery, mostCounted: number): Record<string, Aggregation> {
  if (holdsForLetters(where) && filters.every(isOfLetterFilter)) return { first: { filter: { terms: { [LETTER_FIRST]: ['any'] } } } };
  return {
    each: { terms: { field: 'letterId', size: mostCounted, order: { _key: 'asc' } } },
    count: { stats_bucket: { buckets_path: 'each>_count' } },
  };
}

/** The server's estimate of the letters of a search. */
export function toEstimateBody(query: IssueQuery): SearchBody {
  // 40,000 is the most the server offers.
  const estimate = { cardinality: { field: 'letterId', precision_threshold: 40_000 } };
  return { query: narrowed(query, query.filters), size: 0, _source: false, track_total_hits: false, aggs: { letters: estimate } };
}

function facet(field: KeywordField, behind: readonly Filter[]): Aggregation {
  return {
    filter: conjunction(behind.filter((filter) => !isOwnFilter(field, filter))),
    aggs: { values: { terms: { field: keywordPath(field), size: MOST_VALUES } } },
  };
}

/** The items that match a tree and pass filters. */
export function narrowed(query: Pick<IssueQuery, 'where'>, filters: readonly Filter[]): Query {
  const where = toQuery(query.where);
  return filters.length === 0 ? where : { bool: { must: [where], filter: filters.map(toFilterQuery) } };
}

/** The items that match; they score where the sort looks at scores, by the rank or else by the words of the tree. */
function scored(query: EachQuery, filters: readonly Filter[]): Query {
  if (query.sort !== 'relevance') return narrowed(query, filters);
  const should = toScoring(query.rank ?? { text: query.where, boosts: [] });
  if (should.length === 0) return narrowed(query, filters);
  return { bool: { filter: [toQuery(query.where, 1), ...filters.map(toFilterQuery)], should } };
}

function conjunction(filters: readonly Filter[]): Query {
  return filters.length === 0 ? { match_all: {} } : { bool: { filter: filters.map(toFilterQuery) } };
}

const HIT_FIELDS = ['itemId', 'letterId', 'itemNumber'];
const TIES: SortKey[] = [{ letterId: { order: 'asc' } }, { itemNumber: { order: 'asc' } }];

/** Days that no letter has (in the years 1 and 9999), by which items without a day come last. The server's own number for `_last` is beyond ours. */
const BEFORE_ALL_MS = Date.parse('0001-01-01');
const BEHIND_ALL_MS = Date.parse('9999-12-31');

function toSort(sort: Sort | null): SortKey[] {
  switch (sort) {
    case null:
      return [{ _shard_doc: { order: 'asc' } }]; // as they lie in a state that is held open
    case 'relevance':
      return [{ _score: { order: 'desc' } }, ...TIES];
    case 'newest':
      return [{ [DECIDED_WITHIN.last]: { order: 'desc', missing: BEFORE_ALL_MS } }, ...TIES];
    case 'oldest':
      return [{ [DECIDED_WITHIN.last]: { order: 'asc', missing: BEHIND_ALL_MS } }, ...TIES];
    case 'case':
      return [{ [keywordPath('caseNumber')]: { order: 'asc' } }, ...TIES];
  }
}

/** A short name of the question without its page; a name may not start with `_`. */
function toPreference(query: IssueQuery): string {
  let hash = 0;
  for (const unit of JSON.stringify([query.where, query.filters, query.rank]))
    hash = (Math.imul(hash, 31) + (unit.codePointAt(0) ?? 0)) | 0;
  return `q${hash >>> 0}`;
}
