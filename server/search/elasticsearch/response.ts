/**
 * Elasticsearch's answers in our words. Pure. An answer whose counts the server itself does not call exact is refused:
 * AppError `inexact`.
 */
import type { estypes } from '@elastic/elasticsearch';
import { type Decision, DecisionSchema } from '#contract/lists.ts';
import { AppError } from '#contract/problem.ts';
import type { IssueQuery, IssueResults, LetterCount, OutcomeCounts, RatesResults } from '#contract/query.ts';
import type { CompositeKey } from './dialect.ts';
import { facetName } from './request.ts';

/** The parts of an answer that we read. */
export type SearchAnswer = Pick<estypes.SearchResponse, 'hits' | 'timed_out' | '_shards' | 'pit_id'> & {
  aggregations?: Record<string, unknown> | undefined;
  suggest?: Record<string, unknown> | undefined;
};

/** One page of a composite aggregation: its keys, and where the next page starts (null: there is none). */
export interface CompositePage {
  readonly keys: readonly Readonly<Record<string, string>>[];
  /** For each key whether it has items with a known decision; false where that was not asked. */
  readonly known: readonly boolean[];
  readonly after: CompositeKey | null;
}

interface Bucket {
  key: string;
  doc_count: number;
  decisions?: unknown;
  letters?: { value: number };
  known?: { doc_count: number; letters?: { value: number } };
}

/** The page of items, totals and facets of a search; the letters are counted apart (see `count-letters.ts`). */
export function fromSearchAnswer(query: IssueQuery, answer: SearchAnswer): Omit<IssueResults, 'letters'> {
  return {
    total: totalOf(answer),
    hits: fromHits(answer),
    facets: query.facets.map((field) => ({
      field,
      values: bucketsOf(inside(aggregation(answer, facetName(field)), 'values'), `facet ${field}`)
        .map((bucket) => ({ value: bucket.key, count: bucket.doc_count }))
        .sort((a, b) => b.count - a.count || byCodeUnits(a.value, b.value)),
    })),
  };
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
  if (answer.timed_out || answer._shards.failed > 0) throw inexact('a part of the index did not answer');
  const { buckets } = aggregation(answer, 'trees') as { buckets: { doc_count: number }[] };
  return buckets.map((bucket) => bucket.doc_count);
}

/** The words that all suggesters of an answer offer; some may come several times. */
export function fromSuggestions(answer: SearchAnswer): string[] {
  const entries = Object.values(answer.suggest ?? {}).flat() as { options: { text: string }[] }[];
  return entries.flatMap(({ options }) => options.map(({ text }) => text));
}

/** Letters of a group: all, and those with a known decision. */
export type GroupLetters = Pick<OutcomeCounts, 'letters' | 'knownLetters'>;

/** Letters found by a count: of all items, and for each value. */
export interface RatesLetters {
  readonly total: GroupLetters;
  readonly of: (value: string) => GroupLetters;
}

/** The outcomes of a rates question, with the letters that were counted for it. */
export function fromRatesAnswer(answer: SearchAnswer, letters: RatesLetters): RatesResults {
  return {
    total: outcomes(totalOf(answer), aggregation(answer, 'decisions'), letters.total),
    rows: bucketsOf(aggregation(answer, 'rows'), 'rates')
      .map((bucket) => ({ value: bucket.key, ...outcomes(bucket.doc_count, bucket.decisions, letters.of(bucket.key)) }))
      .sort((a, b) => b.items - a.items || byCodeUnits(a.value, b.value)),
  };
}

/** How many items match, exactly. */
export function totalOf(answer: SearchAnswer): number {
  if (answer.timed_out || answer._shards.failed > 0) throw inexact('a part of the index did not answer');
  const total = answer.hits.total;
  if (total === undefined) throw inexact('the answer has no total');
  if (typeof total === 'number') return total;
  if (total.relation !== 'eq') throw inexact(`the total is only known to be ${total.value} or more`);
  return total.value;
}

/** A page of the letter count; `name` is the path to the aggregation. A page that is not full is the last. */
export function fromCompositePage(answer: SearchAnswer, name: readonly string[], size: number): CompositePage {
  const [first, ...rest] = name;
  let found = aggregation(answer, first ?? '');
  for (const part of rest) found = inside(found, part);
  const page = found as { buckets: { key: Record<string, string>; known?: { doc_count: number } }[]; after_key?: CompositeKey };
  const known = page.buckets.map((bucket) => (bucket.known?.doc_count ?? 0) > 0);
  return { keys: page.buckets.map((bucket) => bucket.key), known, after: page.buckets.length < size ? null : (page.after_key ?? null) };
}

/** The estimated letters of all items. */
export function fromLettersEstimate(answer: SearchAnswer): GroupLetters {
  return estimated((answer.aggregations ?? {}) as Pick<Bucket, 'letters' | 'known'>);
}

/** The estimated letters of each value. */
export function fromRowLettersEstimate(answer: SearchAnswer): Map<string, GroupLetters> {
  const rows = bucketsOf(aggregation(answer, 'rows'), 'letters of each value');
  return new Map(rows.map((bucket) => [bucket.key, estimated(bucket)]));
}

function estimated({ letters, known }: Pick<Bucket, 'letters' | 'known'>): GroupLetters {
  const about = (count: number | undefined): LetterCount => ({ count: count ?? 0, exact: false });
  return { letters: about(letters?.value), knownLetters: about(known?.letters?.value) };
}

/** Decisions of a terms aggregation, those without items included as 0. */
function decisionCounts(terms: unknown): Record<Decision, number> {
  const counts = new Map(bucketsOf(terms, 'decisions').map((bucket) => [bucket.key, bucket.doc_count]));
  return Object.fromEntries(DecisionSchema.options.map((decision) => [decision, counts.get(decision) ?? 0])) as Record<Decision, number>;
}

/** An aggregation of the answer; its absence is a bug. */
function aggregation(answer: SearchAnswer, name: string): unknown {
  return inside(answer.aggregations, name);
}

function outcomes(items: number, decisions: unknown, letters: GroupLetters): OutcomeCounts {
  return { items, ...letters, decisions: decisionCounts(decisions) };
}

function bucketsOf(terms: unknown, what: string): Bucket[] {
  const answer = terms as { buckets: Bucket[]; sum_other_doc_count?: number; doc_count_error_upper_bound?: number };
  if ((answer.sum_other_doc_count ?? 0) > 0) throw inexact(`${what}: there are more values than an answer can carry`);
  if ((answer.doc_count_error_upper_bound ?? 0) > 0) throw inexact(`${what}: the counts are only estimates`);
  return answer.buckets;
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

/** The order of JavaScript strings, which is that of the other engine and of the tests' oracle. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
