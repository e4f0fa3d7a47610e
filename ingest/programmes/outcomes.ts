/** The outcome words of published tables: closed, each told whole. A word that is not among them is no outcome, and is never guessed at. */
import type { Decision } from '#contract/lists.ts';
import { evened } from '#mappings/text/evened.ts';
import { foldedName } from '#mappings/vocabulary/programmes/published-names.ts';

/** Reads an outcome; null where it is none of the words. */
export type Outcome = (cell: string) => Decision | null;

/**
 * Reads an outcome by these words: as they are written, else by their letters and digits, as far as those tell one meaning ("+" and "-" have none, and
 * "1" and "-1" have the same).
 */
export function outcomeBy(words: Readonly<Record<string, Decision>>): Outcome {
  const exact = new Map(Object.entries(words).map(([word, decision]) => [spelled(word), decision]));
  const folded = new Map<string, Decision>();
  for (const [name, same] of Map.groupBy(Object.entries(words), ([word]) => foldedName(word))) {
    const [meaning, ...others] = new Set(same.map(([, decision]) => decision));
    if (name !== '' && meaning !== undefined && others.length === 0) folded.set(name, meaning);
  }
  const read = new Map<string, Decision | null>();
  // A table says the same few words again and again.
  return (cell) => {
    const known = read.get(cell);
    if (known !== undefined) return known;
    const decision = exact.get(spelled(cell)) ?? folded.get(foldedName(cell)) ?? null;
    if (read.size < 100) read.set(cell, decision);
    return decision;
  };
}

/** A word in small letters, its blanks evened. */
function spelled(word: string): string {
  return evened(word).toLowerCase();
}

export const dmhcOutcome: Outcome = outcomeBy({
  'Upheld Decision of Health Plan': 'upheld',
  'Overturned Decision of Health Plan': 'overturned',
});

export const nyDfsOutcome: Outcome = outcomeBy({
  Upheld: 'upheld',
  Overturned: 'overturned',
  'Overturned in Part': 'overturned_in_part',
});
