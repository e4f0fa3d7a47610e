/**
 * The items in memory, as columns: what filters, facets, rates and orders read. A row is an item's row id. One filler (a thread's, or a process's)
 * fills them from the tables; all who answer share them. A row is written once, before any state that shows it is answered from, and
 * later only marked with the tick by which it died: so each sees its own state of the index in the same buffers.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { KeywordField } from '#contract/fields.ts';
import { type LetterDate, LetterDateSchema } from '#contract/letter-dates.ts';
import { KEYWORDS, orDamaged } from './database.ts';

/** The numbers that are held of each row. */
const NUMBERS = ['letter', 'number', 'knownInLetter', ...LetterDateSchema.options, 'died'] as const;
type NumberColumn = (typeof NUMBERS)[number];

/** The buffers behind the columns, and how far they are filled. They can be handed to other threads. */
export interface SharedColumns {
  /** The tick of the state as far as which they are filled. */
  readonly tick: number;
  readonly numbers: Readonly<Record<NumberColumn, SharedArrayBuffer>>;
  /** By keyword field: the code of the set of values of each row; sets are numbered in the order in which they were first stored. */
  readonly codes: Readonly<Record<KeywordField, SharedArrayBuffer>>;
}

/** What stands in `died` of a row that lives. */
const NEVER = 2 ** 31 - 1;

/** What stands for a day that the letter does not have. */
export const NO_DAY = -(2 ** 31);

/** Fills columns from the tables, also with what another process has written; to be called in a read transaction of its own. */
export class ColumnFiller {
  readonly #last;
  readonly #sets;
  readonly #items;
  readonly #dead;
  /** By code in the tables: the code in its column. */
  readonly #codes: number[] = [];
  readonly #setsOf = new Map<string, number>();
  #size = 1;
  #room = 0;
  #shared: SharedColumns = { tick: -1, ...buffersOf(0) };

