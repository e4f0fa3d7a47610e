/** /collections over a real index and a real store: items put together, noted, shown and exported. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CollectedItemSchema, CollectionResponseSchema, CollectionSchema, CollectionsResponseSchema } from '#contract/saved.ts';
import { EXPORT_COLUMNS } from '../../../server/domain/export/columns.ts';
import { readCsv, readJsonl } from '../domain/export/read-exports.ts';
import { FIRST, type Running, run, TWELVE } from '../running-server.ts';
import { jsonInit, type Sending, sending } from './send.ts';

let server: Running;
let api: Sending;
let now = Date.UTC(2026, 1, 3);
beforeEach(async () => {
  server = await run([FIRST, ...TWELVE], { now: () => new Date(now) });
  api = sending(server);
});
afterEach(() => server.stop());

const make = (name: string, note = '') => api.send('POST', '/collections', { name, note }, CollectionSchema);
const put = (id: string, item: string, note = '') => api.send('POST', `/collections/${id}/items`, { item, note }, CollectedItemSchema);
const open = (id: string, params = '') => server.get(`/collections/${id}${params}`, CollectionResponseSchema);
const [TRAINER, THERAPY, OTHER] = ['dwc:CM14-0000001#1', 'dwc:CM14-0000001#2', 'dwc:CM15-0000100#1'] as const;
const at = (id: string, item: string) => `/collections/${id}/items/${encodeURIComponent(item)}`;

it('a collection keeps items in the order they were added, each with its note and its hit', async () => {
  const { id } = await make('For the hearing', 'case of May');
  now += 1_000;
  await put(id, OTHER);
  expect(await put(id, TRAINER, 'the one to cite')).toMatchObject({
    itemId: TRAINER,
    note: 'the one to cite',
    hit: { id: TRAINER, issueMarks: [] },
  });
  const found = await open(id);
  expect(found.collection).toMatchObject({ name: 'For the hearing', note: 'case of May', items: 2, changedAt: '2026-02-03T00:00:01.000Z' });
  expect(found.items.map(({ itemId, hit }) => [itemId, hit?.issue])).toEqual([
    [OTHER, 'Twelve sessions of aquatic therapy for the left knee'],
    [TRAINER, 'Twelve sessions with a personal trainer'],
  ]);
  expect((await open(id, '?page=2&size=1')).items.map(({ itemId }) => itemId)).toEqual([TRAINER]);
  expect((await server.get('/collections', CollectionsResponseSchema)).collections).toEqual([found.collection]);
});

it('tells which collections hold an item', async () => {
  const first = await make('First');
  await make('Second');
  await put(first.id, TRAINER);
  const holding = async (item: string) =>
    (await server.get(`/collections?item=${encodeURIComponent(item)}`, CollectionsResponseSchema)).collections.map(({ name }) => name);
  expect(await holding(TRAINER)).toEqual(['First']);
  expect(await holding(THERAPY)).toEqual([]);
});

it('notes and items can be changed and taken out, and the collection deleted', async () => {
  const { id } = await make('Mine');
  await put(id, TRAINER);
  await put(id, THERAPY);
  expect(await api.send('PATCH', at(id, TRAINER), { note: 'noted' }, CollectedItemSchema)).toMatchObject({
    note: 'noted',
    hit: { id: TRAINER },
  });
  await api.remove(at(id, THERAPY));
  expect((await open(id)).items.map(({ itemId, note }) => [itemId, note])).toEqual([[TRAINER, 'noted']]);
  expect(await api.send('PATCH', `/collections/${id}`, { name: 'Yours' }, CollectionSchema)).toMatchObject({ name: 'Yours', items: 1 });
  await api.remove(`/collections/${id}`);
  await server.problem('saved-not-found', `/collections/${id}`);
});

it('an item that is no longer in the index stays, is told, and is found again when it comes back', async () => {
  const { id } = await make('Mine');
  await put(id, TRAINER, 'kept');
  await put(id, OTHER);
  await server.index.remove(['dwc:CM14-0000001']);
  expect((await open(id)).items.map(({ itemId, note, hit }) => [itemId, note, hit?.id ?? null])).toEqual([
    [TRAINER, 'kept', null],
    [OTHER, '', OTHER],
  ]);
  const bytes = new Uint8Array(await (await fetch(`${server.url}/api/v1/export?format=jsonl&collection=${id}`)).arrayBuffer());
  const { about, items } = readJsonl(bytes);
  expect(about).toMatchObject({ items: 1, search: null, collection: { id, name: 'Mine', missing: [TRAINER] } });
  expect(items.map((item) => item['item_id'])).toEqual([OTHER]);
  await server.index.put([FIRST]);
  expect((await open(id)).items.map(({ hit }) => hit?.id)).toEqual([TRAINER, OTHER]);
});

it('is exported as a search is, in its own order and with its notes', async () => {
  const { id } = await make('Für die Anhörung – May 3');
  await put(id, OTHER);
  await put(id, TRAINER, '=the one');
  const response = await fetch(`${server.url}/api/v1/export?format=csv&collection=${id}`);
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="imr-index-2026-02-03-fur-die-anhorung-may-3.csv"');
  const { headings, rows } = readCsv(new Uint8Array(await response.arrayBuffer()));
  const of = (key: string) => rows.map((row) => row[EXPORT_COLUMNS.findIndex((one) => one.key === key)]);
  expect(of('item_id')).toEqual([OTHER, TRAINER]);
  expect(of('collection_note')).toEqual(['', "'=the one"]);
  expect(headings.at(-1)).toContain('Collection: Für die Anhörung – May 3');
});

it('refuses what is not there, what is there already, and names that are none or taken', async () => {
  const { id } = await make('Mine');
  await put(id, TRAINER);
  const post = (path: string, body: object) => [path, jsonInit('POST', body)] as const;
  await server.problem('saved-conflict', ...post(`/collections/${id}/items`, { item: TRAINER }));
  for (const item of ['dwc:CM14-0000001#3', 'dwc:CM99-0000001#1', 'nonsense', '#1']) {
    await server.problem('item-not-found', ...post(`/collections/${id}/items`, { item }));
  }
  await server.problem('saved-not-found', ...post('/collections/x/items', { item: TRAINER }));
  await server.problem('saved-not-found', at(id, THERAPY), jsonInit('PATCH', { note: '' }));
  await server.problem('saved-not-found', at(id, THERAPY), { method: 'DELETE' });
  await server.problem('saved-not-found', '/collections/x', { method: 'DELETE' });
  await server.problem('saved-not-found', '/collections/x');
  await server.problem('saved-conflict', ...post('/collections', { name: 'MINE' }));
  for (const name of ['', '   ', 'n'.repeat(121), 5]) await server.problem('bad-request', ...post('/collections', { name }));
  await server.problem('bad-request', ...post(`/collections/${id}/items`, { item: '', note: 1 }));
  await server.problem('bad-request', `/collections/${id}?page=0`);
  await server.problem('bad-request', '/collections?colour=red');
  expect((await open(id)).items).toHaveLength(1);
});
