/**
 * The answering side of the embedded engine as plain calls that block: one connection and its view of the columns. Questions and answers are plain
 * data, so that it answers in a thread of its own as well; a `checkpoint` says when to stop.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { AggregateQuery, AggregateResults } from '#contract/aggregate.ts';
import { RESULT_WINDOW } from '#contract/api.ts';
import { AppError } from '#contract/problem.ts';
import type { IssueQuery, IssueResults, QueryNode } from '#contract/query.ts';
import { Recent } from '../../storage/recent.ts';
import { inTransaction } from '../../storage/sqlite.ts';
import { type PageQuery, type PageResults, pageOf } from '../page.ts';
import type { CasesQuery, CountedCase, EachQuery, ProjectionState } from '../port.ts';
import { answerAggregate } from './aggregate.ts';
import { answerCases, answerCounts, answerOrder, answerSearch, type Ordered } from './answer.ts';
import { ColumnReader, type Columns, type SharedColumns } from './columns.ts';
import type { Mask } from './masks.ts';
import { MOST_SCORED, type ScoreSource } from './scores.ts';
import { openWords } from './words.ts';

export interface Answering {
  state(): ProjectionState | null;
  search(query: IssueQuery, checkpoint: () => void): IssueResults;
  page(query: PageQuery, checkpoint: () => void): PageResults;
  /** Everything that matches, in order; good also after later writes. */
  order(query: EachQuery, checkpoint: () => void): Ordered;
  counts(trees: readonly QueryNode[], checkpoint: () => void): number[];
  similarWords(word: string, most: number, checkpoint: () => void): string[];
  casesBeginning(query: CasesQuery, checkpoint: () => void): CountedCase[];
  aggregate(query: AggregateQuery, checkpoint: () => void): AggregateResults;
}

/**
 * `columnsOf` gives the columns, filled as far as a tick or further. Throws AppError `index-replaced` once another generation has taken this
 * one's place.
 */
export function openAnswering(db: DatabaseSync, columnsOf: (tick: number) => SharedColumns, mostScored = MOST_SCORED): Answering {
  const state = db.prepare('SELECT library, change, tick, replaced_by FROM state');
  const reader = new ColumnReader(db);
  const words = openWords(db);
  let seen: { tick: number; columns: Columns } | null = null;

  /** What was asked of this state: masks take a byte a row, 16 MB in all at 260,000 items. */
  const masks = new Recent<Mask>(64);
  const counts = new Recent<number>(10_000);

  /** Asks of one state, whose number is its tick. */
  const inState = <T>(checkpoint: () => void, ask: (tick: number) => T): T => {
    checkpoint();
    return inTransaction(db, 'read', () => {
      const now = state.get();
      if (now?.['replaced_by'] !== null) throw new AppError('index-replaced', 'The index was just made anew; ask again');
      return ask(Number(now['tick']));
    });
  };
  const asking = <T>(checkpoint: () => void, ask: (source: ScoreSource) => T): T =>
    inState(checkpoint, (tick) => {
      if (seen?.tick !== tick) {
        masks.clear();
        counts.clear();
        seen = { tick, columns: reader.at(tick, columnsOf(tick)) };
      }
      return ask({
        columns: seen.columns,
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

  return {
    state: () => {
      const now = state.get();
      return typeof now?.['library'] === 'string' ? { library: now['library'], change: Number(now['change']) } : null;
    },
    search: (query, checkpoint) => {
      assertWindow(query);
      return asking(checkpoint, (source) => answerSearch(source, query));
    },
    page: (query, checkpoint) => {
      assertWindow(query.first);
      return asking(checkpoint, (source) => pageOf(query, (step) => answerSearch(source, step)));
    },
    order: (query, checkpoint) => asking(checkpoint, (source) => answerOrder(source, query)),
    counts: (trees, checkpoint) => asking(checkpoint, (source) => answerCounts(source, trees)),
    similarWords: (word, most, checkpoint) => inState(checkpoint, () => words.similar(word, most, checkpoint)),
    casesBeginning: (query, checkpoint) => asking(checkpoint, (source) => answerCases(source, query)),
    aggregate: (query, checkpoint) => asking(checkpoint, (source) => answerAggregate(source, query)),
  };
}

function assertWindow({ offset, limit }: IssueQuery): void {
  if (offset + limit <= RESULT_WINDOW) return;
  throw new AppError('window-too-large', `Only the first ${RESULT_WINDOW.toLocaleString('en-US')} results can be paged through.`);
}
