/**
 * The network side: the few calls we make, with the client's errors turned into ours. Nothing here knows what a letter is.
 */
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, errors, type estypes } from '@elastic/elasticsearch';
import { AppError } from '#contract/problem.ts';
import type { IndexDefinition } from '#mappings/elasticsearch.ts';
import { type OperationAnswer, sendOperations } from './bulk.ts';
import type { Query, SearchBody } from './dialect.ts';
import type { Operation } from './documents.ts';
import { operationFault, toAppError } from './errors.ts';
import type { ElasticsearchOptions } from './options.ts';
import type { SearchAnswer } from './response.ts';

const TIMEOUT_MS = 60_000;
const BUSY = 429;
const CONFLICT = 409;
/** How long it is waited for a server to settle before it is asked what is there. */
const SETTLED_WITHIN = '5s';

type Settings = ConstructorParameters<typeof Client>[0];

/** What a name leads to: the indices behind an alias, or an index of that name itself. */
export interface Behind {
  readonly alias: readonly string[];
  readonly isIndex: boolean;
}

/** A document as it was read, with what tells that it is still the same. */
export interface Stored<T> {
  readonly source: T;
  readonly number: number;
  readonly term: number;
}

export class Connection {
  readonly #client: Client;
  #closed = false;

  constructor(client: Client) {
    this.#client = client;
  }

  async search(index: string, body: SearchBody, signal?: AbortSignal): Promise<SearchAnswer> {
    // A state that is held open knows its index itself.
    const place = body.pit === undefined ? { index } : {};
    // Items score by how rare a word is in all shards, not in their own; the server does so at no cost where there is one.
    const type = body.size > 0 ? { search_type: 'dfs_query_then_fetch' } : {};
    const request = { ...place, ...type, allow_partial_search_results: false, ...body } as unknown as estypes.SearchRequest;
    return await this.#call(index, (options) => this.#client.search(request, options), signal);
  }

  /** Holds the state of an index open for searches, until `release` or for `keepAlive` behind the last one; its id comes back. */
  async hold(index: string, keepAlive: string, signal?: AbortSignal): Promise<string> {
    const request = { index, keep_alive: keepAlive };
    return (await this.#call(index, (options) => this.#client.openPointInTime(request, options), signal)).id;
  }

  async release(id: string): Promise<void> {
    await this.#call(null, (options) => this.#client.closePointInTime({ id }, { ...options, ignore: [404] }));
  }

  /** Documents by id, of each the fields named or all; ids that are not stored are left out. */
  async documents<T>(index: string, ids: readonly string[], fields?: readonly string[]): Promise<Map<string, T>> {
    const found = new Map<string, T>();
    if (ids.length === 0) return found;
    const answer = await this.#call(index, (options) =>
      this.#client.mget<T>({ index, ids: [...ids], ...(fields && { _source_includes: [...fields] }) }, options),
    );
    for (const document of answer.docs) {
      if ('error' in document) throw new AppError('engine-unavailable', `Elasticsearch could not read a document: ${document.error.type}.`);
      if (document.found && document._source !== undefined) found.set(document._id, document._source);
    }
    return found;
  }

  /** Carries operations out, in order; the first refusal of each owner comes back. See `sendOperations`. */
  async write(operations: readonly Operation[]): Promise<Map<string, string>> {
    return await sendOperations({ send: (lines) => this.#bulk(lines), sleep }, operations);
  }

  /** Makes what was written visible to searches. */
  async refresh(indices: readonly [string, ...string[]]): Promise<void> {
    await this.#call(indices[0], (options) => this.#client.indices.refresh({ index: [...indices] }, options));
  }

  /** What a name leads to. */
  async behind(name: string): Promise<Behind> {
    return await this.#call(null, async (options) => {
      const answer = await this.#client.indices.resolveIndex({ name }, { ...options, ignore: [404] });
      const alias = (answer.aliases ?? []).filter((one) => one.name === name).flatMap(({ indices }) => indices);
      return { alias, isIndex: (answer.indices ?? []).some((one) => one.name === name) };
    });
  }

