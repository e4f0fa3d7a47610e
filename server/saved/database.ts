/**
 * The file of what a user keeps, `<data dir>/saved.sqlite`: apart from the index, so that a rebuild leaves it alone. Every commit is
 * synced to disk. It is made at the first save, so a folder that cannot be written to is no trouble until then.
 */
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { AppError } from '#contract/problem.ts';
import { makeFolder } from '../storage/make-folder.ts';
import { inTransaction, makeTables, type PlainFaults, plainFault, versionOf } from '../storage/sqlite.ts';

const VERSION = 'saved 1';

/** `name_key`: the name as names are compared. `position` is the order in which items were added; none is used twice. */
const TABLES = `
  CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE searches(
    id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, search TEXT NOT NULL, note TEXT NOT NULL,
    created_at TEXT NOT NULL, seen_at TEXT NOT NULL
  );
  CREATE TABLE seen(search TEXT PRIMARY KEY REFERENCES searches(id) ON DELETE CASCADE, items BLOB NOT NULL);
  CREATE TABLE collections(
    id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, note TEXT NOT NULL,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL
  );
  CREATE TABLE collected(
    position INTEGER PRIMARY KEY AUTOINCREMENT, collection TEXT NOT NULL REFERENCES collections(id) ON DELETE CASCADE,
    item TEXT NOT NULL, note TEXT NOT NULL, added_at TEXT NOT NULL, UNIQUE(collection, item)
  );
  CREATE INDEX collected_items ON collected(item);
`;

/** Opens the file, and makes it and its folder where they are not there. Throws AppError `saved-unavailable`, `saved-incompatible`. */
export function openToWrite(file: string): DatabaseSync {
  return withPlainErrors(() => {
    try {
      makeFolder(dirname(file));
    } catch (error) {
      throw new AppError('saved-unavailable', 'The data folder could not be made or opened, so nothing can be saved in it.', {
        cause: error,
      });
    }
    return prepared(new DatabaseSync(file), (db) => {
      db.exec('PRAGMA busy_timeout=10000; PRAGMA journal_mode=wal; PRAGMA synchronous=full');
      inTransaction(db, 'write', () => makeTables(db, TABLES, VERSION));
    });
  });
}

/** Opens the file as it is, also in a folder that cannot be written to; null where there is none. Throws as `openToWrite` does. */
export function openToRead(file: string): DatabaseSync | null {
  if (!isThere(file)) return null;
  try {
    return openToWrite(file);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'saved-unavailable') throw error;
    // A log beside the file cannot be made: the file is read without one, as nobody can write to it.
    const asItStands = pathToFileURL(file);
    asItStands.searchParams.set('immutable', '1');
    return withPlainErrors(() => prepared(new DatabaseSync(asItStands, { readOnly: true }), () => {}));
  }
}

function prepared(db: DatabaseSync, prepare: (db: DatabaseSync) => void): DatabaseSync {
  try {
    prepare(db);
    if (versionOf(db) !== VERSION) {
      throw new AppError('saved-incompatible', 'The file saved.sqlite in the data folder was made by another version of this program.');
    }
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

const FAULTS: PlainFaults = new Map([
  [5, ['saved-unavailable', 'The file saved.sqlite is in use by another process that does not let go of it.']],
  [8, ['saved-unavailable', 'The file saved.sqlite or its folder may not be written to, so nothing can be saved.']],
  [10, ['saved-unavailable', 'The file saved.sqlite could not be read or written.']],
  [11, ['saved-unavailable', 'The file saved.sqlite is damaged.']],
  [13, ['saved-unavailable', 'The disk is full, so nothing can be saved.']],
  [14, ['saved-unavailable', 'The file saved.sqlite could not be opened, so nothing can be saved.']],
  [26, ['saved-incompatible', 'The file saved.sqlite in the data folder is not one of this program.']],
]);

/** Runs `work`; trouble of disk and file comes out as an `AppError`, anything else as it was thrown. */
export function withPlainErrors<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw plainFault(error, FAULTS) ?? error;
  }
}

function isThere(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false; // the folder above it is a file, or may not be looked into
  }
}
