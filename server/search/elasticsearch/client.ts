/**
 * The Elasticsearch engine: the port on top of a connection, over one pair of indices. Requests are made in `request.ts`, answers read in
 * `response.ts`; what changes the index is `project.ts`.
 */

import type { KeywordField } from '#contract/fields.ts';
import { type IssueQuery, type IssueResults, isOwnFilter } from '#contract/query.ts';
import { keywordPath } from '#mappings/elasticsearch.ts';
import type { Change } from '../../library/library.ts';
import { pageLater } from '../page.ts';
import type { EachQuery, ProjectionState, Refused, SearchEngine, Writers } from '../port.ts';
import { aggregate } from './aggregate.ts';
import { collect } from './collect.ts';
import type { Connection } from './connection.ts';
import { countTrees, findCases, findSimilar } from './counting.ts';
import { ofThose } from './documents.ts';
import type { Pair } from './names.ts';
import { projectChanges } from './project.ts';
import { heldLetters } from './records.ts';
import { KEEP_ALIVE, narrowed, toBatchBody, toEstimateBody, toSearchBody, WHOLE_PAGE } from './request.ts';
import {
  type Ask,
  type FacetValues,
  fromEstimate,
  fromFacet,
  fromHits,
  fromLetters,
  inFacetOrder,
  type SearchAnswer,
  totalOf,
} from './response.ts';
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
    casesBeginning: (query, signal) => findCases(askFor(signal), query),
    aggregate: (query, signal) => inOneState(connection, index, signal, (ask) => aggregate(ask, query, mostCounted)),
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
  const facets = await Promise.all(
    query.facets.map(async (field) => ({ field, values: fromFacet(answer, field) ?? (await wholeFacet(ask, query, field)) })),
  );
  return { total: totalOf(answer), letters, hits: fromHits(answer), facets };
}

/** All values of a facet that has more of them than come with an answer. */
async function wholeFacet(ask: Ask, { where, filters }: IssueQuery, field: KeywordField): Promise<FacetValues> {
  const others = filters.filter((filter) => !isOwnFilter(field, filter));
  const { values = [] } = await collect(ask, narrowed({ where }, others), {
    values: { sources: [{ field: keywordPath(field) }], aggs: {} },
  });
  return inFacetOrder(values.map(({ keys, doc_count: count }) => ({ value: String(keys[0]), count })));
}

/** Asks several requests of one state of the index. */
async function inOneState<T>(
  connection: Connection,
  index: string,
  signal: AbortSignal | undefined,
  work: (ask: Ask) => Promise<T>,
): Promise<T> {
  let id = await connection.hold(index, KEEP_ALIVE, signal);
  try {
    return await work(async (body) => {
      const answer = await connection.search(index, ofThose({ ...body, pit: { id, keep_alive: KEEP_ALIVE } }), signal);
      id = answer.pit_id ?? id;
      return answer;
    });
  } finally {
    // It would be let go by itself after a while; what was asked does not depend on it.
    connection.release(id).catch(() => undefined);
  }
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
