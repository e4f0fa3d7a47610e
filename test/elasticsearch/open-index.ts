/** A new, empty library with its index on a real Elasticsearch, for a test, and what takes both away again. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import type { IndexedLibrary } from '../../server/index/indexed-library.ts';
import { type Opening, openSearchIndex } from '../../server/index/open-index.ts';
import type { ElasticsearchOptions } from '../../server/search/elasticsearch/options.ts';
import type { OpenedIndex } from '../conformance/opened-index.ts';
import type { ServerAddress } from './server.ts';

/** A prefix that no other test, worker or run uses on the same server. */
export function uniquePrefix(): string {
  return `imr-test-${randomUUID()}`;
}

/** A prefix and a data folder of its own. */
export interface Place {
  /** How an index is reached here. */
  readonly options: ServerAddress & { readonly index: string };
  readonly dataDir: string;
  /** Opens the library with its index, as often as is wanted; `other`: where the engine's options are not those of the place. */
  open(opening?: Opening, other?: Partial<ElasticsearchOptions>): Promise<IndexedLibrary>;
}

/** Runs a test in a place of its own; what was opened is closed, and what was made is dropped. */
export async function inPlace<T>(server: ServerAddress, test: (place: Place) => Promise<T>): Promise<T> {
  const options = { ...server, index: uniquePrefix() };
  const dataDir = await mkdtemp(join(tmpdir(), 'imr-elasticsearch-'));
  const opened: IndexedLibrary[] = [];
  try {
    return await test({
      options,
      dataDir,
      open: async (opening, other = {}) => {
        const index = await openSearchIndex({ ...options, ...other, engine: 'elasticsearch', dataDir }, opening);
        opened.push(index);
        return index;
      },
    });
  } finally {
    for (const index of opened) await index.close();
    await dropIndices(server, options.index);
    await rm(dataDir, { recursive: true });
  }
}

/** Opens a library in a place of its own; `close` drops what was made. */
export async function openTestIndex(server: ServerAddress, options: Pick<ElasticsearchOptions, 'shards'> = {}): Promise<OpenedIndex> {
  const done = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<{ index: IndexedLibrary; dataDir: string }>();
  const place = inPlace(server, async ({ open, dataDir }) => {
    opened.resolve({ index: await open({}, options), dataDir });
    await done.promise;
  });
  place.catch(opened.reject);
  return {
    ...(await opened.promise),
    close: () => {
      done.resolve();
      return place;
    },
  };
}

/** The names of all indices that begin with a prefix. */
export async function indicesOf(server: ServerAddress, prefix: string): Promise<string[]> {
  const client = new Client({ node: server.url });
  try {
    return Object.keys(await client.indices.get({ index: `${prefix}-*` })).sort();
  } finally {
    await client.close();
  }
}

/** Drops every index whose name begins with a prefix. */
export async function dropIndices(server: ServerAddress, prefix: string): Promise<void> {
  const names = await indicesOf(server, prefix);
  if (names.length === 0) return;
  const client = new Client({ node: server.url });
  try {
    await client.indices.delete({ index: names });
  } finally {
    await client.close();
  }
}
