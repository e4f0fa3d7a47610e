/**
 * The embedded engine as plain calls that block: one connection, its columns, its reading and writing side. Questions and
 * answers are plain data, so that it can be moved into a worker thread as it is; a `checkpoint` says when to stop.
 */
import { RESULT_WINDOW } from '#contract/api.ts';
import { AppError } from '#contract/problem.ts';
import type { IssueQuery, IssueResults, RatesQuery, RatesResults } from '#contract/query.ts';
import { TEXT_FIELDS } from '#mappings/fields.ts';
import { type AnswerSource, answerRates, answerSearch } from './answer.ts';
import { emptyColumns, prepareRefresh } from './columns.ts';
import { inTransaction, openDatabase, TEXTS } from './database.ts';
import { openReader, type Reader } from './reader.ts';
import { openWriter, type Writer } from './writer.ts';

export interface Core extends Reader, Writer {
  search(query: IssueQuery, checkpoint: () => void): IssueResults;
  rates(query: RatesQuery, checkpoint: () => void): RatesResults;
  close(): void;
}

/** Opens the index in a folder, see `openDatabase`. Throws AppError `index-incompatible`, `engine-unavailable`, `no-index`. */
export function openCore(dataDir: string, create: boolean): Core {
  const db = openDatabase(dataDir, create);
  const reader = openReader(db);
  const writer = openWriter(db);
  const refresh = prepareRefresh(db);
  const dataVersion = db.prepare('PRAGMA data_version');
  const ids = db.prepare('SELECT group_concat(rowid) AS ids FROM words WHERE words MATCH ?');
  // Both streams of a text weigh as the text does.
  const weights = TEXTS.flatMap((field) => [TEXT_FIELDS[field].weight, TEXT_FIELDS[field].weight]);
  const scores = db.prepare(`SELECT rowid AS id, -bm25(words, ${weights.join(', ')}) AS score FROM words WHERE words MATCH ?`);

  let columns = emptyColumns();
  /** SQLite's number for the state that the columns show. It moves with the writes of other connections only. */
  let seen: unknown = null;
  /** Whether this connection has written since the columns were filled. */
  let wrote = true;

  const changing = <T>(change: () => T): T => {
    wrote = true;
    return change();
  };
  const asking = <T>(checkpoint: () => void, ask: (source: AnswerSource) => T): T => {
    checkpoint();
    return inTransaction(db, 'read', () => {
      const now = dataVersion.get()?.['data_version'];
      if (wrote || now !== seen) {
        seen = null;
        try {
          refresh(columns);
        } catch (error) {
          columns = emptyColumns(); // half filled: start over at the next question
          throw error;
        }
        seen = now;
        wrote = false;
      }
      return ask({
        columns,
        checkpoint,
        idsOf: (match) => String(ids.get(match)?.['ids'] ?? ''),
        scoresOf: (match) => new Map(scores.all(match).map((row) => [Number(row['id']), Number(row['score'])])),
      });
    });
  };

  return {
    ...reader,
    put: (batch, options) => changing(() => writer.put(batch, options)),
    putUnreadable: (batch) => changing(() => writer.putUnreadable(batch)),
    remove: (removed) => changing(() => writer.remove(removed)),
    search: (query, checkpoint) => {
      if (query.offset + query.limit > RESULT_WINDOW) {
        throw new AppError('window-too-large', `Only the first ${RESULT_WINDOW.toLocaleString('en-US')} results can be paged through.`);
      }
      return asking(checkpoint, (source) => answerSearch(source, query));
    },
    rates: (query, checkpoint) => asking(checkpoint, (source) => answerRates(source, query)),
    close: () => {
      if (db.isOpen) db.close();
    },
  };
}
