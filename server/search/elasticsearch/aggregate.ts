/**
 * `aggregate` by composite aggregations, which are exact on any number of shards and go on page by page. Letters are counted
 *
 * - by the first items of their letters, where the question holds for whole letters and at most one group is read of each item: exactly, at any size;
 * - else one by one, up to `mostCounted` items in all cells together: exactly;
 * - else by the server's estimate, and said to be "about": its hashes collide.
 *
 * They are never counted by paging through all letters.
 */
import { type AggregateQuery, type AggregateResults, type Cell, type Group, MOST_CELLS, type OutcomeCounts } from '#contract/aggregate.ts';
import { type KeywordField, NOT_STATED } from '#contract/fields.ts';
import { DAY_PAIRS } from '#contract/letter-dates.ts';
import { DecisionSchema } from '#contract/list-schemas.ts';
import type { Decision } from '#contract/lists.ts';
import type { LetterCount } from '#contract/query.ts';
import { daysPath, firstsPath, keywordPath, LETTER_FIRST } from '#mappings/elasticsearch.ts';
import { isOfLetter, KEYWORD_FIELDS } from '#mappings/fields.ts';
import { filtersOf, inOrder, tooManyCells } from '../cells.ts';
import { type Asked, type Bucket, collect, type Source } from './collect.ts';
import type { Aggregation, Query } from './dialect.ts';
import { FIRSTS, type First, holdsForLetters, isOfLetterFilter } from './letter-firsts.ts';
import { narrowed } from './request.ts';
import type { Ask } from './response.ts';

/** Cells of one page where an estimate is made in each: some kilobytes of memory in the server. */
const ESTIMATED = 1_000;
/** Up to how many letters an estimate is near exact. */
const PRECISION = 3_000;

export async function aggregate(ask: Ask, question: AggregateQuery, mostCounted: number): Promise<AggregateResults> {
  const filters = filtersOf(question);
  const query = narrowed(question, filters);
  const groups = question.by.map(sourceOf);
  const byFirsts = holdsForLetters(question.where) && filters.every(isOfLetterFilter) ? askFirsts(question.by) : null;
  const counted = await collect(ask, query, {
    total: outcomesBy([]),
    ...(groups.length > 0 ? { cells: outcomesBy(groups) } : {}),
    ...byFirsts,
  });
  const total = outcomesIn(counted['total'] ?? [], 0).get(ALL) ?? NOTHING;
  const cells = outcomesIn(counted['cells'] ?? [], groups.length);
  if (cells.size > MOST_CELLS) throw tooManyCells();
  const counting = Math.max(
    total.items,
    [...cells.values()].reduce((items, cell) => items + cell.items, 0),
  );
  const letters =
    byFirsts === null ? await lettersOf(ask, query, groups, counting <= mostCounted) : lettersByFirsts(counted, groups.length);
  const counts = [...cells].map(([name, outcomes]): Cell => ({ keys: JSON.parse(name) as string[], ...outcomes, ...letters(name) }));
  return { total: { ...total, ...letters(ALL) }, cells: inOrder(counts) };
}

type Outcomes = Omit<OutcomeCounts, 'letters' | 'knownLetters'>;
type Letters = Pick<OutcomeCounts, 'letters' | 'knownLetters'>;

/** More buckets than all allowed cells have with their decisions are not asked for. */
const MOST_BUCKETS = (MOST_CELLS + 1) * DecisionSchema.options.length;

/** The name of a cell: its keys. That of all items has none. */
const nameOf = (keys: readonly unknown[]): string => JSON.stringify(keys.map((key) => (key === null ? NOT_STATED : String(key))));
const ALL = nameOf([]);
const NOTHING: Outcomes = { items: 0, decisions: { upheld: 0, overturned: 0, overturned_in_part: 0, undetermined: 0 }, knownInLetters: 0 };

function sourceOf(group: Group): Source {
  return isPair(group) ? { field: daysPath(group), missing: true } : { field: keywordPath(group) };
}

function isPair(group: Group): group is Exclude<Group, KeywordField> {
  return DAY_PAIRS.some(({ pair }) => pair === group);
}

const sum: Aggregation = { sum: { field: 'knownInLetter' } };
const known: Aggregation = { filter: { bool: { must_not: [{ terms: { [keywordPath('decision')]: ['undetermined'] } }] } } };
const estimate: Aggregation = { cardinality: { field: 'letterId', precision_threshold: PRECISION } };

