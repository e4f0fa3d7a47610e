/** Runs the `imr` program as users do: a process of its own, with the Node that runs the tests. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Options of the program come from flags alone: the environment of the tests is not handed on, but for what Node needs. */
export function startImr(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [join(ROOT, 'bin', 'imr.mjs'), ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs one command to its end. */
export function runImr(...args: string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = startImr(args);
    let out = '';
    let err = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}
