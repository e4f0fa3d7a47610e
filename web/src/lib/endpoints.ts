/**
 * One query hook for each endpoint. The query string in the key is the request, so a late answer to an old request can never
 * be shown for a new one; TanStack Query aborts requests nobody waits for through the signal.
 */
import { keepPreviousData, type QueryClient, useMutation, useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  DeterminationResponse,
  ExplainResponse,
  FieldResponse,
  FieldsResponse,
  HiddenPart,
  ItemResponse,
  StatsResponse,
  TextResponse,
  UnreadableResponse,
} from '#contract/api.ts';
import { FIELDS, type KeywordField, typedName } from '#contract/fields.ts';
import type { SearchResponse } from '#contract/search.ts';
import type { SuggestResponse } from '#contract/suggest.ts';
import type { Labelled } from '#contract/understood.ts';
import { getJson, postJson } from './api-client.ts';
import { askedSearch, searchPath } from './asked-search.ts';
import { earlyPaths, takeEarly } from './early-answers.ts';
import { type NarrowingState, type SearchState, withFilter, withParams, writeNarrowing } from './url-state.ts';

/** One GET of a path below the API; `keep`: the answer of before stays while the next is on its way. */
export function useGet<T>(path: string, keep: boolean) {
  return useQuery({ ...toQuery<T>(path), ...(keep ? { placeholderData: keepPreviousData } : {}) });
}

/**
 * The same, where the answer of before stays only if it was asked for within the same: numbers of another snapshot, or of another page, would stand under the
 * name of this one. `within`: any name of it.
 */
export function useGetWithin<T>(path: string, within: string, enabled = true) {
  return useQuery({ ...toQuery<T>(path), placeholderData: useKeeping(path, within), enabled });
}

/** What is shown of an answer of before while that of `path` is on its way. */
function useKeeping(path: string, within: string) {
  // Within what each path was asked for here: others may ask for the same path within something else.
  const [asked] = useState(() => new Map<string, string>());
  asked.set(path, within);
  return <A>(before: A | undefined, query?: { readonly queryKey: readonly unknown[] }) =>
    asked.get(String(query?.queryKey[0])) === within ? before : undefined;
}

/** What numbers are of, whatever narrows them: a snapshot, or live, and the place that shows them. */
export function withinOf({ snapshot }: Pick<NarrowingState, 'snapshot'>, place = ''): string {
  return JSON.stringify([snapshot, place]);
}

function toQuery<T>(path: string) {
  return { queryKey: [path], queryFn: ({ signal }: { signal: AbortSignal }) => takeEarly<T>(path) ?? getJson<T>(path, signal) };
}

/** Puts the answers that were asked for early among those that are known; resolves when the last of them is there, or is known to fail. */
export async function keepEarly(client: QueryClient): Promise<void> {
  await Promise.all(earlyPaths().map((path) => client.prefetchQuery(toQuery(path))));
}

/** The page of results; the one before stays in sight while the next loads. */
export function useSearch(state: SearchState) {
  return useGetWithin<SearchResponse>(searchPath(state), withinOf(state));
}

/** A page of results that this tab has seen; nothing is asked for, so that it is undefined where it has not. */
export function useSeenSearch(state: SearchState | null) {
  return useQuery({ ...toQuery<SearchResponse>(state === null ? '' : searchPath(askedSearch(state))), enabled: false }).data;
}

/** What is found within a narrowing: what is made of its words, and its facets; of the items one alone. `place`: what shows it, where it is of one value. */
export function useFound(state: NarrowingState, place?: string, enabled = true) {
  return useGetWithin<SearchResponse>(foundPath(state), withinOf(state, place), enabled);
}

/** The facets within a narrowing as they are without any filter on `apart`; null where nothing is chosen there (the answer at hand has them itself). */
export function useFacetsWithout(state: NarrowingState, apart: readonly KeywordField[]) {
  const filters = apart.reduce((left, field) => withFilter(left, field, []), state.filters);
  const chosen = apart.some((field) => state.filters[field] !== undefined);
  const query = useGetWithin<SearchResponse>(foundPath({ ...state, filters }), withinOf(state), chosen);
  return chosen ? (query.data?.facets ?? null) : null;
}

function foundPath(state: NarrowingState): string {
  const params = writeNarrowing(state);
  params.set('size', '1');
  return withParams('/search', params);
}

/** Which reading of a letter is asked for: `version`: a sha-256, or null for the current one; `snapshot`: as of which, or null for now. */
export interface LetterAsked {
  readonly version: string | null;
  readonly snapshot: string | null;
}

