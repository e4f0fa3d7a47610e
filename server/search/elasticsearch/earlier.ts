/**
 * Indices of the program before there was a library, which kept the letters in Elasticsearch itself: a head for each letter (`imr-letters`), which
 * named its versions, the versions (`imr-versions`), the files that could not be read (`imr-unreadable`). They are read, to be taken over.
 */
import type { CanonicalText, Letter, UnreadableLetter } from '#contract/determination.ts';
import type { EarlierIndex } from '../../library/takeover.ts';
import { upgraded } from '../../library/upgrade-record.ts';
import { type Connection, connect } from './connection.ts';
import type { SearchBody } from './dialect.ts';
import type { ElasticsearchOptions } from './options.ts';
import { KEEP_ALIVE } from './request.ts';
import type { SearchAnswer } from './response.ts';

/** Letters, or files, that are handed over at once. */
const BATCH = 100;

/** The kinds of index there were. */
const KINDS = ['items', 'letters', 'versions', 'unreadable', 'puts'] as const;

/** What of a letter's head is read. `sequence`: the place among the puts of this letter. */
interface Head {
  readonly versions: readonly { readonly sha256: string; readonly sequence: number }[];
}

/** What of a stored version is read. */
interface StoredVersion {
  readonly determination: unknown;
  readonly canonical: CanonicalText;
}

/** What an earlier program stored under this prefix; null where there is nothing. Throws AppError `engine-unavailable`, `bad-configuration`. */
export async function readEarlier(options: ElasticsearchOptions): Promise<EarlierIndex | null> {
  const connection = await connect(options);
  try {
    const found = await earlierIndices(connection, options.index);
    const letters = found.get('letters');
    if (letters === undefined) return null;
    return {
      total: await countVersions(connection, letters),
      letters: batchesBy(options, (own) => lettersOf(own, letters, found.get('versions'))),
      unreadable: batchesBy(options, (own) => unreadableOf(own, found.get('unreadable'))),
    };
  } finally {
    await connection.close();
  }
}

/** Takes away what an earlier program stored under this prefix; the names of the indices that there were. */
export async function removeEarlier(options: ElasticsearchOptions): Promise<string[]> {
  const connection = await connect(options);
  try {
    const names = [...(await earlierIndices(connection, options.index)).values()];
    await connection.remove(names);
    return names;
  } finally {
    await connection.close();
  }
}

/** The indices by their kind. They are found by their own names: the alias of the items may lead to a newer index by now. */
async function earlierIndices(connection: Connection, prefix: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const kind of KINDS) {
    const stem = `${prefix}-${kind}-v1-`;
    const names = await connection.names(`${stem}*`);
    const name = names.find((one) => /^[0-9a-f]{12}$/.test(one.slice(stem.length)));
    if (name !== undefined) found.set(kind, name);
  }
  return found;
}

/** A list that opens a connection of its own when it is read, and closes it behind the last batch. */
function batchesBy<T>(
  options: ElasticsearchOptions,
  read: (connection: Connection) => AsyncIterable<readonly T[]>,
): AsyncIterable<readonly T[]> {
  return {
    async *[Symbol.asyncIterator]() {
      const connection = await connect(options);
      try {
        yield* read(connection);
      } finally {
        await connection.close();
      }
    },
  };
}

async function* lettersOf(connection: Connection, heads: string, versions: string | undefined): AsyncGenerator<readonly Letter[]> {
  if (versions === undefined) return;
  for await (const page of pages<Head>(connection, heads, ['letterId'])) {
    const named = page.flatMap((head) => inOrder(head).map(({ sha256 }) => sha256));
    for (let from = 0; from < named.length; from += BATCH) {
      const batch = named.slice(from, from + BATCH);
      const stored = await connection.documents<StoredVersion>(versions, batch);
      const letters = batch.flatMap((sha256): Letter[] => {
        const version = stored.get(sha256);
        return version === undefined ? [] : [{ determination: upgraded(version.determination), canonical: version.canonical }];
      });
      if (letters.length > 0) yield letters;
    }
  }
}

async function* unreadableOf(connection: Connection, index: string | undefined): AsyncGenerator<readonly UnreadableLetter[]> {
  if (index === undefined) return;
  for await (const page of pages<{ letter: UnreadableLetter }>(connection, index, ['fileName', 'sha256'])) {
    yield page.map(({ letter }) => ({ ...letter, source: { ...letter.source, part: null } }));
  }
}

function inOrder({ versions }: Head): Head['versions'] {
  return [...versions].sort((a, b) => a.sequence - b.sequence);
}

/** All documents of an index in the order of these fields, in one state of the index. */
async function* pages<T>(connection: Connection, index: string, fields: readonly string[]): AsyncGenerator<readonly T[]> {
  await connection.refresh([index]);
  let pit = await connection.hold(index, KEEP_ALIVE);
  try {
    let after: readonly unknown[] | null = null;
    do {
      const answer: SearchAnswer = await connection.search(index, toPageBody(fields, pit, after));
      const { hits } = answer.hits;
      if (hits.length > 0) yield hits.map((hit) => hit._source as T);
      pit = answer.pit_id ?? pit;
      after = hits.length < BATCH ? null : (hits.at(-1)?.sort ?? null);
    } while (after !== null);
  } finally {
    await connection.release(pit).catch(() => undefined);
  }
}

function toPageBody(fields: readonly string[], pit: string, after: readonly unknown[] | null): SearchBody {
  return {
    query: { match_all: {} },
    size: BATCH,
    sort: fields.map((field) => ({ [field]: { order: 'asc' } })),
    track_total_hits: false,
    _source: true,
    pit: { id: pit, keep_alive: KEEP_ALIVE },
    ...(after === null ? {} : { search_after: after }),
  };
}

async function countVersions(connection: Connection, heads: string): Promise<number> {
  await connection.refresh([heads]);
  const answer = await connection.search(heads, {
    query: { match_all: {} },
    size: 0,
    _source: false,
    track_total_hits: false,
    aggs: { versions: { sum: { field: 'versionCount' } } },
  });
  const versions = answer.aggregations?.['versions'] as { value: number } | undefined;
  return versions?.value ?? 0;
}
