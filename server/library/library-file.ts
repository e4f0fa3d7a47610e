/**
 * The file of the library, `<data dir>/library.sqlite`: its tables, its version, how it is opened. Every commit is synced to disk, so
 * what was acknowledged survives a killed process and a power cut. docs/decisions/0012 says why the tables are as they are.
 */
import { randomUUID } from 'node:crypto';
import { accessSync, constants, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '#contract/problem.ts';
import { makeFolder } from '../storage/make-folder.ts';
import { asItStands, inTransaction, isEmpty, makeTables, type PlainFaults, plainFault, versionOf } from '../storage/sqlite.ts';

const VERSION = 'library 1';

/**
 * `changes` numbers what happened to letters: `read` (a version was read, for the first time or again), `moved` (a version of this letter was read
 * as another letter's), `removed`. Notes and searches of users do not move the number.
 * `readings`: every reading of every version, under the number of its change. `put`: the change by which the version came to this letter; it
 * decides between versions of one decision day. `checksum` is over the row and its record.
 * `texts`: canonical texts, each once, however often it was read; `hash` is of the text before it was packed. A reading names its text by that, so
 * that no damage gives it another's.
 * `letters` is derived from the readings, and written in their transactions: which reading counts.
 * `files`: files whose parts are all stored; `parts`: which versions they hold, in their order.
 * `name_key`: a name as names are compared. `position`: the order in which items were added; none is used twice.
 */
const TABLES = `
  CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE changes(
    number INTEGER PRIMARY KEY AUTOINCREMENT, letter TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('read', 'moved', 'removed')), at TEXT NOT NULL
  );
  CREATE INDEX changes_by_letter ON changes(letter, number);
  CREATE INDEX removals ON changes(letter, number) WHERE kind = 'removed';
  CREATE TABLE texts(id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, body BLOB NOT NULL);
  CREATE TABLE readings(
    change INTEGER PRIMARY KEY REFERENCES changes(number), letter TEXT NOT NULL, version TEXT NOT NULL, put INTEGER NOT NULL,
    decided_on TEXT, file TEXT NOT NULL, file_name TEXT NOT NULL, messages TEXT NOT NULL, schema INTEGER NOT NULL,
    items INTEGER NOT NULL, text BLOB NOT NULL REFERENCES texts(hash)
  );
  CREATE INDEX readings_by_version ON readings(version, change);
  CREATE INDEX readings_by_letter ON readings(letter);
  CREATE INDEX readings_by_text ON readings(text);
  CREATE TABLE records(change INTEGER PRIMARY KEY REFERENCES readings(change), body BLOB NOT NULL, checksum BLOB NOT NULL);
  CREATE TABLE letters(id TEXT PRIMARY KEY, reading INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE files(sha256 TEXT PRIMARY KEY, name TEXT NOT NULL, size INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE parts(file TEXT NOT NULL, place INTEGER NOT NULL, version TEXT NOT NULL, PRIMARY KEY(file, place)) WITHOUT ROWID;
  CREATE INDEX parts_by_version ON parts(version);
  CREATE TABLE unreadable(part TEXT PRIMARY KEY, file TEXT NOT NULL, file_name TEXT NOT NULL, letter TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX unreadable_by_file ON unreadable(file);
  CREATE INDEX unreadable_by_name ON unreadable(file_name);
  CREATE TABLE searches(
    id TEXT PRIMARY KEY, owner TEXT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL, search TEXT NOT NULL, note TEXT NOT NULL,
    created_at TEXT NOT NULL, seen_at TEXT NOT NULL, UNIQUE(owner, name_key)
  );
  CREATE TABLE seen(search TEXT PRIMARY KEY REFERENCES searches(id) ON DELETE CASCADE, items BLOB NOT NULL);
  CREATE TABLE collections(
    id TEXT PRIMARY KEY, owner TEXT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL, note TEXT NOT NULL,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, UNIQUE(owner, name_key)
  );
  CREATE TABLE collected(
    position INTEGER PRIMARY KEY AUTOINCREMENT, collection TEXT NOT NULL REFERENCES collections(id) ON DELETE CASCADE,
    item TEXT NOT NULL, note TEXT NOT NULL, added_at TEXT NOT NULL, UNIQUE(collection, item)
  );
  CREATE INDEX collected_items ON collected(item);
  -- The readings that stand: the last of each version, of letters that were not removed since.
  CREATE VIEW standing AS
    SELECT r.* FROM readings r
    WHERE NOT EXISTS (SELECT 1 FROM readings later WHERE later.version = r.version AND later.change > r.change)
      AND r.change > coalesce((SELECT max(number) FROM changes WHERE letter = r.letter AND kind = 'removed'), 0);
`;

/**
 * Tables that came later than the version: a file made before has them once it is opened to be written to, and a program of before leaves them alone.
 * `removed`: what users took out last, as it was, to be put back; `key` tells what it was. `snapshots`: see `snapshots.ts`.
 */
const LATER_TABLES = `
  CREATE TABLE IF NOT EXISTS removed(
    number INTEGER PRIMARY KEY AUTOINCREMENT, owner TEXT NOT NULL, key TEXT NOT NULL, rows TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS removed_by_key ON removed(owner, key, number);
  CREATE TABLE IF NOT EXISTS snapshots(
    id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, note TEXT NOT NULL, taken_at TEXT NOT NULL, change INTEGER NOT NULL,
    letters INTEGER NOT NULL, items INTEGER NOT NULL, program TEXT NOT NULL, extraction TEXT NOT NULL, vocabulary TEXT NOT NULL
  ) WITHOUT ROWID;
`;

export interface OpenLibraryFile {
  readonly db: DatabaseSync;
  /** Of this library alone, for as long as it lives. */
  readonly id: string;
  /** False: the folder may not be written to; the file is read as it stands. */
  readonly writable: boolean;
}

/**
 * Opens the library of a data folder. With `create` folder and file are made where there are none; without, AppError `no-index` where there
 * is none. Throws AppError `library-incompatible`, `library-unavailable`.
 */
export function openLibraryFile(dataDir: string, create: boolean, newId: () => string = randomUUID): OpenLibraryFile {
  const file = libraryPath(dataDir);
  return withPlainErrors(() => {
    // An empty file is what a process leaves that was killed while it made one, or what a full disk made of a copy.
    const isThere = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;
    if (!isThere && !create) throw noIndex(dataDir);
    if (!isThere) makeFolder(dataDir);
    try {
      return openToWrite(file, newId);
    } catch (error) {
      if (!isThere || !isNotWritable(error)) throw error;
      return standing(file);
    }
  }, dataDir);
}

/** Opens the library of a data folder to read it, also while another process writes. Throws AppError `no-index` and as above. */
export function openLibraryToRead(dataDir: string): OpenLibraryFile {
  const file = libraryPath(dataDir);
  return withPlainErrors(() => {
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0) throw noIndex(dataDir);
    const db = new DatabaseSync(file, { readOnly: true });
    try {
      db.exec('PRAGMA busy_timeout=10000');
      return { db, id: checked(db), writable: false };
    } catch (error) {
      db.close();
      if (!isNotWritable(error)) throw error;
      return standing(file);
    }
  }, dataDir);
}

