/** Many items at once, what is told of all that is collected, and what is put back after it was taken out or deleted; over a real index and a real store. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SAVED_LIMITS } from '#contract/limits.ts';
import {
  CollectedItemSchema,
  CollectedPlacesSchema,
  CollectedResponseSchema,
  CollectionResponseSchema,
  CollectionSchema,
  ItemsChangedSchema,
  SavedCountsSchema,
  SavedSearchSchema,
} from '#contract/saved.ts';
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

const [TRAINER, THERAPY, OTHER] = ['dwc:CM14-0000001#1', 'dwc:CM14-0000001#2', 'dwc:CM15-0000100#1'] as const;
const make = (name: string) => api.send('POST', '/collections', { name, note: `note of ${name}` }, CollectionSchema);
const put = (id: string, item: string, note = '') => api.send('POST', `/collections/${id}/items`, { item, note }, CollectedItemSchema);
const change = (id: string, body: object) => api.send('PATCH', `/collections/${id}/items`, body, ItemsChangedSchema);
const at = (id: string, item: string) => `/collections/${id}/items/${encodeURIComponent(item)}`;
const held = async (id: string) =>
  (await server.get(`/collections/${id}`, CollectionResponseSchema)).items.map(({ itemId, note }) => [itemId, note]);
const collected = async () => (await server.get('/collected', CollectedResponseSchema)).items;

describe('many items at once', () => {
  it('are added in one step; what is there keeps its note, and what is in no letter is told', async () => {
    const { id } = await make('For the hearing');
    await put(id, TRAINER, 'the one to cite');
    now += 1_000;
    const missing = 'dwc:CM99-0000001#1';
    expect(await change(id, { add: [THERAPY, TRAINER, missing, OTHER, OTHER] })).toMatchObject({
      collection: { id, items: 3, changedAt: new Date(now).toISOString() },
      added: [THERAPY, OTHER],
      takenOut: [],
      missing: [missing],
    });
    expect(await held(id)).toEqual([
      [TRAINER, 'the one to cite'],
      [THERAPY, ''],
      [OTHER, ''],
    ]);
    expect(await change(id, { takeOut: [THERAPY, OTHER, missing] })).toMatchObject({ added: [], takenOut: [THERAPY, OTHER] });
    expect(await held(id)).toEqual([[TRAINER, 'the one to cite']]);
  });

  it('are refused as a whole where they are too many, or none of a collection', async () => {
    const { id } = await make('Mine');
    const tooMany = Array.from({ length: SAVED_LIMITS.atOnce + 1 }, (_, number) => `dwc:CM14-0000001#${number}`);
    await server.problem('bad-request', `/collections/${id}/items`, jsonInit('PATCH', { add: tooMany }));
    await server.problem('bad-request', `/collections/${id}/items`, jsonInit('PATCH', { add: TRAINER }));
    await server.problem('saved-not-found', '/collections/x/items', jsonInit('PATCH', { add: [TRAINER] }));
    expect(await held(id)).toEqual([]);
    await put(id, TRAINER, 'the one to cite');
    const both = await server.problem(
      'bad-request',
      `/collections/${id}/items`,
      jsonInit('PATCH', { add: [OTHER, TRAINER], takeOut: [TRAINER] }),
    );
    expect(both.errors).toEqual([expect.objectContaining({ parameter: 'takeOut', detail: 'expected no item that is in add too' })]);
    expect(await held(id)).toEqual([[TRAINER, 'the one to cite']]);
  });
});

it('tells the items that are in any collection, each once', async () => {
  expect(await collected()).toEqual([]);
  const [first, second] = [await make('First'), await make('Second')];
  await put(first.id, TRAINER);
  await change(second.id, { add: [OTHER, TRAINER] });
  expect(await collected()).toEqual([TRAINER, OTHER]);
  await api.send('PATCH', at(second.id, TRAINER), { note: 'noted' }, CollectedItemSchema);
  const places = async (item: string) =>
    (await server.get(`/collected/${encodeURIComponent(item)}`, CollectedPlacesSchema)).places.map((place) => [
      place.collection,
      place.note,
    ]);
  expect(await places(TRAINER)).toEqual([
    [first.id, ''],
    [second.id, 'noted'],
  ]);
  expect(await places(THERAPY)).toEqual([]);
  await api.remove(at(second.id, OTHER));
  expect(await collected()).toEqual([TRAINER]);
  await api.remove(`/collections/${first.id}`);
  await api.remove(`/collections/${second.id}`);
  expect(await collected()).toEqual([]);
});

describe('what was removed is put back', () => {
  it('an item to its place, with its note', async () => {
    const { id } = await make('Mine');
    await change(id, { add: [OTHER, TRAINER, THERAPY] });
    await api.send('PATCH', at(id, TRAINER), { note: 'kept' }, CollectedItemSchema);
    await api.remove(at(id, TRAINER));
    const restored = await api.send('POST', `${at(id, TRAINER)}/restore`, {}, CollectedItemSchema);
    expect(restored).toMatchObject({ itemId: TRAINER, note: 'kept', hit: { id: TRAINER } });
    expect(await held(id)).toEqual([
      [OTHER, ''],
      [TRAINER, 'kept'],
      [THERAPY, ''],
    ]);
    const nothing = await server.problem('saved-not-found', `${at(id, TRAINER)}/restore`, jsonInit('POST', {}));
    expect(nothing.detail).toBe(`${TRAINER} was not taken out of this collection recently`);
    await api.remove(at(id, TRAINER));
    await put(id, TRAINER, 'another note');
    await server.problem('saved-conflict', `${at(id, TRAINER)}/restore`, jsonInit('POST', {}));
    expect((await held(id)).at(-1)).toEqual([TRAINER, 'another note']);
  });

  it('a collection with its items and their notes, once its name is free', async () => {
    const { id } = await make('Mine');
    await put(id, OTHER, 'first');
    await put(id, TRAINER);
    await api.remove(`/collections/${id}`);
    const other = await make('mine');
    await server.problem('saved-conflict', `/collections/${id}/restore`, jsonInit('POST', {}));
    await api.send('PATCH', `/collections/${other.id}`, { name: 'Yours' }, CollectionSchema);
    const restored = await api.send('POST', `/collections/${id}/restore`, {}, CollectionSchema);
    expect(restored).toMatchObject({ id, name: 'Mine', note: 'note of Mine', items: 2 });
    expect(await held(id)).toEqual([
      [OTHER, 'first'],
      [TRAINER, ''],
    ]);
    await server.problem('saved-not-found', `/collections/${other.id}/restore`, jsonInit('POST', {}));
  });

  it('a saved search with what it has seen', async () => {
    const saved = await api.send('POST', '/saved-searches', { name: 'Trainers', search: 'q=trainer', note: 'noted' }, SavedSearchSchema);
    await api.remove(`/saved-searches/${saved.id}`);
    await server.problem('saved-not-found', `/saved-searches/${saved.id}`);
    expect(await api.send('POST', `/saved-searches/${saved.id}/restore`, {}, SavedSearchSchema)).toEqual(saved);
    const counts = await server.get(`/saved-searches/${saved.id}/counts`, SavedCountsSchema);
    expect(counts).toMatchObject({ total: expect.any(Number), newItems: 0 });
    expect(counts.total).toBeGreaterThan(0);
    await server.problem('saved-not-found', `/saved-searches/${saved.id}/restore`, jsonInit('POST', {}));
  });

  it('by its own kind alone: a collection is no saved search, nor the other way round, and what was asked wrongly is still there', async () => {
    const { id } = await make('Mine');
    await put(id, TRAINER, 'kept');
    const { id: searchId } = await api.send('POST', '/saved-searches', { name: 'Mine', search: 'q=trainer', note: '' }, SavedSearchSchema);
    await api.remove(`/collections/${id}`);
    await api.remove(`/saved-searches/${searchId}`);
    // The names are taken since: where the kinds were mixed up, the table itself would refuse.
    const [collection, search] = [
      await make('mine'),
      await api.send('POST', '/saved-searches', { name: 'mine', search: 'q=knee', note: '' }, SavedSearchSchema),
    ];
    await server.problem('saved-not-found', `/saved-searches/${id}/restore`, jsonInit('POST', {}));
    await server.problem('saved-not-found', `/collections/${searchId}/restore`, jsonInit('POST', {}));
    await api.remove(`/collections/${collection.id}`);
    await api.remove(`/saved-searches/${search.id}`);
    await server.problem('saved-not-found', `/saved-searches/${id}/restore`, jsonInit('POST', {}));
    await server.problem('saved-not-found', `/collections/${searchId}/restore`, jsonInit('POST', {}));
    await server.problem('saved-not-found', `/collections/${id}`);
    await server.problem('saved-not-found', `/saved-searches/${searchId}`);
    await api.send('POST', `/collections/${id}/restore`, {}, CollectionSchema);
    await api.send('POST', `/saved-searches/${searchId}/restore`, {}, SavedSearchSchema);
    expect(await held(id)).toEqual([[TRAINER, 'kept']]);
  });
});
