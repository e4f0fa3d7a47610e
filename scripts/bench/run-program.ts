/** The `imr` program of a checkout as its users run it: loads and a server, each a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Delay } from './watch-delay.ts';

/** How long a server may take to end when it is told to, in milliseconds; then it is killed. */
const GRACE = 10_000;

export interface Server {
  readonly url: string;
  /** Delays of the event loop of the thread that takes requests, since the last call. */
  delay(): Promise<Delay>;
  stop(): Promise<void>;
}

export interface Load {
  /** Resolves when it has ended; throws where it did not end well, unless it was stopped. */
  readonly ended: Promise<void>;
  stop(): void;
}

/** `imr ingest`. `checkout`: the folder of the program, with its packages installed. */
export function startLoad(checkout: string, letters: string, data: string): Load {
  const child = run(checkout, ['ingest', letters, '--data', data], ['ignore', 'ignore', 'pipe']);
  const told = textOf(child.stderr);
  let isStopped = false;
  const ended = once(child, 'exit').then(([code]) => {
    if (code !== 0 && !isStopped) throw new Error(`the load of ${checkout} ended with ${code}:\n${told()}`);
  });
  return {
    ended,
    stop: () => {
      isStopped = true;
      child.kill();
    },
  };
}

/** `imr serve` on a free port; resolves when it takes requests. */
export async function startServer(checkout: string, data: string): Promise<Server> {
  const watch = new URL('./watch-delay.ts', import.meta.url).href;
  const child = run(checkout, ['serve', '--data', data, '--port', '0'], ['ignore', 'pipe', 'pipe', 'ipc'], ['--import', watch]);
  const [said, told] = [textOf(child.stdout), textOf(child.stderr)];
  const exit = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const at = /ready at (\S+)/.exec(said())?.[1];
      if (at !== undefined) resolve(at);
    });
    void exit.then(([code]) => reject(new Error(`the server of ${checkout} ended with ${code}:\n${told()}`)));
  });
  return {
    url,
    delay: async () => {
      const answer = once(child, 'message');
      child.send('delay');
      return (await answer)[0] as Delay;
    },
    stop: async () => {
      child.kill('SIGTERM');
      const killed = setTimeout(() => child.kill('SIGKILL'), GRACE);
      await exit;
      clearTimeout(killed);
    },
  };
}

type Stdio = readonly ('ignore' | 'pipe' | 'ipc')[];

function run(checkout: string, args: readonly string[], stdio: Stdio, flags: readonly string[] = []): ChildProcess {
  return spawn(process.execPath, [...flags, join(checkout, 'bin', 'imr.mjs'), ...args], { stdio: [...stdio] });
}

/** What a stream has said so far. */
function textOf(stream: ChildProcess['stdout']): () => string {
  let text = '';
  stream?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return () => text;
}
