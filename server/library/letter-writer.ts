/** Everything that changes the letters of a library. A batch is one transaction: all of it is stored, or nothing. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { type CanonicalText, SCHEMA_VERSION, type UnreadableLetter } from '#contract/determination.ts';
import { type CompleteFile, versionKey } from '#contract/version-key.ts';
import { keyOf } from '#mappings/text/part-key.ts';
import { inTransaction } from '../storage/sqlite.ts';
import { BY_COUNTING, CHECKED, openReadings, openTexts, plainOf } from './letter-reader.ts';
import type { PutOptions, PutOutcome } from './library.ts';
import { openMender, type ReadingRow } from './mend-reading.ts';
import { checksumOf, isPacked, type PackedText, packed, packedText, recordJson, recordOf, unpackRecord } from './packed-record.ts';
import { type PreparedLetter, placeOf } from './ready-letter.ts';

export interface LetterWriter {
  putPrepared(batch: readonly PreparedLetter[], options?: PutOptions): PutTold;
  putUnreadable(batch: readonly UnreadableLetter[]): void;
  noteParts(file: string, parts: readonly { readonly place: number; readonly version: string }[]): void;
  /** Versions that stand again in a newer file: each counts from now on as if it were put last. Returns those that did not before. */
  countAgain(versions: readonly string[]): string[];
  complete(files: readonly CompleteFile[]): number;
  remove(ids: readonly string[]): number;
}

type Named = Exclude<PreparedLetter, { kind: 'unnamed' }>;

/** What became of a batch, with the changes that it made. */
export interface PutTold {
  readonly outcomes: PutOutcome[];
  /** The last change before the batch. */
  readonly after: number;
  /** Of each letter the change that it made, null where it made none; null where one did more than to come to a letter that was never read before. */
  readonly changes: readonly (number | null)[] | null;
}

