/**
 * A folder that all test files of one run share, and global set-up that makes it: what is dear to make and never changed (letters as the
 * pipeline reads them, an index of a folder) is made by the first file that wants it. It is gone when the run ends.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Workers inherit it from the process that runs them. */
const VARIABLE = 'IMR_TEST_SHARED';

/** Called for each project of the run; the first makes the folder. */
export function setup(): void {
  if (made !== null) return;
  made = mkdtempSync(join(tmpdir(), 'imr-test-shared-'));
  process.env[VARIABLE] = made;
}

export function teardown(): void {
  if (made !== null) rmSync(made, { recursive: true, force: true });
}

/** What this process made, and takes away again. */
let made: string | null = null;

/**
 * The path of a shared file or folder. `make` writes it where it is not there yet; two files that want it at the same moment both make it,
 * and one of them stands: it appears under its name only when it is whole.
 */
export async function shared(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const folder = process.env[VARIABLE];
  if (folder === undefined) throw new Error('the shared folder of the tests was not set up');
  const path = join(folder, name);
  if (existsSync(path)) return path;
  const fresh = join(folder, `${name}-${randomUUID()}`);
  await make(fresh);
  try {
    renameSync(fresh, path);
  } catch (error) {
    // Another file was first: a folder that holds something is not replaced.
    if (!existsSync(path)) throw error;
  }
  return path;
}
