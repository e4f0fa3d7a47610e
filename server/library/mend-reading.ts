/** Puts a stored reading right that is damaged, where what is read now says what stood there. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { CHECKED, unlessDamaged } from './letter-reader.ts';
import { checksumOf, type Packed } from './packed-record.ts';

type Column = (typeof CHECKED)[number];

/** A reading as its row, without its record. */
export type ReadingRow = Readonly<Record<Column, string | number | null | Uint8Array>>;

/** Columns that an index holds as well. */
const INDEXED: ReadonlySet<Column> = new Set<Column>(['letter', 'version', 'text']);

export interface Mender {
  /** The change by which a version came to the letter it stands in, told by its readings and not by what they say of it. */
  cameBy(version: string, letter: string): number;
  /**
   * `row` and `record`: the reading of this change, if it said what is read now. It is written anew if the stored checksum bears that out or,
   * where that is what is damaged, all that it is over. Any other reading stays as it is, and `check` goes on telling of it.
   */
  mend(row: ReadingRow, record: Packed): void;
}

export function openMender(db: DatabaseSync): Mender {
  const first = db.prepare(`
    WITH here AS (SELECT r.change, c.letter FROM readings r JOIN changes c ON c.number = r.change WHERE r.version = ?1)
    SELECT min(change) AS change FROM here WHERE letter = ?2
      AND change > coalesce((SELECT max(change) FROM here WHERE letter <> ?2), 0)
      AND change > coalesce((SELECT max(number) FROM changes WHERE letter = ?2 AND kind = 'removed'), 0)`);
  const stored = db.prepare(`
    SELECT ${CHECKED.map((column) => `r.${column}`).join(', ')}, b.body, b.checksum
    FROM readings r JOIN records b USING (change) WHERE r.change = ?`);
  const setRecord = db.prepare('UPDATE records SET body = ?, checksum = ? WHERE change = ?');
  return {
    cameBy: (version, letter) => Number(first.get(version, letter)?.['change']),
    mend: (row, record) => {
      unlessDamaged(() => {
        const there = stored.get(row.change);
        if (there === undefined) return;
        const checksum = checksumOf(
          CHECKED.map((column) => row[column]),
          record,
        );
        const other = CHECKED.filter((column) => !isSame(there[column], row[column]));
        const borneOut = isSame(there['checksum'], checksum) || (other.length === 0 && isSame(there['body'], record));
        if (!borneOut) return;
        // An index that holds what the row does not would be found damaged by what is written to the row.
        if (other.some((column) => INDEXED.has(column))) db.exec('REINDEX readings');
        for (const column of other) db.prepare(`UPDATE readings SET ${column} = ? WHERE change = ?`).run(row[column], row.change);
        setRecord.run(record, checksum, row.change);
      });
    },
  };
}

function isSame(a: SQLInputValue | undefined, b: SQLInputValue): boolean {
  return a instanceof Uint8Array && b instanceof Uint8Array ? Buffer.from(a).equals(b) : a === b;
}
