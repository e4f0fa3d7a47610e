/**
 * Loads files and folders into a store: walk, skip what is stored, read, put in batches. What a batch reports as stored
 * survives a crash, so a load that is interrupted goes on where it stopped when it is started again. Trouble with one file,
 * be it the file's, the disk's or the program's own, ends that file and no other.
 */
import { basename } from 'node:path';
import type { Letter, UnreadableLetter } from '#contract/determination.ts';
import { AppError } from '#contract/problem.ts';
import { type CompleteFile, versionKey } from '#contract/version-key.ts';
import { sha256Of } from '#mappings/text/sha256.ts';
import type { LetterResult, LetterResults } from '../pipeline.ts';
import type { Mapping } from '../programmes/mapping.ts';
import { faultOf } from '../reading/fault.ts';
import { isJsonLines } from '../split/json-lines.ts';
import { bytesOf, codeOf, isRegularFile, listFiles } from './files.ts';
import { loadRows } from './load-rows.ts';
import { loadTable } from './load-table.ts';
import type { LoadOptions } from './options.ts';
import { readOne } from './read-one.ts';
import { count, countKnown, fault, type LoadReport, newReport } from './report.ts';
import { openTableFile, type TableFile, whyNotMapped } from './table-file.ts';

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
  const report = newReport(files.length);
  options.onProgress?.(report);
  await options.room?.(0);
  for (let from = 0, most: number = BATCH.first; from < files.length; most = Math.min(2 * most, BATCH.most)) {
    const { batch, taken, many } = await openBatch(files.slice(from, from + most), options, report);
    from += taken;
    await loadBatch(batch, options, report);
    if (many !== null) await loadFileOfMany(many, options, report);
    options.onProgress?.(report);
  }
  return report;
}

/** Loads a file of many records, unless all of it is stored. Trouble with the file is a fault and not the end of the load. */
async function loadFileOfMany({ path, table }: Many, options: LoadOptions, report: LoadReport): Promise<void> {
  const { store, originals, again = false } = options;
  const refuse = (error: unknown) => {
    fault(report, 'failed', path, `The original file could not be kept (${told(error)}).`);
    return null;
  };
  // Known ones are only read: a copy of what may be larger than the room that is left is made for what is new.
  const seen = await originals.hashFile(path).catch(refuse);
  if (seen === null) return;
  const stored = (await store.known([seen.sha256])).get(seen.sha256);
  const isNew = stored === undefined || again || options.mapping !== undefined;
  if (isNew || !(await originals.has(seen.sha256))) {
    await options.room?.(seen.size);
    const kept = await originals.writeFile(path).catch(refuse);
    if (kept === null) return;
    if (isNew) {
      if (table === null) await loadRows({ path, ...kept }, options, report);
      else
        await loadTable(
          { path, ...kept, isNew: stored === undefined },
          (await openTableFile(kept.place, options.mapping)) ?? table,
          options,
          report,
        );
      return;
    }
  }
  countKnown(report, stored);
  // Its rows that could not be read are told each time, as files are.
  const unreadable = await store.unreadableParts(seen.sha256);
  report.total += unreadable;
  for (let row = 0; row < unreadable; row += 1) countKnown(report, 'unreadable');
}

/** A file all of which will be stored; `retires`: what was read of it before, and is not now, goes. */
type Completing = Omit<CompleteFile, 'versions'> & { readonly retires: boolean };

/** A file of many records: a table, or rows of letters. */
interface Many {
  readonly path: string;
  readonly table: TableFile | null;
}

/** `many`: the file of many records that ends the batch. */
interface Batch {
  readonly batch: OpenFile[];
  readonly taken: number;
  readonly many: Many | null;
}

interface OpenFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/**
 * The bytes of the first of these files, as many as a batch may hold. `taken`: how many paths those are, with the ones that could not be opened. A
 * file of many records ends a batch.
 */
async function openBatch(paths: readonly string[], { mapping }: LoadOptions, report: LoadReport): Promise<Batch> {
  const batch: OpenFile[] = [];
  let [size, taken] = [0, 0];
  for (const path of paths) {
    const many = await openMany(path, mapping);
    if (many !== null && 'reason' in many) {
      fault(report, 'unreadable', path, many.reason);
      taken += 1;
      continue;
    }
    if (many !== null) return { batch, taken: taken + 1, many };
    const bytes = await bytesOf(path);
    if (bytes instanceof Uint8Array) {
      if (size > 0 && size + bytes.length > BATCH_BYTES) break;
      size += bytes.length;
      batch.push({ path, bytes, sha256: sha256Of(bytes) });
    } else fault(report, 'unreadable', path, bytes.reason);
    taken += 1;
  }
  return { batch, taken, many: null };
}

/** A file of many records; null where it is none, or cannot be opened, which is told when its bytes are asked for. */
async function openMany(path: string, mapping: Mapping | undefined): Promise<Many | { readonly reason: string } | null> {
  if (!(await isRegularFile(path))) return null;
  if (mapping === undefined && (await isJsonLines(path).catch(() => false))) return { path, table: null };
  try {
    const table = await openTableFile(path, mapping);
    if (table !== null) return { path, table };
    return mapping === undefined ? null : { reason: await whyNotMapped(path, mapping) };
  } catch (error) {
    if (error instanceof AppError) return { reason: error.message };
    return null;
  }
}

