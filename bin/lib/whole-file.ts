/** A file that appears whole or not at all. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#contract/problem.ts';

/** One that is there is replaced. Throws AppError `usage` where it cannot be written. */
export async function writeWhole(file: string, chunks: AsyncIterable<Uint8Array | string>): Promise<void> {
  const beside = `${file}.${randomUUID()}.part`;
  try {
    await pipeline(Readable.from(chunks, { objectMode: true }), createWriteStream(beside, { flags: 'wx', flush: true }));
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) throw error;
    throw new AppError('usage', `${file} could not be written (${String(error.code)})`, { cause: error });
  }
}