  /** Names of the indices that a pattern fits. */
  async names(pattern: string): Promise<string[]> {
    return await this.#call(null, async (options) =>
      ((await this.#client.indices.resolveIndex({ name: pattern }, { ...options, ignore: [404] })).indices ?? []).map(({ name }) => name),
    );
  }

  /** Makes an index that says of which library it is. */
  async create(name: string, { settings, mappings }: IndexDefinition, library: string): Promise<void> {
    const request = { index: name, settings, mappings: { ...mappings, _meta: { library } } } as estypes.IndicesCreateRequest;
    await this.#call(null, (options) => this.#client.indices.create(request, options));
  }

  /** Of which library an index says that it is. */
  async owner(index: string): Promise<string | null> {
    const answer = await this.#call(index, (options) => this.#client.indices.getMapping({ index }, options));
    const library: unknown = answer[index]?.mappings._meta?.['library'];
    return typeof library === 'string' ? library : null;
  }

  /** Makes an alias lead to what a query finds in an index, and to nothing else, and takes indices away: all of it at once, or nothing. */
  async point(
    alias: string,
    name: string,
    { filter, off, away }: { filter: Query; off: readonly string[]; away: readonly string[] },
  ): Promise<void> {
    const actions = [
      ...off.map((index) => ({ remove: { index, alias } })),
      ...away.map((index) => ({ remove_index: { index } })),
      { add: { index: name, alias, filter } },
    ] as unknown as estypes.IndicesUpdateAliasesAction[];
    await this.#call(name, (options) => this.#client.indices.updateAliases({ actions }, options));
  }

  /** Takes indices away; one that is not there is no failure. */
  async remove(names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    await this.#call(null, (options) => this.#client.indices.delete({ index: [...names], ignore_unavailable: true }, options));
  }

  /** One document, also where it was not made visible yet; null where it is not stored. */
  async document<T>(index: string, id: string): Promise<Stored<T> | null> {
    const answer = await this.#call(index, async (options) => {
      try {
        return await this.#client.get<T>({ index, id }, options);
      } catch (error) {
        if (error instanceof errors.ResponseError && error.statusCode === 404 && !('error' in (error.body as object))) return null;
        throw error;
      }
    });
    if (answer?._source === undefined || answer._seq_no === undefined || answer._primary_term === undefined) return null;
    return { source: answer._source, number: answer._seq_no, term: answer._primary_term };
  }

  /** Writes a document in the place of the one that was read, or where there was none; false where that is not what is stored. */
  async replace(index: string, id: string, document: object, before: Stored<unknown> | null): Promise<boolean> {
    const condition = before === null ? { op_type: 'create' as const } : { if_seq_no: before.number, if_primary_term: before.term };
    return await this.#call(index, async (options) => {
      try {
        await this.#client.index({ index, id, document, ...condition }, options);
        return true;
      } catch (error) {
        if (error instanceof errors.ResponseError && error.statusCode === CONFLICT) return false;
        throw error;
      }
    });
  }

  /** What was asked is answered still; a question that goes on with another request is told that the index was replaced. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#client.close();
  }

  async #bulk(lines: readonly string[]): Promise<OperationAnswer[] | null> {
    return await this.#call(null, async (options) => {
      try {
        const answer = await this.#client.bulk<string>({ operations: [...lines] }, options);
        return answer.items.map((item) => {
          const done = item.index;
          if (done === undefined) throw new Error('an operation was answered as none that was sent');
          return { status: done.status, error: done.error ? operationFault(done.error) : null };
        });
      } catch (error) {
        if (error instanceof errors.ResponseError && error.statusCode === BUSY) return null;
        throw error;
      }
    });
  }

  /** `index`: what is asked. Where it is gone, another one took its place, whatever the server makes of that. */
  async #call<T>(index: string | null, send: (options: { signal?: AbortSignal }) => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    try {
      return await send(signal === undefined ? {} : { signal });
    } catch (error) {
      const isGone = index !== null && error instanceof errors.ResponseError && !(await this.#isThere(index));
      // Who closes it meanwhile has opened another one.
      if (isGone || (index !== null && this.#closed)) {
        throw new AppError('index-replaced', 'The index that was asked is gone: it was made anew, or was taken away.');
      }
      throw toAppError(error, signal);
    }
  }

  async #isThere(index: string): Promise<boolean> {
    // While an index goes, its shards do so a moment earlier than its name: once the server has done what it was about to do, both are gone.
    await this.#client.cluster.health({ wait_for_events: 'languid', timeout: SETTLED_WITHIN }).catch(() => undefined);
    try {
      return await this.#client.indices.exists({ index });
    } catch {
      return true; // which cannot be told; the fault that led here is
    }
  }
}

/** A client for a server; says nothing to it yet. Throws AppError `bad-configuration` where the CA file cannot be read. */
export async function connect(options: ElasticsearchOptions): Promise<Connection> {
  const auth = authOf(options);
  const settings: Settings = {
    node: options.url,
    requestTimeout: TIMEOUT_MS,
    maxRetries: 2,
    ...(auth === null ? {} : { auth }),
    ...(options.caFile === undefined ? {} : { tls: { ca: await readCa(options.caFile) } }),
  };
  return new Connection(new Client(settings));
}

function authOf(options: ElasticsearchOptions): NonNullable<Settings['auth']> | null {
  if (options.apiKey !== undefined) return { apiKey: options.apiKey };
  if (options.username === undefined) return null;
  return { username: options.username, password: options.password ?? '' };
}

async function readCa(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new AppError('bad-configuration', `The CA file ${file} cannot be read; a PEM file was expected.`, { cause: error });
  }
}
