/** Proves that a library is as it was written: every checksum, text, span and count. Nothing is mended; a fault is told with its letter. */
import type { DatabaseSync } from 'node:sqlite';
import { misplaced, quotesIn } from '#mappings/text/quotes-in.ts';
import { inTransaction } from '../storage/sqlite.ts';
import { BY_COUNTING, isWhole } from './letter-reader.ts';
import { unpackRecord, unpackText } from './packed-record.ts';

export interface Checked {
  /** What is wrong, one sentence each. */
  readonly faults: readonly string[];
  /** The change as far as which readings were looked at; null once all were. */
  readonly next: number | null;
  readonly readings: number;
  readonly spans: number;
}

/** What a library holds in all, for a list of what is there. */
export interface LibrarySums {
  readonly files: number;
  readonly searches: number;
  readonly collections: number;
  /** SHA-256 of every file that a reading that stands was read from, with the name it had. */
  readonly originals: readonly { readonly sha256: string; readonly name: string }[];
}

export interface LibraryCheck {
  /** Looks at some readings behind a change; with `after` 0 also at what is derived from all of them. */
  check(after: number): Checked;
  sums(): LibrarySums;
}

/** Readings that are looked at in one call. */
const BATCH = 200;

export function openLibraryCheck(db: DatabaseSync): LibraryCheck {
  const readings = db.prepare(`
    SELECT r.*, b.body, b.checksum, t.hash, t.body AS text_body FROM readings r
    LEFT JOIN records b USING (change) LEFT JOIN texts t ON t.id = r.text WHERE r.change > ? ORDER BY r.change LIMIT ?`);
  // The reading that counts by the readings themselves, beside the one that is noted as counting.
  const wrong = db.prepare(`
    WITH ranked AS (SELECT letter, change, row_number() OVER (PARTITION BY letter ORDER BY ${BY_COUNTING}) AS place FROM standing)
    SELECT coalesce(l.id, s.letter) AS letter FROM (SELECT * FROM ranked WHERE place = 1) s
    FULL JOIN letters l ON l.id = s.letter WHERE l.reading IS NOT s.change`);
  const lost = db.prepare('SELECT letter FROM readings WHERE change NOT IN (SELECT number FROM changes)');
  const numbers = db.prepare('SELECT count(*) AS n, coalesce(max(number), 0) AS last FROM changes');
  const count = (table: string) => db.prepare(`SELECT count(*) AS n FROM ${table}`);
  const counts = { files: count('files'), searches: count('searches'), collections: count('collections') };
  const originals = db.prepare('SELECT file AS sha256, min(file_name) AS name FROM standing GROUP BY file ORDER BY name, file');

  const derived = (): string[] => {
    const integrity = db
      .prepare('PRAGMA integrity_check(20)')
      .all()
      .map((row) => String(row['integrity_check']));
    const { n, last } = numbers.get() ?? {};
    return [
      ...(integrity.length === 1 && integrity[0] === 'ok' ? [] : integrity.map((line) => `The file is damaged: ${line}.`)),
      ...wrong.all().map((row) => `${String(row['letter'])}: another version counts than should.`),
      ...lost.all().map((row) => `${String(row['letter'])}: a reading has no change.`),
      ...(n === last ? [] : [`Of ${String(last)} changes ${String(n)} are there.`]),
    ];
  };

  return {
    check: (after) =>
      inTransaction(db, 'read', () => {
        const faults = after === 0 ? derived() : [];
        const rows = readings.all(after, BATCH);
        let spans = 0;
        for (const row of rows) {
          const name = `${String(row['letter'])}, change ${String(row['change'])}`;
          const text = row['hash'] instanceof Uint8Array && row['text_body'] instanceof Uint8Array ? row : null;
          const canonical = text === null ? null : unpackText({ hash: row['hash'] as Uint8Array, body: row['text_body'] as Uint8Array });
          if (!isWhole(row)) faults.push(`${name}: the record is damaged.`);
          else if (canonical === null) faults.push(`${name}: the text is damaged.`);
          else {
            const quotes = quotesIn(unpackRecord(row['body'] as Uint8Array));
            spans += quotes.length;
            const wrong = misplaced(quotes, canonical.text).length;
            if (wrong > 0) faults.push(`${name}: ${wrong} of ${quotes.length} values do not stand where they say.`);
          }
        }
        const next = rows.length < BATCH ? null : Number(rows.at(-1)?.['change']);
        return { faults, next, readings: rows.length, spans };
      }),
    sums: () => ({
      files: Number(counts.files.get()?.['n']),
      searches: Number(counts.searches.get()?.['n']),
      collections: Number(counts.collections.get()?.['n']),
      originals: originals.all().map((row) => ({ sha256: String(row['sha256']), name: String(row['name']) })),
    }),
  };
}
