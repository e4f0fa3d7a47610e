/**
 * Makes a folder with the folders above it, level by level. `fs.mkdir` with `recursive` never returns where a file system
 * answers "no such folder" for a folder that cannot be made (below /proc, for one): Node then tries again for ever.
 */
import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { AppError } from '#contract/problem.ts';

/** Sees to it that there is a folder at `path`. Throws AppError `engine-unavailable` with the path and the reason. */
export function makeFolder(path: string): void {
  try {
    const missing: string[] = [];
    for (let at = resolve(path); !isFolder(at); at = dirname(at)) missing.push(at);
    for (const folder of missing.reverse()) makeLevel(folder);
  } catch (error) {
    throw new AppError('engine-unavailable', `The folder ${path} could not be made or opened: ${reasonOf(error)}.`, { cause: error });
  }
}

/** Why the disk refused, in words, for the codes that a user can do something about. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  return REASONS.get(code) ?? code;
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['EEXIST', 'something that is no folder stands in its place'],
  ['ENOTDIR', 'a part of its path is a file'],
  ['ENOENT', 'no folder can be made there'],
  ['EACCES', 'it is not permitted'],
  ['EPERM', 'it is not permitted'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['ELOOP', 'its links lead round in a circle'],
]);

function makeLevel(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another program may have made it a moment ago.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST' && isFolder(folder))) throw error;
  }
}

/** Whether there is a folder; false where nothing stands there. Throws where something else does. */
function isFolder(path: string): boolean {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry !== undefined && !entry.isDirectory()) throw Object.assign(new Error('no folder'), { code: 'EEXIST' });
  return entry !== undefined;
}
