/** Differences of two rates, held against statsmodels and against the published examples. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newcombe } from '../../../../server/domain/statistics/newcombe.ts';
import { counted } from './counted.ts';

/**
 * statsmodels 0.15.0: confint_proportions_2indep(..., method="newcomb", compare="diff"). All but the last row are the examples (a) to (h)
 * of table II in Newcombe 1998, which prints the same to four digits.
 */
it.each([
  [56, 70, 48, 80, 0.05243147240236498, 0.33387265403690614],
  [9, 10, 3, 10, 0.1705227239345029, 0.809017973535488],
  [6, 7, 2, 7, 0.05822792748231209, 0.8062496375242278],
  [5, 56, 0, 29, -0.038137147903536936, 0.19256001385511165],
  [0, 10, 0, 20, -0.1611251580528194, 0.27753279986288926],
  [0, 10, 0, 10, -0.27753279986288926, 0.27753279986288926],
  [10, 10, 0, 20, 0.6790860371419145, 1],
  [10, 10, 0, 10, 0.6075093504305241, 1],
  [130, 1000, 45, 500, 0.005660669424367368, 0.07134320029459415],
])('%i of %i less %i of %i lies between %d and %d', (n, of, other, ofOther, low, high) => {
  const difference = newcombe({ n, of }, { n: other, of: ofOther });
  expect(difference?.value).toBeCloseTo(n / of - other / ofOther, 12);
  expect(difference?.low).toBeCloseTo(low, 12);
  expect(difference?.high).toBeCloseTo(high, 12);
});

it('goes by the effective numbers of items', () => {
  const difference = newcombe({ n: 30, of: 200, effective: 137.5 }, { n: 12, of: 90, effective: 60.25 });
  // statsmodels 0.15.0, of 137.5 and 60.25 items with the same rates
  expect(difference?.low).toBeCloseTo(-0.10244333512551396, 12);
  expect(difference?.high).toBeCloseTo(0.11095016755193102, 12);
});

it('has no difference where one side has no items', () => {
  expect(newcombe({ n: 0, of: 0 }, { n: 3, of: 9 })).toBeNull();
  expect(newcombe({ n: 3, of: 9 }, { n: 0, of: 0 })).toBeNull();
});

it('turned about is the same with the other sign; it holds the difference, between -1 and 1', () => {
  fc.assert(
    fc.property(counted(), counted(), (a, b) => {
      const [one, other] = [newcombe(a, b), newcombe(b, a)];
      if (one === null || other === null) throw new Error('both have items');
      expect(one.value).toBeCloseTo(-other.value, 12);
      expect(one.low).toBeCloseTo(-other.high, 12);
      expect(one.high).toBeCloseTo(-other.low, 12);
      expect(one.low).toBeGreaterThanOrEqual(-1 - 1e-12);
      expect(one.low).toBeLessThanOrEqual(one.value);
      expect(one.high).toBeGreaterThanOrEqual(one.value);
      expect(one.high).toBeLessThanOrEqual(1 + 1e-12);
    }),
  );
});
