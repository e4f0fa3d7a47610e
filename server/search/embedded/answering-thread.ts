/** One of the threads that answer over one index file: the start of such a thread. */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { AggregateQuery } from '#contract/aggregate.ts';
import type { IssueQuery, QueryNode } from '#contract/query.ts';
import { tellError, toldAsError } from '../../threads/calls.ts';
import { Handed, type Method, serveCalls } from '../../threads/serve-calls.ts';
import type { NotReady } from '../../threads/thread.ts';
import type { PageQuery } from '../page.ts';
import type { CasesQuery, EachQuery } from '../port.ts';
import type { SharedColumns } from './columns.ts';
import { openAnswering } from './core.ts';
import { openToRead, threadsEnded, withPlainErrors } from './database.ts';
import { type Filled, sleepUntilFilled, type ToFiller } from './fill-cell.ts';
import { packOrder } from './packed-order.ts';

const { file, filler } = workerData as { file: string; filler: ToFiller };
let shared: SharedColumns | null = null;

/** Longer than any fill takes; only a filler that is gone takes so long. */
const PATIENCE_MS = 120_000;

/** The columns as far as a tick; where those at hand are older the filler is asked and waited for. */
function columnsOf(tick: number): SharedColumns {
  if (shared !== null && shared.tick >= tick) return shared;
  const isThere = sleepUntilFilled(filler.cell, () => filler.port.postMessage('fill'), PATIENCE_MS);
  if (!isThere) throw threadsEnded();
  const filled = receiveMessageOnPort(filler.port)?.message as Filled | undefined;
  if (filled === undefined || 'error' in filled) throw filled === undefined ? new Error('no columns came') : toldAsError(filled.error);
  shared = filled.columns;
  return shared;
}

try {
  const opened = openToRead(file);
  if (opened === null) throw new Error('the index file is not there');
  const answering = openAnswering(opened.db, columnsOf);
  const answer =
    (ask: Method): Method =>
    (args, checkpoint) =>
      withPlainErrors(() => ask(args, checkpoint));
  serveCalls(
    {
      state: answer(() => answering.state()),
      search: answer(([query], checkpoint) => answering.search(query as IssueQuery, checkpoint)),
      page: answer(([query], checkpoint) => answering.page(query as PageQuery, checkpoint)),
      order: answer(([query], checkpoint) => {
        const packed = packOrder(answering.order(query as EachQuery, checkpoint));
        return new Handed(packed, [packed.letters.buffer, packed.numbers.buffer, packed.scores.buffer]);
      }),
      counts: answer(([trees], checkpoint) => answering.counts(trees as QueryNode[], checkpoint)),
      similarWords: answer(([word, most], checkpoint) => answering.similarWords(String(word), Number(most), checkpoint)),
      casesBeginning: answer(([query], checkpoint) => answering.casesBeginning(query as CasesQuery, checkpoint)),
      aggregate: answer(([query], checkpoint) => answering.aggregate(query as AggregateQuery, checkpoint)),
    },
    'ready',
    () => {
      opened.db.close();
      filler.port.close();
    },
  );
} catch (error) {
  parentPort?.postMessage({ notReady: tellError(error) } satisfies NotReady);
}
