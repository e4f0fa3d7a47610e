/**
 * Reads letters in processes of their own with bounds of memory and time (`bounds.ts`): a file that takes too much of either, or makes
 * the program fall, ends as a letter that could not be read, and nothing else ends with it. Processes are started when files wait.
 */
import { AppError } from '#contract/problem.ts';
import type { LetterResult, LetterResults, ReadFile } from '../pipeline.ts';
import { unreadableRow } from '../split/row-place.ts';
import { unreadableLetter } from '../unreadable-letter.ts';
import { type ReadingBounds, timeFor } from './bounds.ts';
import { LetterFault } from './fault.ts';
import type { Job } from './messages.ts';
import { type Answer, type ReadingProcess, startProcess } from './start-process.ts';

export interface Reading {
  /**
   * Reads one file. Throws `LetterFault` where the program failed on it, AppError `reading-unavailable` where too many wait, where no
   * process can be started or this was closed, and the signal's reason where it fired: the file is then read no further.
   */
  readonly read: ReadFile;
  /** Ends the processes; what is being read or waits is refused. */
  close(): Promise<void>;
}

interface Waiting extends Job {
  readonly signal: AbortSignal | undefined;
  readonly resolve: (results: LetterResults) => void;
  readonly reject: (reason: unknown) => void;
}

const ENDING = 'The program is ending and reads no more letters.';
const PIPELINE = new URL('../pipeline.ts', import.meta.url);

/** Starts nothing yet. `module`: the module whose `readLetters` reads in the processes; default the pipeline. */
export function openReading(bounds: ReadingBounds, module: URL = PIPELINE): Reading {
  const waiting: Waiting[] = [];
  const all = new Set<ReadingProcess>();
  const idle: ReadingProcess[] = [];
  let starting = 0;
  let most = bounds.processes;
  let isClosed = false;

  const refuseAll = (detail: string) => {
    for (const { reject } of waiting.splice(0)) reject(new AppError('reading-unavailable', detail));
  };

  const work = () => {
    for (const process of idle.splice(0, waiting.length)) {
      const file = waiting.shift();
      if (file !== undefined) void serve(process, file);
    }
    while (!isClosed && all.size < most && waiting.length > starting + bounds.waitingForAnother * all.size) void start();
  };

  const start = async () => {
    const process = startProcess(module, bounds);
    all.add(process);
    starting += 1;
    const isReady = await process.ready;
    starting -= 1;
    if (isReady) {
      idle.push(process);
      void process.ended.then(() => {
        all.delete(process);
        if (idle.includes(process)) idle.splice(idle.indexOf(process), 1);
        work();
      });
    } else {
      all.delete(process);
      // Those that run may do alone; where there is none, trying on would never end.
      most = Math.max(1, most - 1);
      if (all.size === 0) refuseAll('A process that reads letters could not be started.');
    }
    work();
  };

  const serve = async (process: ReadingProcess, file: Waiting) => {
    const { bytes, fileName, row, signal, resolve, reject } = file;
    const answer = await process.read({ bytes, fileName, row }, signal);
    if (process.isSpent()) void process.end();
    else idle.push(process);
    try {
      resolve(resultsOf(answer, file, bounds));
    } catch (error) {
      reject(error);
    }
    work();
  };

  return {
    read: (bytes, fileName, signal, row) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        if (isClosed) throw new AppError('reading-unavailable', ENDING);
        if (waiting.length >= bounds.mostWaiting)
          throw new AppError('reading-unavailable', `As many letters as may wait to be read (${waiting.length}) do so already.`);
        const file: Waiting = { bytes, fileName, row, signal, resolve, reject };
        waiting.push(file);
        signal?.addEventListener('abort', () => {
          const at = waiting.indexOf(file);
          if (at < 0) return;
          waiting.splice(at, 1);
          reject(signal.reason);
        });
        work();
      }),
    async close() {
      isClosed = true;
      refuseAll(ENDING);
      await Promise.all([...all].map((process) => process.end()));
    },
  };
}

/** What is told of a file. Throws as `read` does. */
function resultsOf(answer: Answer, file: Waiting, bounds: ReadingBounds): LetterResults {
  const { heapMb, memoryMb } = bounds;
  if (answer.kind === 'read') return answer.results;
  if (answer.kind === 'fault') throw new LetterFault(answer.fault);
  switch (answer.by) {
    case 'time':
      return [
        ended(
          file,
          'unreadable.time',
          `Reading the file took longer than the ${timeFor(bounds, file.bytes.length) / 1000} seconds that it may take.`,
        ),
      ];
    case 'memory':
      return [
        ended(
          file,
          'unreadable.memory',
          `Reading the file took more memory than a letter may take (${heapMb} MB for its text, ${memoryMb} MB in all).`,
        ),
      ];
    case 'fallen':
      return [ended(file, 'unreadable.fault', 'Reading the file failed: the process that read it ended at once.')];
    case 'given up':
      throw file.signal?.reason;
    case 'let go':
      throw new AppError('reading-unavailable', ENDING);
  }
}

function ended(file: Job, code: Parameters<typeof unreadableLetter>[2], reason: string): LetterResult {
  const { fileName, row } = file;
  const unreadable =
    row === undefined ? unreadableLetter(file, 'bounds', code, reason) : unreadableRow(fileName, row, code, `Row ${row.number}: ${reason}`);
  return { ok: false, unreadable };
}
