/**
 * A file of the embedded engine: one projection of the library. Its tables, its version, how it is opened. It can be made again at any time, so a
 * commit is not synced to the disk: after a power cut the last ones may be missing, and are taken over again.
 */
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LetterDateSchema } from '#contract/letter-dates.ts';
import { AppError } from '#contract/problem.ts';
import { KeywordFieldSchema, TextFieldSchema } from '#contract/query.ts';
import { wordsMadeBy } from '#mappings/recognise/letter-words.ts';
import { makeFolder } from '../../storage/make-folder.ts';
import { asItStands, inTransaction, makeTables, type PlainFaults, plainFault, versionOf } from '../../storage/sqlite.ts';

export const KEYWORDS = KeywordFieldSchema.options;
export const TEXTS = TextFieldSchema.options;

/** The columns of the full-text table: each text as its words, and as their stems. */
export const FTS_COLUMNS = TEXTS.flatMap((field) => [field, `${field}_stem`]);

/** Changes with the tables and the field table: a file of another layout cannot answer. */
const LAYOUT = `embedded 5; ${TEXTS.join(' ')}; ${KEYWORDS.join(' ')}`;

/**
 * `state` is one row: of which library this is, the change number reached, the number of the last commit (`tick`), what made the stems, and the
 * generation that took this one's place.
 * `letters` and `items` are never rewritten: what changes is added anew under a new number, and the old row is marked with the tick by which it died.
 * The dates of `items` are days counted from 1970.
 * So whoever reads at some tick sees the rows born until then that had not died. A keyword column of `items` holds the code of a set of values,
 * see `keyword_sets`. `letter_texts`: the texts of the items, deflated where they are long, as FTS5 needs them again to take a row out.
 * `words` takes words that are analysed already and joined by blanks: the `ascii` tokenizer takes every character
 * beyond ASCII as part of a word, and ours holds letters and digits only, so it cuts at our blanks and nowhere else. A table of
 * `contentless_delete` would need no texts, but counts rows taken out for ever in what bm25() goes by.
 * `vocabulary` holds every word that ever stood in an item, for spelling; whether it still does, `words` tells. (FTS5 can list its
 * terms itself, but reads all their places for it.)
 */
const TABLES = `
  CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE state(
    one INTEGER PRIMARY KEY CHECK (one = 1), library TEXT, change INTEGER NOT NULL, tick INTEGER NOT NULL, stemmer TEXT NOT NULL, replaced_by INTEGER
  );
  CREATE TABLE letters(seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, died INTEGER);
  CREATE UNIQUE INDEX living_letters ON letters(id) WHERE died IS NULL;
  CREATE TABLE letter_texts(seq INTEGER PRIMARY KEY, body BLOB NOT NULL);
  CREATE TABLE keyword_sets(code INTEGER PRIMARY KEY AUTOINCREMENT, field TEXT NOT NULL, vals TEXT NOT NULL, UNIQUE(field, vals));
  CREATE TABLE items(
    id INTEGER PRIMARY KEY AUTOINCREMENT, letter INTEGER NOT NULL, number INTEGER NOT NULL, knownInLetter INTEGER NOT NULL,
    ${LetterDateSchema.options.map((date) => `${date} INTEGER`).join(', ')}, died INTEGER,
    ${KEYWORDS.map((field) => `${field} INTEGER NOT NULL`).join(', ')}
  );
  CREATE INDEX items_by_letter ON items(letter);
  CREATE INDEX dead_items ON items(died) WHERE died IS NOT NULL;
  CREATE VIRTUAL TABLE words USING fts5(${FTS_COLUMNS.join(', ')}, content='', tokenize='ascii');
  CREATE TABLE vocabulary(word TEXT PRIMARY KEY) WITHOUT ROWID;
`;

export interface IndexFile {
  readonly db: DatabaseSync;
  /** Whether other stems stand in it than this program makes. */
  readonly outdated: boolean;
}

/** Opens a file to write and read it; null where it is not there, or of another layout. `create`: it is made where it is not there. */
export function openToWrite(file: string, create: boolean): IndexFile | null {
  return withPlainErrors(() => {
    if (create) makeFolder(dirname(file));
    else if (!isThere(file)) return null;
    const db = new DatabaseSync(file);
    try {
      db.exec('PRAGMA busy_timeout=10000; PRAGMA journal_mode=wal; PRAGMA synchronous=normal');
      tune(db);
      if (create) {
        inTransaction(db, 'write', () => {
          if (makeTables(db, TABLES, LAYOUT)) db.prepare('INSERT INTO state VALUES (1, NULL, 0, 0, ?, NULL)').run(wordsMadeBy());
        });
      }
      return fitting(db);
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** Opens a file to read it, also in a folder that may not be written to; null as above. */
export function openToRead(file: string): IndexFile | null {
  try {
    return openToWrite(file, false);
  } catch (error) {
    if (!isThere(file)) throw error;
    return withPlainErrors(() => {
      const db = new DatabaseSync(asItStands(file), { readOnly: true });
      tune(db);
      return fitting(db);
    });
  }
}

function tune(db: DatabaseSync): void {
  db.exec('PRAGMA mmap_size=1073741824; PRAGMA cache_size=-65536; PRAGMA temp_store=memory');
}

/** The open file, if its layout is this program's; else it is closed. */
function fitting(db: DatabaseSync): IndexFile | null {
  if (versionOf(db) === LAYOUT) return { db, outdated: db.prepare('SELECT stemmer FROM state').get()?.['stemmer'] !== wordsMadeBy() };
  db.close();
  return null;
}

function isThere(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}

const DAMAGED = 'The index file is damaged; it is made anew from the library with: npm run imr -- reindex';

const FAULTS: PlainFaults = new Map([
  [5, ['engine-unavailable', 'The index is in use by another process that does not let go of it.']],
  [8, ['engine-unavailable', 'The index file may not be written to.']],
  [10, ['engine-unavailable', 'The index file could not be read or written.']],
  [11, ['index-damaged', DAMAGED]],
  [13, ['engine-unavailable', 'The disk is full.']],
  [14, ['engine-unavailable', 'The index file could not be opened.']],
  [26, ['index-damaged', 'The index file is none.']],
]);

/** Unpacks what stands in a file; what cannot be unpacked is damage that SQLite does not see. Throws AppError `index-damaged`. */
export function orDamaged<T>(unpack: () => T): T {
  try {
    return unpack();
  } catch (cause) {
    throw new AppError('index-damaged', DAMAGED, { cause });
  }
}

/** What is said where the threads over an index file have ended: whoever asked opens it anew. */
export function threadsEnded(): AppError {
  return new AppError('index-replaced', 'The threads that answered have ended; ask again');
}

/** Runs `work`; trouble of disk and file comes out as an `AppError`, anything else as it was thrown. */
export function withPlainErrors<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error) || error instanceof AppError) throw error;
    const plain = plainFault(error, FAULTS);
    if (plain !== null) throw plain;
    if ('syscall' in error)
      throw new AppError('engine-unavailable', 'The folder of the index could not be made or opened.', { cause: error });
    throw error;
  }
}
