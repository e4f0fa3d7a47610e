/** Where the words of an item begin in the letter. Pure. */
import type { Item } from '#contract/determination.ts';

/** Its heading, else the first of its other parts that was found; null where none was. */
export function startOf({ heading, inDispute, decision, rationale }: Item): number | null {
  return [heading, inDispute, decision, rationale].flatMap((found) => found?.evidence ?? [])[0]?.start ?? null;
}
