/** What an answering thread and the filler of the columns have between them: a channel, and a cell that one sleeps on until the other wakes it. */
import type { MessagePort } from 'node:worker_threads';
import type { ToldError } from '../../threads/calls.ts';
import type { SharedColumns } from './columns.ts';

/** What an answering thread is given to reach the filler: it posts a word and sleeps on the cell until that is 1. */
export interface ToFiller {
  readonly port: MessagePort;
  readonly cell: SharedArrayBuffer;
}

/** What the filler answers before it wakes the asker. */
export type Filled = { readonly columns: SharedColumns } | { readonly error: ToldError };

/** Wakes who sleeps on a cell. */
export function wake(cell: SharedArrayBuffer): void {
  const woken = new Int32Array(cell);
  Atomics.store(woken, 0, 1);
  Atomics.notify(woken, 0);
}
