/**
 * A text with its words and where each of them stands: read once, and only when something is looked for in it, however much is looked
 * for and however often.
 */
import { tokenizeLetter } from '#mappings/recognise/letter-words.ts';
import { stem } from '#mappings/text/stem.ts';
import type { Token } from '#mappings/text/words.ts';

/** Positions count the words of the text. */
export class ReadText {
  readonly text: string;
  #tokens: readonly Token[] | null = null;
  #places: ReadonlyMap<string, readonly number[]> | null = null;
  #byStem: ReadonlyMap<string, readonly string[]> | null = null;

  constructor(text: string) {
    this.text = text;
  }

  get tokens(): readonly Token[] {
    this.#tokens ??= this.text === '' ? [] : tokenizeLetter(this.text);
    return this.#tokens;
  }

  /** The positions of every different word, in order. */
  get places(): ReadonlyMap<string, readonly number[]> {
    if (this.#places !== null) return this.#places;
    const places = new Map<string, number[]>();
    for (const [position, { word }] of this.tokens.entries()) {
      const known = places.get(word);
      if (known === undefined) places.set(word, [position]);
      else known.push(position);
    }
    this.#places = places;
    return places;
  }

  /** The different words that have this stem. */
  wordsOf(wanted: string): readonly string[] {
    this.#byStem ??= Map.groupBy(this.places.keys(), stem);
    return this.#byStem.get(wanted) ?? [];
  }
}
