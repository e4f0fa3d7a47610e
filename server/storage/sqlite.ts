/** What the files of SQLite have in common, the index and what a user keeps: transactions, the version in a file, faults in plain words. */
import type { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { AppError } from '#contract/problem.ts';
import type { ProblemCode } from '#contract/problems.ts';

/**
 * Runs `work` in one transaction: all of it is kept or, if it throws, nothing. A reader sees one state of the file
 * throughout; a writer waits for the one before it.
 */
export function inTransaction<T>(db: DatabaseSync, kind: 'read' | 'write', work: () => T): T {
  db.exec(kind === 'write' ? 'BEGIN IMMEDIATE' : 'BEGIN');
  try {
    const result = work();
    // A reader has nothing to keep; COMMIT would fail once more for a damaged place that `work` has dealt with.
    db.exec(kind === 'write' ? 'COMMIT' : 'ROLLBACK');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** The address of a file in a folder that may not be written to: no log can be made beside it, so it is read without one. */
export function asItStands(file: string): URL {
  const address = pathToFileURL(file);
  address.searchParams.set('immutable', '1');
  return address;
}

/** Makes the tables, with the version in `meta`, where the file has none; says whether it did. `tables` makes `meta` as well. */
export function makeTables(db: DatabaseSync, tables: string, version: string): boolean {
  if (!isEmpty(db)) return false;
  db.exec(tables);
  db.prepare('INSERT INTO meta VALUES (?, ?)').run('version', version);
  return true;
}

export function isEmpty(db: DatabaseSync): boolean {
  return db.prepare('SELECT count(*) AS n FROM sqlite_master').get()?.['n'] === 0;
}

/** The version in `meta`; undefined where the file is not one of ours. */
export function versionOf(db: DatabaseSync): unknown {
  const ours = db.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = 'meta'").get()?.['n'] === 1;
  return ours ? db.prepare("SELECT value FROM meta WHERE name = 'version'").get()?.['value'] : undefined;
}

/** SQLite's primary result codes that a user can do something about, with what is said of each. */
export type PlainFaults = ReadonlyMap<number, readonly [code: ProblemCode, words: string]>;

/** What was thrown as an AppError in plain words; null where it is none of these faults. `more` is said behind the words. */
export function plainFault(error: unknown, faults: PlainFaults, more = ''): AppError | null {
  if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) return null;
  const plain = faults.get(error.errcode & 0xff);
  return plain === undefined ? null : new AppError(plain[0], `${plain[1]}${more}`, { cause: error });
}
