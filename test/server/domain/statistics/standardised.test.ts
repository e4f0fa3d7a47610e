/** Rates of two cohorts in one mix of groups, held against values computed with other tools. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newcombe } from '../../../../server/domain/statistics/newcombe.ts';
import { type GroupInBoth, standardised } from '../../../../server/domain/statistics/standardised.ts';
import { wilson } from '../../../../server/domain/statistics/wilson.ts';
import { counted } from './counted.ts';

type Row = readonly [nA: number, ofA: number, effectiveA: number, nB: number, ofB: number, effectiveB: number];
const groups = (rows: readonly Row[]): GroupInBoth[] =>
  rows.map(([n, of, effective, nB, ofB, effectiveB]) => ({ a: { n, of, effective }, b: { n: nB, of: ofB, effective: effectiveB } }));

it('by hand: 10% and 50% of one group, 20% and 25% of another three times as large', () => {
  // mix: (100 + 100) and (300 + 300) of 800; a = 0.25 * 0.10 + 0.75 * 0.20, b = 0.25 * 0.50 + 0.75 * 0.25
  const of = standardised([
    { a: { n: 10, of: 100 }, b: { n: 50, of: 100 } },
    { a: { n: 60, of: 300 }, b: { n: 75, of: 300 } },
  ]);
  expect(of?.a.value).toBeCloseTo(0.175, 12);
  expect(of?.b.value).toBeCloseTo(0.3125, 12);
  expect(of?.difference.value).toBeCloseTo(-0.1375, 12);
  expect(of?.leftOut).toEqual({ groups: 0, a: 0, b: 0 });
});

/**
 * numpy 2.4.6: values sum(x * stdpop / n) / sum(stdpop), which is the directly standardised rate of PHEindicatormethods (phe_dsr), with the items of both
 * cohorts as stdpop; limits at the root of sum((w * (p - l))²), l being the limits of statsmodels 0.15.0, proportion_confint(p * e, e, method="wilson").
 */
describe('is what other tools compute', () => {
  const rows: readonly [what: string, rows: readonly Row[], a: readonly number[], b: readonly number[], difference: readonly number[]][] = [
    [
      'three groups, none overturned in one',
      [
        [10, 100, 100, 40, 200, 200],
        [30, 60, 60, 9, 30, 30],
        [0, 12, 12, 2, 40, 40],
      ],
      [0.16968325791855204, 0.13035012625449696, 0.2328121148995992],
      [0.2027149321266968, 0.159282432952644, 0.2594078469889665],
      [-0.03303167420814476, -0.10203299189181261, 0.04359491757458822],
    ],
    [
      'the same by effective numbers of items',
      [
        [10, 100, 82.5, 40, 200, 160],
        [30, 60, 41.25, 9, 30, 30],
        [0, 12, 10, 2, 40, 33.3],
      ],
      [0.16968325791855204, 0.1256187747661124, 0.2415403510322044],
      [0.2027149321266968, 0.15655123594455717, 0.2638257838064302],
      [-0.03303167420814476, -0.10837233300878181, 0.05237633874111544],
    ],
    [
      'two large groups (a normal approximation gives 0.03344 to 0.05173)',
      [
        [1200, 10000, 10000, 900, 8000, 8000],
        [3000, 6000, 6000, 2000, 5000, 5000],
      ],
      [0.26413793103448274, 0.25797865450051594, 0.27041240176240655],
      [0.22155172413793103, 0.21494062305230738, 0.22835547888420088],
      [0.04258620689655171, 0.03340863826050961, 0.05170079084097325],
    ],
  ];
  it.each(rows)('%s', (_, given, ...expected) => {
    const of = standardised(groups(given));
    for (const [at, estimate] of [of?.a, of?.b, of?.difference].entries()) {
      const [value = Number.NaN, low = Number.NaN, high = Number.NaN] = expected[at] ?? [];
      expect(estimate?.value).toBeCloseTo(value, 12);
      expect(estimate?.low).toBeCloseTo(low, 12);
      expect(estimate?.high).toBeCloseTo(high, 12);
    }
  });
});

it('leaves out what only one cohort has, and says how much that is', () => {
  const shared = groups([
    [10, 100, 100, 40, 200, 200],
    [30, 60, 60, 9, 30, 30],
  ]);
  const apart = groups([
    [5, 17, 17, 0, 0, 0],
    [1, 3, 3, 0, 0, 0],
    [0, 0, 0, 2, 8, 8],
    [0, 0, 0, 0, 0, 0],
  ]);
  const of = standardised([...apart, ...shared]);
  expect(of).toEqual({ ...standardised(shared), leftOut: { groups: 3, a: 20, b: 8 } });
  expect(standardised(apart)).toBeNull();
  expect(standardised([])).toBeNull();
});

it("of a single group is the plain rate with its interval, and Newcombe's difference", () => {
  fc.assert(
    fc.property(counted(), counted(), (a, b) => {
      const of = standardised([{ a, b }]);
      const interval = wilson(a.n, a.of, a.effective);
      expect(of?.a.value).toBeCloseTo(a.n / a.of, 12);
      expect(of?.a.low).toBeCloseTo(interval.low, 12);
      expect(of?.a.high).toBeCloseTo(interval.high, 12);
      const difference = newcombe(a, b);
      expect(of?.difference.low).toBeCloseTo(difference?.low ?? Number.NaN, 12);
      expect(of?.difference.high).toBeCloseTo(difference?.high ?? Number.NaN, 12);
    }),
  );
});

const inBoth = fc.array(fc.record({ a: counted(300), b: counted(300) }), { minLength: 1, maxLength: 12 });

it('changes nothing where both cohorts have the same mix', () => {
  fc.assert(
    fc.property(fc.array(counted(300), { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (own, times) => {
      const of = standardised(own.map((a) => ({ a, b: { n: (a.of - a.n) * times, of: a.of * times } })));
      const crude = own.reduce((sum, { n }) => sum + n, 0) / own.reduce((sum, one) => sum + one.of, 0);
      expect(of?.a.value).toBeCloseTo(crude, 12);
      expect(of?.b.value).toBeCloseTo(1 - crude, 12);
    }),
  );
});

it('holds its rates in their intervals; with the cohorts changed about the difference has the other sign; the order of groups is nothing', () => {
  fc.assert(
    fc.property(inBoth, (drawn) => {
      const one = standardised(drawn);
      const other = standardised(drawn.map(({ a, b }) => ({ a: b, b: a })).toReversed());
      if (one === null || other === null) throw new Error('both have every group');
      for (const { value, low, high } of [one.a, one.b, one.difference]) {
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
      }
      expect(one.a.low).toBeGreaterThanOrEqual(0);
      expect(one.a.high).toBeLessThanOrEqual(1);
      expect(one.difference.value).toBeCloseTo(-other.difference.value, 12);
      expect(one.difference.low).toBeCloseTo(-other.difference.high, 12);
      expect(one.difference.high).toBeCloseTo(-other.difference.low, 12);
    }),
  );
});