/** A library in a folder that may not be written to. */
function standing(file: string): OpenLibraryFile {
  assertWhole(file);
  const db = new DatabaseSync(asItStands(file), { readOnly: true });
  return { db, id: checked(db), writable: false };
}

function isNotWritable(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && NOT_WRITABLE.has(Number(error.errcode) & 0xff);
}

/** What stands in the log beside the file is part of the library, and cannot be read without writing beside it. */
function assertWhole(file: string): void {
  if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0) return;
  throw new AppError(
    'library-unavailable',
    'The library was not closed by the process that wrote it, and its folder may not be written to; open it once where it may.',
  );
}

/** Whether file and folder may be written to; a file that may only be read is opened all the same while its log is there. */
function mayWrite(file: string): boolean {
  try {
    for (const path of [file, dirname(file)]) accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** What is thrown by what would write where nothing may be written. */
export function notWritable(): AppError {
  return new AppError('library-unavailable', NOT_WRITABLE_WORDS);
}
const NOT_WRITABLE_WORDS = 'The library or its folder may not be written to, so nothing can be kept in it.';

export function libraryPath(dataDir: string): string {
  return join(dataDir, 'library.sqlite');
}

/** SQLITE_READONLY, SQLITE_CANTOPEN: a folder in which no log can be made beside the file. */
const NOT_WRITABLE: ReadonlySet<number> = new Set([8, 14]);

function openToWrite(file: string, newId: () => string): OpenLibraryFile {
  const db = new DatabaseSync(file);
  try {
    db.exec('PRAGMA busy_timeout=10000; PRAGMA foreign_keys=on; PRAGMA journal_mode=wal; PRAGMA synchronous=full');
    db.exec('PRAGMA mmap_size=1073741824; PRAGMA cache_size=-32768; PRAGMA temp_store=memory');
    if (isEmpty(db)) {
      inTransaction(db, 'write', () => {
        if (makeTables(db, TABLES, VERSION)) db.prepare("INSERT INTO meta VALUES ('id', ?)").run(newId());
      });
    }
    const opened = { db, id: checked(db), writable: mayWrite(file) };
    if (opened.writable && !hasLaterTables(db)) inTransaction(db, 'write', () => db.exec(LATER_TABLES));
    return opened;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Asked first: to make what is there takes its turn behind whoever writes. */
function hasLaterTables(db: DatabaseSync): boolean {
  return db.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name IN ('removed_by_key', 'snapshots')").get()?.['n'] === 2;
}

/** The library's id, if the file is a library of this version. */
function checked(db: DatabaseSync): string {
  if (versionOf(db) !== VERSION) {
    throw new AppError('library-incompatible', 'The file library.sqlite in the data folder was made by another version of this program.');
  }
  return String(db.prepare("SELECT value FROM meta WHERE name = 'id'").get()?.['value']);
}

function noIndex(dataDir: string): AppError {
  return new AppError('no-index', `There is no index in ${dataDir}; read letters with: npm run imr -- ingest PATHS`);
}

const FAULTS: PlainFaults = new Map([
  [5, ['library-unavailable', 'The library is in use by another process that does not let go of it.']],
  [8, ['library-unavailable', NOT_WRITABLE_WORDS]],
  [10, ['library-unavailable', 'The library could not be read or written.']],
  [11, ['library-damaged', 'The file library.sqlite is damaged.']],
  [13, ['library-unavailable', 'The disk is full, so nothing more can be kept.']],
  [14, ['library-unavailable', 'The library could not be opened.']],
  [26, ['library-incompatible', 'The file library.sqlite in the data folder is not one of this program.']],
]);

/** Runs `work`; trouble of disk and file comes out as an `AppError` (that names the folder, where given), anything else as it was thrown. */
export function withPlainErrors<T>(work: () => T, dataDir?: string): T {
  const where = dataDir === undefined ? '' : ` The data folder is ${dataDir}.`;
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error) || error instanceof AppError) throw error;
    throw plainFault(error, FAULTS, where) ?? error;
  }
}
