/**
 * The words of a list that lie one change from a given one, without trying each: two words one change apart become the same by leaving
 * out a letter of one of them, or of both. `editDistance` has the last word.
 */
import { isWithin } from './edit-distance.ts';

export class Neighbours {
  readonly #byShortened = new Map<string, Set<string>>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      for (const key of shortened(word)) {
        const known = this.#byShortened.get(key);
        if (known === undefined) this.#byShortened.set(key, new Set([word]));
        else known.add(word);
      }
    }
  }

  /** Those at most one change away, the word itself among them if it is listed. */
  of(word: string): string[] {
    const near = new Set(shortened(word).flatMap((key) => [...(this.#byShortened.get(key) ?? [])]));
    return [...near].filter((other) => isWithin(word, other, 1));
  }
}

/** A word, and the word without each of its letters. */
function shortened(word: string): string[] {
  return [word, ...Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}
