/** Proves that a library is as it was written: every checksum, text, span and count. Nothing is mended; a fault is told with its letter. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { misplaced, quotesIn } from '#mappings/text/quotes-in.ts';
import { inTransaction } from '../storage/sqlite.ts';
import { BY_COUNTING, openReadings, openTexts, unlessDamaged } from './letter-reader.ts';
import { type Packed, unpackRecord } from './packed-record.ts';

interface Checked {
  /** What is wrong, one sentence each. */
  readonly faults: readonly string[];
  /** The change as far as which readings were looked at; null once all were. */
  readonly next: number | null;
  readonly readings: number;
  readonly spans: number;
}

/** What a library holds in all, for a list of what is there. */
interface LibrarySums {
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
  // Taken from the changes, which name the letter of a reading a second time.
  const readings = db.prepare("SELECT number, letter FROM changes WHERE number > ? AND kind = 'read' ORDER BY number LIMIT ?");
  const stands = db.prepare('SELECT 1 FROM standing WHERE change = ?');
  const readingOf = openReadings(db);
  const textOf = openTexts(db);
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

  const integrity = db.prepare('PRAGMA integrity_check(20)');
  const derived = (): string[] => {
    const told = unlessDamaged(() => integrity.all().map((row) => String(row['integrity_check']))) ?? ['it cannot be read through'];
    const { n, last } = numbers.get() ?? {};
    return [
      ...(told.length === 1 && told[0] === 'ok' ? [] : told.map((line) => `The file is damaged: ${line}.`)),
      ...lettersOf(wrong).map((letter) => `${letter}: another version counts than should.`),
      ...lettersOf(lost).map((letter) => `${letter}: a reading has no change.`),
      ...(n === last ? [] : [`Of ${String(last)} changes ${String(n)} are there.`]),
    ];
  };

  const isPast = (number: number): boolean => unlessDamaged(() => stands.get(number) === undefined) ?? false;

  return {
    check: (after) =>
      inTransaction(db, 'read', () => {
        const faults = after === 0 ? derived() : [];
        const rows = readings.all(after, BATCH);
        let spans = 0;
        for (const { letter, number } of rows) {
          const name = `${String(letter)}, change ${String(number)}`;
          const reading = readingOf(String(letter), Number(number));
          const canonical = reading === null ? null : textOf(reading);
          if (reading === null)
            faults.push(`${name}: the record is damaged${isPast(Number(number)) ? ', of a reading that does not stand any more' : ''}.`);
          else if (canonical === null) faults.push(`${name}: the text is damaged.`);
          else {
            const quotes = quotesIn(unpackRecord(reading['body'] as Packed));
            spans += quotes.length;
            const wrong = misplaced(quotes, canonical.text).length;
            if (wrong > 0) faults.push(`${name}: ${wrong} of ${quotes.length} values do not stand where they say.`);
          }
        }
        const next = rows.length < BATCH ? null : Number(rows.at(-1)?.['number']);
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

/** The letters that a query tells; none where its tables are damaged, which is told by itself. */
function lettersOf(query: StatementSync): string[] {
  return unlessDamaged(() => query.all().map((row) => String(row['letter']))) ?? [];
}
