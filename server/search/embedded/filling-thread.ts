/**
 * The one filler of the columns that the answering threads share: the start of its thread. An answering thread that sees a newer state of the index
 * asks it through a channel of their own, and sleeps until the columns are filled as far.
 */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { inTransaction } from '../../storage/sqlite.ts';
import { type ToldError, tellError } from '../../threads/calls.ts';
import { ColumnFiller, type SharedColumns } from './columns.ts';
import { openToRead } from './database.ts';

/** What an answering thread is given to reach the filler: it posts a word and sleeps on the cell until that is 1. */
export interface ToFiller {
  readonly port: MessagePort;
  readonly cell: SharedArrayBuffer;
}

/** What the filler answers before it wakes the asker. */
export type Filled = { readonly columns: SharedColumns } | { readonly error: ToldError };

const { file } = workerData as { file: string };
const opened = openToRead(file);
if (opened === null) throw new Error('the index file is not there');
const { db } = opened;
const filler = new ColumnFiller(db);
const state = db.prepare('SELECT tick FROM state');

function filled(): Filled {
  try {
    return { columns: inTransaction(db, 'read', () => filler.fill(Number(state.get()?.['tick']))) };
  } catch (error) {
    return { error: tellError(error) };
  }
}

parentPort?.on('message', ({ port, cell }: ToFiller) => {
  const woken = new Int32Array(cell);
  port.on('message', () => {
    port.postMessage(filled());
    Atomics.store(woken, 0, 1);
    Atomics.notify(woken, 0);
  });
});
parentPort?.postMessage('ready');
