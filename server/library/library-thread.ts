/** The library in a thread of its own: the start of that thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { tellError } from '../threads/calls.ts';
import { type Method, serveCalls } from '../threads/serve-calls.ts';
import type { NotReady } from '../threads/thread.ts';
import { type LibraryCore, openLibraryCore } from './core.ts';
import { withPlainErrors } from './library-file.ts';

const { dataDir, ...options } = workerData as { dataDir: string; create: boolean; readOnly: boolean };
try {
  const core = openLibraryCore(dataDir, options);
  const methods = Object.entries(core).flatMap(([name, value]): [string, Method][] =>
    typeof value === 'function'
      ? [[name, (args) => withPlainErrors(() => (value as (...given: readonly unknown[]) => unknown)(...args))]]
      : [],
  );
  serveCalls(
    Object.fromEntries(methods),
    { id: core.id, writable: core.writable } satisfies Pick<LibraryCore, 'id' | 'writable'>,
    core.close,
  );
} catch (error) {
  parentPort?.postMessage({ notReady: tellError(error) } satisfies NotReady);
}
