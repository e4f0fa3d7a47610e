/** A new, empty library with its index on a real Elasticsearch, for a test, and what takes both away again. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { openSearchIndex } from '../../server/index/open-index.ts';
import type { OpenedIndex } from '../conformance/opened-index.ts';
import type { ServerAddress } from './server.ts';

/** A prefix that no other test, worker or run uses on the same server. */
export function uniquePrefix(): string {
  return `imr-test-${randomUUID()}`;
}

/** Opens a library in a folder of its own with an index under a prefix of its own; `close` drops what was made. */
export async function openTestIndex(server: ServerAddress): Promise<OpenedIndex> {
  const prefix = uniquePrefix();
  const dataDir = await mkdtemp(join(tmpdir(), 'imr-elasticsearch-'));
  const index = await openSearchIndex({ ...server, engine: 'elasticsearch', index: prefix, dataDir });
  return {
    index,
    close: async () => {
      await index.close();
      await dropIndices(server, prefix);
      await rm(dataDir, { recursive: true });
    },
  };
}

/** Drops every index whose name begins with a prefix. */
export async function dropIndices(server: ServerAddress, prefix: string): Promise<void> {
  const client = new Client({ node: server.url });
  try {
    const names = Object.keys(await client.indices.get({ index: `${prefix}-*` }));
    if (names.length > 0) await client.indices.delete({ index: names });
  } finally {
    await client.close();
  }
}
