/**
 * Saved searches over the index: what each finds now, and what of it is new. An item is new to a search that it matches until it has been
 * marked as seen, once and for all: indexing it again, or a new version of its letter, does not make it new.
 */
import { AppError } from '#contract/problem.ts';
import type { NewItemsResponse, SavedSearch, SavedSearchParams } from '#contract/saved.ts';
import { type Asked, askedBy } from '../domain/asked.ts';
import { explainBy, toHit } from '../domain/hits.ts';
import type { SearchIndex } from '../search/port.ts';
import { readItems } from './read-items.ts';
import type { SavedStore, SearchChange, StoredSearch } from './saved.ts';

export interface SearchDeps {
  readonly index: SearchIndex;
  readonly store: SavedStore;
  /** The search that some parameters mean. Throws AppError `bad-request`. */
  readonly read: (params: string) => SavedSearchParams;
  readonly now: () => Date;
}

/** Every saved search with its counts. One that cannot be read any more says why, and hinders no other. */
export async function listSearches(deps: SearchDeps, signal?: AbortSignal): Promise<SavedSearch[]> {
  const listed: SavedSearch[] = [];
  for (const stored of deps.store.searches()) listed.push(await counted(deps, stored, signal));
  return listed;
}

export async function readSearch(deps: SearchDeps, id: string, signal?: AbortSignal): Promise<SavedSearch> {
  return counted(deps, deps.store.search(id), signal);
}

/** Saves a search; what it finds now is seen. Throws AppError `bad-request`, `bad-query`, `saved-conflict`, `saved-unavailable`. */
export async function saveSearch(
  deps: SearchDeps,
  input: { name: string; search: string; note: string },
  signal?: AbortSignal,
): Promise<SavedSearch> {
  const items = await matching(deps, input.search, signal);
  return withCounts(deps.store.addSearch(input, items, deps.now().toISOString()), items.length, 0);
}

/** Changes what is given; another search is seen as far as it matches now. */
export async function changeSearch(deps: SearchDeps, id: string, change: SearchChange, signal?: AbortSignal): Promise<SavedSearch> {
  const { search } = change;
  const another = search !== undefined && search !== deps.store.search(id).search;
  const seen = another ? { items: await matching(deps, search, signal), at: deps.now().toISOString() } : null;
  return counted(deps, deps.store.changeSearch(id, change, seen), signal);
}

/** Marks what matches now as seen. */
export async function markSeen(deps: SearchDeps, id: string, signal?: AbortSignal): Promise<SavedSearch> {
  const items = await matching(deps, deps.store.search(id).search, signal);
  return withCounts(deps.store.addSeen(id, items, deps.now().toISOString()), items.length, 0);
}

/** One page of the new items, in the order of the search. */
export async function newItems(
  deps: SearchDeps,
  id: string,
  { page, size }: { page: number; size: number },
  signal?: AbortSignal,
): Promise<NewItemsResponse> {
  const { index, store } = deps;
  const stored = store.search(id);
  const params = deps.read(stored.search);
  const asked = await askedBy(index, params, signal);
  const seen = store.seenBy(id);
  const unseen: { itemId: string; letterId: string }[] = [];
  let total = 0;
  for await (const batch of index.each({ ...question(asked), sort: params.sort, rank: asked.rank }, signal)) {
    total += batch.length;
    for (const hit of batch) if (!seen.has(hit.itemId)) unseen.push({ itemId: hit.itemId, letterId: hit.letterId });
  }
  const by = explainBy(asked.understanding);
  const found = await readItems(index, unseen.slice((page - 1) * size, page * size));
  return {
    search: withCounts(stored, total, unseen.length),
    page,
    size,
    pages: Math.ceil(unseen.length / size),
    hits: found.flatMap((one) => (one === null ? [] : [toHit(one.determination, one.item, 'all', by)])),
  };
}

async function counted(deps: SearchDeps, stored: StoredSearch, signal?: AbortSignal): Promise<SavedSearch> {
  try {
    const items = await matching(deps, stored.search, signal);
    const seen = deps.store.seenBy(stored.id);
    return withCounts(stored, items.length, items.filter((item) => !seen.has(item)).length);
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'bad-query' && error.code !== 'bad-request')) throw error;
    return { ...stored, total: null, newItems: null, problem: error.message };
  }
}

/** The ids of all items that a search finds now. */
async function matching({ index, read }: SearchDeps, params: string, signal?: AbortSignal): Promise<string[]> {
  const asked = await askedBy(index, read(params), signal);
  const items: string[] = [];
  for await (const batch of index.each({ ...question(asked), sort: 'case' }, signal)) for (const { itemId } of batch) items.push(itemId);
  return items;
}

function question({ where, filters }: Asked): Pick<Asked, 'where' | 'filters'> {
  return { where, filters };
}

function withCounts(stored: StoredSearch, total: number, unseen: number): SavedSearch {
  return { ...stored, total, newItems: unseen, problem: null };
}
