/** A new, empty Elasticsearch index for a test, and what drops it again. */
import { randomUUID } from 'node:crypto';
import { Client } from '@elastic/elasticsearch';
import { openElasticsearch } from '../../server/search/elasticsearch/client.ts';
import { aliasesOf } from '../../server/search/elasticsearch/names.ts';
import type { OpenedIndex } from '../conformance/opened-index.ts';
import type { ServerAddress } from './server.ts';

/** A prefix that no other test, worker or run uses on the same server. */
export function uniquePrefix(): string {
  return `imr-test-${randomUUID()}`;
}

/** Opens an index under a prefix of its own; `close` drops what was made. */
export async function openTestIndex(server: ServerAddress, prefix: string = uniquePrefix()): Promise<OpenedIndex> {
  const index = await openElasticsearch({ ...server, index: prefix });
  return {
    index,
    close: async () => {
      await index.close();
      await dropIndices(server, prefix);
    },
  };
}

/** Drops every index behind the aliases of a prefix. */
export async function dropIndices(server: ServerAddress, prefix: string): Promise<void> {
  const client = new Client({ node: server.url });
  try {
    const behind = await client.indices.getAlias({ name: Object.values(aliasesOf(prefix)) }, { ignore: [404] });
    const names = Object.keys(behind).filter((name) => name.startsWith(`${prefix}-`));
    if (names.length > 0) await client.indices.delete({ index: names });
  } finally {
    await client.close();
  }
}
