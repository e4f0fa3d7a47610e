/** Texts that are nearly the same (a reviewer's own wording used again), so that one is shown, or counted, for all. */
import { words } from '#mappings/text/words.ts';

/** What is compared: runs of `run` words, of texts with at least `leastWords`; of shorter ones, likeness says nothing. */
export interface CopyRule {
  readonly run: number;
  readonly leastWords: number;
}

const RATIONALES: CopyRule = { run: 5, leastWords: 25 };
/** The share of runs from which two texts are copies. */
const COPY = 0.7;

/**
 * Groups of near copies: for each text the index of the first one that it is a copy of, its own where it is none.
 * Texts are compared with the first of each group only, in the order given.
 */
export function nearCopies(texts: readonly string[], rule: CopyRule = RATIONALES): number[] {
  const runs = texts.map((text) => runsOf(text, rule));
  const holders = new Map<string, number[]>();
  return rarestOf(runs).map((rarest, index) => {
    const own = runs[index] ?? new Set();
    const near = new Set(rarest.flatMap((run) => holders.get(run) ?? []));
    const known = [...near].filter((first) => likeness(own, runs[first] ?? new Set()) >= COPY);
    if (known.length > 0) return Math.min(...known);
    for (const run of rarest) {
      const those = holders.get(run);
      if (those === undefined) holders.set(run, [index]);
      else those.push(index);
    }
    return index;
  });
}

function runsOf(text: string, { run, leastWords }: CopyRule): ReadonlySet<string> {
  const all = words(text);
  if (all.length < leastWords) return new Set();
  return new Set(all.slice(run - 1).map((_, start) => all.slice(start, start + run).join(' ')));
}

/**
 * Of each text its rarest runs, as many as any copy of it must share one of: what all texts say makes no pair of them worth comparing
 * (S. Chaudhuri, V. Ganti, R. Kaushik, "A primitive operator for similarity joins in data cleaning", ICDE 2006).
 */
function rarestOf(texts: readonly ReadonlySet<string>[]): string[][] {
  const counts = new Map<string, number>();
  for (const runs of texts) for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1);
  return texts.map((runs) => {
    const inOrder = [...runs].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1));
    return inOrder.slice(0, runs.size - Math.ceil(COPY * runs.size - 1e-9) + 1);
  });
}

/** Shared runs as a part of all (Jaccard); 0 where one has none. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const run of a) if (b.has(run)) shared += 1;
  return shared / (a.size + b.size - shared);
}
