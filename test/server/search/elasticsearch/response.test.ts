/** Elasticsearch's answers, written down by hand as a server gives them, and what is made of them. */
import { describe, expect, it } from 'vitest';
import {
  fromEstimate,
  fromFacet,
  fromHits,
  fromLetters,
  type SearchAnswer,
  totalOf,
} from '../../../../server/search/elasticsearch/response.ts';

const bucket = (key: string, count: number, more: object = {}) => ({ key, doc_count: count, ...more });
const terms = (buckets: object[], others = 0, error = 0) => ({
  buckets,
  sum_other_doc_count: others,
  doc_count_error_upper_bound: error,
});
describe('an answer to a search', () => {
  it('gives ids and scores', () => {
    expect(fromHits(answered(2, {}, [hit('dwc:A', 2, 1.5), hit('dwc:B', 1, null)]))).toEqual([
      { itemId: 'dwc:A#2', letterId: 'dwc:A', number: 2, score: 1.5 },
      { itemId: 'dwc:B#1', letterId: 'dwc:B', number: 1, score: 0 },
    ]);
  });

  it('orders the values of a facet by count, then by code units', () => {
    const values = terms([bucket('b', 2), bucket('a', 2), bucket('Z', 2), bucket('c', 5)]);
    const facet = fromFacet(answered(9, { 'facet.service': { doc_count: 9, values } }), 'service');
    expect(facet?.map(({ value }) => value)).toEqual(['c', 'Z', 'a', 'b']);
  });

  it.each([
    ['values that were left out', terms([bucket('a', 1)], 3)],
    ['an error bound', terms([bucket('a', 1)], 0, 1)],
  ])('does not take a facet with %s for whole', (_, values) => {
    expect(fromFacet(answered(9, { 'facet.service': { doc_count: 9, values } }), 'service')).toBeNull();
  });

  it.each([
    ['a total that is only a bound', { hits: { hits: [], total: { value: 10_000, relation: 'gte' as const } } }],
    ['a part of the index that failed', { _shards: { total: 2, successful: 1, failed: 1 } }],
    ['a search that ran out of time', { timed_out: true }],
  ])('refuses %s', (_, change) => {
    expect(() => totalOf({ ...answered(1), ...change })).toThrow(expect.objectContaining({ code: 'inexact' }) as Error);
  });
});

describe('the letters of a search', () => {
  const each = (others: number) => ({ each: { sum_other_doc_count: others }, count: { count: 3 } });

  it('are those counted, where none is left', () => {
    expect(fromLetters(answered(5, { letters: { first: { doc_count: 4 } } }))).toEqual({ count: 4, exact: true });
    expect(fromLetters(answered(5, { letters: each(0) }))).toEqual({ count: 3, exact: true });
    expect(fromLetters(answered(5, { letters: each(1) }))).toBeNull();
  });

  it('are said to be estimated where they are', () => {
    expect(fromEstimate(answered(0, { letters: { value: 61_234 } }))).toEqual({ count: 61_234, exact: false });
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
