/**
 * The case that was sent last, kept in this page alone, so that going to a neighbor and back finds the list again. It is gone when
 * the page is closed or loaded anew; it is in no address and in no storage of the browser.
 */
import { useSyncExternalStore } from 'react';
import type { SentCase } from '../../lib/similar-endpoints.ts';

let sent: SentCase | null = null;
let turns = 0;
const listeners = new Set<() => void>();

export function sendCase(letter: string | File, item: number): void {
  turns += 1;
  sent = { letter, item, turn: turns };
  for (const listener of listeners) listener();
}

export function forgetCase(): void {
  sent = null;
  for (const listener of listeners) listener();
}

export function useSentCase(): SentCase | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => sent,
  );
}
