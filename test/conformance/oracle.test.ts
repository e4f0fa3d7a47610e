/** The oracle reads the words of a text in its own way, and yet the same words as the product. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { words } from '#mappings/text/words.ts';
import { wordsOf } from './oracle-words.ts';

describe("the oracle's words", () => {
  it.each([
    ['EMG/NCV of both arms', ['emg', 'ncv', 'of', 'both', 'arms']],
    ['7.5mg #60', ['7', '5mg', '60']],
    ["the worker's naïve “plan”", ['the', 'worker', 's', 'naive', 'plan']],
    ['ofﬁce ½ №5', ['office', '1', '2', 'no5']],
    ['ΟΔΟΣ οδός', ['οδοσ', 'οδοσ']],
    [' - ', []],
  ])('of %j are %j', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  it('are those of the product, for any text', () => {
    const part = fc.constantFrom('Knee', ' ', '7.5mg', 'e\u0301', '\u0301', 'ﬁ', '½', 'İ', 'ẞ', 'Σ', 'ς', '\u{1d49c}', '２', '\n', '-');
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (each) => {
        expect(wordsOf(each)).toEqual(words(each));
      }),
      { numRuns: 5000 },
    );
  });
});
