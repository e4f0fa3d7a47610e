/** Progress of a load: a bar on a terminal, plain lines elsewhere; letters done, rate, time left. */
import type { Writable } from 'node:stream';
import { Presets, SingleBar } from 'cli-progress';
import { countWords } from '#mappings/text/count-words.ts';
import type { LoadReport } from '../../ingest/load/report.ts';

export interface Progress {
  update(report: LoadReport): void;
  stop(): void;
}

/** How often a plain line is written. */
const LINE_EVERY_MS = 2_000;

/** `now`: a clock in milliseconds. */
export function makeProgress(out: Writable & { isTTY?: boolean }, now: () => number): Progress {
  return out.isTTY === true ? bar(out) : lines(out, now);
}

function bar(out: Writable): Progress {
  const single = new SingleBar(
    {
      stream: out as NodeJS.WriteStream,
      format: 'Reading letters {bar} {value}/{total} | {rate} a second | {eta_formatted} left',
      hideCursor: true,
      etaBuffer: 200,
    },
    Presets.shades_classic,
  );
  let startedAt = 0;
  return {
    update(report) {
      if (startedAt === 0) {
        startedAt = Date.now();
        single.start(report.total, 0, { rate: '-' });
      }
      single.setTotal(report.total);
      single.update(report.done, { rate: rateOf(report, Date.now() - startedAt) });
    },
    stop: () => single.stop(),
  };
}

function lines(out: Writable, now: () => number): Progress {
  let startedAt: number | null = null;
  let writtenAt = 0;
  return {
    update(report) {
      const at = now();
      startedAt ??= at;
      if (at - writtenAt < LINE_EVERY_MS && report.done < report.total) return;
      if (writtenAt === 0 && report.done === 0) {
        out.write(`Reading ${countWords(report.files, 'file')}\n`);
      } else if (report.done > 0) {
        const elapsedMs = at - startedAt;
        const leftMs = (elapsedMs / report.done) * (report.total - report.done);
        out.write(
          `${report.done} of ${countWords(report.total, report.hasRows ? 'row' : 'letter')} | ${rateOf(report, elapsedMs)} a second | ${Math.ceil(leftMs / 1000)} s left\n`,
        );
      }
      writtenAt = at;
    },
    stop: () => {},
  };
}

function rateOf(report: LoadReport, elapsedMs: number): string {
  return elapsedMs < 200 ? '-' : String(Math.round(report.done / (elapsedMs / 1000)));
}
