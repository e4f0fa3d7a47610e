/**
 * What an owner took out or deleted last, in the library, so that it can be put back as it was: the rows themselves, under a key of their own.
 * Only the last ones are there, by their number and by their bytes.
 */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { SAVED_LIMITS } from '#contract/limits.ts';

type Row = Record<string, SQLOutputValue>;

/** The rows of a removed thing by their table, in the order in which they are put back. */
export type RemovedRows = Readonly<Partial<Record<'searches' | 'seen' | 'collections' | 'collected', readonly Row[]>>>;

interface Removed {
  /** Remembers rows that are about to be deleted. */
  remember(key: string, rows: RemovedRows): void;
  /** The rows last removed under this key, which are forgotten with this; null where there are none. */
  take(key: string): RemovedRows | null;
  /** Puts rows back where they were. */
  putBack(rows: RemovedRows): void;
}

/** To be called within transactions alone. */
export function removedOf(db: DatabaseSync, owner: string): Removed {
  return {
    remember(key, rows) {
      const { lastInsertRowid } = db
        .prepare('INSERT INTO removed(owner, key, rows) VALUES (?, ?, ?)')
        .run(owner, key, JSON.stringify(rows, packed));
      db.prepare(
        'DELETE FROM removed WHERE owner = ? AND number <= (SELECT number FROM removed WHERE owner = ? ORDER BY number DESC LIMIT 1 OFFSET ?)',
      ).run(owner, owner, SAVED_LIMITS.restorable);
      db.prepare(
        `DELETE FROM removed WHERE number <> ? AND number IN (SELECT number FROM (
           SELECT number, sum(octet_length(rows)) OVER (ORDER BY number DESC) AS bytes FROM removed WHERE owner = ?) WHERE bytes > ?)`,
      ).run(lastInsertRowid, owner, SAVED_LIMITS.restorableBytes);
    },
    take(key) {
      const row = db.prepare('SELECT number, rows FROM removed WHERE owner = ? AND key = ? ORDER BY number DESC LIMIT 1').get(owner, key);
      if (row === undefined) return null;
      db.prepare('DELETE FROM removed WHERE number = ?').run(row['number'] ?? null);
      return JSON.parse(String(row['rows']), unpacked) as RemovedRows;
    },
    putBack(rows) {
      for (const [table, all] of Object.entries(rows)) {
        for (const row of all) {
          const columns = Object.keys(row);
          db.prepare(`INSERT INTO ${table}(${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(
            ...Object.values(row),
          );
        }
      }
    },
  };
}

/** Bytes as JSON. */
function packed(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;
}

function unpacked(_: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'base64' in value
    ? new Uint8Array(Buffer.from(String(value.base64), 'base64'))
    : value;
}
