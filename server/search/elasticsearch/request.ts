/**
 * Our questions as Elasticsearch search bodies. Pure: what is asked of the server can be read (and tested) without one.
 */
import { RESULT_WINDOW } from '#contract/api.ts';
import { AppError } from '#contract/problem.ts';
import type { Filter, IssueQuery, KeywordField, RatesQuery, Sort } from '#contract/query.ts';
import type { Aggregation, CompositeKey, Query, SearchBody, SortKey } from './dialect.ts';
import { toFilterQuery, toQuery } from './where.ts';

/** Values a terms aggregation may carry: above every vocabulary, under the server's own bound of 65,536 buckets. */
const MOST_VALUES = 65_000;
/** Buckets of the letter count that come with the first answer, and of each further page. */
export const FIRST_LETTERS = 1_000;
export const LETTERS_PAGE = 10_000;
/** Matching items up to which letters are counted one by one; above, the count is an estimate and says so. */
export const MOST_COUNTED = 50_000;

/**
 * One page of items with facets and the first page of the letter count. Filters on a field that is also a facet are
 * applied behind the facets (`post_filter`); each facet then takes every filter but its own.
 * Throws AppError `window-too-large` where the page ends behind `RESULT_WINDOW`.
 */
export function toSearchBody(query: IssueQuery): SearchBody {
  if (query.offset + query.limit > RESULT_WINDOW) {
    throw new AppError('window-too-large', `Only the first ${RESULT_WINDOW} results can be paged through; narrow the search.`);
  }
  const faceted = new Set<string>(query.facets);
  const before = query.filters.filter((filter) => !faceted.has(filter.field));
  const behind = query.filters.filter((filter) => faceted.has(filter.field));
  return {
    query: narrowed(query, before),
    ...(behind.length === 0 ? {} : { post_filter: conjunction(behind) }),
    from: query.offset,
    size: query.limit,
    sort: toSort(query.sort),
    track_total_hits: true,
    _source: false,
    docvalue_fields: ['itemId', 'letterId', 'number'],
    // The same question goes to the same copy of the index: scores differ a little from copy to copy, and pages must not.
    preference: toPreference(query),
    aggs: {
      letters: { filter: conjunction(behind), aggs: { page: letterPage(FIRST_LETTERS) } },
      ...Object.fromEntries(query.facets.map((field) => [facetName(field), facet(field, behind)])),
    },
  };
}

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
      letters: letterPage(FIRST_LETTERS),
      pairs: pairPage(query.by, FIRST_LETTERS),
      rows: { terms: { field: `keywords.${query.by}`, size: MOST_VALUES }, aggs: { decisions } },
    },
  };
}

/** What a letter count goes on with: which items, and by which field they are grouped (null: not at all). */
export interface LettersQuery extends Pick<IssueQuery, 'where' | 'filters'> {
  readonly by: KeywordField | null;
}

/** A further page of an exact letter count. */
export function toLettersPageBody(query: LettersQuery, after: CompositeKey): SearchBody {
  const page = query.by === null ? letterPage(LETTERS_PAGE, after) : pairPage(query.by, LETTERS_PAGE, after);
  return { query: narrowed(query, query.filters), size: 0, _source: false, track_total_hits: false, aggs: { page } };
}

/** The estimated letter count: of all items (`all`), and of each value (`rows`). */
export function toLettersEstimateBody(query: LettersQuery): SearchBody {
  // 40,000 is the most the server offers.
  const all: Aggregation = { cardinality: { field: 'letterId', precision_threshold: 40_000 } };
  return {
    query: narrowed(query, query.filters),
    size: 0,
    _source: false,
    track_total_hits: false,
    aggs:
      query.by === null
        ? { all }
        : {
            rows: {
              terms: { field: `keywords.${query.by}`, size: MOST_VALUES },
              aggs: { letters: { cardinality: { field: 'letterId', precision_threshold: 3_000 } } },
            },
          },
  };
}

/** One page of the files that could not be read, by file name. */
export function toUnreadableBody(offset: number, limit: number): SearchBody {
  if (offset + limit > RESULT_WINDOW) {
    throw new AppError('window-too-large', `Only the first ${RESULT_WINDOW} unreadable files can be paged through.`);
  }
  return {
    query: { match_all: {} },
    from: offset,
    size: limit,
    sort: [{ fileName: { order: 'asc' } }, { sha256: { order: 'asc' } }],
    track_total_hits: true,
    _source: true,
  };
}

/** Counts of all items. */
export function toItemStatsBody(): SearchBody {
  return { query: { match_all: {} }, size: 0, _source: false, track_total_hits: true, aggs: { decisions } };
}

/** Counts over the heads of all letters. */
export function toLetterStatsBody(): SearchBody {
  return {
    query: { match_all: {} },
    size: 0,
    _source: false,
    track_total_hits: true,
    aggs: {
      versions: { sum: { field: 'versionCount' } },
      from: { min: { field: 'decidedOn' } },
      to: { max: { field: 'decidedOn' } },
      messages: { terms: { field: 'messageCodes', size: 1_000 } },
    },
  };
}

const decisions: Aggregation = { terms: { field: 'keywords.decision', size: 10 } };

function facet(field: KeywordField, behind: readonly Filter[]): Aggregation {
  return {
    filter: conjunction(behind.filter((filter) => filter.field !== field)),
    aggs: { values: { terms: { field: `keywords.${field}`, size: MOST_VALUES } } },
  };
}

function letterPage(size: number, after?: CompositeKey): Aggregation {
  return { composite: { size, sources: [{ letterId: { terms: { field: 'letterId' } } }], ...(after === undefined ? {} : { after }) } };
}

function pairPage(by: KeywordField, size: number, after?: CompositeKey): Aggregation {
  return {
    composite: {
      size,
      sources: [{ value: { terms: { field: `keywords.${by}` } } }, { letterId: { terms: { field: 'letterId' } } }],
      ...(after === undefined ? {} : { after }),
    },
  };
}

function narrowed(query: Pick<IssueQuery, 'where'>, filters: readonly Filter[]): Query {
  const where = toQuery(query.where);
  return filters.length === 0 ? where : { bool: { must: [where], filter: filters.map(toFilterQuery) } };
}

function conjunction(filters: readonly Filter[]): Query {
  return filters.length === 0 ? { match_all: {} } : { bool: { filter: filters.map(toFilterQuery) } };
}

const TIES: SortKey[] = [{ letterId: { order: 'asc' } }, { number: { order: 'asc' } }];

function toSort(sort: Sort): SortKey[] {
  switch (sort) {
    case 'relevance':
      return [{ _score: { order: 'desc' } }, ...TIES];
    case 'newest':
      return [{ decidedOn: { order: 'desc', missing: '_last' } }, ...TIES];
    case 'oldest':
      return [{ decidedOn: { order: 'asc', missing: '_last' } }, ...TIES];
    case 'case':
      return [{ 'keywords.caseNumber': { order: 'asc' } }, ...TIES];
  }
}

/** A short name of the question without its page; a name may not start with `_`. */
function toPreference(query: IssueQuery): string {
  let hash = 0;
  for (const unit of JSON.stringify([query.where, query.filters])) hash = (Math.imul(hash, 31) + (unit.codePointAt(0) ?? 0)) | 0;
  return `q${hash >>> 0}`;
}
