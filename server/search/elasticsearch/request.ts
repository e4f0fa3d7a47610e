/**
 * Our questions as Elasticsearch search bodies. Pure: what is asked of the server can be read (and tested) without one.
 */
import { RESULT_WINDOW } from '#contract/api.ts';
import { AppError } from '#contract/problem.ts';
import { type Filter, type IssueQuery, isOwnFilter, type KeywordField, type RatesQuery, type Sort } from '#contract/query.ts';
import { keywordPath } from '#mappings/elasticsearch.ts';
import type { EachQuery } from '../port.ts';
import type { Aggregation, CompositeKey, Query, SearchBody, SortKey } from './dialect.ts';
import { toScoring } from './scoring.ts';
import { toFilterQuery, toQuery } from './where.ts';

/** Values a terms aggregation may carry: above every vocabulary, under the server's own bound of 65,536 buckets. */
const MOST_VALUES = 65_000;
/** Buckets of the letter count that come with the first answer, and of each further page. */
export const FIRST_LETTERS = 1_000;
export const LETTERS_PAGE = 10_000;
/** Matching items up to which letters are counted one by one; above, the count is an estimate and says so. */
export const MOST_COUNTED = 50_000;

/**
 * One page of items with facets and the first page of the letter count. Filters that are a facet's own are
 * applied behind the facets (`post_filter`); each facet then takes every filter but its own.
 * Throws AppError `window-too-large` where the page ends behind `RESULT_WINDOW`.
 */
export function toSearchBody(query: IssueQuery): SearchBody {
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
    aggs: {
      letters: { filter: conjunction(behind), aggs: { page: letterPage(FIRST_LETTERS) } },
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

/** A page of the items of these letters, behind the hit whose sort is `after`. */
export function toItemIdsBody(letterIds: readonly string[], after: readonly unknown[] | null): SearchBody {
  return {
    query: { terms: { letterId: letterIds } },
    size: WHOLE_PAGE,
    sort: TIES,
    track_total_hits: false,
    _source: false,
    docvalue_fields: HIT_FIELDS,
    ...(after === null ? {} : { search_after: after }),
  };
}

/** How long a state of the index is held open for the next batch: a reader may be slow, one that is gone must not cost much. */
export const KEEP_ALIVE = '5m';

/** The name of a facet in the answer. */
export function facetName(field: KeywordField): string {
  return `facet.${field}`;
}

/** Outcomes by the values of a field, and the first pages of both letter counts. */
export function toRatesBody(query: RatesQuery): SearchBody {
  return {
    query: narrowed(query, query.filters),
    size: 0,
    _source: false,
    track_total_hits: true,
    aggs: {
      decisions,
      letters: { ...letterPage(FIRST_LETTERS), aggs: { known } },
      pairs: { ...pairPage(query.by, FIRST_LETTERS), aggs: { known } },
      rows: { terms: { field: keywordPath(query.by), size: MOST_VALUES }, aggs: { decisions } },
    },
  };
}

/** What a letter count goes on with: which items, and by which field they are grouped (null: not at all). */
export interface LettersQuery extends Pick<IssueQuery, 'where' | 'filters'> {
  readonly by: KeywordField | null;
  /** Whether letters with a known decision are counted beside all. */
  readonly known: boolean;
}

/** A further page of an exact letter count. */
export function toLettersPageBody(query: LettersQuery, after: CompositeKey): SearchBody {
  const page = query.by === null ? letterPage(LETTERS_PAGE, after) : pairPage(query.by, LETTERS_PAGE, after);
  const aggs = { page: query.known ? { ...page, aggs: { known } } : page };
  return { query: narrowed(query, query.filters), size: 0, _source: false, track_total_hits: false, aggs };
}

/** The estimated letter count: of all items, or of each value (`rows`). */
export function toLettersEstimateBody(query: LettersQuery): SearchBody {
  // 40,000 is the most the server offers.
  const all = estimates(query, 40_000);
  return {
    query: narrowed(query, query.filters),
    size: 0,
    _source: false,
    track_total_hits: false,
    aggs: query.by === null ? all : { rows: { terms: { field: keywordPath(query.by), size: MOST_VALUES }, aggs: estimates(query, 3_000) } },
  };
}

/** The estimated letters (`letters`), and those with a known decision (`known.letters`) where they are asked for. */
function estimates(query: LettersQuery, precision: number): Record<string, Aggregation> {
  const letters: Aggregation = { cardinality: { field: 'letterId', precision_threshold: precision } };
  return query.known ? { letters, known: { ...known, aggs: { letters } } } : { letters };
}

/** The items whose decision is known; of a letter's bucket those tell whether it has one. */
const known: Aggregation = { filter: { bool: { must_not: [{ terms: { [keywordPath('decision')]: ['undetermined'] } }] } } };

const decisions: Aggregation = { terms: { field: keywordPath('decision'), size: 10 } };

function facet(field: KeywordField, behind: readonly Filter[]): Aggregation {
  return {
    filter: conjunction(behind.filter((filter) => !isOwnFilter(field, filter))),
    aggs: { values: { terms: { field: keywordPath(field), size: MOST_VALUES } } },
  };
}

function letterPage(size: number, after?: CompositeKey): Aggregation {
  return { composite: { size, sources: [{ letterId: { terms: { field: 'letterId' } } }], ...(after === undefined ? {} : { after }) } };
}

function pairPage(by: KeywordField, size: number, after?: CompositeKey): Aggregation {
  return {
    composite: {
      size,
      sources: [{ value: { terms: { field: keywordPath(by) } } }, { letterId: { terms: { field: 'letterId' } } }],
      ...(after === undefined ? {} : { after }),
    },
  };
}

function narrowed(query: Pick<IssueQuery, 'where'>, filters: readonly Filter[]): Query {
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
      return [{ decidedOn: { order: 'desc', missing: BEFORE_ALL_MS } }, ...TIES];
    case 'oldest':
      return [{ decidedOn: { order: 'asc', missing: BEHIND_ALL_MS } }, ...TIES];
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
