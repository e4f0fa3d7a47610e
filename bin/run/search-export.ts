/** `imr search --export`: everything that matched a query as a file. It appears whole or not at all. */
import { extname } from 'node:path';
import { ExportFormatSchema, ExportRequestSchema } from '#contract/export.ts';
import { EXPORT_FORMATS } from '#contract/lists.ts';
import { AppError } from '#contract/problem.ts';
import { totalWords } from '#mappings/text/count-words.ts';
import { exportSearch } from '../../server/domain/export/export.ts';
import { EXIT, type Io } from '../lib/io.ts';
import { withMarks } from '../lib/marked-query.ts';
import { programVersion, type ReadingSession } from '../lib/session.ts';
import { lettersAsOf, snapshotLine } from '../lib/snapshot-named.ts';
import { writeWhole } from '../lib/whole-file.ts';

/** Writes the file in the format that its ending names; one that is there is replaced. `snapshot`: the name of the one that is asked as of; null: as of now. Throws AppError `usage`, `bad-query`, `snapshot-not-found`. */
export async function exportTo(
  file: string,
  { query, snapshot, now }: { query: string; snapshot: string | null; now: Date },
  io: Io,
  { index }: ReadingSession,
): Promise<number> {
  const format = ExportFormatSchema.safeParse(extname(file).slice(1).toLowerCase());
  if (!format.success) {
    throw new AppError('usage', `${file}: expected a name that ends in ${EXPORT_FORMATS.map((ending) => `.${ending}`).join(', ')}`);
  }
  const request = ExportRequestSchema.parse({ q: query, format: format.data });
  const at = await lettersAsOf(index, snapshot);
  const line = snapshotLine(at);
  if (line !== null) io.err.write(`${line}\n`);
  const { about, chunks } = await exportSearch({ index: at, now, version: await programVersion() }, request).catch((error: unknown) => {
    throw withMarks(query, error);
  });
  await writeWhole(file, chunks);
  io.err.write(`${totalWords(about.items, about.letters)} written to ${file}\n`);
  return EXIT.ok;
}
