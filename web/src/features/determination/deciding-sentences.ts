/** The sentences that decided an item, each once with the reasons that were read from it. Pure. */
import type { Item } from '#contract/determination.ts';
import type { Evidence, Grade } from '#contract/span.ts';
import { evened } from '#mappings/text/evened.ts';

type Reason = Item['reasons'][number];

export interface DecidingSentence {
  readonly text: string;
  /** The value that it is, by its path below the item; null where it is only what a reason was read from. */
  readonly value: { readonly path: string; readonly grade: Grade } | null;
  /** `first`: no sentence before this one has it. */
  readonly reasons: readonly { readonly path: string; readonly found: Reason; readonly first: boolean }[];
}

/** Those that decided, best first; behind them those that only a reason was read from, the main reason's first. */
export function decidingSentences({ deciding, reasons }: Pick<Item, 'deciding' | 'reasons'>): DecidingSentence[] {
  const sentences = deciding.map(({ value: text, grade, evidence }, index) => ({
    text,
    value: { path: `deciding.${index}`, grade },
    places: evidence,
  }));
  const others = reasons
    .flatMap(({ evidence }) => evidence)
    .filter((place, index, all) => {
      const isTold = sentences.some(({ places }) => meet(places, [place]));
      return !isTold && all.findIndex((one) => meet([one], [place])) === index;
    })
    .map((place) => ({ text: evened(place.quote), value: null, places: [place] }));
  const told = new Set<Reason>();
  return [...sentences, ...others].map(({ text, value, places }) => ({
    text,
    value,
    reasons: reasons.flatMap((found, index) => {
      if (!meet(found.evidence, places)) return [];
      const first = !told.has(found);
      told.add(found);
      return [{ path: `reasons.${index}`, found, first }];
    }),
  }));
}

/** Whether some words are of both. */
function meet(a: readonly Evidence[], b: readonly Evidence[]): boolean {
  return a.some((one) => b.some((other) => one.start < other.end && other.start < one.end));
}