async function loadBatch(batch: readonly OpenFile[], options: LoadOptions, report: LoadReport): Promise<void> {
  const { store, again = false } = options;
  const known = await store.known(batch.map((file) => file.sha256));
  const letters: { file: OpenFile; letter: Letter }[] = [];
  const unreadable: UnreadableLetter[] = [];
  /** Files of several letters, or of one with other text around it: all that was read of one is stored, or the file is not known. */
  const complete = new Map<OpenFile, Completing>();
  const already: { file: OpenFile; stored: 'letter' | 'unreadable' }[] = [];
  const fresh = batch.filter(({ sha256 }) => again || !known.has(sha256));
  if (fresh.length > 0) await options.room?.(fresh.reduce((sum, { bytes }) => sum + bytes.length, 0));
  const reading = batch.flatMap((file) => {
    const stored = known.get(file.sha256);
    if (stored === undefined || again) return [{ file, stored, read: readOne({ ...file, fileName: basename(file.path) }, options.read) }];
    already.push({ file, stored });
    return [];
  });
  for (const { file, stored } of already) {
    // The original of a known file may have been lost, or could not be kept when it was read.
    const notKept = (await options.originals.has(file.sha256)) ? null : await keep(file, options);
    if (notKept === null) {
      countKnown(report, stored);
      const unreadableOnes = await store.unreadableParts(file.sha256);
      report.total += unreadableOnes;
      for (let part = 0; part < unreadableOnes; part += 1) countKnown(report, 'unreadable');
    } else fault(report, 'failed', file.path, notKept);
  }
  // The first that ends the load is thrown below; the others must not stand as errors that nobody saw.
  for (const { read } of reading) read.catch(() => undefined);
  for (const { file, stored, read } of reading) {
    const { results, place } = await read;
    const notKept = await keep(file, options);
    if (notKept !== null) fault(report, 'failed', file.path, notKept);
    else {
      report.total += results.length - 1;
      if ((again && results.some(({ ok }) => ok)) || results.some(isOfPart)) complete.set(file, completeFile(file, results, again));
      for (const result of results) {
        if (result.ok) {
          letters.push({ file, letter: result.letter });
          continue;
        }
        const { reason } = result.unreadable.reason;
        // A record that was stored before is worth more than a line in the list of what could not be read.
        const isKept = stored === 'letter' && result.unreadable.source.part === null;
        if (!isKept) unreadable.push(result.unreadable);
        fault(
          report,
          'unreadable',
          file.path,
          `${reason}${place}${isKept ? ' What was read of it before is kept.' : ''}${hintOf(file.path, result)}`,
        );
      }
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
  const versions = new Map<OpenFile, string[]>();
  letters.forEach(({ file }, index) => {
    const outcome = outcomes[index];
    count(report, file.path, outcome);
    // The next load tries again what was not stored.
    if (outcome === undefined || outcome.outcome === 'failed') complete.delete(file);
    else versions.set(file, [...(versions.get(file) ?? []), outcome.sha256]);
  });
  if (complete.size === 0) return;
  report.retired += await store.complete(
    [...complete].map(([file, { retires, ...whole }]) => ({ ...whole, ...(retires ? { versions: versions.get(file) ?? [] } : {}) })),
  );
}

/** What a user may do about a table of no known program. Only a hint: what a file is, its content tells. */
function hintOf(path: string, result: LetterResult): string {
  const isOther = !result.ok && ['unreadable.layout', 'unreadable.media_type'].includes(result.unreadable.reason.code);
  if (!isOther || !/\.(?:csv|tsv|xlsx|json|jsonl)$/i.test(path)) return '';
  return ` If it is a table of decisions, name its columns first: imr mapping ${path}`;
}

/** A file of which something cannot be read now keeps what was read of it before. */
function completeFile({ sha256, path, bytes }: OpenFile, results: LetterResults, again: boolean): Completing {
  const unreadable = results.flatMap((result) => (result.ok ? [] : [versionKey(result.unreadable.source)]));
  return {
    sha256,
    name: basename(path),
    size: bytes.length,
    retires: again && unreadable.length === 0,
    ...(again && unreadable.length < results.length ? { unreadable } : {}),
  };
}

function isOfPart(result: LetterResult): boolean {
  return (result.ok ? result.letter.determination : result.unreadable).source.part !== null;
}

/** Keeps the original of a file; why it could not be kept, null where it is. */
async function keep({ bytes }: OpenFile, { originals }: LoadOptions): Promise<string | null> {
  return originals.write(bytes).then(
    () => null,
    (error: unknown) => `The original file could not be kept (${told(error)}).`,
  );
}

/** The code of an error of the disk, also where ours stands before it. */
function told(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = codeOf(cause);
  return code === 'unknown reason' ? faultOf(error).name : code;
}
