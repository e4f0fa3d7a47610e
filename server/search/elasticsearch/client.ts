/**
 * The Elasticsearch engine: the port on top of a connection, over one pair of indices. Requests are made in `request.ts`, answers read in
 * `response.ts`; what changes the index is `project.ts`.
 */
import type { IssueQuery, IssueResults } from '#contract/query.ts';
import type { Change } from '../../library/library.ts';
import { pageLater } from '../page.ts';
import type { EachQuery, ProjectionState, Refused, SearchEngine, Writers } from '../port.ts';
import { aggregate } from './aggregate.ts';
import type { Connection } from './connection.ts';
import { countTrees, findSimilar } from './counting.ts';
import { ofThose } from './documents.ts';
import type { Pair } from './names.ts';
import { projectChanges } from './project.ts';
import { heldLetters } from './records.ts';
import { KEEP_ALIVE, toBatchBody, toEstimateBody, toSearchBody, WHOLE_PAGE } from './request.ts';
import { type Ask, fromEstimate, fromHits, fromLetters, fromSearchAnswer, type SearchAnswer } from './response.ts';
import { claimState, readState, replaceState } from './state.ts';

/** Letters that are counted one by one for one question (in the items that match, for outcomes); of more it is said about how many they are. */
const MOST_COUNTED = 10_000;

/**
 * The engine over one index; closing it closes the connection. The index is asked by its own name and not by the alias, so that all requests of
 * one question see the same one: where another took its place, every call throws AppError `index-replaced`, and who asked opens that one.
 */
export function elasticsearchEngine(
  connection: Connection,
  { items: index, records }: Pair,
  writers: Writers,
  mostCounted = MOST_COUNTED,
): SearchEngine {
  const askFor =
    (signal: AbortSignal | undefined): Ask =>
    (body) =>
      connection.search(index, ofThose(body), signal);
  return {
    engine: 'elasticsearch',
    held: heldLetters(connection, records),
    state: async () => (await readState(connection, records))?.source ?? null,
    project: (changes, reached) => project(connection, { items: index, records }, writers, changes, reached),
    search: (query, signal) => search(askFor(signal), query, mostCounted),
    page: (query, signal) => pageLater(query, (step) => search(askFor(signal), step, mostCounted)),
    each: (query, signal) => each(connection, index, query, signal),
    counts: (trees, signal) => countTrees(askFor(signal), trees),
    similarWords: (word, most, signal) => findSimilar(askFor(signal), word, most),
    aggregate: (query, signal) => aggregate(askFor(signal), query, mostCounted),
    close: () => connection.close(),
  };
}

/** The state is written behind the items, which the server has on its disk by then: what it says is there. */
async function project(
  connection: Connection,
  pair: Pair,
  writers: Writers,
  changes: readonly Change[],
  { library, change }: ProjectionState,
): Promise<readonly Refused[]> {
  const before = await claimState(connection, pair.records, writers, library);
  const refused = await projectChanges(connection, pair, changes);
  await replaceState(connection, pair.records, writers, before, { library, change, writer: writers.token });
  return refused;
}

async function search(ask: Ask, query: IssueQuery, mostCounted: number): Promise<IssueResults> {
  const answer = await ask(toSearchBody(query, mostCounted));
  const letters = fromLetters(answer) ?? fromEstimate(await ask(toEstimateBody(query)));
  return { ...fromSearchAnswer(query, answer), letters };
}

async function* each(connection: Connection, index: string, query: EachQuery, signal?: AbortSignal): AsyncGenerator<IssueResults['hits']> {
  let pit = await connection.hold(index, KEEP_ALIVE, signal);
  try {
    let after: readonly unknown[] | null = null;
    do {
      const answer: SearchAnswer = await connection.search(index, ofThose(toBatchBody(query, pit, after)), signal);
      const hits = fromHits(answer);
      if (hits.length > 0) yield hits;
      pit = answer.pit_id ?? pit;
      after = hits.length < WHOLE_PAGE ? null : (answer.hits.hits.at(-1)?.sort ?? null);
    } while (after !== null);
  } finally {
    // It would be let go by itself after a while; what the reader got does not depend on it.
    await connection.release(pit).catch(() => undefined);
  }
}
