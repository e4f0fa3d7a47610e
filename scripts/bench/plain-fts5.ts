/**
 * What is compared with: FTS5 as its manual has it. One table of the texts (porter stems), one of the values; a page is `ORDER BY
 * rank LIMIT 20` with `snippet()`, and one GROUP BY for each facet.
 */
import { DatabaseSync } from 'node:sqlite';
import type { Letter } from '#contract/determination.ts';
import type { KeywordField } from '#contract/fields.ts';
import { ITEM_SCOPE } from '#contract/query.ts';
import { TEXT_FIELDS, valuesOf } from '#mappings/fields.ts';
import { words } from '#mappings/text/words.ts';

export interface PlainIndex {
  put(letters: readonly Letter[]): void;
  /** Answers one page; returns how many items match. */
  page(q: string): number;
  close(): void;
}

export function openPlain(file: string, facets: readonly KeywordField[]): PlainIndex {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode=wal; PRAGMA mmap_size=1073741824; PRAGMA cache_size=-65536');
  db.exec(`CREATE VIRTUAL TABLE texts USING fts5(${ITEM_SCOPE.join(', ')}, tokenize='porter unicode61 remove_diacritics 2')`);
  db.exec(`CREATE TABLE facets(id INTEGER, field TEXT, value TEXT); CREATE INDEX by_id ON facets(id, field)`);
  const addText = db.prepare(`INSERT INTO texts(rowid, ${ITEM_SCOPE.join(', ')}) VALUES (?, ?, ?, ?, ?)`);
  const addFacet = db.prepare('INSERT INTO facets VALUES (?, ?, ?)');
  const weights = ITEM_SCOPE.map((field) => TEXT_FIELDS[field].weight).join(', ');
  const hits = db.prepare(
    `SELECT rowid, snippet(texts, -1, '<', '>', '...', 30) AS piece FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, ${weights}) LIMIT 20`,
  );
  const total = db.prepare('SELECT count(*) AS n FROM texts WHERE texts MATCH ?');
  const counts = db.prepare(
    'SELECT value, count(*) AS n FROM facets WHERE field = ?1 AND id IN (SELECT rowid FROM texts WHERE texts MATCH ?2) GROUP BY value ORDER BY n DESC',
  );
  let id = 0;
  return {
    put: (letters) => {
      db.exec('BEGIN');
      for (const { determination } of letters) {
        for (const item of determination.items) {
          id += 1;
          addText.run(id, ...ITEM_SCOPE.map((field) => TEXT_FIELDS[field].of(determination, item)));
          for (const field of facets) for (const value of valuesOf(field, determination, item)) addFacet.run(id, field, value);
        }
      }
      db.exec('COMMIT');
    },
    page: (q) => {
      const match = words(q)
        .map((word) => `"${word}"`)
        .join(' ');
      hits.all(match);
      for (const field of facets) counts.all(field, match);
      return Number(total.get(match)?.['n']);
    },
    close: () => db.close(),
  };
}
