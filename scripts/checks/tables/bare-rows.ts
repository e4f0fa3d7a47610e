/**
 * The other tool that counts of a published table are held against: its lines cut at the semicolons, which no cell of it holds, and counted by SQLite's
 * GROUP BY. Of ours it takes only under which name a printed category is counted.
 */
import { DatabaseSync } from 'node:sqlite';
import { NOT_STATED } from '../../../mappings/contract/fields.ts';
import type { Programme } from '../../../mappings/contract/programmes.ts';
import { categoryOf } from '../../../mappings/vocabulary/programmes/published-names.ts';

/** By the values of a group, " × " between two: "10 upheld, 8 overturned". */
export type Counts = Readonly<Record<string, string>>;
export type BareColumn = 'year' | 'diagnosis' | 'treatment' | 'type';
export type CountedRow = readonly [value: string, upheld: number, overturned: number];

export interface BareRows {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Without columns: of "all". */
  counted(by: readonly BareColumn[]): Counts;
}

/** Where the columns stand in a file of 2001 to 2016. */
const PLACES = { year: 1, diagnosis: 2, treatment: 4, decision: 6, type: 7 } as const;

/** `text`: of the whole file. A category that the crosswalk does not hold is counted under a name that says so. */
export function readBareRows(text: string, programme: Programme): BareRows {
  const [header = [], ...rows] = text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(';'));
  const db = new DatabaseSync(':memory:');
  const columns = Object.keys(PLACES);
  db.exec(`CREATE TABLE bare(${columns.join(', ')})`);
  const add = db.prepare(`INSERT INTO bare VALUES (${columns.map(() => '?').join(', ')})`);
  for (const row of rows) add.run(...Object.values(PLACES).map((place) => row[place] ?? ''));
  const category = (kind: 'diagnosis' | 'treatment', printed: string) =>
    categoryOf(kind, programme, printed)?.id ?? `not known: ${printed}`;
  const named = (column: BareColumn, printed: string) =>
    printed === '' ? NOT_STATED : column === 'diagnosis' || column === 'treatment' ? category(column, printed) : printed;
  const sum = (word: string) => `sum(decision LIKE '${word} Decision of Health Plan')`;
  return {
    header,
    rows,
    counted: (by) => {
      const groups = by.length === 0 ? '' : `GROUP BY ${by.join(', ')}`;
      const found = db
        .prepare(`SELECT ${[...by, `${sum('Upheld')} AS upheld`, `${sum('Overturned')} AS overturned`].join(', ')} FROM bare ${groups}`)
        .all();
      return summed(
        found.map((row): CountedRow => {
          const values = by.map((column) => named(column, String(row[column])));
          return [by.length === 0 ? 'all' : values.join(' × '), Number(row['upheld']), Number(row['overturned'])];
        }),
      );
    },
  };
}

/** Rows of one value are one. */
export function summed(rows: readonly CountedRow[]): Counts {
  const sums = [...Map.groupBy(rows, ([value]) => value)].map(([value, some]): CountedRow => {
    return [value, some.reduce((sum, row) => sum + row[1], 0), some.reduce((sum, row) => sum + row[2], 0)];
  });
  const inOrder = sums.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(inOrder.map(([value, upheld, overturned]) => [value, `${upheld} upheld, ${overturned} overturned`]));
}
