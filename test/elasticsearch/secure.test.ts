/** A server with TLS, a password and an authority of its own: let in with all three, turned away without. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, type TestContext } from 'vitest';
import { openSearchIndex } from '../../server/index/open-index.ts';
import { makeLetter } from '../fixtures/factories.ts';
import { findSecureElasticsearch, type NoServer, type RunningServer, type ServerAddress } from './server.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'imr-secure-'));
const open = (address: ServerAddress) => openSearchIndex({ ...address, engine: 'elasticsearch', index: 'imr', dataDir });
let server: RunningServer | NoServer = { skipped: 'it was not started' };

beforeAll(async () => {
  server = await findSecureElasticsearch();
  if ('skipped' in server) console.warn(`\nSKIPPED: the Elasticsearch tests with TLS, because there is ${server.skipped}\n`);
});
afterAll(async () => {
  if ('stop' in server) await server.stop();
  rmSync(dataDir, { recursive: true });
});

it('opens, puts and searches with the password and the authority', async (context) => {
  const index = await open(addressOr(context));
  expect((await index.put([makeLetter()])).map(({ outcome }) => outcome)).toEqual(['added']);
  const where = { kind: 'word' as const, word: 'therapies', fields: ['heading' as const] };
  const results = await index.search({ where, filters: [], facets: [], sort: 'relevance', offset: 0, limit: 10 });
  expect(results.hits.map(({ itemId }) => itemId)).toEqual(['dwc:CM90-0000001#1']);
  await index.close();
});

it.for([
  ['the wrong password', ({ password: _, ...rest }: ServerAddress) => ({ ...rest, password: 'wrong' }), /refuses these credentials/],
  ['no user and password', ({ password: _, username: __, ...rest }: ServerAddress) => rest, /refuses these credentials/],
  ['an authority that is not known', ({ caFile: _, ...rest }: ServerAddress) => rest, /cannot be reached/],
] as const)('turns away a client with %s', async ([, change, reason], context) => {
  const opened = open(change(addressOr(context)));
  await expect(opened).rejects.toMatchObject({ code: 'engine-unavailable', message: expect.stringMatching(reason) as string });
});

/** How to reach the server; the test is skipped, with the reason, where there is none. */
function addressOr(context: TestContext): ServerAddress {
  if ('skipped' in server) return context.skip(server.skipped);
  const { stop: _, ...address } = server;
  return address;
}
