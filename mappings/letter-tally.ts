/** How many items of a letter were overturned, of those whose decision is known. */
import type { Determination, Item } from '#contract/determination.ts';

/** Whether the letter's words tell what was decided. */
export function isDecided({ decision }: Pick<Item, 'decision'>): boolean {
  return decision !== null && decision.value !== 'undetermined';
}

/** "1 of 3"; null where no decision is known. Overturned in part is not overturned. */
export function tallyOf({ items }: Pick<Determination, 'items'>): string | null {
  const known = items.filter(isDecided);
  return known.length === 0 ? null : `${known.filter(({ decision }) => decision?.value === 'overturned').length} of ${known.length}`;
}
