/**
 * The case that was sent last, so that going to a similar case and back, or loading the page anew, finds the list again. A described case is kept in the storage of
 * this browser tab alone, and goes with the tab; a file is gone when the page is loaded anew. Neither is in an address.
 */
import { useSyncExternalStore } from 'react';
import { SIMILAR_TEXT_LIMIT } from '#contract/limits.ts';
import type { SentCase } from '../../lib/similar-endpoints.ts';

const KEY = 'imr-case';
/** `sent`: it was compared; else it is being written. */
interface Kept {
  readonly text: string;
  readonly sent: boolean;
}

let turns = 1;
let sent = keptCase();
const listeners = new Set<() => void>();

export function sendCase(letter: string | File, item: number): void {
  turns += 1;
  sent = { letter, item, turn: turns };
  // A file leaves alone what was typed.
  if (typeof letter === 'string') keep({ text: letter, sent: true });
  tell();
}

/** Back to the form: with the text of a described case in it, or after a letter with what was typed before. */
export function leaveCase(): void {
  if (typeof sent?.letter === 'string') keepDraft(sent.letter);
  sent = null;
  tell();
}

/** The case is gone, and what was typed with it. */
export function forgetCase(): void {
  sent = null;
  keep(null);
  tell();
}

/** What is typed, and not compared yet. */
export function keepDraft(text: string): void {
  keep(text === '' ? null : { text, sent: false });
}

/** What was typed last; empty where there is nothing. */
export function keptDraft(): string {
  return read()?.text ?? '';
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

function tell(): void {
  for (const listener of listeners) listener();
}

function keptCase(): SentCase | null {
  const kept = read();
  return kept?.sent ? { letter: kept.text, item: 1, turn: turns } : null;
}

/** A browser that keeps nothing for a page loses the case when the page is loaded anew, and nothing else. */
function keep(kept: Kept | null): void {
  try {
    if (kept === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // It is then in this page alone.
  }
}

function read(): Kept | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isKept(kept: unknown): kept is Kept {
  if (typeof kept !== 'object' || kept === null || !('text' in kept && 'sent' in kept)) return false;
  const { text, sent: compared } = kept;
  return typeof text === 'string' && text !== '' && text.length <= SIMILAR_TEXT_LIMIT && typeof compared === 'boolean';
}
