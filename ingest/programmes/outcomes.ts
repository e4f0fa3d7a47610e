/** The outcome words of published tables: closed, each told whole. A word that is not among them is no outcome, and is never guessed at. */
import type { Decision } from '#contract/lists.ts';
import { foldedName } from '#mappings/vocabulary/programmes/published-names.ts';

/** Reads an outcome by these words, compared by letters and digits alone; null where it is none of them. */
export type Outcome = (cell: string) => Decision | null;

export function outcomeBy(words: Readonly<Record<string, Decision>>): Outcome {
  const folded = new Map(Object.entries(words).map(([word, decision]) => [foldedName(word), decision]));
  const read = new Map<string, Decision | null>();
  // A table says the same few words again and again.
  return (cell) => {
    const known = read.get(cell);
    if (known !== undefined) return known;
    const decision = folded.get(foldedName(cell)) ?? null;
    if (read.size < 100) read.set(cell, decision);
    return decision;
  };
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
