/** Saved searches and collections: what is asked and what is changed. A change has every list of them asked anew. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  CollectedItemSchema,
  CollectionResponseSchema,
  CollectionSchema,
  CollectionsResponseSchema,
  NewItemsResponseSchema,
  SavedSearchesResponseSchema,
  SavedSearchSchema,
} from '#contract/saved.ts';
import { getJson, remove, sendJson } from './api-client.ts';

const SEARCHES = '/saved-searches';
const COLLECTIONS = '/collections';
const of = (base: string, id: string) => `${base}/${encodeURIComponent(id)}`;

export function useSavedSearches() {
  return useQuery({
    queryKey: [SEARCHES],
    queryFn: ({ signal }) => getJson(SavedSearchesResponseSchema, SEARCHES, signal),
    // What is new may have changed since: these counts are never shown from memory alone.
    staleTime: 0,
  });
}

export function useNewItems(id: string, page: number) {
  const path = `${of(SEARCHES, id)}/new?page=${page}`;
  return useQuery({
    queryKey: [SEARCHES, path],
    queryFn: ({ signal }) => getJson(NewItemsResponseSchema, path, signal),
    placeholderData: keepPreviousData,
  });
}

/** `item`: only the collections that hold it. */
export function useCollections(item?: string, enabled = true) {
  const path = item === undefined ? COLLECTIONS : `${COLLECTIONS}?${new URLSearchParams({ item })}`;
  return useQuery({
    queryKey: [COLLECTIONS, path],
    queryFn: ({ signal }) => getJson(CollectionsResponseSchema, path, signal),
    enabled,
    staleTime: 0,
  });
}

export function useCollection(id: string, page: number) {
  const path = `${of(COLLECTIONS, id)}?page=${page}`;
  return useQuery({
    queryKey: [COLLECTIONS, path],
    queryFn: ({ signal }) => getJson(CollectionResponseSchema, path, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

function useChange<A, R>(base: string, change: (asked: A) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => client.invalidateQueries({ queryKey: [base] }) });
}

export function useSaveSearch() {
  return useChange(SEARCHES, (input: { name: string; note: string; search: string }) =>
    sendJson(SavedSearchSchema, 'POST', SEARCHES, input),
  );
}
export function useChangeSearch() {
  return useChange(SEARCHES, ({ id, ...change }: { id: string; name: string; note: string }) =>
    sendJson(SavedSearchSchema, 'PATCH', of(SEARCHES, id), change),
  );
}
export function useMarkSeen() {
  return useChange(SEARCHES, (id: string) => sendJson(SavedSearchSchema, 'POST', `${of(SEARCHES, id)}/seen`, {}));
}
export function useRemoveSearch() {
  return useChange(SEARCHES, (id: string) => remove(of(SEARCHES, id)));
}

export function useAddCollection() {
  return useChange(COLLECTIONS, (input: { name: string; note: string }) => sendJson(CollectionSchema, 'POST', COLLECTIONS, input));
}
export function useChangeCollection() {
  return useChange(COLLECTIONS, ({ id, ...change }: { id: string; name: string; note: string }) =>
    sendJson(CollectionSchema, 'PATCH', of(COLLECTIONS, id), change),
  );
}
export function useRemoveCollection() {
  return useChange(COLLECTIONS, (id: string) => remove(of(COLLECTIONS, id)));
}

export function useCollectItem() {
  return useChange(COLLECTIONS, ({ id, ...input }: { id: string; item: string; note: string }) =>
    sendJson(CollectedItemSchema, 'POST', `${of(COLLECTIONS, id)}/items`, input),
  );
}
export function useNoteItem() {
  return useChange(COLLECTIONS, ({ id, item, note }: { id: string; item: string; note: string }) =>
    sendJson(CollectedItemSchema, 'PATCH', `${of(COLLECTIONS, id)}/items/${encodeURIComponent(item)}`, { note }),
  );
}
export function useRemoveItem() {
  return useChange(COLLECTIONS, ({ id, item }: { id: string; item: string }) =>
    remove(`${of(COLLECTIONS, id)}/items/${encodeURIComponent(item)}`),
  );
}
