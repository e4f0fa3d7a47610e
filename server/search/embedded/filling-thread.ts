/**
 * The one filler of the columns that the answering threads share: the start of its thread. An answering thread that sees a newer state of the index
 * asks it through a channel of their own, and sleeps until the columns are filled as far.
 */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { inTransaction } from '../../storage/sqlite.ts';
import { END, tellError } from '../../threads/calls.ts';
import { endThread } from '../../threads/serve-calls.ts';
import { ColumnFiller } from './columns.ts';
import { openToRead } from './database.ts';
import { type Filled, type ToFiller, wake } from './fill-cell.ts';

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

const askers: MessagePort[] = [];
parentPort?.on('message', (said: ToFiller | typeof END) => {
  if (said === END) {
    return endThread(() => {
      for (const asker of askers) asker.close();
      db.close();
    });
  }
  const { port, cell } = said;
  askers.push(port);
  port.on('message', () => {
    port.postMessage(filled());
    wake(cell);
  });
});
parentPort?.postMessage('ready');
