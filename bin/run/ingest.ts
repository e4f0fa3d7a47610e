/** `imr ingest PATHS`: loads letters, shows progress, tells what could not be read. */
import { AppError } from '#contract/problem.ts';
import { countWords } from '#mappings/text/count-words.ts';
import { load } from '../../ingest/load/load.ts';
import type { LoadReport } from '../../ingest/load/report.ts';
import type { Mapping } from '../../ingest/programmes/mapping.ts';
import { FOR_LOADS } from '../../ingest/reading/bounds.ts';
import { openReading } from '../../ingest/reading/open-reading.ts';
import { assertRoom } from '../../server/storage/free-space.ts';
import { EXIT, type Io } from '../lib/io.ts';
import { makeProgress } from '../lib/progress.ts';
import type { Session } from '../lib/session.ts';

/** Faults told one by one; the rest is counted (the dashboard lists all). */
const MOST_FAULTS = 20;

export async function ingest(
  paths: readonly string[],
  { again, mapping }: { readonly again: boolean; readonly mapping: Mapping | undefined },
  io: Io,
  { index, originals, options }: Session,
): Promise<number> {
  const progress = makeProgress(io.err as NodeJS.WriteStream, () => performance.now());
  const reading = openReading(FOR_LOADS);
  const report = await index
    .writing(async () => {
      await originals.sweep();
      return load({
        paths,
        again,
        ...(mapping === undefined ? {} : { mapping }),
        store: index,
        originals,
        room: (bytes) => assertRoom(options.dataDir, bytes),
        onProgress: progress.update,
        read: reading.read,
      });
    })
    .finally(async () => {
      progress.stop();
      await reading.close();
    });
  if (report.files === 0)
    throw new AppError(
      'usage',
      `There is no file below ${paths.join(', ')}; letters (PDF, HTML, Markdown, text or JSON Lines) or tables (CSV, XLSX, JSON) were expected.`,
    );
  io.err.write(summary(report));
  return report.unreadable + report.failed + report.knownUnreadable > 0 ? EXIT.someUnreadable : EXIT.ok;
}

function summary(report: LoadReport): string {
  const counted = (count: number, words: string) => (count === 0 ? [] : [`${count} ${words}`]);
  const one = report.hasRows ? 'determination' : 'letter';
  const parts = [
    ...counted(report.added, `${report.added === 1 ? one : `${one}s`} added`),
    ...counted(report.newVersions, report.newVersions === 1 ? 'new version' : 'new versions'),
    ...counted(report.reread, 'read again'),
    ...counted(report.retired, 'taken away: the file is no longer read as that'),
    ...counted(report.known + report.unchanged - report.knownUnreadable, 'known already'),
    ...counted(report.unreadable + report.knownUnreadable, 'could not be read'),
    ...counted(report.failed, 'could not be stored'),
  ];
  const shown = report.faults.slice(0, MOST_FAULTS).map(({ path, reason }) => `  ${path}: ${reason}\n`);
  const more = report.faults.length > MOST_FAULTS ? `  and ${report.faults.length - MOST_FAULTS} more\n` : '';
  const { files, total } = report;
  const rows = total === files && !report.hasRows ? '' : ` with ${countWords(total, one)}`;
  const unclear = [...report.unclear].map(([reason, times]) => `  ${reason} (${countWords(times, 'row')})\n`);
  return `${countWords(files, 'file')}${rows}: ${parts.join(', ') || 'nothing to store'}\n${shown.join('')}${more}${unclear.join('')}`;
}
