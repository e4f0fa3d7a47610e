/** The words one change away, against trying each. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '#mappings/text/edit-distance.ts';
import { Neighbours } from '#mappings/text/neighbours.ts';

describe('the neighbours of a word', () => {
  it.each([
    ['acupunture', ['acupuncture']],
    ['therpay', ['therapy']],
    ['therapist', []],
    ['therapy', ['therapy']],
    ['', []],
  ])('of %j are %j', (word, expected) => {
    expect(new Neighbours(['acupuncture', 'therapy', 'massage']).of(word)).toEqual(expected);
  });

  it('are all words of the list at most one change away, and no others', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, (list, typed) => {
        expect(new Neighbours(list).of(typed).sort()).toEqual(list.filter((other) => editDistance(typed, other) <= 1).sort());
      }),
      { numRuns: 1000 },
    );
  });
});
