/** The thread that writes one index file: the start of it. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Change } from '../../library/library.ts';
import { tellError } from '../../threads/calls.ts';
import { serveCalls } from '../../threads/serve-calls.ts';
import type { NotReady } from '../../threads/thread.ts';
import type { ProjectionState } from '../port.ts';
import { openToWrite, withPlainErrors } from './database.ts';
import { unpacked } from './open-embedded.ts';
import { openWriter } from './writer.ts';

const { file } = workerData as { file: string };
try {
  const opened = openToWrite(file, false);
  if (opened === null) throw new Error('the index file is not there');
  const writer = openWriter(opened.db);
  serveCalls(
    {
      project: ([changes, reached]) => withPlainErrors(() => writer.project(unpacked(changes as Change[]), reached as ProjectionState)),
    },
    'ready',
    () => opened.db.close(),
  );
} catch (error) {
  parentPort?.postMessage({ notReady: tellError(error) } satisfies NotReady);
}
