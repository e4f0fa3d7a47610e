/**
 * A letter of the reader's own: the text in the form, and how the one sent last was read. Kept in this page alone, so that going on
 * and back finds both again; gone when the page is closed or loaded anew; in no address and in no storage of the browser.
 */
import { useSyncExternalStore } from 'react';
import type { ExplainResponse } from '#contract/api.ts';

interface OwnLetter {
  /** What stands in the form. */
  readonly text: string;
  readonly read: ExplainResponse | null;
  /** What was sent last, so that another letter of the same file can be asked for. */
  readonly sent: string | File | null;
}

let own: OwnLetter = { text: '', read: null, sent: null };
const listeners = new Set<() => void>();

export function keepOwn(part: Partial<OwnLetter>): void {
  own = { ...own, ...part };
  for (const listener of listeners) listener();
}

export function useOwnLetter(): OwnLetter {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => own,
  );
}
