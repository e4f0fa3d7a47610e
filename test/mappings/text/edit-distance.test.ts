/** How far words are from each other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '#mappings/text/edit-distance.ts';

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
  });

  const word = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 7 });
  it('is the same both ways, and at most what the longer word is long', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b);
        expect(editDistance(b, a)).toBe(distance);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
  });

  it('counts characters where it is given characters', () => {
    expect(editDistance([...'\u{1d49c}x'], [...'x'])).toBe(1);
  });
});