/** `now`: the instant that changes are marked with. */
export function openLetterWriter(db: DatabaseSync, now: () => Date): LetterWriter {
  // The letter is told by the change as well, which a damaged reading is held against.
  const newest = db.prepare('SELECT s.change, c.letter FROM standing s JOIN changes c ON c.number = s.change WHERE s.version = ?');
  const isStored = db.prepare('SELECT 1 FROM letters WHERE id = ?');
  const wasRead = db.prepare('SELECT 1 FROM readings WHERE letter = ? LIMIT 1');
  const lastChange = db.prepare('SELECT coalesce(max(number), 0) AS number FROM changes');
  const hasUnreadable = db.prepare('SELECT 1 FROM unreadable LIMIT 1');
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
      AND NOT EXISTS (SELECT 1 FROM parts p WHERE p.version = s.version
        AND (p.file <> ?1 OR p.place IN (SELECT value FROM json_each(?3))))`);
  const standingOf = db.prepare('SELECT change, version FROM standing WHERE letter = ? ORDER BY change');
  const notCounting = db.prepare(`
    SELECT s.letter, s.version, s.change FROM standing s JOIN letters l ON l.id = s.letter JOIN readings c ON c.change = l.reading
    WHERE s.version IN (SELECT value FROM json_each(?)) AND l.reading <> s.change AND c.decided_on IS s.decided_on ORDER BY s.change`);
  const dropParts = db.prepare(`
    DELETE FROM parts WHERE file = ? AND version NOT IN (SELECT value FROM json_each(?)) AND place NOT IN (SELECT value FROM json_each(?))`);
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
  /** Whether a record (its JSON) is the one that was read at a change (of the letter of that id), wherever both came from. A damaged one is another. */
  const isSame = (record: string, letter: string, change: number): boolean => {
    const body = readingOf(letter, change)?.['body'];
    if (!isPacked(body)) return false;
    const said = (determination: object) => JSON.stringify({ ...determination, source: null });
    return said(unpackRecord(body)) === said(recordOf(record));
  };
  /** Whether anything is listed as unreadable, asked once a batch. */
  let isListed = false;
  /** `version`: as which its letter is stored. */
  const noteFile = ({ sha256, file, isWhole, place }: Named, version = sha256): void => {
    if (isListed) dropUnreadable.run(sha256, file.name);
    if (isWhole) addFile.run(file.sha256, file.name, file.size);
    addPart.run(file.sha256, place, version);
  };

  /**
   * Takes out the versions that a file is no longer read as; returns how many letters are gone with them. The others of their letters stay: they are
   * written once more, behind the mark that takes all out.
   */
  const retire = (file: string, versions: string, keeps: string): number => {
    const gone = stale.all(file, versions, keeps);
    let letters = 0;
    for (const [letter, ones] of Map.groupBy(gone, (row) => String(row['letter']))) {
      const out = new Set(ones.map((row) => String(row['version'])));
      const kept = standingOf.all(letter).filter((row) => !out.has(String(row['version'])));
      const rows = kept.map((row) => readingOf(letter, Number(row['change'])));
      // A damaged one could not be written again.
      if (rows.includes(null)) continue;
      change(letter, 'removed');
      for (const row of rows) if (row !== null) repeat(letter, row);
      settle(letter);
      if (rows.length === 0) letters += 1;
    }
    dropParts.run(file, versions, keeps);
    return letters;
  };
  const repeat = (letter: string, { body, checksum: _, ...row }: Readonly<Record<string, SQLOutputValue>>, isLast = false): void => {
    const number = change(letter, 'read');
    const values = CHECKED.map((column) => (column === 'change' || (isLast && column === 'put') ? number : plainOf(row[column])));
    const record = isPacked(body) ? body : new Uint8Array();
    addReading.run(...values);
    addRecord.run(number, record, checksumOf(values, record));
  };

  /** Whether a letter of the batch did more than to come to a letter that was never read before. */
  let didMore = false;
  const putOne = (letter: PreparedLetter, { replace = false }: PutOptions): PutOutcome & { change?: number } => {
    const { id, sha256 } = letter;
    const named = { id, sha256 };
    if (letter.kind === 'unnamed') return { ...named, outcome: 'failed', reason: letter.reason };
    const before = newest.get(sha256);
    if (
      before !== undefined &&
      (replace === false ||
        (replace === 'changed' && letter.kind === 'ready' && isSame(letter.record, String(before['letter']), Number(before['change']))))
    ) {
      noteFile(letter);
      return { ...named, outcome: 'unchanged', reason: null };
    }
    if (letter.kind === 'unfit') return { ...named, outcome: 'failed', reason: letter.reason };
    const text = packedText(letter.text);
    const isNew = before === undefined && wasRead.get(id) === undefined;
    // A letter alone and the same one in a file of several are one: what tells versions apart is what they say.
    const alike = before === undefined && !isNew ? sameText.get(id, text.hash, sha256) : undefined;
    if (alike !== undefined && (letter.isPage || alike['version'] === keyOf([id, textOf(letter)]))) {
      noteFile(letter, String(alike['version']));
      const stored = readingOf(id, Number(alike['change']))?.['body'];
      if (replace === false || !isPacked(stored)) return { ...named, sha256: String(alike['version']), outcome: 'unchanged', reason: null };
      // What is read better now is written where the same text was read from first.
      const { source } = unpackRecord(stored);
      return putOne({ ...letter, ...placeOf(source), record: recordJson({ ...recordOf(letter.record), source }) }, { replace });
    }
    const had = !isNew && isStored.get(id) !== undefined;
    noteFile(letter);
    const from = before === undefined ? null : String(before['letter']);
    if (from !== null && from !== id) change(from, 'moved');
    const number = change(id, 'read');
    const record = packed(letter.record);
    const stayed = before !== undefined && from === id ? Number(before['change']) : null;
    const earlier = stayed === null ? null : readingOf(id, stayed);
    const put = earlier !== null ? Number(earlier['put']) : stayed !== null ? mender.cameBy(sha256, id) : number;
    const row: ReadingRow = {
      change: number,
      letter: id,
      version: sha256,
      put,
      decided_on: letter.decidedOn,
      file: letter.file.sha256,
      // SQLite keeps text as UTF-8, which has no half characters; the checksum is over what it keeps.
      file_name: letter.file.name.toWellFormed(),
      messages: letter.messages,
      schema: SCHEMA_VERSION,
      items: letter.items,
      text: text.hash,
    };
    const values = CHECKED.map((column) => row[column]);
    keepText(text);
    if (stayed !== null && earlier === null) mender.mend({ ...row, change: stayed }, record);
    addReading.run(...values);
    addRecord.run(number, record, checksumOf(values, record));
    if (from !== null && from !== id) settle(from);
    if (isNew) setCounting.run(id, number);
    else settle(id);
    if (!isNew) didMore = true;
    return { ...named, outcome: before !== undefined ? 'replaced' : had ? 'new_version' : 'added', reason: null, change: number };
  };

  const putPrepared: LetterWriter['putPrepared'] = (batch, options = {}) =>
    inTransaction(db, 'write', () => {
      isListed = hasUnreadable.get() !== undefined;
      didMore = false;
      const after = Number(lastChange.get()?.['number']);
      const put = batch.map((letter) => putOne(letter, options));
      const outcomes = put.map(({ change: _, ...outcome }) => outcome);
      return { outcomes, after, changes: didMore ? null : put.map(({ change = null }) => change) };
    });

  return {
    putPrepared,
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
    countAgain: (versions) =>
      inTransaction(db, 'write', () =>
        notCounting.all(JSON.stringify(versions)).flatMap((found) => {
          const letter = String(found['letter']);
          const row = readingOf(letter, Number(found['change']));
          // A damaged one could not be written again.
          if (row === null) return [];
          repeat(letter, row, true);
          settle(letter);
          return String(found['version']);
        }),
      ),
    complete: (files) =>
      inTransaction(db, 'write', () => {
        let gone = 0;
        for (const { sha256, name, size, versions, unreadable, keeps = [] } of files) {
          if (unreadable !== undefined) dropReadNow.run(sha256, JSON.stringify(unreadable));
          if (versions !== undefined) gone += retire(sha256, JSON.stringify(versions), JSON.stringify(keeps));
          addFile.run(sha256, name, size);
          dropEarlier.run(name, sha256);
        }
        return gone;
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

function textOf({ text }: { readonly text: string }): string {
  return (JSON.parse(text) as CanonicalText).text;
}
