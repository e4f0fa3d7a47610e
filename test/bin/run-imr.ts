/** Runs the `imr` program as users do: a process of its own, with the Node that runs the tests. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** The program of this checkout. */
export const IMR = join(ROOT, 'bin', 'imr.mjs');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/**
 * The environment of a program that a test starts. That of the tests is not handed on, but for what Node needs: options come from the flags and from
 * `more`, and an Elasticsearch that the tests are run with is not one of them.
 */
export function environment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
  return { PATH, HOME, NODE_COMPILE_CACHE, ...more };
}

/** Starts the program; `env`: its variables, see `environment`. */
export function startImr(args: readonly string[], env: Readonly<Record<string, string>> = {}, program = IMR): ChildProcess {
  return spawn(process.execPath, [program, ...args], { cwd: ROOT, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs one command to its end. */
export function runImr(...args: string[]): Promise<Ran> {
  return runImrWith({}, ...args);
}

/** The same with variables of the environment. */
export function runImrWith(env: Readonly<Record<string, string>>, ...args: string[]): Promise<Ran> {
  return runProgram(IMR, env, args);
}

/** The same of another copy of the program. */
export function runProgram(program: string, env: Readonly<Record<string, string>>, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = startImr(args, env, program);
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
