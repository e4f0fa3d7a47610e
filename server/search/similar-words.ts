/**
 * Which words may have been meant by a misspelt one, as `SearchIndex.similarWords` says it. Both engines offer their words and
 * count them; which of them are near, and in which order they are told, is decided here alone.
 */
import { editDistance, isWithin } from '#mappings/text/edit-distance.ts';

/** Letters up to which a word may differ by one change; a longer one by two. */
const SHORT = 4;
/** A longer word than this is no misspelling of one. */
const LONGEST = 60;

/** The beginning that a similar word shares with this one; null for what is no word to look for. */
export function sharedBeginning(word: string): string | null {
  const [first] = word;
  return first === undefined || [...word].length > LONGEST ? null : first;
}

/** Those of `words` that are near, by their distance: at one change, then (for a long word) at two. Words may come twice. */
export function nearWords(word: string, words: Iterable<string>): string[][] {
  const letters = [...word];
  const most = letters.length <= SHORT ? 1 : 2;
  const groups = Array.from({ length: most }, () => new Set<string>());
  for (const other of words) {
    // A code point takes one or two units, so units alone rule out only what is far off; cheap, and true of nearly all.
    if (Math.abs(other.length - word.length) > 2 * most || !other.startsWith(letters[0] ?? ' ')) continue;
    const theirs = [...other];
    if (other !== word && isWithin(letters, theirs, most)) groups[editDistance(letters, theirs) - 1]?.add(other);
  }
  return groups.map((group) => [...group]);
}

/** Words with how many items hold each, the more frequent first; those that no item holds are left out. */
export function byFrequency(words: readonly string[], counts: readonly number[]): string[] {
  return words
    .map((word, index) => ({ word, count: counts[index] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .map(({ word }) => word);
}
