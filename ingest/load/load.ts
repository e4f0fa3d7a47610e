/**
 * Loads files and folders into a store: walk, skip what is stored, read, put in batches. What a batch reports as stored
 * survives a crash, so a load that is interrupted goes on where it stopped when it is started again. Trouble with one file,
 * be it the file's, the disk's or the program's own, ends that file and no other.
 */
import { basename } from 'node:path';
import type { Letter, UnreadableLetter } from '#contract/determination.ts';
import { MESSAGE_CODES } from '#contract/message.ts';
import { AppError } from '#contract/problem.ts';
import { sha256Of } from '#mappings/text/sha256.ts';
import type { LetterResult, ReadLetter } from '../pipeline.ts';
import { faultOf } from '../reading/fault.ts';
import { unreadableLetter } from '../unreadable-letter.ts';
import { bytesOf, codeOf, listFiles } from './files.ts';

type Outcome = 'added' | 'new_version' | 'unchanged' | 'replaced' | 'failed';

/** What a load needs of a store; a search index has it. */
interface LetterStore {
  known(sha256s: readonly string[]): Promise<Map<string, 'letter' | 'unreadable'>>;
  put(
    batch: readonly Letter[],
    options: { replace: boolean },
  ): Promise<readonly { sha256: string; outcome: Outcome; reason: string | null }[]>;
  putUnreadable(batch: readonly UnreadableLetter[]): Promise<void>;
}

export interface LoadOptions {
  /** Files and folders; folders with all their subfolders, hidden files left out. */
  readonly paths: readonly string[];
  readonly store: LetterStore;
  /** Keeps the original bytes of a file. */
  readonly keep: (bytes: Uint8Array) => Promise<unknown>;
  readonly onProgress?: (report: LoadReport) => void;
  /** Read again what is stored or listed as unreadable, for example after the reading was made better. Default false. */
  readonly again?: boolean;
  /** Reads one file. It is given the files of a batch at once, so that several may be read at a time; an AppError ends the load. */
  readonly read: ReadLetter;
}

/** Counts of files. `done` = known + added + newVersions + unchanged + reread + failed + unreadable. */
export interface LoadReport {
  total: number;
  done: number;
  /** Stored before; not read again. */
  known: number;
  added: number;
  /** Another letter of a case that was stored before. */
  newVersions: number;
  unchanged: number;
  /** Stored before and written anew (`again`). */
  reread: number;
  /** Read, but not stored: the index refused them, or the original could not be kept. The next load tries them again. */
  failed: number;
  unreadable: number;
  /** Of the known ones, those that are listed as could not be read. */
  knownUnreadable: number;
  /** What went wrong, file by file, in the order of the files. */
  readonly faults: { path: string; reason: string }[];
}

/** Files that are put at once: few at first, so that a load which is soon stopped has stored something, then twice as many, to a bound. */
const BATCH = { first: 5, most: 100 } as const;
/** A batch of large files ends before the next one would make it larger than this. */
const BATCH_BYTES = 64 * 1024 * 1024;

/**
 * Loads everything below `paths`. Letters are put in the order of the files, in whatever order they were read. Throws AppError `usage`
 * where a path does not exist, and what `read` throws as AppError; trouble with one file is in the report.
 */
export async function load(options: LoadOptions): Promise<LoadReport> {
  const files = await listFiles(options.paths);
  const report: LoadReport = {
    total: files.length,
    done: 0,
    known: 0,
    added: 0,
    newVersions: 0,
    unchanged: 0,
    reread: 0,
    failed: 0,
    unreadable: 0,
    knownUnreadable: 0,
    faults: [],
  };
  options.onProgress?.(report);
  for (let from = 0, most: number = BATCH.first; from < files.length; most = Math.min(2 * most, BATCH.most)) {
    const { batch, taken } = await openBatch(files.slice(from, from + most), report);
    from += taken;
    await loadBatch(batch, options, report);
    options.onProgress?.(report);
  }
  return report;
}

