/** What was saved, on a server that only reads: all of it is shown, and every change is refused with the reason. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CollectedResponseSchema, CollectionResponseSchema, SavedSearchesResponseSchema } from '#contract/saved.ts';
import { openSearchIndex, openToRead } from '../../../server/index/open-index.ts';
import { LOCAL_OWNER } from '../../../server/library/kept-store.ts';
import { FIRST, type Running, run } from '../running-server.ts';
import { jsonInit } from './send.ts';

const AT = '2026-02-03T04:05:06.789Z';
const ITEM = 'dwc:CM14-0000001#1';

let dataDir = '';
let server: Running;
let collection = '';
let search = '';
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'imr-saved-'));
  const index = await openSearchIndex({ engine: 'embedded', dataDir });
  await index.put([FIRST]);
  const kept = index.kept(LOCAL_OWNER);
  collection = (await kept.addCollection({ name: 'For the hearing', note: '' }, AT)).id;
  await kept.addItem(collection, { itemId: ITEM, note: 'the one to cite' }, AT);
  search = (await kept.addSearch({ name: 'Trainers', search: 'q=trainer', note: '' }, [], AT)).id;
  await index.close();
  const read = await openToRead({ engine: 'embedded', dataDir });
  server = await run([], { wrap: (own) => ({ ...own, ...read, close: () => read.close() }) });
});
afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true });
});

it('is shown', async () => {
  const { items } = await server.get(`/collections/${collection}`, CollectionResponseSchema);
  expect(items.map(({ itemId, note }) => [itemId, note])).toEqual([[ITEM, 'the one to cite']]);
  expect((await server.get('/collected', CollectedResponseSchema)).items).toEqual([ITEM]);
  expect((await server.get('/saved-searches', SavedSearchesResponseSchema)).searches.map(({ name }) => name)).toEqual(['Trainers']);
});

it('is not changed, and the answer says why', async () => {
  const item = encodeURIComponent(ITEM);
  const changes: [string, string, unknown][] = [
    ['POST', '/collections', { name: 'Another', note: '' }],
    ['PATCH', `/collections/${collection}`, { name: 'Another' }],
    ['POST', `/collections/${collection}/items`, { item: ITEM, note: '' }],
    ['PATCH', `/collections/${collection}/items`, { takeOut: [ITEM] }],
    ['PATCH', `/collections/${collection}/items/${item}`, { note: '' }],
    ['POST', `/collections/${collection}/restore`, {}],
    ['POST', `/collections/${collection}/items/${item}/restore`, {}],
    ['POST', `/saved-searches/${search}/restore`, {}],
    ['POST', '/saved-searches', { name: 'Another', search: 'q=knee', note: '' }],
    ['PATCH', `/saved-searches/${search}`, { name: 'Another' }],
    ['POST', `/saved-searches/${search}/seen`, { shown: 'any' }],
  ];
  for (const [method, path, body] of changes) {
    expect((await server.problem('read-only', path, jsonInit(method, body))).detail, path).toContain('--read-only');
  }
  for (const path of [`/collections/${collection}`, `/collections/${collection}/items/${item}`, `/saved-searches/${search}`]) {
    await server.problem('read-only', path, { method: 'DELETE' });
  }
  await server.problem('method-not-allowed', `/collections/${collection}`, jsonInit('POST', {}));
});
