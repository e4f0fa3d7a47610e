/**
 * The network side: the few calls we make, with the client's errors turned into ours. Nothing here knows what a letter is.
 */
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, errors, type estypes } from '@elastic/elasticsearch';
import { AppError } from '#contract/problem.ts';
import type { IndexDefinition, IndexKind } from '#mappings/elasticsearch.ts';
import { type OperationAnswer, sendOperations } from './bulk.ts';
import type { SearchBody } from './dialect.ts';
import type { Operation, Seen } from './documents.ts';
import { operationFault, reasonOf, toAppError } from './errors.ts';
import type { Aliases } from './names.ts';
import type { ElasticsearchOptions } from './options.ts';
import type { SearchAnswer } from './response.ts';

/** Ids asked for in one request: bounds the memory of an answer that carries whole letters. */
const IDS_PER_REQUEST = 200;
const TIMEOUT_MS = 60_000;
const BUSY = 429;

type Settings = ConstructorParameters<typeof Client>[0];

/** A stored document and where it was read. */
export interface Stored<T> {
  readonly source: T;
  readonly seen: Seen;
}

export class Connection {
  readonly aliases: Aliases;
  readonly #client: Client;

  constructor(client: Client, aliases: Aliases) {
    this.#client = client;
    this.aliases = aliases;
  }

  async search(kind: IndexKind, body: SearchBody, signal?: AbortSignal): Promise<SearchAnswer> {
    // A state that is held open knows its index itself.
    const place = body.pit === undefined ? { index: this.aliases[kind] } : {};
    const request = { ...place, allow_partial_search_results: false, ...body } as unknown as estypes.SearchRequest;
    return await this.#call((options) => this.#client.search(request, options), signal);
  }

  /** Holds the state of an index open for searches, until `release` or for `keepAlive` behind the last one; its id comes back. */
  async hold(kind: IndexKind, keepAlive: string, signal?: AbortSignal): Promise<string> {
    const request = { index: this.aliases[kind], keep_alive: keepAlive };
    return (await this.#call((options) => this.#client.openPointInTime(request, options), signal)).id;
  }

  async release(id: string): Promise<void> {
    await this.#call((options) => this.#client.closePointInTime({ id }, { ...options, ignore: [404] }));
  }

  /** Documents by id, also those that no search sees yet; ids that are not stored are left out. `parts`: only these fields. */
  async documents<T>(kind: IndexKind, ids: readonly string[], parts?: readonly string[]): Promise<Map<string, Stored<T>>> {
    const found = new Map<string, Stored<T>>();
    const distinct = [...new Set(ids)];
    for (let from = 0; from < distinct.length; from += IDS_PER_REQUEST) {
      const answer = await this.#call((options) =>
        this.#client.mget<T>(
          {
            index: this.aliases[kind],
            ids: distinct.slice(from, from + IDS_PER_REQUEST),
            ...(parts === undefined ? {} : { _source_includes: [...parts] }),
          },
          options,
        ),
      );
      for (const document of answer.docs) {
        if ('error' in document)
          throw new AppError('engine-unavailable', `Elasticsearch could not read a document: ${document.error.type}.`);
        if (!document.found || document._source === undefined) continue;
        const seen = { seqNo: document._seq_no ?? 0, primaryTerm: document._primary_term ?? 0 };
        found.set(document._id, { source: document._source, seen });
      }
    }
    return found;
  }

  /** Carries operations out, in order; the first failure of each owner comes back. */
  async write(operations: readonly Operation[]): Promise<Map<string, string>> {
    return await sendOperations({ send: (lines) => this.#bulk(lines), sleep }, operations);
  }

  /** Makes what was written visible to searches. */
  async refresh(kinds: readonly IndexKind[]): Promise<void> {
    await this.#call((options) => this.#client.indices.refresh({ index: kinds.map((kind) => this.aliases[kind]) }, options));
  }

  /** Names of the indices behind an alias; empty where there is no such alias. */
  async behind(alias: string): Promise<string[]> {
    return await this.#call(async (options) => {
      const answer = await this.#client.indices.getAlias({ name: alias }, { ...options, ignore: [404] });
      return Object.keys(answer).filter((name) => answer[name]?.aliases !== undefined);
    });
  }

  /** Creates an index behind an alias; the server's error type and reason where it would not. */
  async create(name: string, alias: string, definition: IndexDefinition): Promise<string | null> {
    return await this.#call(async (options) => {
      try {
        await this.#client.indices.create(
          { index: name, aliases: { [alias]: {} }, ...definition } as estypes.IndicesCreateRequest,
          options,
        );
        return null;
      } catch (error) {
        if (error instanceof errors.ResponseError && error.statusCode === 400) return reasonOf(error);
        throw error;
      }
    });
  }

  /** Puts an alias before an index that is there. */
  async point(alias: string, name: string): Promise<void> {
    await this.#call((options) => this.#client.indices.putAlias({ index: name, name: alias }, options));
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  async #bulk(lines: readonly string[]): Promise<OperationAnswer[] | null> {
    return await this.#call(async (options) => {
      try {
        // An alias that somebody took away must not come back as an index with a guessed mapping.
        const answer = await this.#client.bulk<string>({ operations: [...lines], require_alias: true }, options);
        return answer.items.map((item) => {
          const done = item.index ?? item.create ?? item.delete;
          if (done === undefined) throw new Error('an operation was answered as none that was sent');
          return { status: done.status, error: done.error ? operationFault(done.error) : null };
        });
      } catch (error) {
        if (error instanceof errors.ResponseError && error.statusCode === BUSY) return null;
        throw error;
      }
    });
  }

  async #call<T>(send: (options: { signal?: AbortSignal }) => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    try {
      return await send(signal === undefined ? {} : { signal });
    } catch (error) {
      throw toAppError(error, signal);
    }
  }
}

/** A client for a server; says nothing to it yet. Throws AppError `bad-configuration` where the CA file cannot be read. */
export async function connect(options: ElasticsearchOptions, aliases: Aliases): Promise<Connection> {
  const auth = authOf(options);
  const settings: Settings = {
    node: options.url,
    requestTimeout: TIMEOUT_MS,
    maxRetries: 2,
    ...(auth === null ? {} : { auth }),
    ...(options.caFile === undefined ? {} : { tls: { ca: await readCa(options.caFile) } }),
  };
  return new Connection(new Client(settings), aliases);
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
