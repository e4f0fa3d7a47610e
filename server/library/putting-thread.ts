/** The thread that puts letters for who loads many: the start of it. */
import { parentPort, workerData } from 'node:worker_threads';
import { tellError } from '../threads/calls.ts';
import { serveCalls } from '../threads/serve-calls.ts';
import type { NotReady } from '../threads/thread.ts';
import { openLetterWriter } from './letter-writer.ts';
import type { PutOptions } from './library.ts';
import { openLibraryFile, withPlainErrors } from './library-file.ts';
import type { PreparedLetter } from './ready-letter.ts';

const { dataDir } = workerData as { dataDir: string };
try {
  const { db } = openLibraryFile(dataDir, false);
  const { putPrepared } = openLetterWriter(db, () => new Date());
  serveCalls(
    { putPrepared: ([batch, options]) => withPlainErrors(() => putPrepared(batch as PreparedLetter[], options as PutOptions | undefined)) },
    'ready',
    () => db.close(),
  );
} catch (error) {
  parentPort?.postMessage({ notReady: tellError(error) } satisfies NotReady);
}
