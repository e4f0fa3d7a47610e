/** The asking side of a thread: started, called, ended. A thread that dies answers every open call with its fault, and is not started again. */
import { type Transferable, Worker } from 'node:worker_threads';
import { type Answered, type Asked, END, type ToldError, toldAsError } from './calls.ts';
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
  /** Resolves when it is no more: it was ended, or has died. */
  readonly over: Promise<void>;
  /** Takes no more calls, waits for the answers that are open, then has it close what it holds and end by itself. */
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

/** Why a call is not answered: its thread has died, or was ended. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
}

/**
 * Starts the thread of a file and waits until it is ready. `buffers` are handed over with `data`. Throws what the thread threw on its start.
 * The thread does not keep the process alive while nothing is asked.
 */
export async function startThread(file: URL, data: unknown, buffers: Transferable[] = []): Promise<Thread> {
  const worker = new Worker(file, { workerData: data, transferList: buffers });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let fault: ThreadEnded | null = null;
  /** Told when no call is open any more. */
  let idle: (() => void) | null = null;
  let ending: Promise<void> | null = null;
  const fail = (error: ThreadEnded) => {
    fault ??= error;
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
    idle?.();
  };
  let thrown: unknown = null;
  worker.on('error', (error) => {
    thrown = error;
  });
  const over = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      fail(new ThreadEnded('a thread of this program has ended', { cause: thrown }));
      resolve();
    });
  });
  const ready = await new Promise<unknown>((resolve, reject) => {
    worker.once('message', resolve);
    // One that ends before it is ready says nothing more.
    void over.then(() => reject(thrown ?? fault));
  });
  if (isNotReady(ready)) {
    // It has said its last word, and nothing keeps it.
    await over;
    throw toldAsError(ready.notReady);
  }
  worker.on('message', (answer: Answered) => {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) {
      worker.unref();
      idle?.();
    }
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
        try {
          worker.postMessage({ id, method, args, flag } satisfies Asked);
        } catch (error) {
          waiting.delete(id);
          throw error;
        }
      }),
    post: (message, buffers) => worker.postMessage(message, buffers),
    over,
    end: () => {
      fault ??= new ThreadEnded('a thread of this program was ended');
      ending ??= new Promise<void>((resolve) => {
        if (waiting.size === 0) resolve();
        else idle = resolve;
      }).then(() => {
        worker.ref();
        worker.postMessage(END);
        return over;
      });
      return ending;
    },
  };
}

function isNotReady(said: unknown): said is NotReady {
  return typeof said === 'object' && said !== null && 'notReady' in said;
}
