/** The files of a load: which there are below some paths, and their bytes. Trouble with one of them is a reason, never thrown. */
import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#contract/problem.ts';

/** A letter is some tens of kilobytes; a larger file is no letter and would only fill the memory. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The bytes of a regular file of at most 64 MB, or why there are none. What is no regular file (a pipe, a device) is never opened. */
export async function bytesOf(path: string): Promise<Uint8Array | { reason: string }> {
  try {
    const entry = await stat(path);
    if (entry.isDirectory()) {
      await readdir(path);
      return { reason: 'This is a folder, or a link to one, which is not followed; name the folder itself to read what is in it.' };
    }
    if (!entry.isFile()) return { reason: 'This is no regular file (a pipe, a socket or a device) and was not opened.' };
    if (entry.size > MOST_BYTES)
      return {
        reason: `The file holds ${Math.round(entry.size / 1024 / 1024)} MB; a letter of at most ${MOST_BYTES / 1024 / 1024} MB was expected.`,
      };
    return await readFile(path);
  } catch (error) {
    return { reason: `This could not be opened and read from the disk (${codeOf(error)}).` };
  }
}

/** Whether this is a regular file that can be looked at. */
export async function isRegularFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}

/** Throws AppError `usage` where a path is not there, before anything is made for what would be in vain. */
export async function assertThere(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await stat(path).catch((cause: unknown) => {
      throw new AppError(
        'usage',
        `${path} does not exist or may not be opened (${codeOf(cause)}); a file or folder with letters was expected.`,
        { cause },
      );
    });
  }
}

/**
 * Every file below the paths, each once, in the order of their names; links to folders are not followed. They, and what may
 * not be looked into, are listed too: `bytesOf` tells why. Throws AppError `usage` where a given path is not there.
 */
export async function listFiles(paths: readonly string[]): Promise<string[]> {
  const files = new Set<string>();
  await assertThere(paths);
  for (const path of paths) {
    if (!(await stat(path)).isDirectory()) files.add(path);
    else for (const file of await filesBelow(path)) files.add(file);
  }
  return [...files];
}

async function filesBelow(dir: string): Promise<string[]> {
  const names = await readdir(dir).catch(() => null);
  if (names === null) return [dir];
  const files: string[] = [];
  for (const name of names.filter((name) => !name.startsWith('.')).sort()) {
    const path = join(dir, name);
    const entry = await lstat(path).catch(() => null);
    if (entry?.isDirectory()) files.push(...(await filesBelow(path)));
    else files.push(path);
  }
  return files;
}

/** The system's code of an error of the disk, for example `ENOENT`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}
