/** `imr report`: the numbers of pages, asked of the index and written. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeywordField } from '#contract/fields.ts';
import { AppError } from '#contract/problem.ts';
import type { Report } from '#contract/report.ts';
import { REPORT_PAGES, type ReportPageId } from '#contract/report-pages.ts';
import { countWords, listWords } from '#mappings/text/count-words.ts';
import { reportOfPages } from '../../server/domain/report/ask.ts';
import { chunksOf, filesOf, namedTables } from '../../server/domain/report/file.ts';
import { oneValue } from '../../server/domain/report/one-value.ts';
import { EXIT, type Io } from '../lib/io.ts';
import { withMarks } from '../lib/marked-query.ts';
import type { ReportOptions } from '../lib/report-options.ts';
import { programVersion, type ReadingSession } from '../lib/session.ts';
import { lettersAsOf, snapshotLine } from '../lib/snapshot-named.ts';
import { writeWhole } from '../lib/whole-file.ts';

/** Throws AppError `usage`, `bad-query`, `bad-request`, `snapshot-not-found`. */
export async function report(options: ReportOptions, now: Date, io: Io, { index }: ReadingSession): Promise<number> {
  const { pages, narrowing, chosen, against, format, out } = options;
  const of = Object.fromEntries(pages.flatMap((id) => typedValue(REPORT_PAGES[id].of, options.of)));
  const letters = await lettersAsOf(index, options.snapshot);
  const line = snapshotLine(letters);
  if (line !== null) io.err.write(`${line}\n`);
  const made = await reportOfPages({ letters, now, version: await programVersion() }, { pages, narrowing, chosen, against, of }).catch(
    (error: unknown) => {
      const isOther = error instanceof AppError && error.errors.some(({ parameter }) => parameter === 'against');
      throw withMarks(isOther ? (against?.q ?? '') : narrowing.q, error);
    },
  );
  tellLeftOut(pages, made, io);
  const written = countWords(namedTables(made).length, 'table');
  if (made.about.programme === null) io.err.write('No item matches: the tables are empty.\n');
  if (out.kind === 'printed') {
    for await (const chunk of chunksOf(made, format)) io.out.write(chunk);
    return EXIT.ok;
  }
  if (out.kind === 'file') {
    await writeWhole(out.path, chunksOf(made, format));
    io.err.write(`${written} written to ${out.path}\n`);
    return EXIT.ok;
  }
  await folderAt(out.path);
  const files = filesOf(made, format);
  for (const { name, chunks } of files) await writeWhole(join(out.path, name), chunks);
  io.err.write(`${written} written to ${countWords(files.length, 'file')} in ${out.path}\n`);
  return EXIT.ok;
}

/** Says which pages have no numbers of the program. Throws AppError `usage` where none of them has. */
function tellLeftOut(pages: readonly ReportPageId[], { about, answers }: Report, io: Io): void {
  const left = pages.filter((id) => !answers.some(({ page }) => page?.value === id));
  if (left.length === 0) return;
  const titles = listWords(left.map((id) => REPORT_PAGES[id].title));
  const words = `${about.programme?.label ?? 'The program'} has no numbers of ${titles}: no item states what ${left.length === 1 ? 'that page is' : 'these pages are'} by.`;
  if (left.length === pages.length) throw new AppError('usage', words);
  io.err.write(`${words}\n`);
}

function typedValue(field: KeywordField | undefined, typed: string | null) {
  return field === undefined || typed === null ? [] : [[field, oneValue(field, typed)] as const];
}

async function folderAt(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new AppError('usage', `The folder ${path} could not be made (${code})`, { cause: error });
  });
}
