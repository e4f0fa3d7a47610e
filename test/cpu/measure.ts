/**
 * Set-up of every test file: counts what the file costs (CPU seconds of its worker with the children it waited for: the program, a
 * browser) and how many expectations it held. `report.ts` prints it at the end. A file is counted from the end of the one before it in the
 * same worker, so that what it imports is its own; the first also bears the start of the worker.
 */
import { afterAll, afterEach, expect, type TaskMeta } from 'vitest';
import { cpuSeconds } from './cpu-seconds.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** Of a test file: its CPU seconds, and its expectations. */
    cpuSeconds?: number;
    expectations?: number;
  }
}

/** What the worker had spent when the file before ended; kept beside the modules, which a new file may load anew. */
const worker = globalThis as { cpuSecondsBefore?: number };
let expectations = 0;

/** Known from its first test on; a file whose tests are all skipped costs nothing worth telling. */
let file: { readonly meta: TaskMeta } | null = null;

afterEach(({ task }) => {
  file = task.file;
  expectations += expect.getState().assertionCalls;
});

afterAll(() => {
  const spent = cpuSeconds();
  if (file === null) return;
  file.meta.cpuSeconds = spent - (worker.cpuSecondsBefore ?? 0);
  file.meta.expectations = expectations;
  worker.cpuSecondsBefore = spent;
});