  constructor(db: DatabaseSync) {
    this.#last = db.prepare('SELECT coalesce(max(id), 0) AS id FROM items');
    this.#sets = db.prepare('SELECT code, field FROM keyword_sets WHERE code >= ? ORDER BY code');
    this.#items = db.prepare(`SELECT id, ${NUMBERS.join(', ')}, ${KEYWORDS.join(', ')} FROM items WHERE id >= ?`);
    this.#dead = db.prepare('SELECT id, died FROM items WHERE died > ? AND id < ?');
    for (const statement of [this.#sets, this.#items, this.#dead]) statement.setReturnArrays(true);
  }

  /** The columns as far as the state of `tick`, which the transaction sees. */
  fill(tick: number): SharedColumns {
    if (tick === this.#shared.tick) return this.#shared;
    for (const [code, field] of rowsOf(this.#sets.iterate(this.#codes.length))) {
      const position = this.#setsOf.get(String(field)) ?? 0;
      this.#setsOf.set(String(field), position + 1);
      this.#codes[Number(code)] = position;
    }
    const size = Number(this.#last.get()?.['id']) + 1;
    this.#grow(size);
    const views = viewsOf(this.#shared);
    const keywords = KEYWORDS.map((field) => views.codes[field]);
    for (const row of rowsOf(this.#items.iterate(this.#size))) {
      const id = Number(row[0]);
      for (const [position, name] of NUMBERS.entries()) {
        const value = row[position + 1];
        views.numbers[name][id] = value === null ? (name === 'died' ? NEVER : NO_DAY) : Number(value);
      }
      for (const [position, codes] of keywords.entries()) codes[id] = this.#codes[Number(row[position + 1 + NUMBERS.length])] ?? 0;
    }
    for (const row of rowsOf(this.#dead.iterate(this.#shared.tick, this.#size))) views.numbers.died[Number(row[0])] = Number(row[1]);
    this.#size = size;
    this.#shared = { ...this.#shared, tick };
    return this.#shared;
  }

  /** Makes room for rows below `size`, twice what is needed so that growing stays rare. Who holds the old buffers keeps a true state. */
  #grow(size: number): void {
    if (size <= this.#room) return;
    this.#room = size * 2;
    const old = viewsOf(this.#shared);
    const made = { tick: this.#shared.tick, ...buffersOf(this.#room) };
    const wider = viewsOf(made);
    for (const name of NUMBERS) wider.numbers[name].set(old.numbers[name]);
    for (const field of KEYWORDS) wider.codes[field].set(old.codes[field]);
    this.#shared = made;
  }
}

function buffersOf(rows: number): Pick<SharedColumns, 'numbers' | 'codes'> {
  const made = <N extends string>(names: readonly N[]) =>
    Object.fromEntries(names.map((name) => [name, new SharedArrayBuffer(rows * Int32Array.BYTES_PER_ELEMENT)])) as Record<
      N,
      SharedArrayBuffer
    >;
  return { numbers: made(NUMBERS), codes: made(KEYWORDS) };
}

function viewsOf({ numbers, codes }: SharedColumns) {
  const views = <N extends string>(buffers: Readonly<Record<N, SharedArrayBuffer>>) =>
    Object.fromEntries(Object.entries<SharedArrayBuffer>(buffers).map(([name, buffer]) => [name, new Int32Array(buffer)])) as Record<
      N,
      Int32Array
    >;
  return { numbers: views(numbers), codes: views(codes) };
}

/** `setReturnArrays` makes rows arrays, which the types do not know. */
function rowsOf(rows: Iterable<unknown>): Iterable<readonly unknown[]> {
  return rows as Iterable<readonly unknown[]>;
}

/** One keyword field: the code of each row, and the set of values behind each code. */
interface KeywordColumn {
  readonly codes: Int32Array;
  readonly sets: readonly (readonly string[])[];
}

/** The columns as one state of the index shows them. */
export interface Columns {
  /** Rows are below this; not all of them are live. */
  readonly size: number;
  /** 1 where the row is an item of a letter that counts. */
  readonly live: Uint8Array;
  /** How many rows are live. */
  readonly count: number;
  /** The letter (`seq`) and the item number of each row, and how many items of its letter have a known decision. */
  readonly letter: Int32Array;
  readonly number: Int32Array;
  readonly knownInLetter: Int32Array;
  /** The dates of each row's letter, as days counted from 1970; `NO_DAY` where there is none. */
  readonly dates: Readonly<Record<LetterDate, Int32Array>>;
  readonly keywords: Readonly<Record<KeywordField, KeywordColumn>>;
  /** By letter (`seq`): its id. */
  readonly letterIds: readonly string[];
}

/** The side of one who answers: the words behind the codes and the letters' ids, read as they come, over columns that may be shared. */
export class ColumnReader {
  readonly #last;
  readonly #sets;
  readonly #letters;
  readonly #values = Object.fromEntries(KEYWORDS.map((field) => [field, []])) as unknown as Record<KeywordField, string[][]>;
  readonly #letterIds: string[] = [];
  #code = 0;

  constructor(db: DatabaseSync) {
    this.#last = db.prepare('SELECT coalesce(max(id), 0) AS id FROM items');
    this.#sets = db.prepare('SELECT code, field, vals FROM keyword_sets WHERE code > ? ORDER BY code');
    this.#letters = db.prepare('SELECT seq, id FROM letters WHERE seq >= ?');
    for (const statement of [this.#sets, this.#letters]) statement.setReturnArrays(true);
  }

  /** The columns at `tick`, the state that the running read transaction sees; `shared` is filled as far as that or further. */
  at(tick: number, shared: SharedColumns): Columns {
    for (const [code, field, vals] of rowsOf(this.#sets.iterate(this.#code))) {
      this.#values[field as KeywordField].push(orDamaged(() => JSON.parse(String(vals)) as string[]));
      this.#code = Number(code);
    }
    for (const [seq, id] of rowsOf(this.#letters.iterate(this.#letterIds.length))) this.#letterIds[Number(seq)] = String(id);
    const size = Number(this.#last.get()?.['id']) + 1;
    const { numbers, codes } = viewsOf(shared);
    const live = new Uint8Array(size);
    let count = 0;
    for (let row = 1; row < size; row += 1) {
      if ((numbers.died[row] ?? 0) <= tick) continue;
      live[row] = 1;
      count += 1;
    }
    const keywords = KEYWORDS.map((field): [KeywordField, KeywordColumn] => [field, { codes: codes[field], sets: this.#values[field] }]);
    return {
      size,
      live,
      count,
      letter: numbers.letter,
      number: numbers.number,
      knownInLetter: numbers.knownInLetter,
      dates: numbers,
      keywords: Object.fromEntries(keywords) as Record<KeywordField, KeywordColumn>,
      letterIds: this.#letterIds,
    };
  }
}
