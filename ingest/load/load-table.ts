/**
 * Loads a table row by row, whatever its size: no more than a batch of rows is ever held, and of the others an id and a key each. Rows that say what is stored already are not read again, so
 * that of a table which is published once more only what changed is new. Two rows of one case number that say different things are two
 * determinations: which of those that are stored a changed row is, is settled when all other rows of the file have found theirs.
 */
import { basename } from 'node:path';
import { determinationId, type Letter, nthUnder, type UnreadableLetter } from '#contract/determination.ts';
import { versionKey } from '#contract/version-key.ts';
import { sha256Of } from '#mappings/text/sha256.ts';
import type { KnownRow } from '../programmes/row-letter.ts';
import { unreadableRow } from '../split/row-place.ts';
import { assignNumbers } from './assign-numbers.ts';
import type { KeptFile } from './load-rows.ts';
import type { LoadOptions } from './options.ts';
import { count, countKnown, fault, type LoadReport } from './report.ts';
import type { ReadRow, TableFile } from './table-file.ts';
import { placeOfRow, readLetterOfRow } from './table-letter.ts';

/** Rows that are put at once, and the characters of their texts. */
const BATCH = 1_000;
const BATCH_CHARACTERS = 4_000_000;

/** `isNew`: not all of it was stored before. */
type KeptTable = KeptFile & { readonly isNew: boolean };
type Known = Extract<ReadRow, { known: KnownRow }>;

/** Loads the rows of a table. Throws what the store throws, and what the disk says of the file. */
export async function loadTable(file: KeptTable, opened: TableFile, options: LoadOptions, report: LoadReport): Promise<void> {
  const { isNew } = file;
  const fileName = basename(file.path);
  const loading: Loading = {
    file,
    opened,
    options,
    report,
    isNew,
    fileName,
    ofFile: new Map(),
    putting: Promise.resolve(),
    faulty: [],
    isRefused: false,
  };
  const counted = await opened.table.count();
  // The file itself was counted as one.
  report.total += counted - 1;
  let rows = 0;
  report.hasRows = true;
  const later = new Set<number>();
  /** What it was read as before, by another mapping or another version of the program, and is not now: rows of a table of one's own go. */
  const [versions, unreadable]: [string[], string[]] = [[], []];
  for await (const batch of batches(opened, () => true)) {
    rows += batch.length;
    if (readsAgain(options)) versions.push(...batch.flatMap((row) => ('key' in row ? row.key : [])));
    if (readsAgain(options)) unreadable.push(...batch.map((row) => ('key' in row ? row.key : faultKey(row.line, file))));
    for (const line of await loadBatch(batch, loading, 'where it is clear')) later.add(line);
    options.onProgress?.(report);
  }
  await loading.putting;
  if (later.size > 0) for await (const batch of batches(opened, (line) => later.has(line))) await loadBatch(batch, loading, 'all');
  await loading.putting;
  report.total += rows - counted;
  options.onProgress?.(report);
  const whole = { sha256: file.sha256, name: loading.fileName, size: file.size };
  // What was refused is tried again by the next load.
  if (loading.isRefused) return;
  // Where a row cannot be read now, what was read of it before is kept.
  const read = { versions, unreadable, keeps: loading.faulty };
  report.retired += await options.store.complete([{ ...whole, ...(readsAgain(options) ? read : {}) }]);
}

/** Whether rows that are known are read again: a mapping may have been changed since. */
function readsAgain({ again, mapping }: LoadOptions): boolean {
  return again === true || mapping !== undefined;
}

interface Loading {
  readonly isNew: boolean;
  readonly file: KeptFile;
  readonly opened: TableFile;
  readonly options: LoadOptions;
  readonly report: LoadReport;
  readonly fileName: string;
  /** By the id of a determination: the key of the row of the file that it is, as far as rows were seen. */
  readonly ofFile: Map<string, string>;
  /** The batch that is being put: an index may still take it over while the next one is read. */
  putting: Promise<void>;
  /** Lines of rows that could not be read. */
  readonly faulty: number[];
  /** Whether a row was not stored. */
  isRefused: boolean;
}

