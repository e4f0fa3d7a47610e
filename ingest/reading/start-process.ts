/** Starts a reading process and holds it: one file at a time goes in, and what came of it, or how the process ended, comes out. */
import { type ChildProcess, fork } from 'node:child_process';
import type { LetterResults } from '../pipeline.ts';
import { type ReadingBounds, timeFor } from './bounds.ts';
import type { Fault } from './fault.ts';
import type { Job, Told } from './messages.ts';

const MB = 1024 * 1024;
/** Beyond this share of its memory a process that read its file well is ended all the same, so that the next file has all the room there is. */
const SPENT = 0.65;
/** The exit code of a program that aborted, where the system has no signals. */
const ABORTED = 134;

/** Why a process is no more: it was let go or given up by us, its time or memory was over, or it fell. */
type End = 'let go' | 'given up' | 'time' | 'memory' | 'fallen';

/** What came of a file. */
export type Answer =
  | { readonly kind: 'read'; readonly results: LetterResults }
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'ended'; readonly by: End };

export interface ReadingProcess {
  /** Whether it takes files; false where it ended before. */
  readonly ready: Promise<boolean>;
  readonly ended: Promise<End>;
  /** Whether it is to be replaced: it has ended, or has grown so that the next file would lack room. */
  isSpent(): boolean;
  /** Only when it is ready, and one at a time. A signal that fires ends the process: nobody waits for the file any more. */
  read(job: Job, signal?: AbortSignal): Promise<Answer>;
  /** Ends it: at once where it is busy. */
  end(): Promise<void>;
}

/** `module`: the module whose `readLetters` reads. While it has no file it keeps nobody from ending. */
export function startProcess(module: URL, bounds: Omit<ReadingBounds, 'processes' | 'waitingForAnother' | 'mostWaiting'>): ReadingProcess {
  const mostBytes = bounds.memoryMb * MB;
  const child = fork(new URL('./process.ts', import.meta.url), [module.href, String(process.pid), String(mostBytes)], {
    execArgv: [`--max-old-space-size=${bounds.heapMb}`],
    serialization: 'advanced',
    // Nothing of what the user has set is its business, and nothing it says may reach a screen or a log: it could quote a letter.
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let by: End | null = null;
  let isOver = false;
  let busy = true;
  let memoryBytes = 0;
  const ended = new Promise<End>((resolve) => {
    const over = (how: End) => {
      isOver = true;
      resolve(by ?? how);
    };
    child.on('error', () => over('fallen'));
    child.once('exit', (code, signal) => over(endOf(code, signal)));
  });
  // One listener for all that is told, and none that is added for each: what waits for the end would be held as long as the process lives.
  let hear: (message: Told | null) => void = () => undefined;
  child.on('message', (message) => hear(message as Told));
  void ended.then(() => hear(null));
  const told = () =>
    isOver
      ? Promise.resolve(null)
      : new Promise<Told | null>((resolve) => {
          hear = resolve;
        });
  const kill = (why: End) => {
    by ??= why;
    child.kill('SIGKILL');
  };
  const rest = () => {
    busy = false;
    setHeld(child, false);
  };
  return {
    ended,
    ready: told().then((first) => {
      rest();
      return first !== null;
    }),
    isSpent: () => isOver || by !== null || memoryBytes > SPENT * mostBytes,
    async read(job, signal) {
      busy = true;
      setHeld(child, true);
      const giveUp = () => kill('given up');
      const timer = setTimeout(kill, timeFor(bounds, job.bytes.length), 'time' satisfies End);
      signal?.addEventListener('abort', giveUp);
      const answer = told();
      // Where it cannot be sent the process has ended, which is told by `ended`.
      child.send(job, () => undefined);
      const message = await answer;
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
      rest();
      if (message === null || message.kind === 'ready') return { kind: 'ended', by: await ended };
      memoryBytes = message.memoryBytes;
      return message;
    },
    async end() {
      by ??= 'let go';
      setHeld(child, true);
      if (busy || !child.connected) child.kill('SIGKILL');
      else child.disconnect();
      await ended;
    },
  };
}

/** Whether the child keeps this process from ending. */
function setHeld(child: ChildProcess, isHeld: boolean): void {
  if (isHeld) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

/** V8 aborts where the heap is full; the guard kills, and so does a system that runs out of memory. Whatever else ends a process is its fall. */
function endOf(code: number | null, signal: NodeJS.Signals | null): End {
  return signal === 'SIGABRT' || signal === 'SIGKILL' || code === ABORTED ? 'memory' : 'fallen';
}
