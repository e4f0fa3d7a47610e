/**
 * Saved searches over the index: what each finds now, and what of it is new. An item is new to a search that it matches until it has been
 * marked as seen, once and for all: indexing it again, or a new version of its letter, does not make it new. Searches are run whole, one
 * when it is asked for, and let other requests in between.
 */
import { AppError } from '#contract/problem.ts';
import type { NewItemsResponse, SavedCounts, SavedSearch, SavedSearchParams } from '#contract/saved.ts';
import { type Question, readQuestion } from '../domain/question/read-question.ts';
import { gently } from '../domain/results/gently.ts';
import { explainBy, toHit } from '../domain/results/hits.ts';
import type { KeptStore, SearchChange } from '../library/kept-store.ts';
import type { SearchIndex } from '../search/port.ts';
import type { NewItemLists } from './new-item-lists.ts';
import { readItems } from './read-items.ts';

export interface SearchDeps {
  readonly index: SearchIndex;
  readonly store: KeptStore;
  readonly shown: NewItemLists;
  /** The search that some parameters mean. Throws AppError `bad-request`. */
  readonly read: (params: string) => SavedSearchParams;
  readonly now: () => Date;
}

/** Saves a search; what it finds now is seen. Throws AppError `bad-request`, `bad-query`, `saved-conflict`, `library-unavailable`. */
export async function saveSearch(
  deps: SearchDeps,
  input: { name: string; search: string; note: string },
  signal?: AbortSignal,
): Promise<SavedSearch> {
  const items = await matching(deps, input.search, signal);
  return deps.store.addSearch(input, items, deps.now().toISOString());
}

/** Changes what is given; another search is seen as far as it matches now. */
export async function changeSearch(deps: SearchDeps, id: string, change: SearchChange, signal?: AbortSignal): Promise<SavedSearch> {
  const { search } = change;
  const another = search !== undefined && search !== (await deps.store.search(id)).search;
  const seen = another ? { items: await matching(deps, search, signal), at: deps.now().toISOString() } : null;
  return deps.store.changeSearch(id, change, seen);
}

/** What a search finds now. One that cannot be read any more says why. */
export async function countSearch(deps: SearchDeps, id: string, signal?: AbortSignal): Promise<SavedCounts> {
  const stored = await deps.store.search(id);
  try {
    const { items, asCase } = await found(deps, stored.search, signal);
    const seen = await deps.store.seenBy(id);
    const unseen = new Set(items.filter((item) => !seen.has(item)));
    return { total: items.length, asCase, newItems: unseen.size, shown: deps.shown.keep(stored, unseen), problem: null };
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'bad-query' && error.code !== 'bad-request')) throw error;
    return { total: null, asCase: false, newItems: null, shown: null, problem: error.message };
  }
}

/** Marks a list of new items that was shown as seen; what matches since stays new. Throws AppError `saved-outdated` where it is not known. */
export async function markSeen({ store, shown, now }: SearchDeps, id: string, list: string): Promise<SavedSearch> {
  const items = shown.get(await store.search(id), list);
  if (items === null)
    throw new AppError('saved-outdated', 'The list of new items that was shown is not known (any more); nothing was marked');
  return store.addSeen(id, [...items], now().toISOString());
}

/** One page of the new items, in the order of the search. */
export async function newItems(
  deps: SearchDeps,
  id: string,
  { page, size }: { page: number; size: number },
  signal?: AbortSignal,
): Promise<NewItemsResponse> {
  const { index, store } = deps;
  const stored = await store.search(id);
  const params = deps.read(stored.search);
  const question = await readQuestion(index, params, signal);
  const seen = await store.seenBy(id);
  const unseen: { itemId: string; letterId: string }[] = [];
  let total = 0;
  for await (const batch of gently(index.each({ ...whereOf(question), sort: params.sort, rank: question.rank }, signal))) {
    total += batch.length;
    for (const { itemId, letterId } of batch) if (!seen.has(itemId)) unseen.push({ itemId, letterId });
  }
  const by = explainBy(question.understanding);
  const read = await readItems(index, unseen.slice((page - 1) * size, page * size));
  const shown = deps.shown.keep(stored, new Set(unseen.map(({ itemId }) => itemId)));
  return {
    search: stored,
    counts: { total, asCase: question.asCase, newItems: unseen.length, shown, problem: null },
    page,
    size,
    pages: Math.ceil(unseen.length / size),
    hits: read.flatMap((one) => (one === null ? [] : [toHit(one.determination, one.item, 'all', by)])),
  };
}

/** The ids of all items that a search finds now, in no particular order. */
async function matching(deps: SearchDeps, params: string, signal?: AbortSignal): Promise<string[]> {
  return (await found(deps, params, signal)).items;
}

/** The same, and whether the search is a case told in words: then they are what is like it. */
async function found({ index, read }: SearchDeps, params: string, signal?: AbortSignal): Promise<{ items: string[]; asCase: boolean }> {
  const question = await readQuestion(index, read(params), signal);
  const items: string[] = [];
  for await (const batch of gently(index.each({ ...whereOf(question), sort: null }, signal)))
    for (const { itemId } of batch) items.push(itemId);
  return { items, asCase: question.asCase };
}

function whereOf({ where, filters }: Question): Pick<Question, 'where' | 'filters'> {
  return { where, filters };
}
