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
import type { Mask, Rows } from './masks.ts';
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
  let seen: OfState | null = null;

  /** Asks of one state, whose number is its tick. */
  const inState = <T>(checkpoint: () => void, ask: (tick: number) => T): T => {
    checkpoint();
    return inTransaction(db, 'read', () => {
      const now = state.get();
      if (now?.['replaced_by'] !== null) throw new AppError('index-replaced', 'The index was just made anew; ask again');
      return ask(Number(now['tick']));
    });
  };
  const asking = <T>(checkpoint: () => void, ask: (source: ScoreSource, answered: Recent<Answered>) => T): T =>
    inState(checkpoint, (tick) => {
      if (seen?.tick !== tick) seen = ofState(tick, reader.at(tick, columnsOf(tick)));
      const { columns, masks, rows, counts, answered } = seen;
      const source: ScoreSource = {
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
        knownRows: rows,
      };
      return ask(source, answered);
    });
  /** An answer that is small is kept as long as it is true: each number of a page comes with the same few. */
  const once = <T extends Answered>(query: unknown, checkpoint: () => void, ask: (source: ScoreSource) => T): T =>
    asking(checkpoint, (source, answered) => {
      const name = JSON.stringify(query);
      const known = answered.get(name) as T | undefined;
      const answer = known ?? ask(source);
      if (isSmall(answer)) answered.set(name, answer);
      return answer;
    });

  return {
    state: () => {
      const now = state.get();
      return typeof now?.['library'] === 'string' ? { library: now['library'], change: Number(now['change']) } : null;
    },
    search: (query, checkpoint) => {
      assertWindow(query);
      return once(query, checkpoint, (source) => answerSearch(source, query));
    },
    page: (query, checkpoint) => {
      assertWindow(query.first);
      return asking(checkpoint, (source) => pageOf(query, (step) => answerSearch(source, step)));
    },
    order: (query, checkpoint) => asking(checkpoint, (source) => answerOrder(source, query)),
    counts: (trees, checkpoint) => asking(checkpoint, (source) => answerCounts(source, trees)),
    similarWords: (word, most, checkpoint) => inState(checkpoint, () => words.similar(word, most, checkpoint)),
    casesBeginning: (query, checkpoint) => asking(checkpoint, (source) => answerCases(source, query)),
    aggregate: (query, checkpoint) => once(query, checkpoint, (source) => answerAggregate(source, query)),
  };
}

type Answered = AggregateResults | IssueResults;

/** What was asked of one state of the index, which holds as long as that is the state. */
interface OfState {
  readonly tick: number;
  readonly columns: Columns;
  /** A byte a row each, 16 MB in all at 260,000 items. */
  readonly masks: Recent<Mask>;
  /** Four bytes a row each, 8 MB in all at 260,000 items. */
  readonly rows: Recent<Rows>;
  readonly counts: Recent<number>;
  readonly answered: Recent<Answered>;
}

function ofState(tick: number, columns: Columns): OfState {
  return { tick, columns, masks: new Recent(64), rows: new Recent(8), counts: new Recent(10_000), answered: new Recent(256) };
}

/** Cells, hits and values of a small answer: some kilobytes. */
const FEW = 100;

function isSmall(answer: Answered): boolean {
  if ('cells' in answer) return answer.cells.length <= FEW;
  return answer.hits.length + answer.facets.reduce((sum, { values }) => sum + values.length, 0) <= FEW;
}

function assertWindow({ offset, limit }: IssueQuery): void {
  if (offset + limit <= RESULT_WINDOW) return;
  throw new AppError('window-too-large', `Only the first ${RESULT_WINDOW.toLocaleString('en-US')} results can be paged through.`);
}
