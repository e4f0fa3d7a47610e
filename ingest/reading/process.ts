/**
 * A process that reads letters, one after the other, until it is let go. Arguments: the module whose `readLetters` reads, the process
 * that started this one, and the most bytes of memory. A process and no thread: a thread whose heap is full takes the others along.
 */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LetterResults, ReadFile } from '../pipeline.ts';
import type { RowPlace } from '../split/row-place.ts';
import { faultOf } from './fault.ts';
import type { Job, Told } from './messages.ts';

const [module = '', parent, mostBytes] = process.argv.slice(2);
const tell = (told: Told) => process.send?.(told);

// Compiled once and not by each process anew, which is half of what a start costs; where nothing can be written, that is left out.
enableCompileCache(join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'compiled'));

const guard = new Worker(new URL('./guard.ts', import.meta.url), {
  workerData: { parent: Number(parent), mostBytes: Number(mostBytes) },
});
await new Promise((resolve) => guard.once('online', resolve));
guard.unref();

const { readLetters }: { readLetters: ReadFile } = await import(module);

process.on('disconnect', () => process.exit());
// Ctrl-C reaches every process of a terminal; the one that was started there decides what becomes of a letter that is being read.
process.on('SIGINT', () => undefined);
process.on('message', ({ bytes, fileName, row }: Job) => {
  const results = row === undefined ? readLetters(bytes, fileName) : readRow(bytes, fileName, row);
  results.then(
    (read) => tell({ kind: 'read', results: read, memoryBytes: process.memoryUsage.rss() }),
    (error: unknown) => tell({ kind: 'fault', fault: faultOf(error), memoryBytes: process.memoryUsage.rss() }),
  );
});

/** A row of a table, or of a file of letters. */
async function readRow(bytes: Uint8Array, fileName: string, row: RowPlace): Promise<LetterResults> {
  if (row.mediaType !== undefined) return [(await import('../programmes/read-table-row.ts')).readTableRow(bytes, fileName, row)];
  return [await (await import('../split/row.ts')).readRow(bytes, fileName, row)];
}

tell({ kind: 'ready' });
