/** Elasticsearch's answers, written down by hand as a server gives them, and what is made of them. */
import { describe, expect, it } from 'vitest';
import type { IssueQuery } from '#contract/query.ts';
import { countLetters, countRowLetters } from '../../../../server/search/elasticsearch/count-letters.ts';
import {
  fromCompositePage,
  fromRatesAnswer,
  fromSearchAnswer,
  type SearchAnswer,
  totalOf,
} from '../../../../server/search/elasticsearch/response.ts';

const QUERY: IssueQuery = { where: { kind: 'all' }, filters: [], facets: ['service'], sort: 'relevance', offset: 0, limit: 20 };
const bucket = (key: string, count: number, more: object = {}) => ({ key, doc_count: count, ...more });
const terms = (buckets: object[], others = 0, error = 0) => ({
  buckets,
  sum_other_doc_count: others,
  doc_count_error_upper_bound: error,
});
const group = (letters: number, knownLetters: number, exact = true) => ({
  letters: { count: letters, exact },
  knownLetters: { count: knownLetters, exact },
});

describe('an answer to a search', () => {
  it('gives ids, scores and totals', () => {
    const answer = answered(2, {}, [hit('dwc:A', 2, 1.5), hit('dwc:B', 1, null)]);
    expect(fromSearchAnswer({ ...QUERY, facets: [] }, answer)).toEqual({
      total: 2,
      hits: [
        { itemId: 'dwc:A#2', letterId: 'dwc:A', number: 2, score: 1.5 },
        { itemId: 'dwc:B#1', letterId: 'dwc:B', number: 1, score: 0 },
      ],
      facets: [],
    });
  });

  it('orders the values of a facet by count, then by code units', () => {
    const values = terms([bucket('b', 2), bucket('a', 2), bucket('Z', 2), bucket('c', 5)]);
    const { facets } = fromSearchAnswer(QUERY, answered(9, { 'facet.service': { doc_count: 9, values } }));
    expect(facets[0]?.values.map(({ value }) => value)).toEqual(['c', 'Z', 'a', 'b']);
  });

  it.each([
    ['values that were left out', terms([bucket('a', 1)], 3)],
    ['an error bound', terms([bucket('a', 1)], 0, 1)],
  ])('refuses counts with %s', (_, values) => {
    const answer = answered(9, { 'facet.service': { doc_count: 9, values } });
    expect(() => fromSearchAnswer(QUERY, answer)).toThrow(expect.objectContaining({ code: 'inexact' }) as Error);
  });

  it.each([
    ['a total that is only a bound', { hits: { hits: [], total: { value: 10_000, relation: 'gte' as const } } }],
    ['a part of the index that failed', { _shards: { total: 2, successful: 1, failed: 1 } }],
    ['a search that ran out of time', { timed_out: true }],
  ])('refuses %s', (_, change) => {
    expect(() => totalOf({ ...answered(1), ...change })).toThrow(expect.objectContaining({ code: 'inexact' }) as Error);
  });
});

describe('an answer to a question for rates', () => {
  it('has the four decisions in every row, rows by items and then by value', () => {
    const rows = terms([
      bucket('b', 1, { decisions: terms([bucket('upheld', 1)]) }),
      bucket('a', 1, { decisions: terms([bucket('overturned', 1)]) }),
    ]);
    const answer = answered(3, { decisions: terms([bucket('upheld', 2), bucket('overturned', 1)]), rows });
    const no = { upheld: 0, overturned: 0, overturned_in_part: 0, undetermined: 0 };
    expect(fromRatesAnswer(answer, { total: group(2, 1), of: () => group(0, 0) })).toEqual({
      total: { items: 3, ...group(2, 1), decisions: { ...no, upheld: 2, overturned: 1 } },
      rows: [
        { value: 'a', items: 1, ...group(0, 0), decisions: { ...no, overturned: 1 } },
        { value: 'b', items: 1, ...group(0, 0), decisions: { ...no, upheld: 1 } },
      ],
    });
  });
});

describe('a count of letters', () => {
  const query = { where: QUERY.where, filters: [], by: 'service' as const, known: true };
  const full = {
    buckets: [
      { key: { value: 'x', letterId: 'A' }, known: { doc_count: 2 } },
      { key: { value: 'x', letterId: 'B' }, known: { doc_count: 0 } },
    ],
    after_key: { letterId: 'B' },
  };
  const first = fromCompositePage(answered(0, { pairs: full }), ['pairs'], 2);
  const last = answered(0, { page: { buckets: [{ key: { value: 'y', letterId: 'A' }, known: { doc_count: 1 } }] } });

  it('ends with a page that is not full', () => {
    expect(first.after).toEqual({ letterId: 'B' });
    expect(fromCompositePage(answered(0, { pairs: full }), ['pairs'], 3).after).toBeNull();
  });

  it('goes on from the first page until the last, and is exact', async () => {
    expect(await countLetters(async () => last, query, first, 3)).toEqual(group(3, 2));
    const of = await countRowLetters(async () => last, query, first, 3);
    expect([of('x'), of('y'), of('z')]).toEqual([group(2, 1), group(1, 1), group(0, 0)]);
  });

  it('is an estimate, and says so, where too many items match', async () => {
    expect(
      await countLetters(
        async () => answered(0, { letters: { value: 61_234 }, known: { doc_count: 70_000, letters: { value: 60_001 } } }),
        query,
        first,
        90_000,
      ),
    ).toEqual(group(61_234, 60_001, false));
    const rows = terms([bucket('x', 80_000, { letters: { value: 40_321 }, known: { doc_count: 50_000, letters: { value: 40_300 } } })]);
    expect((await countRowLetters(async () => answered(0, { rows }), query, first, 90_000))('x')).toEqual(group(40_321, 40_300, false));
  });
});

function hit(letterId: string, number: number, score: number | null) {
  return { _index: 'imr-items', _score: score, fields: { itemId: [`${letterId}#${number}`], letterId: [letterId], itemNumber: [number] } };
}

function answered(total: number, aggregations: Record<string, unknown> = {}, hits: ReturnType<typeof hit>[] = []): SearchAnswer {
  return {
    timed_out: false,
    _shards: { total: 1, successful: 1, failed: 0 },
    hits: { total: { value: total, relation: 'eq' }, hits },
    aggregations,
  };
}
