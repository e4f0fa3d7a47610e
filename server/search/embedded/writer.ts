/** What changes a projection. A batch of changes is one transaction over all tables: all of it is there, or nothing. */
import type { DatabaseSync } from 'node:sqlite';
import { LetterDateSchema } from '#contract/letter-dates.ts';
import { AppError } from '#contract/problem.ts';
import type { IndexDocument } from '#mappings/index-document.ts';
import { inTransaction } from '../../storage/sqlite.ts';
import type { ProjectionState } from '../port.ts';
import { FTS_COLUMNS, KEYWORDS } from './database.ts';
import { prepareLetter, streamsOf } from './prepare.ts';

/** What is indexed of a letter as it counts now; null: it does not count any more. */
export interface LetterNow {
  readonly letter: string;
  readonly documents: readonly IndexDocument[] | null;
}

export interface Writer {
  /** Throws AppError `index-replaced` once another generation has taken this one's place. */
  project(letters: Iterable<LetterNow>, reached: ProjectionState): void;
  /** Says that another generation has taken this one's place: whoever reads here opens that one. */
  replacedBy(generation: number): void;
}

/** Most value sets of a field whose codes are kept at hand; of case numbers there is one for each case. */
const MOST_CODES = 10_000;

/** Most words that are kept in mind as listed. */
const MOST_WORDS = 1_000_000;

/** The writing side of an open projection. */
export function openWriter(db: DatabaseSync): Writer {
  const marks = (count: number) => Array.from({ length: count }, () => '?').join(', ');
  const nextTick = db.prepare('UPDATE state SET tick = tick + 1 RETURNING tick, replaced_by');
  const reach = db.prepare('UPDATE state SET library = ?, change = ?');
  const replace = db.prepare('UPDATE state SET replaced_by = ?');
  const living = db.prepare('SELECT l.seq, t.body FROM letters l JOIN letter_texts t USING (seq) WHERE l.id = ? AND l.died IS NULL');
  const endLetter = db.prepare('UPDATE letters SET died = ? WHERE seq = ?');
  const dropTexts = db.prepare('DELETE FROM letter_texts WHERE seq = ?');
  const itemsOf = db.prepare('SELECT id FROM items WHERE letter = ? ORDER BY number');
  const endItems = db.prepare('UPDATE items SET died = ? WHERE letter = ?');
  const addLetter = db.prepare('INSERT INTO letters(id) VALUES (?)');
  const addTexts = db.prepare('INSERT INTO letter_texts VALUES (?, ?)');
  const addSet = db.prepare('INSERT INTO keyword_sets(field, vals) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const codeOfSet = db.prepare('SELECT code FROM keyword_sets WHERE field = ? AND vals = ?');
  const numbers = ['letter', 'number', 'knownInLetter', ...LetterDateSchema.options];
  const addItem = db.prepare(
    `INSERT INTO items(${[...numbers, ...KEYWORDS].join(', ')}) VALUES (${marks(numbers.length + KEYWORDS.length)})`,
  );
  const addWords = db.prepare(`INSERT INTO words(rowid, ${FTS_COLUMNS.join(', ')}) VALUES (${marks(FTS_COLUMNS.length + 1)})`);
  const dropWords = db.prepare(
    `INSERT INTO words(words, rowid, ${FTS_COLUMNS.join(', ')}) VALUES ('delete', ${marks(FTS_COLUMNS.length + 1)})`,
  );
  const listWord = db.prepare('INSERT INTO vocabulary VALUES (?) ON CONFLICT DO NOTHING');

  /** Codes of value sets that are known to be committed, or are part of the running transaction. */
  const codes = KEYWORDS.map((field) => ({ field, known: new Map<string, number | bigint>() }));
  const codeOf = (at: number, values: readonly string[]): number | bigint => {
    const { field, known } = codes[at] as (typeof codes)[number];
    // Most sets are one value, which need not be made JSON to be looked up.
    const [one = ''] = values;
    const key = values.length === 1 && one[0] !== '[' ? one : JSON.stringify(values);
    const found = known.get(key);
    if (found !== undefined) return found;
    const vals = JSON.stringify(values);
    const added = addSet.run(field, vals);
    const code = added.changes === 1 ? added.lastInsertRowid : Number(codeOfSet.get(field, vals)?.['code']);
    if (known.size >= MOST_CODES) known.clear();
    known.set(key, code);
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

  const end = (letter: string, tick: number): void => {
    const row = living.get(letter);
    if (row === undefined) return;
    const seq = Number(row['seq']);
    const { body } = row;
    const streams = typeof body === 'string' || body instanceof Uint8Array ? streamsOf(body) : [];
    for (const [index, item] of itemsOf.all(seq).entries()) dropWords.run(Number(item['id']), ...(streams[index] ?? []));
    endItems.run(tick, seq);
    endLetter.run(tick, seq);
    dropTexts.run(seq);
  };
  const add = (letter: string, documents: readonly IndexDocument[]): void => {
    const { knownInLetter, days, items, words, texts } = prepareLetter(documents);
    const seq = addLetter.run(letter).lastInsertRowid;
    addTexts.run(seq, texts);
    for (const { number, sets, streams } of items) {
      const row = addItem.run(seq, number, knownInLetter, ...days, ...sets.map((values, at) => codeOf(at, values))).lastInsertRowid;
      addWords.run(row, ...streams);
    }
    listWords(words);
  };

  return {
    project: (letters, { library, change }) => {
      try {
        inTransaction(db, 'write', () => {
          const { tick: next, replaced_by: other } = nextTick.get() ?? {};
          if (other !== null) throw new AppError('index-replaced', 'The index was just made anew; write again');
          const tick = Number(next);
          for (const { letter, documents } of letters) {
            end(letter, tick);
            if (documents !== null) add(letter, documents);
          }
          reach.run(library, change);
        });
      } catch (error) {
        for (const { known } of codes) known.clear(); // they may be of sets that were rolled back
        listed.clear();
        throw error;
      }
    },
    replacedBy: (generation) => {
      replace.run(generation);
    },
  };
}
