/**
 * Saved searches and private collections: what /saved-searches and /collections take and give. They live in a store of their own, which
 * a rebuild of the index leaves alone; items are known by their ids.
 */
import { z } from 'zod';
import { RESULT_WINDOW, whole } from './api.ts';
import { PAGE_SIZE, SAVED_LIMITS } from './limits.ts';
import { EXAMPLE } from './programmes.ts';
import { HitSchema, SearchRequestSchema } from './search.ts';

const name = z
  .string({ error: 'expected a name' })
  .trim()
  .min(1, { error: 'expected a name' })
  .max(SAVED_LIMITS.name, { error: `expected at most ${SAVED_LIMITS.name} characters` });
const note = z.string({ error: 'expected a text' }).max(SAVED_LIMITS.note, { error: `expected at most ${SAVED_LIMITS.note} characters` });
const search = z
  .string({ error: 'expected the parameters of a search, as they stand in its address' })
  .max(SAVED_LIMITS.search, { error: `expected at most ${SAVED_LIMITS.search} characters` });
const id = z.string();
const anItemId = { error: `expected the id of an item, as ${EXAMPLE.letterId}#1` };
const itemId = z.string(anItemId).min(1, anItemId).max(200, anItemId);
const instant = z.iso.datetime();

/** What a saved search keeps of a search: all but the page, and the snapshot, in which nothing is ever new. */
export const SavedSearchParamsSchema = SearchRequestSchema.omit({ page: true, size: true, snapshot: true });
export type SavedSearchParams = z.infer<typeof SavedSearchParamsSchema>;

/** POST /saved-searches. `search`: the parameters of the page's own address, "q=norco&decision=upheld"; its page and its snapshot are not kept. */
export const SavedSearchInputSchema = z.strictObject({ name, search, note: note.default('') });
/** PATCH /saved-searches/:id. Another `search` is seen as far as it matches now. */
export const SavedSearchChangeSchema = z.strictObject({ name: name.optional(), search: search.optional(), note: note.optional() });

/** A saved search as it is kept. */
export const SavedSearchSchema = z.object({
  id,
  name: z.string(),
  search: z.string(),
  note: z.string(),
  createdAt: instant,
  /** When its results were last marked as seen. */
  seenAt: instant,
});
export type SavedSearch = z.infer<typeof SavedSearchSchema>;

/**
 * GET /saved-searches/:id/counts: what a saved search finds now. New: items that match and were never seen by it, however often they are
 * indexed. Null where the search cannot be read any more.
 */
export const SavedCountsSchema = z.object({
  total: z.int().nonnegative().nullable(),
  /** True where the search is a case told in words: then these are the items that share a word or fact with it. */
  asCase: z.boolean(),
  newItems: z.int().nonnegative().nullable(),
  /** The new items that were counted, under an id for POST /saved-searches/:id/seen. */
  shown: z.string().nullable(),
  /** Why it cannot be read any more; null: it can. */
  problem: z.string().nullable(),
});
export type SavedCounts = z.infer<typeof SavedCountsSchema>;

/** GET /saved-searches, by name. No search is run for it. */
export const SavedSearchesResponseSchema = z.object({ searches: z.array(SavedSearchSchema) });
export type SavedSearchesResponse = z.infer<typeof SavedSearchesResponseSchema>;

/** GET /saved-searches/:id/new?page=&size=: the new items in the search's own order. */
export const PageRequestSchema = z.object({ page: whole(1, RESULT_WINDOW, 1), size: whole(1, PAGE_SIZE.max, PAGE_SIZE.default) });
export const NewItemsResponseSchema = z.object({
  search: SavedSearchSchema,
  counts: SavedCountsSchema,
  page: z.int().positive(),
  size: z.int().positive(),
  pages: z.int().nonnegative(),
  hits: z.array(HitSchema),
});
export type NewItemsResponse = z.infer<typeof NewItemsResponseSchema>;

/** POST /collections and PATCH /collections/:id. */
export const CollectionInputSchema = z.strictObject({ name, note: note.default('') });
export const CollectionChangeSchema = z.strictObject({ name: name.optional(), note: note.optional() });

export const CollectionSchema = z.object({
  id,
  name: z.string(),
  note: z.string(),
  createdAt: instant,
  /** When it, a note of it or its items last changed. */
  changedAt: instant,
  items: z.int().nonnegative(),
});
export type Collection = z.infer<typeof CollectionSchema>;

/** GET /collections?item=, by name. `item`: only those that hold this item. */
export const CollectionsRequestSchema = z.object({ item: itemId.optional() });
export const CollectionsResponseSchema = z.object({ collections: z.array(CollectionSchema) });
export type CollectionsResponse = z.infer<typeof CollectionsResponseSchema>;

/** An item of a collection. `hit` is null where the item is no longer in the index. */
export const CollectedItemSchema = z.object({ itemId: z.string(), note: z.string(), addedAt: instant, hit: HitSchema.nullable() });
export type CollectedItem = z.infer<typeof CollectedItemSchema>;

/** GET /collections/:id?page=&size=: its items in the order they were added. */
export const CollectionResponseSchema = z.object({
  collection: CollectionSchema,
  page: z.int().positive(),
  size: z.int().positive(),
  pages: z.int().nonnegative(),
  items: z.array(CollectedItemSchema),
});
export type CollectionResponse = z.infer<typeof CollectionResponseSchema>;

/** POST /collections/:id/items, and PATCH /collections/:id/items/:item (its note). DELETE takes it out. */
export const CollectedItemInputSchema = z.strictObject({
  item: itemId,
  note: note.default(''),
});
export const CollectedItemChangeSchema = z.strictObject({ note });

/**
 * PATCH /collections/:id/items: adds some items, without a note, and takes others out, in one step. Those that are there already, or are not there, are
 * left alone. No item is in both lists: it would come back without its note.
 */
const itemIds = z
  .array(itemId, { error: 'expected a list of ids of items' })
  .max(SAVED_LIMITS.atOnce, { error: `expected at most ${SAVED_LIMITS.atOnce} items` });
export const ItemsChangeSchema = z
  .strictObject({ add: itemIds.default([]), takeOut: itemIds.default([]) })
  .refine(({ add, takeOut }) => !takeOut.some((one) => add.includes(one)), {
    path: ['takeOut'],
    error: 'expected no item that is in add too',
  });
export const ItemsChangedSchema = z.object({
  collection: CollectionSchema,
  added: z.array(z.string()),
  takenOut: z.array(z.string()),
  /** Ids that were to be added and are in no letter of the index. */
  missing: z.array(z.string()),
});
export type ItemsChanged = z.infer<typeof ItemsChangedSchema>;

/** GET /collected: the ids of all items that are in a collection, each once. */
export const CollectedResponseSchema = z.object({ items: z.array(z.string()) });
export type CollectedResponse = z.infer<typeof CollectedResponseSchema>;
/** GET /collected/:item: the collections that hold it, by name, each with its note on it. */
export const CollectedPlacesSchema = z.object({ places: z.array(z.object({ collection: id, note: z.string() })) });
export type CollectedPlaces = z.infer<typeof CollectedPlacesSchema>;
export type CollectedPlace = CollectedPlaces['places'][number];

/** POST /saved-searches/:id/seen. `shown`: which list of new items was shown; what came since stays new. */
export const SeenInputSchema = z.strictObject({
  shown: z.string({ error: 'expected the id of a list that was shown' }).max(100, { error: 'expected the id of a list that was shown' }),
});
