/** Another version of the program to be measured beside this one: a checkout of it with its packages installed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..', '..');

/** The option that names it, for `Command.option`. */
export const AGAINST = [
  '--against <version>',
  'another version that is measured as well: a revision, or the folder of a checkout with its packages installed',
] as const;

export interface Checkout {
  readonly folder: string;
  /** Takes it away where it was made for the measuring. */
  remove(): Promise<void>;
}

/** `version`: the folder of a checkout that has its packages, which is left as it is; or a revision, checked out into `into`, a folder that is made. */
export async function checkOut(version: string, into: string): Promise<Checkout> {
  const given = await stat(resolve(version)).catch(() => null);
  if (given?.isDirectory()) return { folder: resolve(version), remove: async () => {} };
  await run('git', ['worktree', 'add', '--detach', into, version], ROOT);
  const remove = () => run('git', ['worktree', 'remove', '--force', into], ROOT);
  try {
    await run('npm', ['ci', '--no-audit', '--no-fund'], into);
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder: into, remove };
}

async function run(command: string, args: readonly string[], cwd: string): Promise<void> {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
}
