/** Limits of a funnel plot, held against scipy's binomial distribution and against what an exact limit means. */
import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { funnelLimits } from '../../../../server/domain/statistics/funnel-limits.ts';

/**
 * scipy 1.17.1: with r = binom.ppf(p, n, rate), (r - (binom.cdf(r, n, rate) - p) / binom.pmf(r, n, rate)) / n, at least 0, for p = 0.025 and 0.001;
 * the upper limits as 1 less the same of the rate 1 - rate.
 */
describe('the limits are those of scipy', () => {
  it.each([
    [0.13, 10, 0, 0.42424152808411475, 0, 0.5921338831566406],
    [0.13, 57, 0.03956019706610021, 0.2323936923180956, 0.003710898501015111, 0.2938155491305269],
    [0.13, 1000, 0.10901834282693464, 0.1517007324693388, 0.09771158814065113, 0.16440458744038056],
    [0.3, 25, 0.10642418381871532, 0.5087510507536901, 0.02410516261379281, 0.6235008342866161],
    [0.6, 5, 0.03843749999999997, 1, 0, 1],
    [0.6, 240, 0.535473638924519, 0.6637118377253233, 0.499181267816427, 0.6985156935380081],
    [0.5, 100, 0.396824041726007, 0.6031759582739931, 0.34121588372250117, 0.6587841162774988],
    [0.02, 400, 0.006067353598769887, 0.03616983779446259, 0.0006837742223847257, 0.046205256625798],
    [0.146, 20_000, 0.14109815605443624, 0.15093554156982902, 0.13830991065123252, 0.15379096278561522],
    [0.09, 1_000_000, 0.08943898283863672, 0.0905617943296656, 0.08911630097361913, 0.09088603494851766],
  ])('around %d for %i items', (rate, size, low95, high95, low998, high998) => {
    const { within95, within998 } = funnelLimits(rate, size);
    expect(within95.low).toBeCloseTo(low95, 10);
    expect(within95.high).toBeCloseTo(high95, 10);
    expect(within998.low).toBeCloseTo(low998, 10);
    expect(within998.high).toBeCloseTo(high998, 10);
  });
});

it('go by whole items, at least one', () => {
  expect(funnelLimits(0.2, 56.6)).toEqual(funnelLimits(0.2, 57));
  expect(funnelLimits(0.2, 0.3)).toEqual(funnelLimits(0.2, 1));
});

it('hold none, and nothing else, where none are overturned anywhere; all where all are', () => {
  const [none, all] = [funnelLimits(0, 40), funnelLimits(1, 40)];
  for (const pair of ['within95', 'within998'] as const) {
    expect(none[pair].low).toBe(0);
    expect(none[pair].high).toBeLessThan(1 / 40);
    expect(all[pair].low).toBeGreaterThan(39 / 40);
    expect(all[pair].high).toBe(1);
  }
});

const rate = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const size = fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 1_000_000 }));

it('lie around the rate, the 99.8% outside of the 95% ones', () => {
  fc.assert(
    fc.property(rate, size, (common, items) => {
      const { within95, within998 } = funnelLimits(common, items);
      const inOrder = [0, within998.low, within95.low, common, within95.high, within998.high, 1];
      expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
    }),
  );
});

it('only narrow with size', () => {
  fc.assert(
    fc.property(rate, size, fc.integer({ min: 1, max: 500 }), (common, items, more) => {
      const [few, many] = [funnelLimits(common, items), funnelLimits(common, items + more)];
      for (const pair of ['within95', 'within998'] as const) {
        expect(many[pair].low).toBeGreaterThanOrEqual(few[pair].low - 1e-11);
        expect(many[pair].high).toBeLessThanOrEqual(few[pair].high + 1e-11);
      }
    }),
  );
});

it('are the same from the other side for the items that are not overturned', () => {
  fc.assert(
    fc.property(rate, size, (common, items) => {
      const [one, other] = [funnelLimits(common, items), funnelLimits(1 - common, items)];
      expect(one.within95.low).toBeCloseTo(1 - other.within95.high, 9);
      expect(one.within998.high).toBeCloseTo(1 - other.within998.low, 9);
    }),
  );
});

it('leave outside exactly the counts whose own tail is less likely than 2.5%, or 0.1%', () => {
  fc.assert(
    fc.property(rate, fc.integer({ min: 1, max: 60 }), (common, items) => {
      const limits = funnelLimits(common, items);
      for (let count = 0; count <= items; count += 1) {
        const upTo = binomialCdf(count, items, common);
        const from = binomialCdf(items - count, items, 1 - common);
        for (const [{ low, high }, p] of [
          [limits.within95, 0.025],
          [limits.within998, 0.001],
        ] as const) {
          if (Math.abs(upTo - p) > 1e-9) expect(count / items < low - 1e-12).toBe(upTo < p);
          if (Math.abs(from - p) > 1e-9) expect(count / items > high + 1e-12).toBe(from < p);
        }
      }
    }),
  );
});
