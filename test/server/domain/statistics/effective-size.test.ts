/** What items that were decided together tell less than items that were not. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { effectiveSize } from '../../../../server/domain/statistics/effective-size.ts';

it.each([
  ['items that stand alone in their letters count whole', 30, 30, 0.8, 30],
  ['items that have nothing to do with each other count whole', 30, 90, 0, 30],
  ['pairs that are always decided alike count half', 30, 60, 1, 15],
  ['one letter of four and one of two, half alike: 6 / (1 + (20/6 - 1) / 2)', 6, 20, 0.5, 6 / (1 + 7 / 6)],
  ['the known items of a group count by all known items of their letters', 4, 40, 0.25, 4 / 3.25],
  ['none is none', 0, 0, 0.5, 0],
])('%s', (_, known, knownInLetters, r, expected) => {
  expect(effectiveSize(known, knownInLetters, r)).toBeCloseTo(expected, 12);
});

it('is at most the items, and less the more they hang together', () => {
  const r = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 1, max: 40, noNaN: true }), r, r, (known, mean, one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)].map((alike) => effectiveSize(known, known * mean, alike));
      expect(less).toBeLessThanOrEqual(known);
      expect(more).toBeLessThanOrEqual(less ?? 0);
      expect(more).toBeGreaterThan(0);
    }),
  );
});

it('of letters that are always decided alike, each counts once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 500 }), (items, letters) => {
      expect(effectiveSize(items * letters, items * items * letters, 1)).toBeCloseTo(letters, 8);
    }),
  );
});
