/** How alike items of one letter are decided, held against an analysis of variance over the items one by one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intraLetterCorrelation, type LetterTally } from '../../../../server/domain/statistics/intra-letter-correlation.ts';

type Row = readonly [items: number, overturned: number, letters: number];
const tallies = (rows: readonly Row[]): LetterTally[] => rows.map(([items, overturned, letters]) => ({ items, overturned, letters }));

/**
 * statsmodels 0.15.0 over one row an item: anova_lm(ols("y ~ C(letter)")) gives B and W, of which (B - W) / (B + (n0 - 1) W).
 */
describe('the correlation is the one of the analysis of variance', () => {
  const rows: readonly [what: string, letters: readonly Row[], r: number][] = [
    [
      'letters of one to five items',
      [
        [1, 0, 40],
        [1, 1, 6],
        [2, 0, 20],
        [2, 1, 3],
        [2, 2, 5],
        [3, 0, 9],
        [3, 3, 2],
        [5, 1, 1],
        [5, 4, 1],
      ],
      0.6782239082795501,
    ],
    [
      'letters that are decided only a little alike',
      [
        [2, 0, 50],
        [2, 1, 22],
        [2, 2, 4],
        [4, 0, 10],
        [4, 1, 6],
        [4, 2, 2],
      ],
      0.0869565217391305,
    ],
    [
      'pairs always decided alike',
      [
        [2, 0, 8],
        [2, 2, 2],
      ],
      1,
    ],
    ['pairs never decided alike (-1): at least 0', [[2, 1, 10]], 0],
    [
      'one letter unlike itself among many of one item (-0.55): at least 0',
      [
        [1, 0, 30],
        [1, 1, 3],
        [20, 4, 1],
      ],
      0,
    ],
  ];
  it.each(rows)('%s', (_, letters, r) => {
    expect(intraLetterCorrelation(tallies(letters))).toBeCloseTo(r, 12);
  });
});

it.each([
  ['no letters', []],
  ['a single letter', [[4, 1, 1]]],
  [
    'no letter with two items',
    [
      [1, 0, 50],
      [1, 1, 9],
    ],
  ],
  [
    'every item upheld',
    [
      [1, 0, 5],
      [3, 0, 9],
    ],
  ],
  [
    'every item overturned',
    [
      [1, 1, 5],
      [3, 3, 9],
    ],
  ],
  [
    'letters without a known item beside a single one with some',
    [
      [0, 0, 40],
      [2, 1, 1],
    ],
  ],
] satisfies [string, Row[]][])('it cannot be told, and is 0, of %s', (_, letters) => {
  expect(intraLetterCorrelation(tallies(letters))).toBe(0);
});

const letter = fc
  .integer({ min: 1, max: 8 })
  .chain((items) => fc.record({ items: fc.constant(items), overturned: fc.integer({ min: 0, max: items }) }));

/** The analysis of variance as a textbook has it, over the items themselves. */
function textbook(letters: readonly { items: number; overturned: number }[]): number {
  const outcomes = letters.map(({ items, overturned }) => Array.from({ length: items }, (_, at): number => (at < overturned ? 1 : 0)));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = (values: readonly number[], around: number) => values.reduce((sum, value) => sum + (value - around) ** 2, 0);
  const all = outcomes.flat();
  const between =
    squares(
      outcomes.flatMap((own) => own.map(() => mean(own))),
      mean(all),
    ) /
    (outcomes.length - 1);
  const within = outcomes.reduce((sum, own) => sum + squares(own, mean(own)), 0) / (all.length - outcomes.length);
  const size = (all.length - outcomes.reduce((sum, own) => sum + own.length ** 2, 0) / all.length) / (outcomes.length - 1);
  return (between - within) / (between + (size - 1) * within);
}

it('is what a textbook computes item by item, between 0 and 1, however the letters are counted', () => {
  fc.assert(
    fc.property(fc.array(letter, { minLength: 0, maxLength: 40 }), (letters) => {
      const each = letters.map((one) => ({ ...one, letters: 1 }));
      const r = intraLetterCorrelation(each);
      expect(r).toBeGreaterThanOrEqual(0);
      expect(r).toBeLessThanOrEqual(1 + 1e-12);
      const expected = textbook(letters);
      expect(r).toBeCloseTo(Number.isFinite(expected) ? Math.max(0, expected) : 0, 9);
      const counted = new Map<string, LetterTally>();
      for (const one of each) {
        const key = `${one.items} ${one.overturned}`;
        counted.set(key, { ...one, letters: (counted.get(key)?.letters ?? 0) + 1 });
      }
      expect(intraLetterCorrelation([...counted.values()])).toBeCloseTo(r, 9);
    }),
  );
});

it('says of the items that are not overturned the same', () => {
  fc.assert(
    fc.property(fc.array(letter, { minLength: 2, maxLength: 40 }), (letters) => {
      const turned = letters.map(({ items, overturned }) => ({ items, overturned: items - overturned, letters: 1 }));
      expect(intraLetterCorrelation(turned)).toBeCloseTo(intraLetterCorrelation(letters.map((one) => ({ ...one, letters: 1 }))), 9);
    }),
  );
});
