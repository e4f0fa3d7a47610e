/**
 * The items in memory, as columns: what filters, facets, rates and orders read. A row is an item's row id. They are
 * filled from the tables only, also after our own writes, so that they can never hold what was not committed.
 * Row ids are never used twice: new items are those behind the last row, and taken out ones are those no longer there.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { KeywordField } from '#contract/query.ts';
import { KEYWORDS } from './database.ts';
import { eachId } from './ids.ts';

/** One keyword field: the code of each row, and the set of values behind each code. */
interface KeywordColumn {
  codes: Int32Array;
  readonly sets: (readonly string[])[];
}

export interface Columns {
  /** Rows are below this; not all of them are live. */
  size: number;
  /** 1 where the row is an item of a current version. */
  live: Uint8Array;
  /** How many rows are live. */
  count: number;
  /** The letter (`seq`) and the item number of each row. */
  letter: Int32Array;
  number: Int32Array;
  readonly keywords: Readonly<Record<KeywordField, KeywordColumn>>;
  /** By letter (`seq`): its id, and its decision day as the number YYYYMMDD, 0 where there is none. */
  readonly letterIds: string[];
  readonly letterDays: number[];
  /** By code in the tables: the code in its column here. */
  readonly codes: number[];
}

export function emptyColumns(): Columns {
  const keyword = (): KeywordColumn => ({ codes: new Int32Array(0), sets: [] });
  return {
    size: 0,
    live: new Uint8Array(0),
    count: 0,
    letter: new Int32Array(0),
    number: new Int32Array(0),
    keywords: Object.fromEntries(KEYWORDS.map((field) => [field, keyword()])) as Record<KeywordField, KeywordColumn>,
    letterIds: [],
    letterDays: [],
    codes: [],
  };
}

/** Reads into the columns what was written since they were last filled. To be called inside a read transaction. */
type Refresh = (columns: Columns) => void;

/** The statements behind `Refresh`, prepared once. */
export function prepareRefresh(db: DatabaseSync): Refresh {
  const sets = db.prepare('SELECT code, field, vals FROM keyword_sets WHERE code >= ? ORDER BY code');
  const letters = db.prepare('SELECT seq, id, decided_on FROM letters WHERE seq >= ?');
  // A version that was written anew keeps its row, and its new items tell of it: its day may be another.
  const rewritten = db.prepare('SELECT seq, id, decided_on FROM letters WHERE seq IN (SELECT letter FROM items WHERE id >= ?) AND seq < ?');
  const last = db.prepare('SELECT max(id) AS id FROM items');
  const items = db.prepare(`SELECT id, letter, number, ${KEYWORDS.join(', ')} FROM items WHERE id >= ?`);
  const count = db.prepare('SELECT count(*) AS n FROM items');
  const ids = db.prepare('SELECT group_concat(id) AS ids FROM items');
  for (const statement of [sets, letters, rewritten, items]) statement.setReturnArrays(true);
  return (columns) => {
    for (const row of rowsOf(sets.iterate(columns.codes.length))) addSet(columns, Number(row[0]), row[1] as KeywordField, String(row[2]));
    const from = columns.size;
    const known = columns.letterIds.length;
    if (known > 0) for (const row of rowsOf(rewritten.iterate(from, known))) addLetter(columns, row);
    for (const row of rowsOf(letters.iterate(known))) addLetter(columns, row);
    grow(columns, Number(last.get()?.['id'] ?? 0) + 1);
    for (const row of rowsOf(items.iterate(from))) addItem(columns, row);
    if (Number(count.get()?.['n']) !== columns.count) keepOnly(columns, String(ids.get()?.['ids'] ?? ''));
  };
}

/** `setReturnArrays` makes rows arrays, which the types do not know. */
function rowsOf(rows: Iterable<unknown>): Iterable<readonly unknown[]> {
  return rows as Iterable<readonly unknown[]>;
}

function addSet(columns: Columns, code: number, field: KeywordField, vals: string): void {
  const { sets } = columns.keywords[field];
  columns.codes[code] = sets.length;
  sets.push(JSON.parse(vals) as string[]);
}

function addLetter(columns: Columns, [seq, id, day]: readonly unknown[]): void {
  columns.letterIds[Number(seq)] = String(id);
  columns.letterDays[Number(seq)] = day === null ? 0 : Number(String(day).replaceAll('-', ''));
}

function addItem(columns: Columns, row: readonly unknown[]): void {
  const id = Number(row[0]);
  columns.live[id] = 1;
  columns.count += 1;
  columns.letter[id] = Number(row[1]);
  columns.number[id] = Number(row[2]);
  for (const [position, field] of KEYWORDS.entries()) {
    columns.keywords[field].codes[id] = columns.codes[Number(row[position + 3])] ?? 0;
  }
}

/** Makes room for rows below `size`, twice what is needed so that growing stays rare. */
function grow(columns: Columns, size: number): void {
  if (size > columns.live.length) {
    const room = size * 2;
    const wider = (old: Int32Array): Int32Array => {
      const made = new Int32Array(room);
      made.set(old);
      return made;
    };
    const live = new Uint8Array(room);
    live.set(columns.live);
    columns.live = live;
    columns.letter = wider(columns.letter);
    columns.number = wider(columns.number);
    for (const field of KEYWORDS) columns.keywords[field].codes = wider(columns.keywords[field].codes);
  }
  columns.size = Math.max(columns.size, size);
}

/** Takes out the rows that the tables no longer hold. */
function keepOnly(columns: Columns, ids: string): void {
  columns.live.fill(0);
  columns.count = 0;
  eachId(ids, (id) => {
    columns.live[id] = 1;
    columns.count += 1;
  });
}
