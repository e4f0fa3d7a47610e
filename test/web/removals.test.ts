/** Lists of saved things: what was taken out stays in its place, and one of many is found by its words. */
import { describe, expect, it } from 'vitest';
import { matching } from '../../web/src/features/saved/matching.ts';
import { rowsOf } from '../../web/src/features/saved/removals.ts';

const shown = (now: string, removals: readonly (readonly [one: string, behind: string | null])[]) =>
  rowsOf(
    [...now],
    removals.map(([one, behind]) => ({ one, behind, height: 40 })),
    (one) => one,
  )
    .map(({ key, removed }) => (removed === null ? key : `(${key})`))
    .join('');

describe('what was taken out stands where it was', () => {
  it.each([
    ['abc', [], 'abc'],
    ['abc', [['b', 'a']], 'a(b)c'],
    ['ac', [['b', 'a']], 'a(b)c'],
    ['bc', [['a', null]], '(a)bc'],
    [
      'ad',
      [
        ['b', 'a'],
        ['c', 'b'],
      ],
      'a(b)(c)d',
    ],
    [
      'ad',
      [
        ['c', 'b'],
        ['b', 'a'],
      ],
      'a(b)(c)d',
    ],
    [
      '',
      [
        ['a', null],
        ['b', 'a'],
      ],
      '(a)(b)',
    ],
    ['acd', [['b', 'a']], 'a(b)cd'],
    ['x', [['b', 'a']], '(b)x'],
  ] as const)('%j without %j', (now, removals, rows) => {
    expect(shown(now, removals)).toBe(rows);
  });
});

describe('one of many is found', () => {
  const all = [
    { name: 'Knees, overturned', note: '' },
    { name: 'Hips', note: 'for Dr. Müller' },
  ];
  it.each([
    ['', ['Knees, overturned', 'Hips']],
    ['KNEE', ['Knees, overturned']],
    ['overturned knee', ['Knees, overturned']],
    ['muller', ['Hips']],
    ['knee muller', []],
  ])('by %j', (words, names) => {
    expect(matching(all, words).map(({ name }) => name)).toEqual(names);
  });
});