interface OpenFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** The bytes of the first of these files, as many as a batch may hold. `taken`: how many paths those are, with the ones that could not be opened. */
async function openBatch(paths: readonly string[], report: LoadReport): Promise<{ batch: OpenFile[]; taken: number }> {
  const batch: OpenFile[] = [];
  let [size, taken] = [0, 0];
  for (const path of paths) {
    const bytes = await bytesOf(path);
    if (bytes instanceof Uint8Array) {
      if (size > 0 && size + bytes.length > BATCH_BYTES) break;
      size += bytes.length;
      batch.push({ path, bytes, sha256: sha256Of(bytes) });
    } else fault(report, 'unreadable', path, bytes.reason);
    taken += 1;
  }
  return { batch, taken };
}

async function loadBatch(batch: readonly OpenFile[], options: LoadOptions, report: LoadReport): Promise<void> {
  const { store, again = false } = options;
  const known = await store.known(batch.map((file) => file.sha256));
  const letters: { path: string; letter: Letter }[] = [];
  const unreadable: UnreadableLetter[] = [];
  const reading = batch.flatMap((file) => {
    const stored = known.get(file.sha256);
    if (stored === undefined || again) return [{ file, stored, read: readFile(file, options.read) }];
    report.known += 1;
    if (stored === 'unreadable') report.knownUnreadable += 1;
    report.done += 1;
    return [];
  });
  // The first that ends the load is thrown below; the others must not stand as errors that nobody saw.
  for (const { read } of reading) read.catch(() => undefined);
  for (const { file, stored, read } of reading) {
    const { result, place } = await read;
    const notKept = await options.keep(file.bytes).then(
      () => null,
      (error: unknown) => `The original file could not be kept (${told(error)}).`,
    );
    if (notKept !== null) fault(report, 'failed', file.path, notKept);
    else if (result.ok) letters.push({ path: file.path, letter: result.letter });
    else {
      const { reason } = result.unreadable.reason;
      // A record that was stored before is worth more than a line in the list of what could not be read.
      const isKept = stored === 'letter';
      if (!isKept) unreadable.push(result.unreadable);
      fault(report, 'unreadable', file.path, `${reason}${place}${isKept ? ' What was read of it before is kept.' : ''}`);
    }
    options.onProgress?.(report);
  }
  if (unreadable.length > 0) await store.putUnreadable(unreadable);
  const outcomes =
    letters.length === 0
      ? []
      : await store.put(
          letters.map(({ letter }) => letter),
          { replace: again },
        );
  letters.forEach(({ path }, index) => {
    count(report, path, outcomes[index]);
  });
}

function count(report: LoadReport, path: string, outcome: { outcome: Outcome; reason: string | null } | undefined): void {
  switch (outcome?.outcome) {
    case 'added':
      report.added += 1;
      break;
    case 'new_version':
      report.newVersions += 1;
      break;
    case 'unchanged':
      report.unchanged += 1;
      break;
    case 'replaced':
      report.reread += 1;
      break;
    default:
      fault(report, 'failed', path, outcome?.reason ?? 'The index gave no answer for this letter.');
      return;
  }
  report.done += 1;
}

function fault(report: LoadReport, count: 'failed' | 'unreadable', path: string, reason: string): void {
  report[count] += 1;
  report.done += 1;
  report.faults.push({ path, reason });
}

/** Reads a file; a fault of the program is an unreadable letter too. `place`: where in the program, to be told and not stored. */
async function readFile({ path, bytes }: OpenFile, read: ReadLetter): Promise<{ result: LetterResult; place: string }> {
  const fileName = basename(path);
  try {
    return { result: await read(bytes, fileName), place: '' };
  } catch (error) {
    if (error instanceof AppError) throw error;
    const { name, place } = faultOf(error);
    const reason = `${MESSAGE_CODES['unreadable.fault'].replace(/\.$/, '')} (${name}).`;
    return {
      result: { ok: false, unreadable: unreadableLetter({ bytes, fileName }, 'load', 'unreadable.fault', reason) },
      place: place === null ? '' : ` The place: ${place}.`,
    };
  }
}

/** The code of an error of the disk, also where ours stands before it. */
function told(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = codeOf(cause);
  return code === 'unknown reason' ? faultOf(error).name : code;
}
