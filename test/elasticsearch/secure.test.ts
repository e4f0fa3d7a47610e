/** A server with TLS, a password and an authority of its own: let in with all three, turned away without. */
import { afterAll, expect, it } from 'vitest';
import { openElasticsearch } from '../../server/search/elasticsearch/client.ts';
import { makeLetter } from '../fixtures/factories.ts';
import { findSecureElasticsearch } from './server.ts';

const server = await findSecureElasticsearch();

if ('skipped' in server) {
  console.warn(`\nSKIPPED: the Elasticsearch test with TLS, because there is ${server.skipped}\n`);
  it.skip(`a server with TLS and password is not tested: ${server.skipped}`);
} else {
  const { stop, ...address } = server;
  afterAll(stop);

  it('opens, puts and searches with the password and the authority', async () => {
    const index = await openElasticsearch({ ...address, index: 'imr' });
    expect((await index.put([makeLetter()])).map(({ outcome }) => outcome)).toEqual(['added']);
    const where = { kind: 'word' as const, word: 'therapies', fields: ['heading' as const] };
    const results = await index.search({ where, filters: [], facets: [], sort: 'relevance', offset: 0, limit: 10 });
    expect(results.hits.map(({ itemId }) => itemId)).toEqual(['dwc:CM90-0000001#1']);
    await index.close();
  });

  it.each([
    ['the wrong password', { ...address, password: 'wrong' }, /refuses these credentials/],
    ['no password', { url: address.url, ...(address.caFile === undefined ? {} : { caFile: address.caFile }) }, /refuses these credentials/],
    ['an authority that is not known', { ...address, caFile: undefined }, /cannot be reached/],
  ])('turns away a client with %s', async (_, { caFile, ...options }, reason) => {
    const opened = openElasticsearch({ ...options, index: 'imr', ...(caFile === undefined ? {} : { caFile }) });
    await expect(opened).rejects.toMatchObject({ code: 'engine-unavailable', message: expect.stringMatching(reason) as string });
  });
}
