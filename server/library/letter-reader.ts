/** What is read of the letters of an open library. Records and texts are held against their checksums. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { CanonicalText, Determination, UnreadableLetter } from '#contract/determination.ts';
import { AppError } from '#contract/problem.ts';
import { inTransaction } from '../storage/sqlite.ts';
import type { Change, Changes, LibraryStats, Version } from './library.ts';
import { checksumOf, isPacked, type Packed, type PackedText, recordOf, recordText, unpackRecord, unpackText } from './packed-record.ts';

/** A record for another thread: the change of its reading, and its text; null where that is held there. */
interface HeldRecord {
  readonly id: string;
  readonly change: number;
  readonly text: string | null;
}

export interface LetterReader {
  known(sha256s: readonly string[]): Map<string, 'letter' | 'unreadable'>;
  determinations(ids: readonly string[]): Determination[];
  /** The same as `recordOf` takes them; of one whose reading is the one that is held already, only that. `at`: as of a change, as below. */
  recordTexts(ids: readonly string[], held: readonly (number | null)[], at?: number | null): HeldRecord[];
  letter(id: string, sha256?: string): { determination: Determination; canonical: CanonicalText } | null;
  /** The determination that counted once the change of this number was made; null where none did. */
  asOf(id: string, change: number): Determination | null;
  determinationsAsOf(ids: readonly string[], change: number): Determination[];
  letterAsOf(id: string, change: number): { determination: Determination; canonical: CanonicalText } | null;
  /**
   * All letters that counted then, each once, for who makes an index as of that change: in the order of their readings, those behind `after`. The last of them
   * reaches the change itself.
   */
  changesAsOf(change: number, after: number, most: number, withTexts?: boolean): Changes;
  /** How many letters counted then, and their items. */
  sizeAsOf(change: number): { letters: number; items: number };
  versions(id: string): Version[];
  unreadable(offset: number, limit: number): { total: number; letters: UnreadableLetter[] };
  unreadableParts(file: string): number;
  /** `withTexts`: each change with its text. */
  changes(after: number, most: number, withTexts?: boolean): Changes;
  stats(): LibraryStats;
}

type Row = Record<string, SQLOutputValue>;

/** No letter has more items: a count that is damaged must not become a list of that length. */
const MOST_ITEMS = 10_000;

/** Which reading of a letter counts, of those that stand: the latest decision, of equals the version put last. */
export const BY_COUNTING = 'decided_on DESC NULLS LAST, put DESC';

/** The reading of a letter that counted once the change of a number was made: what `standing` and `letters` say of today. Both are SQL: parameters, or columns of what stands around it. */
function countingAt(change: string, letter: string): string {
  return `
    SELECT r.change FROM readings r WHERE r.letter = ${letter} AND r.change <= ${change}
      AND NOT EXISTS (SELECT 1 FROM readings later WHERE later.version = r.version AND later.change > r.change AND later.change <= ${change})
      AND r.change > coalesce((SELECT max(number) FROM changes WHERE letter = ${letter} AND kind = 'removed' AND number <= ${change}), 0)
    ORDER BY ${BY_COUNTING} LIMIT 1`;
}

/** The columns of a reading that its checksum is over, in this order, with the record behind them. */
export const CHECKED = [
  'change',
  'letter',
  'version',
  'put',
  'decided_on',
  'file',
  'file_name',
  'messages',
  'schema',
  'items',
  'text',
] as const;

/** One reading as it is stored, with its record; null where it is damaged, or is not of this letter. */
export type ReadReading = (letter: string, change: number) => Row | null;

export function openReadings(db: DatabaseSync): ReadReading {
  const reading = db.prepare('SELECT r.*, b.body, b.checksum FROM readings r JOIN records b USING (change) WHERE r.change = ?');
  return (letter, change) => {
    const row = unlessDamaged(() => reading.get(change)) ?? null;
    return row !== null && row['letter'] === letter && isWhole(row) ? row : null;
  };
}

/** What it reads; null where SQLite finds the place in its file damaged. */
export function unlessDamaged<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_CORRUPT) return null;
    throw error;
  }
}
const SQLITE_CORRUPT = 11;

/** The text of a reading; null where it is damaged. */
export function openTexts(db: DatabaseSync): (reading: Readonly<Record<string, unknown>>) => CanonicalText | null {
  const packed = openPackedTexts(db);
  return (reading) => unpackText(packed(reading));
}

/** The text of a reading as it is stored, whether it is damaged or not. */
function openPackedTexts(db: DatabaseSync): (reading: Readonly<Record<string, unknown>>) => PackedText {
  const text = db.prepare('SELECT body FROM texts WHERE hash = ?');
  return (reading) => {
    const hash = bytesOf(reading, 'text');
    const row = unlessDamaged(() => text.get(hash)) ?? {};
    return { hash, body: bodyOf(row) };
  };
}

