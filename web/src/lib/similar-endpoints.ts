/** Similar cases of an item of the index, of a told case and of a letter. What is sent is not stored, here or on the server. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CRITERIA, type Criterion } from '#contract/lists.ts';
import type { SimilarResponse } from '#contract/similar.ts';
import { getJson, postJson } from './api-client.ts';
import type { ItemRef } from './item-links.ts';
import { type NarrowingState, readNarrowing, withParams, writeNarrowing } from './url-state.ts';

/** What narrows the neighbours, and what does not count. */
export interface SimilarState {
  readonly narrowing: NarrowingState;
  readonly without: readonly Criterion[];
}

/** A case that was told or a letter that was chosen; `turn` tells one sending from the next. */
export interface SentCase {
  readonly letter: string | File;
  /** A file is a letter; a text is a case in words. */
  readonly item: number;
  readonly turn: number;
}

export function readSimilar(params: URLSearchParams): SimilarState {
  const without = CRITERIA.filter((criterion) => params.getAll('without').includes(criterion));
  return { narrowing: { ...readNarrowing(params), q: '', summary: false, literal: [] }, without };
}

export function writeSimilar({ narrowing, without }: SimilarState): URLSearchParams {
  const params = writeNarrowing({ ...narrowing, q: '', summary: false, literal: [] });
  for (const criterion of without) params.append('without', criterion);
  return params;
}

export function useSimilarToItem(item: ItemRef, state: SimilarState) {
  const path = withParams(`/determinations/${encodeURIComponent(item.letterId)}/items/${item.number}/similar`, writeSimilar(state));
  return useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => getJson<SimilarResponse>(path, signal),
    placeholderData: keepPreviousData,
  });
}

/** Nothing is asked while there is no case. */
export function useSimilarToSent(sent: SentCase | null, state: SimilarState) {
  const params = writeSimilar(state);
  const isText = typeof sent?.letter === 'string';
  if (sent !== null && !isText) params.set('item', String(sent.item));
  const path = withParams(isText ? '/similar/case' : '/similar/letter', params);
  return useQuery({
    queryKey: ['sent', sent?.turn ?? null, path],
    queryFn: ({ signal }) =>
      postJson<SimilarResponse>(path, sent?.letter ?? '', isText ? 'text/plain' : 'application/octet-stream', signal),
    enabled: sent !== null,
    placeholderData: (before, query) => (query?.queryKey[1] === sent?.turn ? before : undefined),
    retry: false,
  });
}
