/** Collections over the index: lists of items that a user put together, each with a note. */
import { AppError } from '#contract/problem.ts';
import { EXAMPLE } from '#contract/programmes.ts';
import { type CollectedItem, type CollectionResponse, type ItemsChanged, SAVED_LIMITS } from '#contract/saved.ts';
import type { ExportedCollection } from '../domain/export/export.ts';
import { explainBy, toHit } from '../domain/results/hits.ts';
import type { KeptStore, StoredItem } from '../library/kept-store.ts';
import type { SearchIndex } from '../search/port.ts';
import { type FoundItem, letterOf, readItems } from './read-items.ts';

/** Nothing was searched for: no words to mark. */
const NOTHING_ASKED = explainBy({ where: { kind: 'all' }, concepts: null, conditions: [], worded: [], named: [], parts: [] });

/** A collection with one page of its items. Throws AppError `saved-not-found`. */
export async function readCollection(
  index: SearchIndex,
  store: KeptStore,
  id: string,
  { page, size }: { page: number; size: number },
): Promise<CollectionResponse> {
  const collection = await store.collection(id);
  const stored = await store.itemsOf(id, (page - 1) * size, size);
  const found = await readItems(index, stored.map(placeOf));
  return {
    collection,
    page,
    size,
    pages: Math.ceil(collection.items / size),
    items: stored.map((item, at) => collected(item, found[at] ?? null)),
  };
}

/** Puts an item of the index into a collection. Throws AppError `item-not-found`, `saved-not-found`, `saved-conflict`. */
export async function collectItem(
  index: SearchIndex,
  store: KeptStore,
  id: string,
  { item, note }: { item: string; note: string },
  at: Date,
): Promise<CollectedItem> {
  await store.collection(id);
  const [found = null] = await readItems(index, [{ itemId: item, letterId: letterOf(item) }]);
  if (found === null)
    throw new AppError('item-not-found', `No such disputed item is in the index; expected an id as ${EXAMPLE.letterId}#1`);
  return collected(await store.addItem(id, { itemId: item, note }, at.toISOString()), found);
}

/** Adds items of the index to a collection and takes others out, in one step. Throws AppError `saved-not-found`, `saved-conflict` (too many). */
export async function changeItems(
  index: SearchIndex,
  store: KeptStore,
  id: string,
  { add, takeOut }: { add: readonly string[]; takeOut: readonly string[] },
  at: Date,
): Promise<ItemsChanged> {
  await store.collection(id);
  const found = await readItems(
    index,
    add.map((itemId) => ({ itemId, letterId: letterOf(itemId) })),
  );
  const known = add.filter((_, place) => (found[place] ?? null) !== null);
  const changed = await store.changeItems(id, { add: known, takeOut }, at.toISOString());
  return { collection: await store.collection(id), ...changed, missing: add.filter((itemId) => !known.includes(itemId)) };
}

/** Puts an item that was taken out back to its place. Throws AppError `saved-not-found`, `saved-conflict` (it is there again). */
export async function restoreItem(index: SearchIndex, store: KeptStore, id: string, item: string, at: Date): Promise<CollectedItem> {
  return withHit(index, await store.restoreItem(id, item, at.toISOString()));
}

/** Changes the note of an item of a collection. Throws AppError `saved-not-found`. */
export async function noteItem(
  index: SearchIndex,
  store: KeptStore,
  id: string,
  item: string,
  note: string,
  at: Date,
): Promise<CollectedItem> {
  return withHit(index, await store.changeItem(id, item, note, at.toISOString()));
}

async function withHit(index: SearchIndex, stored: StoredItem): Promise<CollectedItem> {
  const [found = null] = await readItems(index, [placeOf(stored)]);
  return collected(stored, found);
}

/** A collection with all its items, as it is exported. Throws AppError `saved-not-found`. */
export async function collectionToExport(store: KeptStore, id: string): Promise<ExportedCollection> {
  const { name, note } = await store.collection(id);
  const items = await store.itemsOf(id, 0, SAVED_LIMITS.items);
  return { id, name, note, items: items.map((item) => ({ ...placeOf(item), note: item.note })) };
}

function placeOf({ itemId }: StoredItem): { itemId: string; letterId: string } {
  return { itemId, letterId: letterOf(itemId) };
}

function collected(stored: StoredItem, found: FoundItem | null): CollectedItem {
  return { ...stored, hit: found === null ? null : toHit(found.determination, found.item, 'all', NOTHING_ASKED) };
}
