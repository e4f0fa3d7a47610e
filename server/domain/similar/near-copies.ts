/** Rationales that are nearly the same text (a reviewer's own wording used again), so that one is shown for all. */
import { words } from '#mappings/text/words.ts';

/** Words of one shingle, and the share of shingles from which two texts are copies. */
const SHINGLE = 5;
const COPY = 0.7;
/** Of texts shorter than this, likeness says nothing. */
const LEAST_WORDS = 25;

/**
 * Groups of near copies: for each text the index of the first one that it is a copy of, its own where it is none.
 * Texts are compared with the first of each group only, in the order given.
 */
export function nearCopies(texts: readonly string[]): number[] {
  const firsts: { index: number; shingles: ReadonlySet<string> }[] = [];
  return texts.map((text, index) => {
    const shingles = shinglesOf(text);
    const known = firsts.find((first) => likeness(first.shingles, shingles) >= COPY);
    if (known !== undefined) return known.index;
    firsts.push({ index, shingles });
    return index;
  });
}

function shinglesOf(text: string): Set<string> {
  const all = words(text);
  if (all.length < LEAST_WORDS) return new Set();
  return new Set(all.slice(SHINGLE - 1).map((_, start) => all.slice(start, start + SHINGLE).join(' ')));
}

/** Shared shingles as a part of all (Jaccard); 0 where one has none. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const shingle of a) if (b.has(shingle)) shared += 1;
  return shared / (a.size + b.size - shared);
}
