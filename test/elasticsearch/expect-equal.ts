/** Holds what is stored in Elasticsearch against the library, document for document. */
import { Client } from '@elastic/elasticsearch';
import { expect } from 'vitest';
import { toIndexDocuments } from '#mappings/index-document.ts';
import type { IndexedLibrary } from '../../server/index/indexed-library.ts';
import { unpackRecord } from '../../server/library/packed-record.ts';
import { toStoredItem } from '../../server/search/elasticsearch/documents.ts';
import { firstsOf } from '../../server/search/elasticsearch/letter-firsts.ts';
import { pairOf } from '../../server/search/elasticsearch/names.ts';
import { toLetterDocument } from '../../server/search/elasticsearch/records.ts';
import { indicesOf } from './open-index.ts';
import type { ServerAddress } from './server.ts';

/** A document with the number of the change that it is of. */
interface Stored {
  readonly number: number | undefined;
  readonly source: unknown;
}

/**
 * The two indices of a prefix, and no other, hold the items and the records of exactly the letters that count, each as of its last change, and the
 * state says so. Letters that the server refuses must not be in the library.
 */
export async function expectIndexEqualsLibrary(
  address: ServerAddress,
  prefix: string,
  { library }: Pick<IndexedLibrary, 'library'>,
): Promise<void> {
  const { changes, last } = await library.changes(0, 1_000_000, true);
  const [items, records] = [new Map<string, Stored>(), new Map<string, Stored>()];
  for (const { letter, number, record, text } of changes) {
    if (record === null) continue;
    const determination = unpackRecord(record);
    records.set(letter, { number, source: toLetterDocument(determination, record, text) });
    for (const { document, firsts } of firstsOf(toIndexDocuments(determination))) {
      items.set(document.itemId, { number, source: toStoredItem(document, firsts.letterFirst) });
    }
  }
  const client = new Client({ node: address.url });
  try {
    const alias = `${prefix}-items`;
    const [name = '', ...more] = Object.keys(await client.indices.getAlias({ name: alias }));
    expect(more).toEqual([]);
    const pair = pairOf(alias, name);
    expect(await indicesOf(address, prefix)).toEqual(Object.values(pair).sort());
    expect(await storedIn(client, pair.items)).toEqual(items);
    const held = await storedIn(client, pair.records);
    expect(held.get('state')?.source).toEqual({ library: library.id, change: last, writer: expect.any(String) as string });
    held.delete('state');
    expect(held).toEqual(records);
  } finally {
    await client.close();
  }
}

async function storedIn(client: Client, index: string): Promise<Map<string, Stored>> {
  await client.indices.refresh({ index });
  const found = new Map<string, Stored>();
  const query = { bool: { should: [{ exists: { field: 'caseNumber' } }, { exists: { field: 'writer' } }] } };
  const { hits } = await client.search({ index, query, size: 10_000, version: true, track_total_hits: true });
  expect(hits.total).toEqual({ value: hits.hits.length, relation: 'eq' });
  for (const { _id = '', _version, _source } of hits.hits) found.set(_id, { number: _version, source: _source });
  return found;
}
