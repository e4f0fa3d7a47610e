/**
 * What analytics is compared with: a plain SQLite table with a row an item and a column a field, beside it a table for each field that can have several
 * values, and one GROUP BY statement a question. A grouping by columns has an index that holds all that is counted, in the order of its groups.
 */
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Cell, Group } from '#contract/aggregate.ts';
import type { Letter } from '#contract/determination.ts';
import { FIELDS, type KeywordField } from '#contract/fields.ts';
import { DECISIONS, type Decision } from '#contract/lists.ts';
import { toIndexDocuments } from '#mappings/index-document.ts';

export interface PlainTable {
  put(letters: readonly Letter[]): void;
  /** Makes the indexes, once the letters are in. */
  index(): void;
  /** The cells of up to two fields: of all of a programme, or of what rates are of, which neither follows another item nor was asked for afterwards. */
  cells(programme: string, by: readonly Group[], of: 'all' | 'rated'): Cell[];
  /** The items that are counted apart, and the letters by their tally of overturned items. */
  beside(programme: string): unknown[];
  close(): void;
}

const KNOWN = `decision <> 'undetermined'`;
const COUNTS = [
  'count(*) AS items',
  ...DECISIONS.map((decision) => `sum(decision = '${decision}') AS ${decision}`),
  'count(DISTINCT letter) AS letters',
  `count(DISTINCT CASE WHEN ${KNOWN} THEN letter END) AS known_letters`,
  `sum(CASE WHEN ${KNOWN} THEN known_in_letter ELSE 0 END) AS known_in_letters`,
].join(', ');

/** `groupings`: the fields that are asked for together. */
export function openPlainTable(file: string, groupings: readonly (readonly KeywordField[])[]): PlainTable {
  const db = new DatabaseSync(file);
  db.exec(
    'PRAGMA journal_mode=wal; PRAGMA synchronous=normal; PRAGMA mmap_size=1073741824; PRAGMA cache_size=-65536; PRAGMA temp_store=memory',
  );
  const isSeveral = (field: KeywordField) => FIELDS[field].several === true;
  const grouped = [...new Set(groupings.flat())];
  const single: readonly KeywordField[] = [...grouped.filter((field) => !isSeveral(field)), 'letterTally'];
  const several = grouped.filter(isSeveral);
  db.exec(`CREATE TABLE items(
    id INTEGER PRIMARY KEY, letter INTEGER, decision TEXT, known_in_letter INTEGER, programme TEXT, follows TEXT, retrospective TEXT,
    ${single.map((field) => `${field} TEXT`).join(', ')})`);
  for (const field of several)
    db.exec(`CREATE TABLE values_of_${field}(item INTEGER, value TEXT, PRIMARY KEY (item, value)) WITHOUT ROWID`);
  const add = db.prepare(`INSERT INTO items VALUES (${Array.from({ length: 7 + single.length }, () => '?').join(', ')})`);
  const addValue = new Map(several.map((field) => [field, db.prepare(`INSERT INTO values_of_${field} VALUES (?, ?)`)]));
  let [item, letter] = [0, 0];
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  return {
    put: (letters) => {
      db.exec('BEGIN');
      for (const { determination } of letters) {
        letter += 1;
        for (const { knownInLetter, keywords } of toIndexDocuments(determination)) {
          item += 1;
          const [decision = '', programme = '', follows = '', retrospective = ''] = (
            ['decision', 'programme', 'follows', 'retrospective'] as const
          ).map((field) => keywords[field][0] ?? '');
          add.run(
            item,
            letter,
            decision,
            knownInLetter,
            programme,
            follows,
            retrospective,
            ...single.map((field) => keywords[field][0] ?? null),
          );
          for (const [field, statement] of addValue) for (const value of keywords[field]) statement.run(item, value);
        }
      }
      db.exec('COMMIT');
    },
    index: () => {
      for (const by of [...groupings, ['letterTally'] as const].filter((fields) => fields.length > 0 && !fields.some(isSeveral))) {
        db.exec(
          `CREATE INDEX by_${by.join('_')} ON items(${[...by, 'letter, decision, known_in_letter, programme, follows, retrospective'].join(', ')})`,
        );
      }
      db.exec('ANALYZE');
    },
    cells: (programme, by, of) =>
      prepared(statementBy(by as readonly KeywordField[], of))
        .all(programme)
        .map((row) => toCell(row, by.length)),
    beside: (programme) => [
      prepared(`SELECT ${COUNTS} FROM items WHERE programme = ? AND follows = 'yes'`).all(programme),
      prepared(`SELECT ${COUNTS} FROM items WHERE programme = ? AND follows <> 'yes' AND retrospective = 'yes'`).all(programme),
      prepared('SELECT letterTally, count(DISTINCT letter) AS letters FROM items WHERE programme = ? GROUP BY letterTally').all(programme),
    ],
    close: () => db.close(),
  };
}

function statementBy(by: readonly KeywordField[], rated: 'all' | 'rated'): string {
  const of = (field: KeywordField) => (FIELDS[field].several === true ? `${field}.value` : `items.${field}`);
  const joined = by
    .filter((field) => FIELDS[field].several === true)
    .map((field) => `JOIN values_of_${field} AS ${field} ON ${field}.item = items.id`);
  const keys = by.map((field, at) => `${of(field)} AS key${at}`);
  return `SELECT ${[...keys, COUNTS].join(', ')} FROM items ${joined.join(' ')}
    WHERE programme = ? ${rated === 'all' ? '' : `AND follows <> 'yes' AND retrospective <> 'yes'`} ${by.length === 0 ? '' : `GROUP BY ${by.map(of).join(', ')}`}`;
}

function toCell(row: Readonly<Record<string, unknown>>, groups: number): Cell {
  return {
    keys: Array.from({ length: groups }, (_, at) => String(row[`key${at}`])),
    items: Number(row['items']),
    letters: { count: Number(row['letters']), exact: true },
    knownLetters: { count: Number(row['known_letters']), exact: true },
    decisions: Object.fromEntries(DECISIONS.map((decision) => [decision, Number(row[decision])])) as Record<Decision, number>,
    knownInLetters: Number(row['known_in_letters']),
  };
}
