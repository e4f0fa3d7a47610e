/**
 * The Elasticsearch engine: the port on top of a connection. Requests are made in `request.ts`, answers read in
 * `response.ts`; writing is `writer.ts`. One program at a time is meant to write (two of them fail a letter, not an index).
 */
import type { CanonicalText, Determination, Letter, UnreadableLetter } from '#contract/determination.ts';
import type { IssueQuery, IssueResults, QueryNode, RatesQuery, RatesResults } from '#contract/query.ts';
import { answeringEmptyLists } from '../empty-lists.ts';
import type { EachQuery, IndexStats, PutOptions, PutOutcome, SearchIndex, Version } from '../port.ts';
import { type Connection, connect } from './connection.ts';
import { type Ask, countLetters, countRowLetters } from './count-letters.ts';
import { countTrees, findSimilar } from './counting.ts';
import { settleCutOff } from './cut-off.ts';
import type { UnreadableDocument, VersionDocument } from './documents.ts';
import { ensureIndices } from './indices.ts';
import { aliasesOf } from './names.ts';
import type { ElasticsearchOptions } from './options.ts';
import {
  BATCH,
  FIRST_LETTERS,
  KEEP_ALIVE,
  toBatchBody,
  toItemStatsBody,
  toLetterStatsBody,
  toRatesBody,
  toSearchBody,
  toUnreadableBody,
} from './request.ts';
import {
  fromCompositePage,
  fromHits,
  fromRatesAnswer,
  fromSearchAnswer,
  fromStatsAnswers,
  type SearchAnswer,
  totalOf,
} from './response.ts';
import { headsOf } from './settle.ts';
import { knownLetters, putLetters, putUnreadable, removeLetters } from './writer.ts';

/** How often an index that is held open looks for puts that were cut off since. */
const LOOK_EVERY_MS = 30_000;

/**
 * Opens the index of this prefix on a server, and makes it where there is none unless `create` is false. Throws AppError:
 * `engine-unavailable` where it does not answer or refuses the credentials, `index-incompatible` where the index was made
 * by another version, `no-index`, `bad-configuration`.
 */
export async function openElasticsearch(options: ElasticsearchOptions, create = true, lookEveryMs = LOOK_EVERY_MS): Promise<SearchIndex> {
  const connection = await connect(options, aliasesOf(options.index));
  try {
    await ensureIndices(connection, create);
    await settleCutOff(connection);
  } catch (error) {
    await connection.close();
    throw error;
  }
  return answeringEmptyLists(new ElasticsearchIndex(connection, lookEveryMs));
}

class ElasticsearchIndex implements SearchIndex {
  readonly engine = 'elasticsearch';
  readonly #connection: Connection;
  readonly #lookEveryMs: number;
  #lookedAt = performance.now();
  #writing: Promise<unknown> = Promise.resolve();

  constructor(connection: Connection, lookEveryMs: number) {
    this.#connection = connection;
    this.#lookEveryMs = lookEveryMs;
  }

  put(batch: readonly Letter[], options?: PutOptions): Promise<PutOutcome[]> {
    return this.#alone(() => putLetters(this.#connection, batch, options));
  }

  putUnreadable(batch: readonly UnreadableLetter[]): Promise<void> {
    return this.#alone(() => putUnreadable(this.#connection, batch));
  }

  remove(ids: readonly string[]): Promise<number> {
    return this.#alone(() => removeLetters(this.#connection, ids));
  }

