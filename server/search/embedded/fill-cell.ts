/** What an answering thread and the filler of the columns have between them: a channel, and a cell that one sleeps on until the other wakes it. */
import type { MessagePort } from 'node:worker_threads';
import type { ToldError } from '../../threads/calls.ts';
import type { SharedColumns } from './columns.ts';

/** What an answering thread is given to reach the filler: it posts a word and sleeps on the cell until that says that they are filled. */
export interface ToFiller {
  readonly port: MessagePort;
  readonly cell: SharedArrayBuffer;
}

/** What the filler answers before it wakes the asker. */
export type Filled = { readonly columns: SharedColumns } | { readonly error: ToldError };

/** What a cell says. A filler that is gone stays so: whoever asks then does not sleep. */
const ASKED = 0;
const FILLED = 1;
const GONE = 2;

/** Has the filler fill the columns, by `ask`, and sleeps until it has; false where it is gone. Throws where it takes longer than any fill does. */
export function sleepUntilFilled(cell: SharedArrayBuffer, ask: () => void, patienceMs: number): boolean {
  const told = new Int32Array(cell);
  if (Atomics.compareExchange(told, 0, FILLED, ASKED) === GONE) return false;
  ask();
  if (Atomics.wait(told, 0, ASKED, patienceMs) === 'timed-out') throw new Error('the filler of the columns does not answer');
  return Atomics.load(told, 0) !== GONE;
}

/** Wakes who sleeps on a cell: the columns are filled. */
export function wake(cell: SharedArrayBuffer): void {
  tell(cell, FILLED);
}

/** The same for good: there is no filler any more. */
export function tellGone(cell: SharedArrayBuffer): void {
  tell(cell, GONE);
}

function tell(cell: SharedArrayBuffer, what: number): void {
  const told = new Int32Array(cell);
  Atomics.store(told, 0, what);
  Atomics.notify(told, 0);
}
