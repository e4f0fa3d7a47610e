/**
 * What reading one file may take, and how many read at a time. A determination letter holds 5,000 to 30,000 characters and is read
 * in about 25 ms within 230 MB; the largest PDFs of one letter have some 100 pages. What takes a multiple of that many hundred times is no letter. A
 * file of many has time by its size.
 */
import { availableParallelism } from 'node:os';

/** What a pool of reading processes is given. */
export interface ReadingBounds {
  /** Processes at most; they are started when they are needed. */
  readonly processes: number;
  /** For one file, in milliseconds, from when a process has it. */
  readonly timeMs: number;
  /** More of it for each MB of the file. */
  readonly timePerMbMs: number;
  /** The JavaScript heap of a process, in MB. */
  readonly heapMb: number;
  /** All memory of a process, also that outside the heap (PDFium's, bytes), in MB. */
  readonly memoryMb: number;
  /** Files that wait for each process before another one is worth its start; 0: each that waits. */
  readonly waitingForAnother: number;
  /** Files that may wait; one more is refused. */
  readonly mostWaiting: number;
}

/** A process has 150 MB before it reads; the longest letter that is read takes 450 in all, of which 300 are heap, as does a file of 1,500 letters. */
const MEMORY = { heapMb: 400, memoryMb: 700 } as const;

/** Letters that are loaded: nobody waits for a single one, and starting a process costs what reading 20 to 40 letters does. */
export const FOR_LOADS: ReadingBounds = {
  ...MEMORY,
  processes: Math.min(4, availableParallelism()),
  timeMs: 60_000,
  timePerMbMs: 60_000,
  waitingForAnother: 20,
  mostWaiting: Number.POSITIVE_INFINITY,
};

/** Letters that are sent to be looked at: somebody waits, and searching must have a core left. 16 waiting letters are 0.4 s, or 128 MB at most. */
export const FOR_SENT: ReadingBounds = {
  ...MEMORY,
  processes: Math.min(2, availableParallelism()),
  timeMs: 20_000,
  timePerMbMs: 0,
  waitingForAnother: 0,
  mostWaiting: 16,
};

/** The longest that any file may take. */
const MOST_TIME_MS = 600_000;

/** How long a file of this size may take, in milliseconds. */
export function timeFor({ timeMs, timePerMbMs }: Pick<ReadingBounds, 'timeMs' | 'timePerMbMs'>, bytes: number): number {
  return Math.min(timeMs + Math.floor(bytes / 1_000_000) * timePerMbMs, Math.max(timeMs, MOST_TIME_MS));
}