export function useDetermination(id: string, asked: LetterAsked) {
  return useGet<DeterminationResponse>(withParams(`/determinations/${encodeURIComponent(id)}`, letterParams(asked)), false);
}

/** One disputed item of a letter. */
export function useItem(letterId: string, number: number) {
  return useQuery(askItem(letterId, number));
}

/** The same, for who asks when a button is pressed. */
export function askItem(letterId: string, number: number, snapshot: string | null = null) {
  const params = letterParams({ version: null, snapshot });
  return toQuery<ItemResponse>(withParams(`/determinations/${encodeURIComponent(letterId)}/items/${number}`, params));
}

/** The letter's text, with the words of `q` marked; `summary`: in the clinical case summary as well; `literal`: words taken as typed. */
export function useLetterText(id: string, asked: LetterAsked, words: { q: string; summary: boolean; literal: readonly string[] }) {
  const params = letterParams(asked);
  if (words.q !== '') {
    params.set('q', words.q);
    if (words.summary) params.set('summary', 'true');
    for (const typed of words.literal) params.append('literal', typed);
  }
  return useGet<TextResponse>(withParams(`/determinations/${encodeURIComponent(id)}/text`, params), false);
}

/** A letter of the index with each value explained. */
export function useExplained(id: string, asked: LetterAsked) {
  return useGet<ExplainResponse>(withParams(`/determinations/${encodeURIComponent(id)}/explain`, letterParams(asked)), false);
}

/** What is sent to be read: a letter as text or as a file, and of a file of several which of them, from 1. */
export interface SentFile {
  readonly file: string | File;
  readonly letter?: number;
}

/** Sends a letter, as text or as a file, to be read and explained; the server stores nothing of it. */
export function useExplainSent() {
  return useMutation({
    mutationFn: ({ file, letter }: SentFile) =>
      postJson<ExplainResponse>(
        letter === undefined ? '/explain' : `/explain?letter=${letter}`,
        file,
        typeof file === 'string' ? 'text/plain' : 'application/octet-stream',
      ),
    // The page keeps of it what it shows, and for as long as it says.
    gcTime: 0,
  });
}

export function useStats() {
  return useGet<StatsResponse>('/stats', false);
}

/**
 * What this server does not have, and whether nothing can be saved on it. While that is not known (`pending`), and where it cannot be told, it is
 * taken for one that has all.
 */
export function useLimits(): { pending: boolean; readOnly: boolean; hides: (part: HiddenPart) => boolean } {
  // One that failed is asked again by whatever is shown next, and would be pending again: what is shown would come and go without an end.
  const { data, isFetched } = useStats();
  const { readOnly = false, hidden = [] } = data ?? {};
  return { pending: !isFetched, readOnly, hides: (part) => hidden.includes(part) };
}

export function useUnreadable(page: number, size: number) {
  return useGet<UnreadableResponse>(`/unreadable?page=${page}&size=${size}`, true);
}

/**
 * What may be typed next, with what it was asked for; null: nothing is asked. The answer of before stays while the next is on its way. Without an answer
 * there are no suggestions, and nothing is said of it.
 */
export function useSuggested(typed: { readonly q: string; readonly caret: number } | null, state: NarrowingState) {
  const params = writeNarrowing({ ...state, q: typed?.q ?? '', literal: [] });
  params.set('caret', String(typed?.caret ?? 0));
  const path = withParams('/suggest', params);
  return useQuery({
    queryKey: [path],
    queryFn: async ({ signal }) => ({ asked: typed ?? { q: '', caret: 0 }, ...(await getJson<SuggestResponse>(path, signal)) }),
    placeholderData: useKeeping(path, withinOf(state)),
    enabled: typed !== null,
    retry: false,
  }).data;
}

/** What may be typed before a colon, without the values. */
export function useFields() {
  return useQuery({ ...toQuery<FieldsResponse>('/fields'), staleTime: Number.POSITIVE_INFINITY });
}

/** The values of these fields with their words, as far as they are known by now; none of a field without a closed list. */
export function useListedValues(fields: readonly KeywordField[]): (field: KeywordField) => readonly Labelled[] {
  const closed = [...new Set(fields)].filter((field) => FIELDS[field].list === 'closed');
  const answers = useQueries({
    queries: closed.map((field) => ({
      ...toQuery<FieldResponse>(`/fields/${typedName(field)}`),
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  return (field) => answers[closed.indexOf(field)]?.data?.values ?? [];
}

/** What of an address, or of a request, says which reading of a letter is meant. */
export function letterParams({ version, snapshot }: LetterAsked): URLSearchParams {
  return new URLSearchParams({ ...(version === null ? {} : { version }), ...(snapshot === null ? {} : { snapshot }) });
}
