/** Quantiles of counts of days, held against numpy and against a plain sort of the single values. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type DayCount, quantiles } from '../../../../server/domain/statistics/quantiles.ts';

type Row = readonly [days: number, items: number];
const counts = (rows: readonly Row[]): DayCount[] => rows.map(([days, items]) => ({ days, items }));

/** numpy 2.4.6: numpy.quantile (its default, "linear") of the single values at 0, 0.1, 0.25, 0.5, 0.75, 0.9 and 1. */
it.each([
  [[[12, 1]], [12, 12, 12, 12, 12, 12, 12]],
  [
    [
      [12, 1],
      [15, 1],
    ],
    [12, 12.3, 12.75, 13.5, 14.25, 14.7, 15],
  ],
  [
    [
      [10, 3],
      [11, 5],
      [20, 2],
      [45, 1],
    ],
    [10, 10, 10.5, 11, 15.5, 20, 45],
  ],
  [
    [
      [-2, 1],
      [0, 4],
      [7, 9],
      [30, 6],
      [365, 2],
    ],
    [-2, 0, 7, 7, 30, 30, 365],
  ],
  [
    [
      [28, 1000],
      [29, 1],
      [30, 999],
    ],
    [28, 28, 28, 28.5, 30, 30, 30],
  ],
] satisfies [Row[], number[]][])('%j lie at %j', (rows, expected) => {
  const of = quantiles(counts(rows));
  expect([of?.least, of?.p10, of?.p25, of?.median, of?.p75, of?.p90, of?.most]).toEqual(expected.map((value) => expect.closeTo(value, 12)));
  expect(of?.items).toBe(rows.reduce((sum, [, items]) => sum + items, 0));
});

it('are none of nothing', () => {
  expect(quantiles([])).toBeNull();
  expect(quantiles([{ days: 5, items: 0 }])).toBeNull();
});

const drawn = fc.array(fc.record({ days: fc.integer({ min: -50, max: 9_000 }), items: fc.integer({ min: 0, max: 20 }) }), {
  maxLength: 40,
});

it('are in order, in any order of the counts, and the median has as many items on either side', () => {
  fc.assert(
    fc.property(drawn, (rows) => {
      const of = quantiles(rows);
      const values = rows.flatMap(({ days, items }) => Array.from({ length: items }, () => days)).sort((a, b) => a - b);
      if (of === null) {
        expect(values).toEqual([]);
        return;
      }
      const { items, least, p10, p25, median, p75, p90, most } = of;
      const inOrder = [least, p10, p25, median, p75, p90, most];
      expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
      expect([items, least, most]).toEqual([values.length, values[0], values.at(-1)]);
      expect(median).toBe(((values[Math.floor((items - 1) / 2)] ?? Number.NaN) + (values[Math.ceil((items - 1) / 2)] ?? Number.NaN)) / 2);
      expect(quantiles(rows.toReversed())).toEqual(of);
    }),
  );
});
