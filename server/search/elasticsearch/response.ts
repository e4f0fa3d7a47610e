/**
 * Elasticsearch's answers in our words. Pure. An answer whose counts the server itself does not call exact is refused:
 * AppError `inexact`.
 */
import type { estypes } from '@elastic/elasticsearch';
import type { KeywordField } from '#contract/fields.ts';
import { AppError } from '#contract/problem.ts';
import type { IssueResults, LetterCount } from '#contract/query.ts';
import { byCodeUnits } from '#mappings/text/code-units.ts';
import type { SearchBody } from './dialect.ts';
import { facetName } from './request.ts';

/** The parts of an answer that we read. */
export type SearchAnswer = Pick<estypes.SearchResponse, 'hits' | 'timed_out' | '_shards' | 'pit_id'> & {
  aggregations?: Record<string, unknown> | undefined;
  suggest?: Record<string, unknown> | undefined;
};

interface Terms {
  buckets: { key: string; doc_count: number }[];
  sum_other_doc_count?: number;
  doc_count_error_upper_bound?: number;
}

/** Sends a search to the items. */
export type Ask = (body: SearchBody) => Promise<SearchAnswer>;

/** The values of a facet, most frequent first, then by value. */
export type FacetValues = IssueResults['facets'][number]['values'];

/** The values of a facet; null where there are more than came with the answer. */
export function fromFacet(answer: SearchAnswer, field: KeywordField): FacetValues | null {
  const {
    buckets,
    sum_other_doc_count: others = 0,
    doc_count_error_upper_bound: error = 0,
  } = inside(aggregation(answer, facetName(field)), 'values') as Terms;
  return others > 0 || error > 0 ? null : inFacetOrder(buckets.map(({ key, doc_count: count }) => ({ value: key, count })));
}

export function inFacetOrder(values: FacetValues): FacetValues {
  return values.toSorted((a, b) => b.count - a.count || byCodeUnits(a.value, b.value));
}

/** The items of an answer, in order. */
export function fromHits(answer: SearchAnswer): IssueResults['hits'] {
  return answer.hits.hits.map((hit) => ({
    itemId: only<string>(hit, 'itemId'),
    letterId: only<string>(hit, 'letterId'),
    number: only<number>(hit, 'itemNumber'),
    score: hit._score ?? 0,
  }));
}

/** The counts of a `filters` aggregation named `trees`, in order. */
export function fromCountsAnswer(answer: SearchAnswer): number[] {
  assertWhole(answer);
  const { buckets } = aggregation(answer, 'trees') as { buckets: { doc_count: number }[] };
  return buckets.map((bucket) => bucket.doc_count);
}

/** The words that all suggesters of an answer offer; some may come several times. */
export function fromSuggestions(answer: SearchAnswer): string[] {
  const entries = Object.values(answer.suggest ?? {}).flat() as { options: { text: string }[] }[];
  return entries.flatMap(({ options }) => options.map(({ text }) => text));
}

/** Throws AppError `inexact` for an answer in which a part of the index is missing. */
export function assertWhole({ timed_out, _shards }: SearchAnswer): void {
  if (timed_out || _shards.failed > 0) throw inexact('a part of the index did not answer');
}

/** How many items match, exactly. */
export function totalOf(answer: SearchAnswer): number {
  assertWhole(answer);
  const total = answer.hits.total;
  if (total === undefined) throw inexact('the answer has no total');
  if (typeof total === 'number') return total;
  if (total.relation !== 'eq') throw inexact(`the total is only known to be ${total.value} or more`);
  return total.value;
}

/** The letters of a search; null where there are more than are counted one by one. */
export function fromLetters(answer: SearchAnswer): LetterCount | null {
  const { first, each, count } = aggregation(answer, 'letters') as {
    first?: { doc_count: number };
    each?: { sum_other_doc_count: number };
    count?: { count: number };
  };
  if (first !== undefined) return { count: first.doc_count, exact: true };
  return each === undefined || count === undefined || each.sum_other_doc_count > 0 ? null : { count: count.count, exact: true };
}

/** The server's estimate of them. */
export function fromEstimate(answer: SearchAnswer): LetterCount {
  return { count: (aggregation(answer, 'letters') as { value: number }).value, exact: false };
}

/** An aggregation of the answer; its absence is a bug. */
export function aggregation(answer: SearchAnswer, name: string): unknown {
  return inside(answer.aggregations, name);
}

function inside(value: unknown, name: string): unknown {
  const found = (value as Record<string, unknown> | undefined)?.[name];
  if (found === undefined) throw new Error(`the answer has no aggregation ${name}`);
  return found;
}

function only<T>(hit: estypes.SearchHit, field: string): T {
  const [value] = (hit.fields?.[field] ?? []) as T[];
  if (value === undefined) throw new Error(`a hit has no ${field}`);
  return value;
}

function inexact(detail: string): AppError {
  return new AppError('inexact', `Elasticsearch did not count exactly: ${detail}.`);
}
