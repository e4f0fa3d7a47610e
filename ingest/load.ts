/**
 * Loads files and folders into a store: walk, skip what is stored, read, put in batches. What a batch reports as stored
 * survives a crash, so a load that is interrupted goes on where it stopped when it is started again.
 */
import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Letter, UnreadableLetter } from '#contract/determination.ts';
import { AppError } from '#contract/problem.ts';
import { readLetter, sha256Of } from './pipeline.ts';

/** What a load needs of a store; a search index has it. */
interface LetterStore {
  known(sha256s: readonly string[]): Promise<Map<string, 'letter' | 'unreadable'>>;
  put(
    batch: readonly Letter[],
  ): Promise<readonly { sha256: string; outcome: 'added' | 'new_version' | 'unchanged' | 'failed'; reason: string | null }[]>;
  putUnreadable(batch: readonly UnreadableLetter[]): Promise<void>;
}

export interface LoadOptions {
  /** Files and folders; folders with all their subfolders, hidden files left out. */
  readonly paths: readonly string[];
  readonly store: LetterStore;
  /** Keeps the original bytes of a file. */
  readonly keep: (bytes: Uint8Array) => Promise<unknown>;
  readonly onProgress?: (report: LoadReport) => void;
  /** Read again what is stored already, for example after the reading was made better. Default false. */
  readonly again?: boolean;
}

/** Counts of files. `done` = known + added + newVersions + unchanged + failed + unreadable. */
export interface LoadReport {
  total: number;
  done: number;
  /** Stored before; not read again. */
  known: number;
  added: number;
  /** Another letter of a case that was stored before. */
  newVersions: number;
  unchanged: number;
  /** Read, but the store refused them. */
  failed: number;
  unreadable: number;
  /** Of the known ones, those that are listed as could not be read. */
  knownUnreadable: number;
  /** What went wrong, file by file, in the order of the files. */
  readonly faults: { path: string; reason: string }[];
}

/** Letters that are put at once. */
const BATCH = 100;
/** A letter is some tens of kilobytes; a larger file is no letter and would only fill the memory. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Loads everything below `paths`. Throws AppError `usage` where a path does not exist; trouble with one file is in the report. */
export async function load(options: LoadOptions): Promise<LoadReport> {
  const files = await listFiles(options.paths);
  const report: LoadReport = {
    total: files.length,
    done: 0,
    known: 0,
    added: 0,
    newVersions: 0,
    unchanged: 0,
    failed: 0,
    unreadable: 0,
    knownUnreadable: 0,
    faults: [],
  };
  options.onProgress?.(report);
  for (let from = 0; from < files.length; from += BATCH) {
    await loadBatch(files.slice(from, from + BATCH), options, report);
    options.onProgress?.(report);
  }
  return report;
}

interface ReadFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

async function loadBatch(paths: readonly string[], options: LoadOptions, report: LoadReport): Promise<void> {
  const files: ReadFile[] = [];
  for (const path of paths) {
    const bytes = await bytesOf(path);
    if (bytes instanceof Uint8Array) files.push({ path, bytes, sha256: sha256Of(bytes) });
    else fault(report, 'unreadable', path, bytes.reason);
  }
  const known =
    options.again === true ? new Map<string, 'letter' | 'unreadable'>() : await options.store.known(files.map((file) => file.sha256));
  const letters: { path: string; letter: Letter }[] = [];
  const unreadable: UnreadableLetter[] = [];
  for (const file of files) {
    const stored = known.get(file.sha256);
    if (stored !== undefined) {
      report.known += 1;
      if (stored === 'unreadable') report.knownUnreadable += 1;
      report.done += 1;
      continue;
    }
    const result = await readLetter(file.bytes, basename(file.path));
    await options.keep(file.bytes);
    if (result.ok) letters.push({ path: file.path, letter: result.letter });
    else {
      unreadable.push(result.unreadable);
      fault(report, 'unreadable', file.path, result.unreadable.reason.reason);
    }
    options.onProgress?.(report);
  }
  if (unreadable.length > 0) await options.store.putUnreadable(unreadable);
  const outcomes = letters.length === 0 ? [] : await options.store.put(letters.map(({ letter }) => letter));
  letters.forEach(({ path }, index) => {
    const outcome = outcomes[index];
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
      default:
        fault(report, 'failed', path, outcome?.reason ?? 'The index gave no answer for this letter.');
        return;
    }
    report.done += 1;
  });
}

function fault(report: LoadReport, count: 'failed' | 'unreadable', path: string, reason: string): void {
  report[count] += 1;
  report.done += 1;
  report.faults.push({ path, reason });
}

async function bytesOf(path: string): Promise<Uint8Array | { reason: string }> {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES)
      return {
        reason: `The file holds ${Math.round(size / 1024 / 1024)} MB; a letter of at most ${MOST_BYTES / 1024 / 1024} MB was expected.`,
      };
    return await readFile(path);
  } catch (error) {
    return { reason: `The file could not be read from the disk (${codeOf(error)}).` };
  }
}

/** Every file below the paths, each once, in the order of their names; links to folders are not followed. */
export async function listFiles(paths: readonly string[]): Promise<string[]> {
  const files = new Set<string>();
  for (const path of paths) {
    const entry = await stat(path).catch((cause: unknown) => {
      throw new AppError(
        'usage',
        `${path} does not exist or may not be opened (${codeOf(cause)}); a file or folder with letters was expected.`,
        { cause },
      );
    });
    if (!entry.isDirectory()) files.add(path);
    else for (const file of await filesBelow(path)) files.add(file);
  }
  return [...files];
}

async function filesBelow(dir: string): Promise<string[]> {
  const names = (await readdir(dir)).filter((name) => !name.startsWith('.')).sort();
  const files: string[] = [];
  for (const name of names) {
    const path = join(dir, name);
    const entry = await lstat(path);
    if (entry.isDirectory()) files.push(...(await filesBelow(path)));
    else if (
      entry.isFile() ||
      (entry.isSymbolicLink() &&
        (await stat(path).then(
          (target) => target.isFile(),
          () => false,
        )))
    )
      files.push(path);
  }
  return files;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}
