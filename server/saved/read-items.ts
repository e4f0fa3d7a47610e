/** Items of the index by their ids. */
import type { Determination, Item } from '#contract/determination.ts';
import type { SearchIndex } from '../search/port.ts';

export interface FoundItem {
  readonly determination: Determination;
  readonly item: Item;
}

/** The items in the order asked for; null where one is not in the index. */
export async function readItems(
  index: Pick<SearchIndex, 'determinations'>,
  asked: readonly { itemId: string; letterId: string }[],
): Promise<(FoundItem | null)[]> {
  const letters = await index.determinations([...new Set(asked.map(({ letterId }) => letterId))]);
  const byId = new Map(letters.map((determination) => [determination.id, determination]));
  return asked.map(({ itemId, letterId }) => {
    const determination = byId.get(letterId);
    const item = determination?.items.find(({ id }) => id === itemId);
    return determination === undefined || item === undefined ? null : { determination, item };
  });
}

/** The id of the letter that an item id names: what stands before the last "#". */
export function letterOf(itemId: string): string {
  return itemId.slice(0, Math.max(0, itemId.lastIndexOf('#')));
}
