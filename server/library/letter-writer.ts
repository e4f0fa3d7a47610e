/** Everything that changes the letters of a library. A batch is one transaction: all of it is stored, or nothing. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { type Determination, itemId, type Letter, SCHEMA_VERSION, type UnreadableLetter } from '#contract/determination.ts';
import { type CompleteFile, placeInFile, versionKey } from '#contract/version-key.ts';
import { toIndexDocuments } from '#mappings/index-document.ts';
import { keyOf } from '#mappings/text/part-key.ts';
import { inTransaction } from '../storage/sqlite.ts';
import { BY_COUNTING, CHECKED, openReadings, openTexts, plainOf } from './letter-reader.ts';
import type { PutOptions, PutOutcome } from './library.ts';
import { openMender, type ReadingRow } from './mend-reading.ts';
import { checksumOf, type PackedText, packRecord, packText, unpackRecord } from './packed-record.ts';

export interface LetterWriter {
  put(batch: readonly Letter[], options?: PutOptions): PutOutcome[];
  putUnreadable(batch: readonly UnreadableLetter[]): void;
  noteParts(file: string, parts: readonly { readonly place: number; readonly version: string }[]): void;
  complete(files: readonly CompleteFile[]): void;
  remove(ids: readonly string[]): number;
}

/** A letter made ready to be written. */
interface Ready {
  readonly decidedOn: string | null;
  /** JSON list of the message codes, each once. */
  readonly messages: string;
  readonly record: Uint8Array;
  readonly text: PackedText;
}

/** Longest id of an item, in bytes of UTF-8: what Elasticsearch takes, so that every letter can go to either engine. */
const LONGEST_ID = 512;

