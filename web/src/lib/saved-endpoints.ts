/**
 * Saved searches and collections: what is asked and what is changed. A change has asked anew what it may have changed: of collections
 * every list, of saved searches the list and what the changed one finds.
 */
import { keepPreviousData, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  CollectedItem,
  Collection,
  CollectionResponse,
  CollectionsResponse,
  NewItemsResponse,
  SavedCounts,
  SavedSearch,
  SavedSearchesResponse,
} from '#contract/saved.ts';
import { getJson, remove, sendJson } from './api-client.ts';
import { fewAtATime } from './few-at-a-time.ts';

const SEARCHES = '/saved-searches';
const COLLECTIONS = '/collections';
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

/** `item`: only the collections that hold it. */
export function useCollections(item?: string, enabled = true) {
  const path = item === undefined ? COLLECTIONS : `${COLLECTIONS}?${new URLSearchParams({ item })}`;
  return useQuery({
    queryKey: [COLLECTIONS, path],
    queryFn: ({ signal }) => getJson<CollectionsResponse>(path, signal),
    enabled,
    staleTime: 0,
  });
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

/** `outdated`: the keys of what may have changed by it. */
function useChange<A, R>(outdated: (asked: A) => readonly (readonly string[])[], change: (asked: A) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: (_answer, _error, asked) => Promise.all(outdated(asked).map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
const list = () => [LIST];
const listAndFound = ({ id }: { id: string }) => [LIST, found(id)];
const collections = () => [[COLLECTIONS]];

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

export function useAddCollection() {
  return useChange(collections, (input: { name: string; note: string }) => sendJson<Collection>('POST', COLLECTIONS, input));
}
export function useChangeCollection() {
  return useChange(collections, ({ id, ...change }: { id: string; name: string; note: string }) =>
    sendJson<Collection>('PATCH', of(COLLECTIONS, id), change),
  );
}
export function useRemoveCollection() {
  return useChange(collections, (id: string) => remove(of(COLLECTIONS, id)));
}

export function useCollectItem() {
  return useChange(collections, ({ id, ...input }: { id: string; item: string; note: string }) =>
    sendJson<CollectedItem>('POST', `${of(COLLECTIONS, id)}/items`, input),
  );
}
export function useNoteItem() {
  return useChange(collections, ({ id, item, note }: { id: string; item: string; note: string }) =>
    sendJson<CollectedItem>('PATCH', `${of(COLLECTIONS, id)}/items/${encodeURIComponent(item)}`, { note }),
  );
}
export function useRemoveItem() {
  return useChange(collections, ({ id, item }: { id: string; item: string }) =>
    remove(`${of(COLLECTIONS, id)}/items/${encodeURIComponent(item)}`),
  );
}
