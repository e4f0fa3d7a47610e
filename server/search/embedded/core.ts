/**
 * The embedded engine as plain calls that block: one connection, its columns, its reading and writing side. Questions and
 * answers are plain data, so that it can be moved into a worker thread as it is; a `checkpoint` says when to stop.
 */
import { RESULT_WINDOW } from '#contract/api.ts';
import { AppError } from '#contract/problem.ts';
import type { IssueQuery, IssueResults, QueryNode, RatesQuery, RatesResults } from '#contract/query.ts';
import { inTransaction } from '../../storage/sqlite.ts';
import type { EachQuery } from '../port.ts';
import { answerCounts, answerOrder, answerRates, answerSearch, type Ordered } from './answer.ts';
import { emptyColumns, prepareRefresh } from './columns.ts';
import { openDatabase } from './database.ts';
import type { Mask } from './masks.ts';
import { openReader, type Reader } from './reader.ts';
import { Recent } from './recent.ts';
import { MOST_SCORED, type ScoreSource } from './scores.ts';
import { openWords } from './words.ts';
import { openWriter, type Writer } from './writer.ts';

export interface Core extends Reader, Writer {
  search(query: IssueQuery, checkpoint: () => void): IssueResults;
  /** Everything that matches, in order; good also after later writes. */
  order(query: EachQuery, checkpoint: () => void): Ordered;
  counts(trees: readonly QueryNode[], checkpoint: () => void): number[];
  similarWords(word: string, most: number, checkpoint: () => void): string[];
  rates(query: RatesQuery, checkpoint: () => void): RatesResults;
  close(): void;
}

/** Opens the index in a folder, see `openDatabase`. Throws AppError `index-incompatible`, `engine-unavailable`, `no-index`. */
export function openCore(dataDir: string, create: boolean, mostScored = MOST_SCORED): Core {
  const db = openDatabase(dataDir, create);
  const reader = openReader(db);
  const writer = openWriter(db);
  const refresh = prepareRefresh(db);
  const dataVersion = db.prepare('PRAGMA data_version');
  const words = openWords(db);

  let columns = emptyColumns();
  /** SQLite's number for the state that the columns show. It moves with the writes of other connections only. */
  let seen: unknown = null;
  /** Whether this connection has written since the columns were filled. */
  let wrote = true;

  /** What was asked of this state: masks take a byte a row, 16 MB in all at 260,000 items. */
  const masks = new Recent<Mask>(64);
  const counts = new Recent<number>(10_000);

  const changing = <T>(change: () => T): T => {
    wrote = true;
    return change();
  };
  const asking = <T>(checkpoint: () => void, ask: (source: ScoreSource) => T): T => {
    checkpoint();
    return inTransaction(db, 'read', () => {
      const now = dataVersion.get()?.['data_version'];
      if (wrote || now !== seen) {
        seen = null;
        masks.clear();
        counts.clear();
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
        idsOf: words.idsOf,
        countOf: (match) => {
          const count = counts.get(match) ?? words.countOf(match);
          counts.set(match, count);
          return count;
        },
        mostScored,
        eachScore: words.eachScore,
        known: masks,
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
    order: (query, checkpoint) => asking(checkpoint, (source) => answerOrder(source, query)),
    counts: (trees, checkpoint) => asking(checkpoint, (source) => answerCounts(source, trees)),
    similarWords: (word, most, checkpoint) => inTransaction(db, 'read', () => words.similar(word, most, checkpoint)),
    rates: (query, checkpoint) => asking(checkpoint, (source) => answerRates(source, query)),
    close: () => {
      if (db.isOpen) db.close();
    },
  };
}
