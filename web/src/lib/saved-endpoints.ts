/**
 * Saved searches and collections: what is asked and what is changed. A change has asked anew what it may have changed: of collections
 * every list, of saved searches the list and what the changed one finds.
 */
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type {
  CollectedItem,
  CollectedPlaces,
  CollectedResponse,
  Collection,
  CollectionResponse,
  CollectionsResponse,
  ItemsChanged,
  NewItemsResponse,
  SavedCounts,
  SavedSearch,
  SavedSearchesResponse,
} from '#contract/saved.ts';
import { getJson, remove, sendJson } from './api-client.ts';
import { fewAtATime } from './few-at-a-time.ts';
import { useChange } from './use-change.ts';

const SEARCHES = '/saved-searches';
const COLLECTIONS = '/collections';
const COLLECTED = '/collected';
const of = (base: string, id: string) => `${base}/${encodeURIComponent(id)}`;

/** The list of saved searches, and what one of them finds. */
const LIST = [SEARCHES, 'list'];
const found = (id: string) => [SEARCHES, 'found', id];

/** To count, the server runs the search whole. */
const counting = fewAtATime(3);

export function useSavedSearches() {
  return useQuery({
    queryKey: LIST,
    queryFn: ({ signal }) => getJson<SavedSearchesResponse>(SEARCHES, signal),
    staleTime: 0,
  });
}

/** What each of these saved searches finds now, in their order; they arrive one by one. */
export function useSavedCounts(ids: readonly string[]) {
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: [...found(id), 'counts'],
      queryFn: ({ signal }: { signal: AbortSignal }) => counting(() => getJson<SavedCounts>(`${of(SEARCHES, id)}/counts`, signal), signal),
      // What is new may have changed since: these counts are never shown from memory alone.
      staleTime: 0,
    })),
  });
}

export function useNewItems(id: string, page: number) {
  const path = `${of(SEARCHES, id)}/new?page=${page}`;
  return useQuery({
    queryKey: [...found(id), path],
    queryFn: ({ signal }) => getJson<NewItemsResponse>(path, signal),
    placeholderData: keepPreviousData,
  });
}

export function useCollections() {
  return useQuery({
    queryKey: [COLLECTIONS, COLLECTIONS],
    queryFn: ({ signal }) => getJson<CollectionsResponse>(COLLECTIONS, signal),
    staleTime: 0,
  });
}

/** The collections that hold an item, each with its note on it. */
export function useCollectedPlaces(item: string) {
  const path = of(COLLECTED, item);
  return useQuery({
    queryKey: [COLLECTIONS, path],
    queryFn: async ({ signal }) => (await getJson<CollectedPlaces>(path, signal)).places,
    staleTime: 0,
  });
}

const NONE: ReadonlySet<string> = new Set();

/** The ids of all items that are in a collection: asked for once, and anew when a collection was changed here. `enabled`: this server keeps collections. */
export function useCollected(enabled: boolean): ReadonlySet<string> {
  const { data } = useQuery({
    queryKey: [COLLECTIONS, COLLECTED],
    queryFn: ({ signal }) => getJson<CollectedResponse>(COLLECTED, signal),
    select: toSet,
    enabled,
  });
  return data ?? NONE;
}

function toSet({ items }: { items: readonly string[] }): ReadonlySet<string> {
  return new Set(items);
}

export function useCollection(id: string, page: number) {
  const path = `${of(COLLECTIONS, id)}?page=${page}`;
  return useQuery({
    queryKey: [COLLECTIONS, path],
    queryFn: ({ signal }) => getJson<CollectionResponse>(path, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

const list = () => [LIST];
const listAndFound = ({ id }: { id: string }) => [LIST, found(id)];
const collections = () => [[COLLECTIONS]];
const lists = () => [
  [COLLECTIONS, COLLECTIONS],
  [COLLECTIONS, COLLECTED],
];

export function useSaveSearch() {
  return useChange(list, (input: { name: string; note: string; search: string }) => sendJson<SavedSearch>('POST', SEARCHES, input));
}
export function useChangeSearch() {
  return useChange(listAndFound, ({ id, ...change }: { id: string; name: string; note: string }) =>
    sendJson<SavedSearch>('PATCH', of(SEARCHES, id), change),
  );
}
export function useMarkSeen() {
  return useChange(listAndFound, ({ id, shown }: { id: string; shown: string }) =>
    sendJson<SavedSearch>('POST', `${of(SEARCHES, id)}/seen`, { shown }),
  );
}
export function useRemoveSearch() {
  return useChange(list, (id: string) => remove(of(SEARCHES, id)));
}
export function useRestoreSearch() {
  return useChange(list, (id: string) => sendJson<SavedSearch>('POST', `${of(SEARCHES, id)}/restore`, {}));
}

export function useAddCollection() {
  return useChange(collections, (input: { name: string; note: string }) => sendJson<Collection>('POST', COLLECTIONS, input));
}
export function useChangeCollection() {
  return useChange(collections, ({ id, ...change }: { id: string; name: string; note: string }) =>
    sendJson<Collection>('PATCH', of(COLLECTIONS, id), change),
  );
}
export function useRemoveCollection() {
  // The collection itself is not asked for again, since it is gone.
  return useChange(lists, (id: string) => remove(of(COLLECTIONS, id)));
}
export function useRestoreCollection() {
  return useChange(collections, (id: string) => sendJson<Collection>('POST', `${of(COLLECTIONS, id)}/restore`, {}));
}

/** Everything that the dialog of one item changes, in this order: what a collection holds of it now, by id of the collection. */
export interface ItemChange {
  readonly add: readonly { readonly id: string; readonly note: string }[];
  readonly note: readonly { readonly id: string; readonly note: string }[];
  readonly takeOut: readonly string[];
}
export function useChangePlaces() {
  return useChange(collections, async ({ item, add, note, takeOut }: ItemChange & { item: string }) => {
    for (const { id, note: words } of add) await sendJson<CollectedItem>('POST', `${of(COLLECTIONS, id)}/items`, { item, note: words });
    for (const { id, note: words } of note) await sendJson<CollectedItem>('PATCH', itemPath(id, item), { note: words });
    for (const id of takeOut) await remove(itemPath(id, item));
  });
}
/** Adds many items to each of these collections, or takes them out; tells what was done in each. */
export function useChangeItems() {
  return useChange(
    collections,
    ({ changes }: { changes: readonly { id: string; add?: readonly string[]; takeOut?: readonly string[] }[] }) =>
      Promise.all(
        changes.map(({ id, add = [], takeOut = [] }) => sendJson<ItemsChanged>('PATCH', `${of(COLLECTIONS, id)}/items`, { add, takeOut })),
      ),
  );
}
export function useNoteItem() {
  return useChange(collections, ({ id, item, note }: { id: string; item: string; note: string }) =>
    sendJson<CollectedItem>('PATCH', itemPath(id, item), { note }),
  );
}
export function useRemoveItem() {
  return useChange(collections, ({ id, item }: { id: string; item: string }) => remove(itemPath(id, item)));
}
export function useRestoreItem() {
  return useChange(collections, ({ id, item }: { id: string; item: string }) =>
    sendJson<CollectedItem>('POST', `${itemPath(id, item)}/restore`, {}),
  );
}

function itemPath(id: string, item: string): string {
  return `${of(COLLECTIONS, id)}/items/${encodeURIComponent(item)}`;
}
