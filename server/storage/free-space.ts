/** Whether there is room on the disk for what is about to be stored. */
import { statfs } from 'node:fs/promises';
import { AppError } from '#contract/problem.ts';
import { sizeWords } from '#mappings/text/count-words.ts';

/** Bytes that are left alone: a database that cannot write its log cannot be mended either. */
const LEFT_ALONE = 64 * 1024 * 1024;
/** A plain text takes five times its size: once as original, and twice each as record with its text and as index. What has pictures takes less. */
const TIMES = 5;

/** Throws AppError `library-unavailable` where the disk of a folder has no room for files of so many bytes, with what is free and what may be needed. */
export async function assertRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const [free, needed] = [bavail * bsize, bytes * TIMES + LEFT_ALONE];
  if (free >= needed) return;
  throw new AppError(
    'library-unavailable',
    `The disk of ${folder} has ${sizeWords(free)} free, and up to ${sizeWords(needed)} may be needed to go on. What was stored is kept; make room, then load again.`,
  );
}
