/** How far words are from each other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, isWithin } from '#mappings/text/edit-distance.ts';

/** The distance by its definition (optimal string alignment), as a table. */
function byTable(a: readonly string[], b: readonly string[]): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      const row = rows[i];
      if (row !== undefined)
        row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]), swapped);
    }
  }
  return at(a.length, b.length);
}

describe('the distance of two words', () => {
  it.each([
    ['', '', 0],
    ['gym', '', 3],
    ['gym', 'gym', 0],
    ['gym', 'gum', 1],
    ['gym', 'gyms', 1],
    ['gym', 'gm', 1],
    ['game', 'gmae', 1],
    ['acupunture', 'acupuncture', 1],
    ['ca', 'abc', 3],
    ['abcd', 'badc', 2],
  ])('from %j to %j is %i', (a, b, expected) => {
    expect(editDistance(a, b)).toBe(expected);
    expect(isWithin(a, b, expected)).toBe(true);
    expect(isWithin(a, b, expected - 1)).toBe(false);
  });

  const word = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 7 });

  it('is what its definition says, both ways, and so is what lies within it', () => {
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, most) => {
        const distance = byTable(a, b);
        expect([editDistance(a, b), editDistance(b, a), editDistance(a.join(''), b.join(''))]).toEqual([distance, distance, distance]);
        expect(isWithin(a, b, most)).toBe(distance <= most);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes what a text is given in: units of a string, items of a list', () => {
    const signs = fc.array(fc.constantFrom('a', 'b', '\u{1d49c}', '\u{1d49e}'), { maxLength: 6 });
    fc.assert(
      fc.property(signs, signs, fc.nat(4), (a, b, most) => {
        const units = byTable(a.join('').split(''), b.join('').split(''));
        expect(editDistance(a.join(''), b.join(''))).toBe(units);
        expect([isWithin(a.join(''), b.join(''), most), isWithin(a, b, most)]).toEqual([units <= most, byTable(a, b) <= most]);
      }),
      { numRuns: 2000 },
    );
  });

  it('counts characters where it is given characters', () => {
    expect(editDistance([...'\u{1d49c}x'], [...'x'])).toBe(1);
    expect(isWithin([...'\u{1d49c}x'], [...'x'], 1)).toBe(true);
    expect(isWithin('\u{1d49c}x', 'x', 1)).toBe(false);
  });
});
