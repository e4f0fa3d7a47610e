import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, tokenize, words } from '#mappings/text/words.ts';

describe('the words of a text', () => {
  it.each([
    ['EMG/NCV of both arms', ['emg', 'ncv', 'of', 'both', 'arms']],
    ['7.5mg #60', ['7', '5mg', '60']],
    ['8 CCR § 9792.24.2', ['8', 'ccr', '9792', '24', '2']],
    ['L4-5', ['l4', '5']],
    ["the worker's naïve “plan”", ['the', 'worker', 's', 'naive', 'plan']],
    ['ofﬁce ½ №5', ['office', '1', '2', 'no5']],
    ['ΟΔΟΣ οδός', ['οδοσ', 'οδοσ']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(words(text)).toEqual(expected);
    expect(tokenize(text).map((token) => token.word)).toEqual(expected);
  });

  const anyText = fc.string({ unit: 'grapheme', maxLength: 60 });

  it('are the same with and without their places, and their places hold them', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = tokenize(text);
        expect(tokens.map((token) => token.word)).toEqual(words(text));
        for (const { word, start, end } of tokens) expect(fold(text.slice(start, end))).toContain(word);
      }),
      { numRuns: 3000 },
    );
  });

  it('have their places unit by unit where ASCII stands among other characters', () => {
    const part = fc.constantFrom('Knee', ' ', '7.5mg', 'e\u0301', '\u0301', 'ﬁ', '“', '’', 'É', '\n', '\u{1d49c}', 'x');
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
        (text) => {
          const tokens = tokenize(text);
          expect(tokens.map(({ word }) => word)).toEqual(words(text));
          let last = 0;
          for (const { word, start, end } of tokens) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(fold(text.slice(start, end))).toContain(word);
            if (/^[ -~]*$/.test(text.slice(start, end))) expect(text.slice(start, end).toLowerCase()).toBe(word);
            last = end;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('fold to themselves', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const word of words(text)) expect(words(word)).toEqual([word]);
      }),
      { numRuns: 2000 },
    );
  });
});
