/** `imr search --export`: everything that matched a query as a file. It appears whole or not at all. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ExportFormatSchema, ExportRequestSchema } from '#contract/export.ts';
import { EXPORT_FORMATS } from '#contract/lists.ts';
import { AppError } from '#contract/problem.ts';
import { totalWords } from '#mappings/text/count-words.ts';
import { exportSearch } from '../../server/domain/export/export.ts';
import { EXIT, type Io } from '../lib/io.ts';
import { withMarks } from '../lib/marked-query.ts';
import { programVersion, type ReadingSession } from '../lib/session.ts';

/** Writes the file in the format that its ending names; one that is there is replaced. Throws AppError `usage`, `bad-query`. */
export async function exportTo(file: string, query: string, now: Date, io: Io, { index }: ReadingSession): Promise<number> {
  const format = ExportFormatSchema.safeParse(extname(file).slice(1).toLowerCase());
  if (!format.success) {
    throw new AppError('usage', `${file}: expected a name that ends in ${EXPORT_FORMATS.map((ending) => `.${ending}`).join(', ')}`);
  }
  const request = ExportRequestSchema.parse({ q: query, format: format.data });
  const { about, chunks } = await exportSearch({ index, now, version: await programVersion() }, request).catch((error: unknown) => {
    throw withMarks(query, error);
  });
  const beside = `${file}.${randomUUID()}.part`;
  try {
    await pipeline(Readable.from(chunks, { objectMode: true }), createWriteStream(beside, { flags: 'wx', flush: true }));
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) throw error;
    throw new AppError('usage', `${file} could not be written (${String(error.code)})`, { cause: error });
  }
  io.err.write(`${totalWords(about.items, about.letters)} written to ${file}\n`);
  return EXIT.ok;
}
