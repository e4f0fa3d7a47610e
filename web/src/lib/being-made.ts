/** What the server is still making: it says so and how far it is, and is asked again until it is there. */
import { type QueryCache, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { ApiError } from './api-client.ts';
import { countWords, numberWords } from './words.ts';

/** How soon it is asked again, in milliseconds. */
export const ASKED_AGAIN_MS = 2_000;

/** Whether the index of a snapshot is being made. */
export function isBeingMade(error: unknown): error is ApiError {
  return error instanceof ApiError && error.code === 'snapshot-building';
}

/** How far it is in words, for whoever shows a page that waits for it: "600 of 39,238 letters are in it"; null: nothing is waited for. `what` a library counts. */
export function useBeingMade(what: string): string | null {
  const cache = useQueryClient().getQueryCache();
  const told = useCallback(() => farIn(cache, what), [cache, what]);
  return useSyncExternalStore(
    useCallback((changed: () => void) => cache.subscribe(changed), [cache]),
    told,
    told,
  );
}

/** Of the questions that are asked again, what the last refusal said. */
function farIn(cache: QueryCache, what: string): string | null {
  for (const { state } of cache.getAll()) {
    const { fetchFailureReason: reason, fetchStatus } = state;
    if (fetchStatus === 'fetching' && isBeingMade(reason)) return madeWords(reason, what);
  }
  return null;
}

function madeWords({ progress }: ApiError, what: string): string {
  return progress ? `${numberWords(progress.done)} of ${countWords(progress.of, what)} are in it` : 'it is about to begin';
}