async function* batches(opened: TableFile, takes: (line: number) => boolean): AsyncGenerator<ReadRow[]> {
  let batch: ReadRow[] = [];
  let size = 0;
  for await (const raw of opened.table.rows()) {
    if (!takes(raw.line)) continue;
    const row = opened.read(raw);
    batch.push(row);
    size += 'known' in row ? row.known.text.length : 0;
    if (batch.length < BATCH && size < BATCH_CHARACTERS) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Loads rows; returns the lines of those that wait until the others of the file are known. */
async function loadBatch(batch: readonly ReadRow[], loading: Loading, which: 'where it is clear' | 'all'): Promise<number[]> {
  const { file, opened, options, report, ofFile } = loading;
  const { store } = options;
  const again = readsAgain(options);
  const { programme } = opened.programme;
  await listFaults(batch, loading);
  const rows = onceEach(
    batch.filter((row): row is Known => 'known' in row),
    report,
  );
  const known = await store.known(rows.map(({ key }) => key));
  const thereAlready = rows.filter(({ key }) => known.get(key) === 'letter');
  const storedAs = thereAlready.length === 0 ? new Map<string, string>() : await store.lettersOf(thereAlready.map(({ key }) => key));
  // Of two rows that are stored as versions of one determination, because they were published one after the other, the second is another one now.
  const stored = thereAlready.filter(({ key }) => {
    const id = storedAs.get(key) ?? '';
    if (!ofFile.has(id)) ofFile.set(id, key);
    return ofFile.get(id) === key;
  });
  await store.noteParts(
    file.sha256,
    stored.map(({ line, key }) => ({ place: line, version: key })),
  );
  // A row may say again what an earlier file said, and one in between did not.
  const back = new Set(loading.isNew && stored.length > 0 ? await store.countAgain(stored.map(({ key }) => key)) : []);
  if (!again) {
    for (const { key } of stored) {
      if (back.has(key)) count(report, file.path, { outcome: 'new_version', reason: null });
      else countKnown(report, 'letter');
    }
  }
  const isStored = new Set(stored);
  const fresh = rows.filter((row) => !isStored.has(row));
  const ids = [...new Set(fresh.map(({ known: { caseNumber } }) => determinationId(programme, caseNumber)))];
  const there = ids.length === 0 ? new Map() : await store.numbered(ids);
  const { numbers, later } = await assignNumbers(fresh, { programme, there, ofFile, letter: store.letter, settles: which === 'all' });
  for (const row of again ? stored : [])
    numbers.set(row, nthUnder(determinationId(programme, row.known.caseNumber), storedAs.get(row.key) ?? '') ?? 1);
  const letters: Letter[] = [];
  for (const letter of await Promise.all([...numbers].map(([row, nth]) => read(row, nth, isStored.has(row), loading))))
    if (letter !== null) letters.push(letter);
  // Before it is stored: the next batch is read meanwhile, and may hold the same number.
  for (const { determination } of letters) {
    ofFile.set(determination.id, versionKey(determination.source));
    for (const { code, reason } of determination.messages)
      if (code === 'row.cell') report.unclear.set(reason, (report.unclear.get(reason) ?? 0) + 1);
  }
  const before = loading.putting;
  if (letters.length > 0) loading.putting = put(letters, loading);
  await before;
  return later.map(({ line }) => line);
}

function put(letters: readonly Letter[], loading: Loading): Promise<void> {
  const { file, options, report } = loading;
  const putting = options.store.put(letters, { replace: options.again === true ? true : 'changed' }).then((outcomes) => {
    for (const outcome of outcomes) {
      count(report, file.path, outcome);
      loading.isRefused ||= outcome.outcome === 'failed';
    }
  });
  // Whoever waits for it next is told; until then it is no error that nobody saw.
  putting.catch(() => undefined);
  return putting;
}

/** The same row twice in a file says one thing: it is counted as known. */
function onceEach(rows: readonly Known[], report: LoadReport): Known[] {
  const seen = new Set<string>();
  return rows.filter(({ key }) => {
    if (!seen.has(key)) return seen.add(key);
    countKnown(report, 'letter');
    return false;
  });
}

/** The letter of a row; null where reading its prose failed, which is listed. */
async function read(row: Known, nth: number, isStored: boolean, loading: Loading): Promise<Letter | null> {
  const { file, opened, options, report, fileName } = loading;
  const { result, place: where } = await readLetterOfRow(row, nth, { opened, fileName, file }, options.read);
  if (result.ok) return result.letter;
  // A record that was stored before is worth more than a line in the list of what could not be read.
  if (!isStored) await options.store.putUnreadable([result.unreadable]);
  fault(
    report,
    'unreadable',
    file.path,
    `${result.unreadable.reason.reason}${where}${isStored ? ' What was read of it before is kept.' : ''}`,
  );
  return null;
}

/** What a row is listed by that cannot be read. */
function faultKey(line: number, { sha256 }: KeptFile): string {
  return sha256Of(`${sha256} ${line}`);
}

/** Lists the rows that cannot be read, each with its line and why. */
async function listFaults(batch: readonly ReadRow[], loading: Loading): Promise<void> {
  const { file, options, report, fileName } = loading;
  const faults = batch.flatMap((row): UnreadableLetter[] => {
    if (!('fault' in row)) return [];
    const reason = `Row at line ${row.line}: ${row.fault}`;
    return [unreadableRow(fileName, placeOfRow(row.line, faultKey(row.line, file), loading), 'unreadable.row', reason)];
  });
  if (faults.length === 0) return;
  loading.faulty.push(...batch.flatMap((row) => ('fault' in row ? row.line : [])));
  const known = await options.store.known(faults.map(({ source: { part } }) => part?.key ?? ''));
  for (const { source, reason } of faults) {
    if (known.has(source.part?.key ?? '')) {
      countKnown(report, 'unreadable');
      report.faults.push({ path: file.path, reason: reason.reason });
    } else fault(report, 'unreadable', file.path, reason.reason);
  }
  await options.store.putUnreadable(faults);
}
