/** The measures of relevance against figures reckoned by hand. */
import { describe, expect, it } from 'vitest';
import { mean, measure, pairedBootstrap } from '../../scripts/relevance/measures.ts';
import { seeded } from '../fixtures/seeded-random.ts';

const GRADES = new Map([
  ['a', 3],
  ['b', 2],
  ['c', 1],
]);

describe('the measures of one query', () => {
  it('gives 1 for the ideal order', () => {
    expect(measure(GRADES, ['a', 'b', 'c'])).toEqual({ ndcg10: 1, mrr: 1, p5: 0.4, recall50: 1 });
  });

  it('discounts by rank, and finds the first good one', () => {
    // Gains 2^1-1 at rank 1, 2^3-1 at rank 3; the ideal is 7 + 3/log2(3) + 1/2.
    const { ndcg10, mrr, p5, recall50 } = measure(GRADES, ['c', 'x', 'a']);
    expect(ndcg10).toBeCloseTo((1 + 7 / 2) / (7 + 3 / Math.log2(3) + 1 / 2), 10);
    expect({ mrr, p5, recall50 }).toEqual({ mrr: 1 / 3, p5: 0.2, recall50: 0.5 });
  });

  it('counts a result once, and gives 0 for none', () => {
    expect(measure(GRADES, ['a', 'a', 'b', 'c'])).toEqual(measure(GRADES, ['a', 'b', 'c']));
    expect(measure(GRADES, [])).toEqual({ ndcg10: 0, mrr: 0, p5: 0, recall50: 0 });
    expect(measure(new Map(), ['a'])).toEqual({ ndcg10: 0, mrr: 0, p5: 0, recall50: 0 });
  });

  it('looks at ten for nDCG and at fifty for recall', () => {
    const behind = [...Array.from({ length: 10 }, (_, index) => `x${index}`), 'a', 'b', 'c'];
    expect(measure(GRADES, behind)).toMatchObject({ ndcg10: 0, recall50: 1, mrr: 1 / 11 });
  });

  it('averages', () => {
    const one = measure(GRADES, ['a', 'b', 'c']);
    const none = measure(GRADES, []);
    expect(mean([one, none])).toEqual({ ndcg10: 0.5, mrr: 0.5, p5: 0.2, recall50: 0.5 });
    expect(mean([])).toEqual(none);
  });
});

describe('the paired bootstrap', () => {
  const run = (values: readonly number[]) => new Map(values.map((value, index) => [`q${index}`, value]));
  const random = () => {
    const source = seeded(7);
    return () => source.below(2 ** 30) / 2 ** 30;
  };

  it('finds no difference between a run and itself', () => {
    expect(pairedBootstrap(run([0.1, 0.9]), run([0.1, 0.9]), random())).toEqual({ difference: 0, low: 0, high: 0, queries: 2 });
  });

  it('gives a gain of every query as a sure one, and a mixed one as unsure', () => {
    const sure = pairedBootstrap(run([0.6, 0.7, 0.8, 0.9]), run([0.5, 0.6, 0.7, 0.8]), random());
    expect(sure.low).toBeGreaterThan(0);
    const mixed = pairedBootstrap(run([0.9, 0.1, 0.8, 0.2]), run([0.1, 0.9, 0.2, 0.8]), random());
    expect(mixed.low).toBeLessThan(0);
    expect(mixed.high).toBeGreaterThan(0);
  });

  it('compares only queries that both runs have', () => {
    expect(pairedBootstrap(run([0.5]), run([0.5, 0.9]), random()).queries).toBe(1);
  });
});
