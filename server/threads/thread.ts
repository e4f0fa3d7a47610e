/** The asking side of a thread: started, called, ended. A thread that dies answers every open call with its fault, and is not started again. */
import { once } from 'node:events';
import { type Transferable, Worker } from 'node:worker_threads';
import { type Answered, type Asked, type ToldError, toldAsError } from './calls.ts';
import { inTurn } from './turns.ts';

export interface Thread {
  /** What the thread said when it was ready. */
  readonly ready: unknown;
  /** Asks; a signal gives the answer up. Throws what the thread threw. */
  call(method: string, args: readonly unknown[], signal?: AbortSignal): Promise<unknown>;
  /** Tells it something that is no call. */
  post(message: unknown, buffers: Transferable[]): void;
  /** Calls that are not answered yet. */
  readonly open: number;
  end(): Promise<void>;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** What a thread that could not start says in place of being ready. */
export interface NotReady {
  readonly notReady: ToldError;
}

/**
 * Starts the thread of a file and waits until it is ready. `buffers` are handed over with `data`. Throws what the thread threw on its start.
 * The thread does not keep the process alive while nothing is asked.
 */
export async function startThread(file: URL, data: unknown, buffers: Transferable[] = []): Promise<Thread> {
  const worker = new Worker(file, { workerData: data, transferList: buffers });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let fault: Error | null = null;
  const fail = (error: Error) => {
    fault ??= error;
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
  };
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => fail(new Error('a thread of this program has ended')));
  const [ready] = (await once(worker, 'message')) as [unknown];
  if (isNotReady(ready)) {
    await worker.terminate();
    throw toldAsError(ready.notReady);
  }
  worker.on('message', (answer: Answered) => {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    inTurn(() => {
      if ('error' in answer) call?.reject(toldAsError(answer.error));
      else call?.resolve(answer.value);
    });
  });
  worker.unref();
  return {
    ready,
    get open() {
      return waiting.size;
    },
    call: (method, args, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        if (fault !== null) throw fault;
        last += 1;
        const id = last;
        const flag = signal === undefined ? null : new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
        const giveUp = () => {
          if (flag !== null) Atomics.store(new Int32Array(flag), 0, 1);
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', giveUp, { once: true });
        const done =
          <T>(settle: (value: T) => void) =>
          (value: T) => {
            signal?.removeEventListener('abort', giveUp);
            settle(value);
          };
        waiting.set(id, { resolve: done(resolve), reject: done(reject) });
        worker.ref();
        worker.postMessage({ id, method, args, flag } satisfies Asked);
      }),
    post: (message, buffers) => worker.postMessage(message, buffers),
    end: async () => {
      fault ??= new Error('a thread of this program was ended');
      await worker.terminate();
    },
  };
}

function isNotReady(said: unknown): said is NotReady {
  return typeof said === 'object' && said !== null && 'notReady' in said;
}
