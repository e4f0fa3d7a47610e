/**
 * The one file of the embedded engine: its tables, its version, its transactions. Every commit is synced to disk, so
 * what was reported as stored survives a killed process and a power cut. A file of another version is refused.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '#contract/problem.ts';
import { KeywordFieldSchema, TextFieldSchema } from '#contract/query.ts';
import { STEMMER } from '#mappings/text/stem.ts';
import { makeFolder } from '../../storage/make-folder.ts';
import { inTransaction, isEmpty, makeTables, type PlainFaults, plainFault, versionOf } from '../../storage/sqlite.ts';

export const KEYWORDS = KeywordFieldSchema.options;
export const TEXTS = TextFieldSchema.options;

/** The columns of the full-text table: each text as its words, and as their stems. */
export const FTS_COLUMNS = TEXTS.flatMap((field) => [field, `${field}_stem`]);

/** Changes with the tables, the field table and the stemmer: an index never answers for fields or stems that it does not have. */
const VERSION = `embedded 3; ${STEMMER}; ${TEXTS.join(' ')}; ${KEYWORDS.join(' ')}`;

/**
 * `letters` holds every version of a determination (`seq`: the order in which they were put); `letter_bodies` its deflated JSON,
 * apart so that scans of `letters` stay small. `items` and `words` hold the items of current versions only, under one row id that is
 * never used twice. A keyword column of `items` holds the code of a set of values, see `keyword_sets`.
 * `words` takes words that are analysed already and joined by blanks: the `ascii` tokenizer takes every character
 * beyond ASCII as part of a word, and ours holds letters and digits only, so it cuts at our blanks and nowhere else.
 * `vocabulary` holds every word that ever stood in an item, for spelling; whether it still does, `words` tells. (FTS5 can list its
 * terms itself, but reads all their places for it, and those of items taken out.)
 */
const TABLES = `
  CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE letters(
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, sha256 TEXT NOT NULL, file_name TEXT NOT NULL,
    decided_on TEXT, current INTEGER NOT NULL, messages TEXT NOT NULL, UNIQUE(id, sha256)
  );
  CREATE INDEX letters_by_file ON letters(sha256);
  CREATE TABLE letter_bodies(seq INTEGER PRIMARY KEY, determination BLOB NOT NULL, canonical BLOB NOT NULL);
  CREATE TABLE keyword_sets(code INTEGER PRIMARY KEY AUTOINCREMENT, field TEXT NOT NULL, vals TEXT NOT NULL, UNIQUE(field, vals));
  CREATE TABLE items(
    id INTEGER PRIMARY KEY AUTOINCREMENT, letter INTEGER NOT NULL, number INTEGER NOT NULL,
    ${KEYWORDS.map((field) => `${field} INTEGER NOT NULL`).join(', ')}
  );
  CREATE INDEX items_by_letter ON items(letter);
  CREATE VIRTUAL TABLE words USING fts5(${FTS_COLUMNS.join(', ')}, content='', contentless_delete=1, tokenize='ascii');
  CREATE TABLE vocabulary(word TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE unreadable(sha256 TEXT PRIMARY KEY, file_name TEXT NOT NULL, letter TEXT NOT NULL) WITHOUT ROWID;
`;

/**
 * Opens `<dataDir>/index.sqlite`. With `create` folder and tables are made where there are none; without, an index that
 * is not there is AppError `no-index`.
 */
export function openDatabase(dataDir: string, create: boolean): DatabaseSync {
  const file = join(dataDir, 'index.sqlite');
  return withPlainErrors(() => {
    if (create) makeFolder(dataDir);
    else if (statSync(file, { throwIfNoEntry: false }) === undefined) throw noIndex(dataDir);
    const db = new DatabaseSync(file);
    try {
      db.exec('PRAGMA busy_timeout=10000; PRAGMA journal_mode=wal; PRAGMA synchronous=full');
      db.exec('PRAGMA mmap_size=1073741824; PRAGMA cache_size=-65536; PRAGMA temp_store=memory');
      inTransaction(db, 'write', () => prepareTables(db, dataDir, create));
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  }, dataDir);
}

function prepareTables(db: DatabaseSync, dataDir: string, create: boolean): void {
  if (!create && isEmpty(db)) throw noIndex(dataDir);
  if (makeTables(db, TABLES, VERSION)) return;
  if (versionOf(db) !== VERSION) {
    throw new AppError('index-incompatible', 'The index in the data folder was made by another version of this program.');
  }
}

function noIndex(dataDir: string): AppError {
  return new AppError('no-index', `There is no index in ${dataDir}; read letters with: npm run imr -- ingest PATHS`);
}

const FAULTS: PlainFaults = new Map([
  [5, ['engine-unavailable', 'The index is in use by another process that does not let go of it.']],
  [8, ['engine-unavailable', 'The index file may not be written to.']],
  [10, ['engine-unavailable', 'The index file could not be read or written.']],
  [11, ['engine-unavailable', 'The index file is damaged.']],
  [13, ['engine-unavailable', 'The disk is full.']],
  [14, ['engine-unavailable', 'The index file could not be opened.']],
  [26, ['index-incompatible', 'The file index.sqlite in the data folder is not an index of this program.']],
]);

/** Runs `work`; trouble of disk and file comes out as an `AppError` (that names the folder, where given), anything else as it was thrown. */
export function withPlainErrors<T>(work: () => T, dataDir?: string): T {
  const where = dataDir === undefined ? '' : ` The data folder is ${dataDir}.`;
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error) || error instanceof AppError) throw error;
    const plain = plainFault(error, FAULTS, where);
    if (plain !== null) throw plain;
    if ('syscall' in error)
      throw new AppError('engine-unavailable', `The data folder could not be made or opened.${where}`, { cause: error });
    throw error;
  }
}