function outcomesBy(groups: readonly Source[]): Asked {
  return { sources: [...groups, { field: keywordPath('decision') }], aggs: { sum }, most: MOST_BUCKETS };
}

/** Cells by name, from buckets of their keys and a decision. */
function outcomesIn(buckets: readonly Bucket[], groups: number): Map<string, Outcomes> {
  const cells = new Map<string, { items: number; decisions: Record<Decision, number>; knownInLetters: number }>();
  for (const { keys, doc_count: items, sum: knownInLetters } of buckets) {
    const name = nameOf(keys.slice(0, groups));
    const cell = cells.get(name) ?? structuredClone(NOTHING);
    const decision = DecisionSchema.parse(keys[groups]);
    cell.items += items;
    cell.decisions[decision] += items;
    if (decision !== 'undetermined') cell.knownInLetters += knownInLetters?.value ?? 0;
    cells.set(name, cell);
  }
  return cells;
}

/** What counts the letters of all items and of each cell by their first items; null where two groups are read of each item. */
function askFirsts(by: readonly Group[]): Record<string, Asked> | null {
  const ofItems = by.filter((group) => !isPair(group) && !isOfLetter(KEYWORD_FIELDS[group]));
  if (ofItems.length > 1) return null;
  const asked = (first: First): Asked => ({
    sources: by.map((group) => (ofItems.includes(group) ? { field: firstsPath(first, group as KeywordField) } : sourceOf(group))),
    aggs: {},
    most: MOST_BUCKETS,
  });
  const letters = { sources: [{ field: LETTER_FIRST }], aggs: {} };
  if (by.length === 0) return { letters };
  if (ofItems.length > 0) return { letters, any: asked('any'), known: asked('known') };
  return { letters, firsts: { sources: [{ field: LETTER_FIRST }, ...by.map(sourceOf)], aggs: {}, most: MOST_BUCKETS } };
}

function lettersByFirsts(counted: Readonly<Record<string, readonly Bucket[]>>, groups: number): (name: string) => Letters {
  const counts = { any: new Map<string, number>(), known: new Map<string, number>() };
  for (const { keys, doc_count: letters } of [...(counted['letters'] ?? []), ...(counted['firsts'] ?? [])]) {
    counts[keys[0] as First].set(nameOf(keys.slice(1)), letters);
  }
  if (groups > 0)
    for (const first of FIRSTS) for (const { keys, doc_count: letters } of counted[first] ?? []) counts[first].set(nameOf(keys), letters);
  const exactly = (first: First, name: string): LetterCount => ({ count: counts[first].get(name) ?? 0, exact: true });
  return (name) => ({ letters: exactly('any', name), knownLetters: exactly('known', name) });
}

/** The letters of any question: one by one where few items match, estimated where many do. */
async function lettersOf(ask: Ask, query: Query, groups: readonly Source[], exact: boolean): Promise<(name: string) => Letters> {
  const found = new Map<string, { all: number; known: number }>();
  const all: Source = { field: keywordPath('programme') };
  const asked = (sources: readonly Source[]): Asked =>
    exact
      ? { sources: [...sources, { field: 'letterId' }], aggs: { known } }
      : { sources, aggs: { letters: estimate, known: { ...known, aggs: { letters: estimate } } }, size: ESTIMATED };
  const counted = await collect(ask, query, { all: asked([all]), ...(groups.length > 0 ? { cells: asked(groups) } : {}) });
  const add = (buckets: readonly Bucket[] | undefined, nameIn: (keys: readonly unknown[]) => string): void => {
    for (const bucket of buckets ?? []) {
      const name = nameIn(exact ? bucket.keys.slice(0, -1) : bucket.keys);
      const cell = found.get(name) ?? { all: 0, known: 0 };
      cell.all += exact ? 1 : (bucket.letters?.value ?? 0);
      cell.known += exact ? Math.min(1, bucket.known?.doc_count ?? 0) : (bucket.known?.letters?.value ?? 0);
      found.set(name, cell);
    }
  };
  add(counted['all'], () => ALL);
  add(counted['cells'], nameOf);
  return (name) => {
    const { all: count = 0, known: ofKnown = 0 } = found.get(name) ?? {};
    return { letters: { count, exact }, knownLetters: { count: ofKnown, exact } };
  };
}