  async known(sha256s: readonly string[]): Promise<Map<string, 'letter' | 'unreadable'>> {
    const [letters, unreadable] = await Promise.all([
      knownLetters(this.#connection, sha256s),
      this.#connection.documents('unreadable', sha256s, ['sha256']),
    ]);
    const known = new Map<string, 'letter' | 'unreadable'>();
    for (const sha256 of unreadable.keys()) known.set(sha256, 'unreadable');
    for (const sha256 of letters.keys()) known.set(sha256, 'letter');
    return known;
  }

  async search(query: IssueQuery, signal?: AbortSignal): Promise<IssueResults> {
    this.#lookForCutOff();
    const ask: Ask = (body) => this.#connection.search('items', body, signal);
    const answer = await ask(toSearchBody(query));
    const results = fromSearchAnswer(query, answer);
    const first = fromCompositePage(answer, ['letters', 'page'], FIRST_LETTERS);
    const { letters } = await countLetters(ask, { ...query, by: null, known: false }, first, results.total);
    return { ...results, letters };
  }

  async *each(query: EachQuery, signal?: AbortSignal): AsyncGenerator<IssueResults['hits']> {
    this.#lookForCutOff();
    let pit = await this.#connection.hold('items', KEEP_ALIVE, signal);
    try {
      let after: readonly unknown[] | null = null;
      do {
        const answer: SearchAnswer = await this.#connection.search('items', toBatchBody(query, pit, after), signal);
        const hits = fromHits(answer);
        if (hits.length > 0) yield hits;
        pit = answer.pit_id ?? pit;
        after = hits.length < BATCH ? null : (answer.hits.hits.at(-1)?.sort ?? null);
      } while (after !== null);
    } finally {
      // It would be let go by itself after a while; what the reader got does not depend on it.
      await this.#connection.release(pit).catch(() => undefined);
    }
  }

  async counts(trees: readonly QueryNode[], signal?: AbortSignal): Promise<number[]> {
    this.#lookForCutOff();
    return await countTrees((body) => this.#connection.search('items', body, signal), trees);
  }

  async similarWords(word: string, most: number, signal?: AbortSignal): Promise<string[]> {
    return await findSimilar((body) => this.#connection.search('items', body, signal), word, most);
  }

  async rates(query: RatesQuery, signal?: AbortSignal): Promise<RatesResults> {
    this.#lookForCutOff();
    const ask: Ask = (body) => this.#connection.search('items', body, signal);
    const answer = await ask(toRatesBody(query));
    const items = totalOf(answer);
    const asked = { ...query, known: true };
    return fromRatesAnswer(answer, {
      total: await countLetters(ask, asked, fromCompositePage(answer, ['letters'], FIRST_LETTERS), items),
      of: await countRowLetters(ask, asked, fromCompositePage(answer, ['pairs'], FIRST_LETTERS), items),
    });
  }

  async determinations(ids: readonly string[]): Promise<Determination[]> {
    const heads = await headsOf(this.#connection, ids);
    const current = [...heads.values()].map(({ source }) => source.sha256);
    const versions = await this.#connection.documents<VersionDocument>('versions', current, ['determination']);
    return ids.flatMap((id) => versions.get(heads.get(id)?.source.sha256 ?? '')?.source.determination ?? []);
  }

  async letter(id: string, sha256?: string): Promise<{ determination: Determination; canonical: CanonicalText } | null> {
    const head = (await headsOf(this.#connection, [id])).get(id)?.source;
    const wanted = sha256 ?? head?.sha256;
    if (wanted === undefined || !head?.versions.some((version) => version.sha256 === wanted)) return null;
    const stored = (await this.#connection.documents<VersionDocument>('versions', [wanted])).get(wanted)?.source;
    return stored === undefined ? null : { determination: stored.determination, canonical: stored.canonical };
  }

  async versions(id: string): Promise<Version[]> {
    const head = (await headsOf(this.#connection, [id])).get(id)?.source;
    return (head?.versions ?? []).map(({ sha256, fileName, decidedOn }) => ({
      sha256,
      fileName,
      decidedOn,
      current: sha256 === head?.sha256,
    }));
  }

  async unreadable(offset: number, limit: number): Promise<{ total: number; letters: UnreadableLetter[] }> {
    const answer = await this.#connection.search('unreadable', toUnreadableBody(offset, limit));
    return { total: totalOf(answer), letters: answer.hits.hits.map((hit) => (hit._source as UnreadableDocument).letter) };
  }

  async stats(): Promise<IndexStats> {
    this.#lookForCutOff();
    const [items, letters, unreadable] = await Promise.all([
      this.#connection.search('items', toItemStatsBody()),
      this.#connection.search('letters', toLetterStatsBody()),
      this.#connection.search('unreadable', toUnreadableBody(0, 0)),
    ]);
    return { ...fromStatsAnswers(items, letters), unreadable: totalOf(unreadable) };
  }

  async close(): Promise<void> {
    await this.#writing.catch(() => undefined);
    await this.#connection.close();
  }

  /** A program that only reads, for days, must not count what another one left half-way. The question that is asked does not wait for it. */
  #lookForCutOff(): void {
    const now = performance.now();
    if (now - this.#lookedAt < this.#lookEveryMs) return;
    this.#lookedAt = now;
    // Where the server fails, the question fails too, and tells it.
    this.#alone(() => settleCutOff(this.#connection)).catch(() => undefined);
  }

  /** Writes go one after the other: each starts from the heads that the one before it left. */
  #alone<T>(write: () => Promise<T>): Promise<T> {
    const done = this.#writing.then(write, write);
    this.#writing = done.catch(() => undefined);
    return done;
  }
}