export function openLetterReader(db: DatabaseSync): LetterReader {
  const known = db.prepare(`
    SELECT part AS key, 'unreadable' AS kind FROM unreadable WHERE part IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT version, 'letter' FROM standing WHERE version IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT sha256, 'letter' FROM files WHERE sha256 IN (SELECT value FROM json_each(?1))`);
  // Only numbers are taken from these: what stands behind them is read by itself, and held against its checksum.
  const current = db.prepare('SELECT reading AS change FROM letters WHERE id = ?');
  const ofVersion = db.prepare(`
    SELECT s.change FROM standing s JOIN changes c ON c.number = s.change WHERE s.version = ?2 AND c.letter = ?1`);
  const asOf = db.prepare(countingAt('?2', '?1'));
  const allAsOf = db.prepare(`
    SELECT o.change, o.letter, o.items FROM readings o WHERE o.change > ?2 AND o.change <= ?1 AND o.change = (${countingAt('?1', 'o.letter')})
    ORDER BY o.change LIMIT ?3`);
  const sizeAsOf = db.prepare(`
    SELECT count(*) AS letters, coalesce(sum(o.items), 0) AS items FROM readings o
    WHERE o.change <= ?1 AND o.change = (${countingAt('?1', 'o.letter')})`);
  const versions = db.prepare(`
    SELECT change, change = (SELECT reading FROM letters WHERE id = ?1) AS current FROM standing WHERE letter = ?1 ORDER BY ${BY_COUNTING}`);
  const unreadable = db.prepare(`
    SELECT letter FROM unreadable ORDER BY file_name, file, letter ->> '$.source.part.from', part LIMIT ? OFFSET ?`);
  const unreadableParts = db.prepare('SELECT count(*) AS n FROM unreadable WHERE file = ? AND part <> file');
  const last = db.prepare('SELECT coalesce(max(number), 0) AS number FROM changes');
  // Of a letter that changed again later, only the later change counts.
  const changed = db.prepare(`
    SELECT c.number, c.letter, l.reading FROM changes c LEFT JOIN letters l ON l.id = c.letter
    WHERE c.number > ?1 AND NOT EXISTS (SELECT 1 FROM changes later WHERE later.letter = c.letter AND later.number > c.number)
    ORDER BY c.number LIMIT ?2`);
  const most = db.prepare('SELECT max(items) AS items FROM readings WHERE letter = ?');
  const counts = db.prepare(`
    SELECT (SELECT count(*) FROM letters) AS letters, (SELECT count(*) FROM readings) AS readings,
      (SELECT count(*) FROM standing) AS versions, (SELECT count(*) FROM unreadable) AS unreadable,
      (SELECT coalesce(sum(r.items), 0) FROM letters l JOIN readings r ON r.change = l.reading) AS items,
      (SELECT min(r.decided_on) FROM letters l JOIN readings r ON r.change = l.reading) AS decidedFrom,
      (SELECT max(r.decided_on) FROM letters l JOIN readings r ON r.change = l.reading) AS decidedTo`);
  // A damaged list counts for nothing; `check` tells of it.
  const messages = db.prepare(`
    SELECT code.value AS code, count(*) AS n
    FROM letters l JOIN readings r ON r.change = l.reading, json_each(iif(json_valid(r.messages), r.messages, '[]')) AS code GROUP BY 1`);
  const readingOf = openReadings(db);
  const textOf = openTexts(db);
  const packedTextOf = openPackedTexts(db);
  const whole = (id: string, { change }: Row): Row => {
    const row = readingOf(id, Number(change));
    if (row === null) throw damaged(id, 'record');
    return row;
  };
  const changeOf = ({ number, letter, reading }: Row, withText: boolean): Change => {
    const items = Number(unlessDamaged(() => most.get(String(letter)))?.['items'] ?? 0);
    return readChange(String(letter), Number(number), items, reading === null ? null : Number(reading), withText);
  };
  const readChange = (letter: string, number: number, items: number, reading: number | null, withText: boolean): Change => {
    const none = { number, letter, mostItems: Math.min(items, MOST_ITEMS), record: null, text: null };
    if (reading === null) return { ...none, damaged: false };
    const row = readingOf(letter, reading);
    if (row === null) return { ...none, damaged: true };
    return { ...none, record: bodyOf(row), text: withText ? packedTextOf(row) : null, damaged: false };
  };
  const recordTexts: LetterReader['recordTexts'] = (ids, held, at = null) =>
    ids.flatMap((id, place) => {
      const row = at === null ? current.get(id) : asOf.get(id, at);
      if (row === undefined) return [];
      const change = Number(row['change']);
      return [{ id, change, text: change === held[place] ? null : recordText(bodyOf(whole(id, row))) }];
    });
  const letterOf = (id: string, row: Row | undefined): ReturnType<LetterReader['letter']> => {
    if (row === undefined) return null;
    const reading = whole(id, row);
    const canonical = textOf(reading);
    if (canonical === null) throw damaged(id, 'text');
    return { determination: unpackRecord(bodyOf(reading)), canonical };
  };

  return {
    known: (sha256s) => {
      const rows = known.all(JSON.stringify(sha256s));
      return new Map(rows.map((row) => [String(row['key']), row['kind'] === 'letter' ? 'letter' : 'unreadable']));
    },
    determinations: (ids) => recordTexts(ids, []).map(({ text }) => recordOf(text ?? '')),
    recordTexts,
    letter: (id, sha256) => letterOf(id, sha256 === undefined ? current.get(id) : ofVersion.get(id, sha256)),
    asOf: (id, change) => {
      const row = asOf.get(id, change);
      return row === undefined ? null : unpackRecord(bodyOf(whole(id, row)));
    },
    determinationsAsOf: (ids, change) => recordTexts(ids, [], change).map(({ text }) => recordOf(text ?? '')),
    letterAsOf: (id, change) => letterOf(id, asOf.get(id, change)),
    changesAsOf: (change, after, most, withTexts = false) =>
      inTransaction(db, 'read', () => {
        const rows = allAsOf.all(change, after, most);
        return {
          changes: rows.map((row) =>
            readChange(String(row['letter']), Number(row['change']), Number(row['items']), Number(row['change']), withTexts),
          ),
          reached: rows.length < most ? change : Number(rows.at(-1)?.['change']),
          last: change,
        };
      }),
    sizeAsOf: (change) => {
      const row = sizeAsOf.get(change) ?? {};
      return { letters: Number(row['letters']), items: Number(row['items']) };
    },
    versions: (id) => {
      const rows = versions.all(id);
      if (current.get(id) !== undefined && !rows.some((row) => row['current'] === 1)) throw damaged(id, 'list of versions');
      return rows.map((row) => {
        const { version, file_name: fileName, decided_on: decidedOn } = whole(id, row);
        return {
          sha256: String(version),
          fileName: String(fileName),
          decidedOn: textOrNull(decidedOn),
          current: row['current'] === 1,
        };
      });
    },
    unreadableParts: (file) => Number(unreadableParts.get(file)?.['n']),
    unreadable: (offset, limit) =>
      inTransaction(db, 'read', () => ({
        total: Number(counts.get()?.['unreadable']),
        letters: unreadable.all(limit, offset).map((row) => JSON.parse(String(row['letter'])) as UnreadableLetter),
      })),
    changes: (after, most, withTexts = false) =>
      inTransaction(db, 'read', () => {
        const rows = changed.all(after, most);
        const end = Number(last.get()?.['number']);
        return {
          changes: rows.map((row) => changeOf(row, withTexts)),
          reached: rows.length < most ? end : Number(rows.at(-1)?.['number']),
          last: end,
        };
      }),
    stats: () =>
      inTransaction(db, 'read', () => {
        const row = counts.get() ?? {};
        return {
          letters: Number(row['letters']),
          items: Number(row['items']),
          versions: Number(row['versions']),
          readings: Number(row['readings']),
          unreadable: Number(row['unreadable']),
          change: Number(last.get()?.['number']),
          decidedFrom: textOrNull(row['decidedFrom']),
          decidedTo: textOrNull(row['decidedTo']),
          messages: Object.fromEntries(messages.all().map(({ code, n }) => [String(code), Number(n)])),
        };
      }),
  };
}

/** Whether a reading and its record are as they were stored. */
function isWhole(row: Row): boolean {
  const { body, checksum } = row;
  if (!isPacked(body) || !(checksum instanceof Uint8Array)) return false;
  return Buffer.from(checksum).equals(
    checksumOf(
      CHECKED.map((column) => plainOf(row[column])),
      body,
    ),
  );
}

function bytesOf(row: Readonly<Record<string, unknown>>, column: string): Uint8Array {
  const value = row[column];
  return value instanceof Uint8Array ? value : new Uint8Array(0);
}

/** The packed record or text of a row; empty where it has none. */
function bodyOf(row: Readonly<Record<string, unknown>>): Packed {
  const { body } = row;
  return isPacked(body) ? body : new Uint8Array(0);
}

/** A value as the checksum of a reading takes it. */
export function plainOf(value: SQLOutputValue | undefined): string | number | null | Uint8Array {
  return typeof value === 'bigint' ? null : (value ?? null);
}

function damaged(id: string, what: string): AppError {
  return new AppError(
    'library-damaged',
    `The stored ${what} of ${id} is damaged; its file can be read again with: npm run imr -- ingest --again`,
  );
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
