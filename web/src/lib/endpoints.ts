/**
 * One query hook for each endpoint. The query string in the key is the request, so a late answer to an old request can never
 * be shown for a new one; TanStack Query aborts requests nobody waits for through the signal.
 */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  DeterminationResponseSchema,
  FieldsResponseSchema,
  type RatesRequest,
  RatesResponseSchema,
  SearchResponseSchema,
  StatsResponseSchema,
  TextResponseSchema,
  UnreadableResponseSchema,
} from '#contract/api.ts';
import { getJson } from './api-client.ts';
import { type NarrowingState, type SearchState, withParams, writeNarrowing, writeSearch } from './url-state.ts';

function useGet<S extends z.ZodType>(schema: S, path: string, keep: boolean) {
  return useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => getJson(schema, path, signal),
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** The page of results; the one before stays in sight while the next loads. */
export function useSearch(state: SearchState) {
  return useGet(SearchResponseSchema, withParams('/search', writeSearch(state)), true);
}

export function useRates(by: RatesRequest['by'], state: NarrowingState) {
  const params = writeNarrowing(state);
  params.set('by', by);
  return useGet(RatesResponseSchema, withParams('/rates', params), true);
}

/** `version`: a sha-256, or null for the current one. */
export function useDetermination(id: string, version: string | null) {
  return useGet(DeterminationResponseSchema, withParams(`/determinations/${encodeURIComponent(id)}`, letterParams(version)), false);
}

/** The letter's text, with the words of `q` marked; `summary`: in the clinical case summary as well. */
export function useLetterText(id: string, version: string | null, words: { q: string; summary: boolean }) {
  const params = letterParams(version);
  if (words.q !== '') params.set('q', words.q);
  if (words.q !== '' && words.summary) params.set('summary', 'true');
  return useGet(TextResponseSchema, withParams(`/determinations/${encodeURIComponent(id)}/text`, params), false);
}

export function useStats() {
  return useGet(StatsResponseSchema, '/stats', false);
}

export function useUnreadable(page: number, size: number) {
  return useGet(UnreadableResponseSchema, `/unreadable?page=${page}&size=${size}`, true);
}

export function useFields() {
  return useGet(FieldsResponseSchema, '/fields', false);
}

function letterParams(version: string | null): URLSearchParams {
  return new URLSearchParams(version === null ? [] : [['version', version]]);
}