/** `now`: the instant that changes are marked with. */
export function openLetterWriter(db: DatabaseSync, now: () => Date): LetterWriter {
  // The letter is told by the change as well, which a damaged reading is held against.
  const newest = db.prepare('SELECT s.change, c.letter FROM standing s JOIN changes c ON c.number = s.change WHERE s.version = ?');
  const isStored = db.prepare('SELECT 1 FROM letters WHERE id = ?');
  const addChange = db.prepare('INSERT INTO changes(letter, kind, at) VALUES (?, ?, ?)');
  const addReading = db.prepare(`INSERT INTO readings(${CHECKED.join(', ')}) VALUES (${CHECKED.map(() => '?').join(', ')})`);
  const addRecord = db.prepare('INSERT INTO records VALUES (?, ?, ?)');
  const addText = db.prepare('INSERT INTO texts(hash, body) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const readingOf = openReadings(db);
  const mender = openMender(db);
  const storedText = openTexts(db);
  const mendText = db.prepare('UPDATE texts SET body = ? WHERE hash = ?');
  const counting = db.prepare(`SELECT change FROM standing WHERE letter = ? ORDER BY ${BY_COUNTING} LIMIT 1`);
  const setCounting = db.prepare('INSERT INTO letters VALUES (?, ?) ON CONFLICT DO UPDATE SET reading = excluded.reading');
  const dropLetter = db.prepare('DELETE FROM letters WHERE id = ?');
  const sameText = db.prepare(
    'SELECT version, change FROM standing WHERE letter = ? AND text = ? AND version <> ? ORDER BY change LIMIT 1',
  );
  // What a file was read as before, and is not now; what another file holds as well stays.
  const stale = db.prepare(`
    SELECT s.letter, s.version FROM standing s WHERE s.file = ?1 AND s.version NOT IN (SELECT value FROM json_each(?2))
      AND NOT EXISTS (SELECT 1 FROM parts p WHERE p.version = s.version AND p.file <> ?1)`);
  const standingOf = db.prepare('SELECT change, version FROM standing WHERE letter = ? ORDER BY change');
  const dropParts = db.prepare('DELETE FROM parts WHERE file = ? AND version NOT IN (SELECT value FROM json_each(?))');
  const dropReadNow = db.prepare('DELETE FROM unreadable WHERE file = ? AND part NOT IN (SELECT value FROM json_each(?))');
  const addFile = db.prepare('INSERT INTO files VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name');
  const addPart = db.prepare('INSERT INTO parts VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET version = excluded.version');
  // A file that lacks a letter is no longer complete: loading it again brings the letter back.
  const dropFiles = db.prepare(`
    DELETE FROM files WHERE sha256 IN (SELECT p.file FROM parts p JOIN standing s ON s.version = p.version WHERE s.letter = ?)`);
  const addUnreadable = db.prepare('INSERT OR REPLACE INTO unreadable VALUES (?, ?, ?, ?)');
  const dropUnreadable = db.prepare('DELETE FROM unreadable WHERE part = ?1 OR (file_name = ?2 AND part = file)');
  const dropUnreadablePart = db.prepare('DELETE FROM unreadable WHERE part = ?');
  // An earlier state of the same file, and no other that happens to bear its name: both hold some of the same letters.
  const dropEarlier = db.prepare(`
    DELETE FROM unreadable WHERE file_name = ?1 AND file <> ?2 AND part <> file AND file IN (
      SELECT o.file FROM parts n JOIN parts o ON o.version = n.version WHERE n.file = ?2 AND o.file <> ?2)`);

  const change = (letter: string, kind: 'read' | 'moved' | 'removed'): number =>
    Number(addChange.run(letter, kind, now().toISOString()).lastInsertRowid);
  const settle = (letter: string): void => {
    const reading = counting.get(letter)?.['change'];
    if (reading === undefined) dropLetter.run(letter);
    else setCounting.run(letter, reading);
  };
  const keepText = ({ hash, body }: PackedText): void => {
    if (addText.run(hash, body).changes === 0 && storedText({ text: hash }) === null) mendText.run(body, hash);
  };
  /** Whether a letter is the one that was read at a change (of the letter of that id), wherever both came from. A damaged one is another. */
  const isSame = ({ determination }: Letter, letter: string, change: number): boolean => {
    const body = readingOf(letter, change)?.['body'];
    if (!(body instanceof Uint8Array)) return false;
    const said = (record: Determination) => JSON.stringify({ ...record, source: null });
    return said(unpackRecord(body)) === said(determination);
  };
  /** `version`: as which its letter is stored. */
  const noteFile = ({ determination: { source } }: Letter, version = versionKey(source)): void => {
    dropUnreadable.run(versionKey(source), source.fileName);
    if (source.part === null) addFile.run(source.sha256, source.fileName, source.sizeBytes);
    addPart.run(source.sha256, placeInFile(source), version);
  };

  /** Takes out the versions that a file is no longer read as. The others of their letters stay: they are written once more, behind the mark that takes all out. */
  const retire = (file: string, versions: string): void => {
    const gone = stale.all(file, versions);
    for (const [letter, ones] of Map.groupBy(gone, (row) => String(row['letter']))) {
      const out = new Set(ones.map((row) => String(row['version'])));
      const kept = standingOf.all(letter).filter((row) => !out.has(String(row['version'])));
      const rows = kept.map((row) => readingOf(letter, Number(row['change'])));
      // A damaged one could not be written again.
      if (rows.includes(null)) continue;
      change(letter, 'removed');
      for (const row of rows) if (row !== null) repeat(letter, row);
      settle(letter);
    }
    dropParts.run(file, versions);
  };
  const repeat = (letter: string, { body, checksum: _, ...row }: Readonly<Record<string, SQLOutputValue>>): void => {
    const number = change(letter, 'read');
    const values = CHECKED.map((column) => (column === 'change' ? number : plainOf(row[column])));
    const record = body instanceof Uint8Array ? body : new Uint8Array();
    addReading.run(...values);
    addRecord.run(number, record, checksumOf([...values, record]));
  };

  const putOne = (letter: Letter, { replace = false }: PutOptions): PutOutcome => {
    const named = nameOf(letter);
    const unnamed = whyUnnamed(letter);
    if (unnamed !== null) return { ...named, outcome: 'failed', reason: `The letter could not be stored: ${unnamed}` };
    const before = newest.get(named.sha256);
    if (
      before !== undefined &&
      (replace === false || (replace === 'changed' && isSame(letter, String(before['letter']), Number(before['change']))))
    ) {
      noteFile(letter);
      return { ...named, outcome: 'unchanged', reason: null };
    }
    const ready = tryToPrepare(letter);
    if (typeof ready === 'string') return { ...named, outcome: 'failed', reason: ready };
    const { id, source, items } = letter.determination;
    // A letter alone and the same one in a file of several are one: what tells versions apart is what they say.
    const alike = before === undefined ? sameText.get(id, ready.text.hash, named.sha256) : undefined;
    if (alike !== undefined && (source.part?.unit === 'page' || alike['version'] === keyOf([id, letter.canonical.text]))) {
      noteFile(letter, String(alike['version']));
      const stored = readingOf(id, Number(alike['change']))?.['body'];
      if (replace === false || !(stored instanceof Uint8Array))
        return { ...named, sha256: String(alike['version']), outcome: 'unchanged', reason: null };
      // What is read better now is written where the same text was read from first.
      const { source: first } = unpackRecord(stored);
      return putOne({ ...letter, determination: { ...letter.determination, source: first } }, { replace });
    }
    const had = isStored.get(id) !== undefined;
    noteFile(letter);
    const from = before === undefined ? null : String(before['letter']);
    if (from !== null && from !== id) change(from, 'moved');
    const number = change(id, 'read');
    const { decidedOn, messages, record, text } = ready;
    const stayed = before !== undefined && from === id ? Number(before['change']) : null;
    const earlier = stayed === null ? null : readingOf(id, stayed);
    const put = earlier !== null ? Number(earlier['put']) : stayed !== null ? mender.cameBy(named.sha256, id) : number;
    const row: ReadingRow = {
      change: number,
      letter: id,
      version: named.sha256,
      put,
      decided_on: decidedOn,
      file: source.sha256,
      // SQLite keeps text as UTF-8, which has no half characters; the checksum is over what it keeps.
      file_name: source.fileName.toWellFormed(),
      messages,
      schema: SCHEMA_VERSION,
      items: items.length,
      text: text.hash,
    };
    const values = CHECKED.map((column) => row[column]);
    keepText(text);
    if (stayed !== null && earlier === null) mender.mend({ ...row, change: stayed }, record);
    addReading.run(...values);
    addRecord.run(number, record, checksumOf([...values, record]));
    if (from !== null && from !== id) settle(from);
    settle(id);
    return { ...named, outcome: before !== undefined ? 'replaced' : had ? 'new_version' : 'added', reason: null };
  };

  return {
    put: (batch, options = {}) => inTransaction(db, 'write', () => batch.map((letter) => putOne(letter, options))),
    putUnreadable: (batch) =>
      inTransaction(db, 'write', () => {
        for (const letter of batch) {
          const { source } = letter;
          addUnreadable.run(versionKey(source), source.sha256, source.fileName, JSON.stringify(letter));
        }
      }),
    noteParts: (file, parts) =>
      inTransaction(db, 'write', () => {
        for (const { place, version } of parts) {
          addPart.run(file, place, version);
          dropUnreadablePart.run(version);
        }
      }),
    complete: (files) =>
      inTransaction(db, 'write', () => {
        for (const { sha256, name, size, versions, unreadable } of files) {
          if (unreadable !== undefined) dropReadNow.run(sha256, JSON.stringify(unreadable));
          if (versions !== undefined) retire(sha256, JSON.stringify(versions));
          addFile.run(sha256, name, size);
          dropEarlier.run(name, sha256);
        }
      }),
    remove: (ids) =>
      inTransaction(db, 'write', () => {
        let removed = 0;
        for (const id of ids) {
          if (isStored.get(id) === undefined) continue;
          dropFiles.run(id);
          change(id, 'removed');
          settle(id);
          removed += 1;
        }
        return removed;
      }),
  };
}

/** The letter made ready, or the reason why it cannot be stored. */
function tryToPrepare(letter: Letter): Ready | string {
  try {
    return prepare(letter);
  } catch (error) {
    return `The letter could not be stored: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Throws where the letter is not one: parts are missing, or its items do not bear their own ids. */
function prepare({ determination, canonical }: Letter): Ready {
  const { id, messages } = determination;
  const documents = toIndexDocuments(determination);
  const decidedOn = determination.dates.decided?.value ?? null;
  if (typeof (decidedOn ?? '') !== 'string') throw new Error('its decision day is not a text');
  const ids = new Set(documents.map((document) => document.itemId));
  if (ids.size !== documents.length || documents.some((document) => document.itemId !== itemId(id, document.number))) {
    throw new Error('its disputed items do not bear the ids of their letter and numbers');
  }
  if ([id, ...ids].some((one) => Buffer.byteLength(one) > LONGEST_ID)) {
    throw new Error(`the case number is too long: an id may have ${LONGEST_ID} bytes`);
  }
  return {
    decidedOn,
    messages: JSON.stringify([...new Set(messages.map(({ code }) => code))]),
    record: packRecord(determination),
    text: packText(canonical),
  };
}

/** A letter of which nothing is known yet. */
type Unproven = { readonly [K in 'id']?: unknown } & {
  readonly source?: { readonly [K in 'sha256' | 'fileName' | 'sizeBytes']?: unknown } & {
    readonly part?: { readonly [K in 'key' | 'from']?: unknown } | null;
  };
};

/** Id and version of what may be a broken letter; empty where it has none. */
function nameOf({ determination }: { determination?: Unproven }): { id: string; sha256: string } {
  return { id: String(determination?.id ?? ''), sha256: String(determination?.source?.part?.key ?? determination?.source?.sha256 ?? '') };
}

/** Why nothing can be noted of a letter, not even from which file it is; null where it can. */
function whyUnnamed({ determination }: { determination?: Unproven }): string | null {
  const { id, source } = determination ?? {};
  const part = source?.part ?? { key: source?.sha256, from: 1 };
  if (![id, source?.sha256, part.key].every((value) => typeof value === 'string' && value.isWellFormed()))
    return 'its id or its hash is not a text';
  if (typeof source?.fileName !== 'string') return 'its file name is not a text';
  return [source.sizeBytes, part.from].every(Number.isSafeInteger) ? null : 'the size of its file or its place there is not a number';
}
