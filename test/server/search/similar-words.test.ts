/** Which words are near to a misspelt one, and in which order they are told. */
import { describe, expect, it } from 'vitest';
import { byFrequency, nearWords, sharedBeginning } from '../../../server/search/similar-words.ts';

describe('words near to one', () => {
  it.each([
    ['gym', ['gum', 'gyms', 'gm', 'gmy', 'gems', 'hum', 'gym'], [['gum', 'gyms', 'gm', 'gmy']]],
    ['brace', ['brcae', 'braces', 'barce', 'barcs', 'grace', 'bracing', 'brace'], [['brcae', 'braces', 'barce'], ['barcs']]],
    ['straß', ['strasz', 'straßen', 'straß'], [[], ['strasz', 'straßen']]],
    ['\u{1d49c}b', ['\u{1d49c}', '\u{1d49c}bc', '\u{1d49d}b'], [['\u{1d49c}', '\u{1d49c}bc']]],
    ['brace', ['braces', 'braces'], [['braces'], []]],
  ])('of %j, of %j', (word, words, expected) => {
    expect(nearWords(word, words)).toEqual(expected);
  });

  it('come the more frequent first, then by their letters, and only where they stand', () => {
    expect(byFrequency(['b', 'a', 'c', 'd'], [2, 2, 5, 0])).toEqual(['c', 'a', 'b']);
  });

  it('are looked for by the first letter, of words of some length', () => {
    expect(sharedBeginning('gym')).toBe('g');
    expect(sharedBeginning('\u{1d49c}b')).toBe('\u{1d49c}');
    expect(sharedBeginning('')).toBeNull();
    expect(sharedBeginning('a'.repeat(61))).toBeNull();
  });
});
