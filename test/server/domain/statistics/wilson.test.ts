/** Intervals of rates, held against other tools' and against what must hold of any interval. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wilson, Z_95 } from '../../../../server/domain/statistics/wilson.ts';
import { counted } from './counted.ts';

it('reaches as far to either side as 95% of a normal distribution', () => {
  expect(Z_95).toBeCloseTo(1.959963984540054, 14); // scipy 1.17.1, norm.ppf(0.975)
});

/** statsmodels 0.15.0: proportion_confint(n / of * effective, effective, method="wilson"). */
it.each([
  [65, 100, undefined, 0.5525444329688796, 0.7363575175690247],
  [82, 100, undefined, 0.7333264161369926, 0.8829977450105364],
  [100, 100, undefined, 0.9630065017930143, 1],
  [1045, 5000, undefined, 0.19795549880013297, 0.2204913037318903],
  [81, 263, undefined, 0.2552885198782742, 0.36620957698280004],
  [15, 148, undefined, 0.06238639953073628, 0.16048724172330803],
  [0, 20, undefined, 0, 0.1611251580528194],
  [1, 29, undefined, 0.006113214292762667, 0.17175521879320294],
  [3, 10, undefined, 0.10779126740630104, 0.6032218525388546],
  [29_000, 200_000, undefined, 0.14346369660912006, 0.14654994030776514],
  [30, 200, 137.5, 0.0998823445494206, 0.21914265488756116],
  [3, 24, 9.75, 0.025691314530095127, 0.436286969297237],
  [12, 12, 7.2, 0.652087746458431, 1],
  [500, 1234, 1000.25, 0.3751815352661551, 0.43591671313939767],
])('%i of %i items (effective: %s) lie between %d and %d, as statsmodels has it', (n, of, effective, low, high) => {
  const interval = wilson(n, of, effective);
  expect(interval.low).toBeCloseTo(low, 12);
  expect(interval.high).toBeCloseTo(high, 12);
});

/** The values that PHEindicatormethods' own tests expect of phe_proportion (UK Health Security Agency, R), to the digits printed there. */
it.each([
  [65, 100, 0.55254443, 0.73635752],
  [35_078, 41_980, 0.8320121, 0.83910324],
])('%i of %i items lie between %d and %d, as PHEindicatormethods has it', (n, of, low, high) => {
  expect(wilson(n, of).low).toBeCloseTo(low, 8);
  expect(wilson(n, of).high).toBeCloseTo(high, 8);
});

it('knows nothing of no items', () => {
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
});

it('holds the rate, between 0 and 1', () => {
  fc.assert(
    fc.property(counted(), ({ n, of, effective }) => {
      const { low, high } = wilson(n, of, effective);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(n / of);
      expect(high).toBeGreaterThanOrEqual(n / of);
      expect(high).toBeLessThanOrEqual(1);
      expect(high).toBeGreaterThan(low);
    }),
  );
});

it('says of the items that are not overturned the same from the other side', () => {
  fc.assert(
    fc.property(counted(), ({ n, of, effective }) => {
      const [one, other] = [wilson(n, of, effective), wilson(of - n, of, effective)];
      expect(one.low).toBeCloseTo(1 - other.high, 12);
      expect(one.high).toBeCloseTo(1 - other.low, 12);
    }),
  );
});

it('is narrower for more items of the same rate', () => {
  fc.assert(
    fc.property(counted(), fc.double({ min: 1.01, max: 50, noNaN: true }), ({ n, of, effective }, times) => {
      const [fewer, more] = [wilson(n, of, effective), wilson(n, of, effective * times)];
      expect(more.high - more.low).toBeLessThan(fewer.high - fewer.low);
    }),
  );
});
