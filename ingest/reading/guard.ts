/**
 * A thread beside the reading of a process, which sees what the reading itself cannot while it is busy: that memory outside the
 * JavaScript heap has grown beyond its bound, or that the process that started this one is gone. Then the whole process ends.
 */
import { workerData } from 'node:worker_threads';

/** Between two looks, in milliseconds: memory grows by some 100 MB meanwhile at most. */
const EVERY_MS = 100;

const { parent, mostBytes }: { parent: number; mostBytes: number } = workerData;

setInterval(() => {
  // Nothing softer: a thread cannot end its process otherwise, and what is busy would not hear it.
  if (process.ppid !== parent || process.memoryUsage.rss() > mostBytes) process.kill(process.pid, 'SIGKILL');
}, EVERY_MS);
