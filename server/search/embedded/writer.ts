/** Everything that changes the index. A batch is one transaction over all tables: all of it is stored, or nothing. */
import type { DatabaseSync } from 'node:sqlite';
import type { Letter, UnreadableLetter } from '#contract/determination.ts';
import { inTransaction } from '../../storage/sqlite.ts';
import type { PutOptions, PutOutcome } from '../port.ts';
import { FTS_COLUMNS, KEYWORDS } from './database.ts';
import { unpackCanonical, unpackDetermination } from './packed-letter.ts';
import { type PreparedLetter, prepareLetter } from './prepare.ts';

export interface Writer {
  put(batch: readonly Letter[], options?: PutOptions): PutOutcome[];
  putUnreadable(batch: readonly UnreadableLetter[]): void;
  remove(ids: readonly string[]): number;
}

/** Most value sets whose codes are kept at hand; case numbers alone make one for each case. */
const MOST_CODES = 100_000;

/** Most words that are kept in mind as listed. */
const MOST_WORDS = 1_000_000;

/** The writing side of an open index. */
export function openWriter(db: DatabaseSync): Writer {
  const marks = (count: number) => Array.from({ length: count }, () => '?').join(', ');
  const storedAs = db.prepare('SELECT seq, id FROM letters WHERE sha256 = ?');
  const versionsOf = db.prepare('SELECT seq, current FROM letters WHERE id = ? ORDER BY decided_on DESC NULLS LAST, seq DESC');
  const bodyOf = db.prepare('SELECT determination, canonical FROM letter_bodies WHERE seq = ?');
  const currentOf = db.prepare('SELECT seq, decided_on FROM letters WHERE id = ? AND current = 1');
  const addLetter = db.prepare('INSERT INTO letters(id, sha256, file_name, decided_on, current, messages) VALUES (?, ?, ?, ?, ?, ?)');
  const addBody = db.prepare('INSERT INTO letter_bodies VALUES (?, ?, ?)');
  const rewriteLetter = db.prepare('UPDATE letters SET file_name = ?, decided_on = ?, messages = ? WHERE seq = ?');
  const rewriteBody = db.prepare('UPDATE letter_bodies SET determination = ?, canonical = ? WHERE seq = ?');
  const makeCurrent = db.prepare('UPDATE letters SET current = (seq = ?) WHERE id = ?');
  const dropVersion = db.prepare('DELETE FROM letters WHERE seq = ?');
  const dropBody = db.prepare('DELETE FROM letter_bodies WHERE seq = ?');
  const retire = db.prepare('UPDATE letters SET current = 0 WHERE seq = ?');
  const addSet = db.prepare('INSERT INTO keyword_sets(field, vals) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const codeOfSet = db.prepare('SELECT code FROM keyword_sets WHERE field = ? AND vals = ?');
  const addItem = db.prepare(`INSERT INTO items(letter, number, ${KEYWORDS.join(', ')}) VALUES (${marks(KEYWORDS.length + 2)})`);
  const addWords = db.prepare(`INSERT INTO words(rowid, ${FTS_COLUMNS.join(', ')}) VALUES (${marks(FTS_COLUMNS.length + 1)})`);
  const listWord = db.prepare('INSERT INTO vocabulary VALUES (?) ON CONFLICT DO NOTHING');
  const dropWords = db.prepare('DELETE FROM words WHERE rowid IN (SELECT id FROM items WHERE letter = ?)');
  const dropItems = db.prepare('DELETE FROM items WHERE letter = ?');
  const dropBodies = db.prepare('DELETE FROM letter_bodies WHERE seq IN (SELECT seq FROM letters WHERE id = ?)');
  const dropLetters = db.prepare('DELETE FROM letters WHERE id = ?');
  const addUnreadable = db.prepare('INSERT OR REPLACE INTO unreadable VALUES (?, ?, ?)');
  const dropUnreadable = db.prepare('DELETE FROM unreadable WHERE sha256 = ? OR file_name = ?');

  /** Codes of value sets that are known to be committed, or are part of the running transaction. */
  const codes = new Map<string, number | bigint>();
  const codeOf = (field: string, vals: string): number | bigint => {
    const key = `${field} ${vals}`;
    const known = codes.get(key);
    if (known !== undefined) return known;
    const added = addSet.run(field, vals);
    const code = added.changes === 1 ? added.lastInsertRowid : Number(codeOfSet.get(field, vals)?.['code']);
    if (codes.size >= MOST_CODES) codes.clear();
    codes.set(key, code);
    return code;
  };
  /** Words that are known to be listed, or are by the running transaction. */
  const listed = new Set<string>();
  const listWords = (words: ReadonlySet<string>): void => {
    for (const word of words) {
      if (listed.has(word)) continue;
      listWord.run(word);
      if (listed.size >= MOST_WORDS) listed.clear();
      listed.add(word);
    }
  };
  const write = <T>(work: () => T): T => {
    try {
      return inTransaction(db, 'write', work);
    } catch (error) {
      codes.clear(); // they may be of sets that were rolled back
      listed.clear();
      throw error;
    }
  };

  const unindex = (seq: number): void => {
    dropWords.run(seq);
    dropItems.run(seq);
  };
  const index = (seq: number | bigint, { items, words }: Pick<PreparedLetter, 'items' | 'words'>): void => {
    for (const { number, sets, streams } of items) {
      const row = addItem.run(seq, number, ...sets.map(({ field, vals }) => codeOf(field, vals))).lastInsertRowid;
      addWords.run(row, ...streams);
    }
    listWords(words);
  };
  const store = (letter: PreparedLetter): PutOutcome['outcome'] => {
    const before = currentOf.get(letter.id);
    const counts = before === undefined || (letter.decidedOn ?? '') >= String(before['decided_on'] ?? '');
    if (before !== undefined && counts) {
      unindex(Number(before['seq']));
      retire.run(Number(before['seq']));
    }
    const { id, sha256, fileName, decidedOn, messages } = letter;
    const seq = addLetter.run(id, sha256, fileName, decidedOn, counts ? 1 : 0, messages).lastInsertRowid;
    addBody.run(seq, letter.determination, letter.canonical);
    if (counts) index(seq, letter);
    return before === undefined ? 'added' : 'new_version';
  };
  /** Indexes the version that counts, where it is another than before or the one whose record was `rewritten`. */
  const settle = (id: string, rewritten?: { seq: number; letter: PreparedLetter }): void => {
    const versions = versionsOf.all(id);
    const [counts, before] = [versions[0], versions.find((version) => version['current'] === 1)].map((version) => version?.['seq']);
    if (counts === undefined || (counts === before && counts !== rewritten?.seq)) return;
    const seq = Number(counts);
    const letter = seq === rewritten?.seq ? rewritten.letter : prepareStored(seq);
    if (before !== undefined) unindex(Number(before));
    makeCurrent.run(seq, id);
    index(seq, letter);
  };
  const prepareStored = (seq: number): PreparedLetter => {
    const body = bodyOf.get(seq);
    const [determination, canonical] = [body?.['determination'], body?.['canonical']];
    if (!(determination instanceof Uint8Array && canonical instanceof Uint8Array)) throw new Error('a version has lost its record');
    return prepareLetter({ determination: unpackDetermination(determination), canonical: unpackCanonical(canonical) });
  };
  const replace = (letter: PreparedLetter, stored: { seq: number; id: string }): void => {
    const { seq } = stored;
    if (stored.id === letter.id) {
      rewriteLetter.run(letter.fileName, letter.decidedOn, letter.messages, seq);
      rewriteBody.run(letter.determination, letter.canonical, seq);
      settle(letter.id, { seq, letter });
    } else {
      unindex(seq);
      dropBody.run(seq);
      dropVersion.run(seq);
      settle(stored.id);
      store(letter);
    }
  };
  const putOne = (letter: Letter, options: PutOptions): PutOutcome => {
    const { id, sha256 } = nameOf(letter);
    const stored = storedAs.get(sha256);
    if (stored !== undefined && options.replace !== true) {
      dropUnreadable.run(sha256, letter.determination.source.fileName);
      return { id, sha256, outcome: 'unchanged', reason: null };
    }
    const ready = tryToPrepare(letter);
    if (typeof ready === 'string') return { id, sha256, outcome: 'failed', reason: ready };
    dropUnreadable.run(sha256, letter.determination.source.fileName);
    if (stored === undefined) return { id, sha256, outcome: store(ready), reason: null };
    replace(ready, { seq: Number(stored['seq']), id: String(stored['id']) });
    return { id, sha256, outcome: 'replaced', reason: null };
  };

  return {
    put: (batch, options = {}) => write(() => batch.map((letter) => putOne(letter, options))),
    putUnreadable: (batch) =>
      write(() => {
        for (const letter of batch) addUnreadable.run(letter.source.sha256, letter.source.fileName, JSON.stringify(letter));
      }),
    remove: (ids) =>
      write(() => {
        let removed = 0;
        for (const id of ids) {
          const current = currentOf.get(id);
          if (current === undefined) continue;
          unindex(Number(current['seq']));
          dropBodies.run(id);
          dropLetters.run(id);
          removed += 1;
        }
        return removed;
      }),
  };
}

/** The letter made ready, or the reason why it cannot be stored. */
function tryToPrepare(letter: Letter): PreparedLetter | string {
  try {
    return prepareLetter(letter);
  } catch (error) {
    return `The letter could not be indexed: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Id and sha-256 of what may be a broken letter; empty where it has none. */
function nameOf(letter: Letter): { id: string; sha256: string } {
  const determination: { id?: unknown; source?: { sha256?: unknown } } | undefined = letter.determination;
  return { id: String(determination?.id ?? ''), sha256: String(determination?.source?.sha256 ?? '') };
}
