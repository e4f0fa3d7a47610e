/** What stands behind a number: the search that a click on it opens, asked of the engine as any search is. */
import { expect } from 'vitest';
import type { OutcomeCounts } from '#contract/aggregate.ts';
import { type Narrowing, NarrowingSchema } from '#contract/api.ts';
import { RATE_OUTCOMES } from '#contract/fields.ts';
import { DECISIONS, type Decision } from '#contract/lists.ts';
import type { MetricResponse, Row } from '#contract/metrics.ts';
import type { Programme } from '#contract/programmes.ts';
import { type Filter, ITEM_SCOPE, type QueryNode } from '#contract/query.ts';
import { words } from '#mappings/text/words.ts';
import { readQuestion } from '../../server/domain/question/read-question.ts';
import type { LettersAt } from '../../server/search/port.ts';
import type { Drawn } from './drawn-requests.ts';
import { valuesOf } from './hand-counted.ts';

type Opened = Pick<OutcomeCounts, 'items' | 'letters' | 'decisions'>;

/** The items of a row, of the cohort that a narrowing is of. */
export async function openedBy(
  letters: LettersAt,
  { metric, programme }: Drawn,
  { added }: Pick<MetricResponse, 'added'>,
  { keys }: Row,
  narrowing: Partial<Narrowing>,
): Promise<Opened> {
  const filters = keys.flatMap(({ field, value }): Filter[] => (field === null ? [] : [{ field, values: [value] }]));
  const phrases = keys.flatMap(({ field, value }): QueryNode[] =>
    field === null ? [{ kind: 'phrase', words: words(value), fields: [...ITEM_SCOPE] }] : [],
  );
  // How much of all that was published is loaded has nothing to do with what a page is narrowed to.
  return metric === 'coverage'
    ? countedBehind(letters, {}, programme, filters)
    : countedBehind(letters, narrowing, programme, [...added, ...filters], phrases);
}

/** The items of a programme that a narrowing without its outcomes leaves, with more conditions. */
export async function countedBehind(
  letters: LettersAt,
  narrowing: Partial<Narrowing>,
  programme: Programme,
  more: readonly Filter[],
  besides: readonly QueryNode[] = [],
): Promise<Opened> {
  const { where, filters } = await readQuestion(letters, NarrowingSchema.parse(narrowing));
  const kept = filters.filter(({ field }) => !RATE_OUTCOMES.some((outcome) => outcome === field) && field !== 'programme');
  const found = await letters.search({
    where: { kind: 'and', children: [where, ...besides] },
    filters: [...kept, ...more, { field: 'programme', values: [programme] }],
    facets: ['decision'],
    sort: 'case',
    offset: 0,
    limit: 0,
  });
  const counts = new Map(found.facets[0]?.values.map(({ value, count }) => [value, count]));
  const decisions = Object.fromEntries(DECISIONS.map((decision) => [decision, counts.get(decision) ?? 0])) as Record<Decision, number>;
  return { items: found.total, letters: found.letters, decisions };
}

export function expectSameCounts({ items, letters, decisions }: Opened, opened: Opened, what: string): void {
  expect({ what, items, letters, decisions }).toEqual({ what, ...opened });
}

/** Rows by their values: each has others. */
export function expectDifferentRows(rows: readonly Row[]): void {
  const names = rows.map((row) => `${row.tags.includes('sum') ? row.keys.map(({ field }) => field).join() : ''}${valuesOf(row)}`);
  expect(new Set(names).size).toBe(names.length);
}
