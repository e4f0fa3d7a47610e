/** What users kept in a file of its own, before there was a library: read from there, and put into the library. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { AppError } from '#contract/problem.ts';
import { inTransaction, versionOf } from '../storage/sqlite.ts';
import { LOCAL_OWNER } from './kept-store.ts';

type Row = Record<string, SQLOutputValue>;

/** The rows of the earlier file, by table. */
export interface EarlierKept {
  readonly searches: readonly Row[];
  readonly seen: readonly Row[];
  readonly collections: readonly Row[];
  readonly collected: readonly Row[];
}

/** Reads all of it. Throws AppError `index-incompatible` where it is no such file. */
export function readEarlierKept(old: DatabaseSync): EarlierKept {
  if (versionOf(old) !== 'saved 1') {
    throw new AppError(
      'index-incompatible',
      'The file saved.sqlite in the data folder was made by a version of this program that is not known here.',
    );
  }
  const all = (sql: string) => old.prepare(sql).all();
  return {
    searches: all('SELECT * FROM searches'),
    seen: all('SELECT * FROM seen'),
    collections: all('SELECT * FROM collections'),
    collected: all('SELECT * FROM collected ORDER BY position'),
  };
}

/** Puts it into the library in one transaction; the same twice changes nothing. */
export function takeKept(db: DatabaseSync, { searches, seen, collections, collected }: EarlierKept): void {
  const adding = (sql: string, columns: readonly string[]) => {
    const statement = db.prepare(`INSERT OR IGNORE INTO ${sql}`);
    return (row: Row) => {
      statement.run(...columns.map((column) => (column === 'owner' ? LOCAL_OWNER : (row[column] ?? null))));
    };
  };
  inTransaction(db, 'write', () => {
    searches.forEach(
      adding('searches VALUES (?, ?, ?, ?, ?, ?, ?, ?)', ['id', 'owner', 'name', 'name_key', 'search', 'note', 'created_at', 'seen_at']),
    );
    seen.forEach(adding('seen VALUES (?, ?)', ['search', 'items']));
    collections.forEach(
      adding('collections VALUES (?, ?, ?, ?, ?, ?, ?)', ['id', 'owner', 'name', 'name_key', 'note', 'created_at', 'changed_at']),
    );
    collected.forEach(
      adding('collected(collection, item, note, added_at) VALUES (?, ?, ?, ?)', ['collection', 'item', 'note', 'added_at']),
    );
  });
}
