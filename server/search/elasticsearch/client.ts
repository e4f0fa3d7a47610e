/**
 * The Elasticsearch engine: the port on top of a connection, over one index. Requests are made in `request.ts`, answers read in
 * `response.ts`; what changes the index is `project.ts`.
 */
import type { IssueQuery, IssueResults } from '#contract/query.ts';
import type { Change } from '../../library/library.ts';
import { pageLater } from '../page.ts';
import type { EachQuery, ProjectionState, Refused, SearchEngine } from '../port.ts';
import { aggregate } from './aggregate.ts';
import type { Connection } from './connection.ts';
import { countTrees, findSimilar } from './counting.ts';
import { projectChanges } from './project.ts';
import { KEEP_ALIVE, toBatchBody, toEstimateBody, toSearchBody, WHOLE_PAGE } from './request.ts';
import { type Ask, fromEstimate, fromHits, fromLetters, fromSearchAnswer, type SearchAnswer } from './response.ts';

/** Letters that are counted one by one for one question (in the items that match, for outcomes); of more it is said about how many they are. */
const MOST_COUNTED = 10_000;

/**
 * The engine over one index; closing it closes the connection. The index is asked by its own name and not by the alias, so that all requests of
 * one question see the same one: where another took its place, every call throws AppError `index-replaced`, and who asked opens that one.
 */
export function elasticsearchEngine(connection: Connection, index: string, mostCounted = MOST_COUNTED): SearchEngine {
  const askFor =
    (signal: AbortSignal | undefined): Ask =>
    (body) =>
      connection.search(index, body, signal);
  return {
    engine: 'elasticsearch',
    state: async () => stateOf(await connection.note(index)),
    project: (changes, reached) => project(connection, index, changes, reached),
    search: (query, signal) => search(askFor(signal), query, mostCounted),
    page: (query, signal) => pageLater(query, (step) => search(askFor(signal), step, mostCounted)),
    each: (query, signal) => each(connection, index, query, signal),
    counts: (trees, signal) => countTrees(askFor(signal), trees),
    similarWords: (word, most, signal) => findSimilar(askFor(signal), word, most),
    aggregate: (query, signal) => aggregate(askFor(signal), query, mostCounted),
    close: () => connection.close(),
  };
}

/**
 * The state is noted at the index itself (`_meta` of its mapping), not in a document: it comes, goes and is copied with the index, no search can
 * hit it, and it is read without a refresh. The server has it on its disk when it acknowledges it, as it has the items before.
 */
async function project(
  connection: Connection,
  index: string,
  changes: readonly Change[],
  { library, change }: ProjectionState,
): Promise<readonly Refused[]> {
  const refused = await projectChanges(connection, index, changes);
  await connection.setNote(index, { library, change });
  return refused;
}

function stateOf(note: Readonly<Record<string, unknown>> | null): ProjectionState | null {
  const { library, change } = note ?? {};
  return typeof library === 'string' && typeof change === 'number' ? { library, change } : null;
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
      const answer: SearchAnswer = await connection.search(index, toBatchBody(query, pit, after), signal);
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
