/** The answering side of a thread: one call after the other, as they come. */
import { parentPort, type Transferable } from 'node:worker_threads';
import { type Answered, type Asked, END, tellError } from './calls.ts';

/** A method of the thread; `checkpoint` throws once the answer is no longer wanted. It may say which buffers go over without being copied. */
export type Method = (args: readonly unknown[], checkpoint: () => void) => unknown;

/** An answer some of whose buffers are handed over and not copied. */
export class Handed {
  readonly value: unknown;
  readonly buffers: readonly Transferable[];
  constructor(value: unknown, buffers: readonly Transferable[]) {
    this.value = value;
    this.buffers = buffers;
  }
}

/**
 * Takes calls until it is told to end, and then lets go of what it holds by `close`. `ready` is told once, before the first answer.
 */
export function serveCalls(methods: Readonly<Record<string, Method>>, ready: unknown, close: () => void): void {
  const port = parentPort;
  if (port === null) throw new Error('this file is the start of a thread');
  port.on('message', (said: Asked | typeof END) => {
    if (said === END) return endThread(close);
    const { id, method, args, flag } = said;
    const given = flag === null ? null : new Int32Array(flag);
    const checkpoint = () => {
      if (given !== null && Atomics.load(given, 0) === 1) throw new Error('the answer is no longer wanted');
    };
    try {
      const call = methods[method];
      if (call === undefined) throw new Error(`there is no call ${method}`);
      checkpoint();
      const value = call(args, checkpoint);
      if (value instanceof Handed) port.postMessage({ id, value: value.value } satisfies Answered, value.buffers);
      else port.postMessage({ id, value } satisfies Answered);
    } catch (error) {
      port.postMessage({ id, error: tellError(error) } satisfies Answered);
    }
  });
  port.postMessage(ready);
}

/** The last that a thread does: nothing keeps it then. What holds a file lets go of it here, in an order, and not as the thread is torn down. */
export function endThread(close: () => void): void {
  try {
    close();
  } finally {
    parentPort?.close();
  }
}
