/** /saved-searches over a real index and a real store: what is kept, and what is new. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  NewItemsResponseSchema,
  SAVED_LIMITS,
  SavedCountsSchema,
  SavedSearchesResponseSchema,
  SavedSearchSchema,
} from '#contract/saved.ts';
import { makeItemParts, makeLetter } from '../../fixtures/factories.ts';
import { openKeptIn } from '../library/opened-library.ts';
import { FIRST, FIRST_EARLIER, type Running, run, TWELVE } from '../running-server.ts';
import { jsonInit, type Sending, sending } from './send.ts';

let server: Running;
let api: Sending;
let now = Date.UTC(2026, 1, 3);
beforeEach(async () => {
  server = await run([FIRST_EARLIER, ...TWELVE], { now: () => new Date(now) });
  api = sending(server);
});
afterEach(() => server.stop());

const save = (name: string, search: string, note = '') => api.send('POST', '/saved-searches', { name, search, note }, SavedSearchSchema);
const listed = async () => (await server.get('/saved-searches', SavedSearchesResponseSchema)).searches;
const fresh = (id: string, params = '') => server.get(`/saved-searches/${id}/new${params}`, NewItemsResponseSchema);
const found = (id: string) => server.get(`/saved-searches/${id}/counts`, SavedCountsSchema);
const counts = async (id: string) => {
  const { total, newItems } = await found(id);
  return [total, newItems];
};
const allCounts = async () => Promise.all((await listed()).map(({ id }) => counts(id)));
const mark = (id: string, shown: string | null) => api.send('POST', `/saved-searches/${id}/seen`, { shown }, SavedSearchSchema);
const markShown = async (id: string): Promise<void> => {
  await mark(id, (await found(id)).shown);
};

describe('a saved search', () => {
  it('is kept with its name, note and parameters but the page, and found again', async () => {
    const saved = await save(' Overturned aquatic ', 'q=aquatic&decision=overturned&sort=newest&group=letter&page=3&size=50', 'for May');
    expect(saved).toEqual({
      id: saved.id,
      name: 'Overturned aquatic',
      search: 'q=aquatic&decision=overturned&sort=newest&group=letter',
      note: 'for May',
      createdAt: '2026-02-03T00:00:00.000Z',
      seenAt: '2026-02-03T00:00:00.000Z',
    });
    expect(await found(saved.id)).toEqual({ total: 3, asCase: false, newItems: 0, shown: expect.any(String), problem: null });
    expect(await listed()).toEqual([saved]);
    expect(await server.get(`/saved-searches/${saved.id}`, SavedSearchSchema)).toEqual(saved);
  });

  it('shows what is new since it was last seen: only items that were never there', async () => {
    const { id } = await save('Knees', 'q=aquatic+OR+trainer+OR+therapy');
    await save('All', '');
    expect(await allCounts()).toEqual([
      [13, 0],
      [13, 0],
    ]);
    // A later version of the letter brings a second item; a letter read again and a letter put again bring none.
    await server.index.put([FIRST]);
    await server.index.put(TWELVE, { replace: true });
    await server.index.put(TWELVE);
    expect(await allCounts()).toEqual([
      [14, 1],
      [14, 1],
    ]);
    const page = await fresh(id);
    expect(page).toMatchObject({ page: 1, pages: 1, search: { id }, counts: { total: 14, newItems: 1 } });
    expect(page.hits.map((hit) => hit.id)).toEqual(['dwc:CM14-0000001#2']);
    expect(page.hits[0]?.issueMarks.length).toBeGreaterThan(0);
    // Marked as seen for this search, and not for the other.
    now += 60_000;
    expect(await mark(id, page.counts.shown)).toMatchObject({ id, seenAt: '2026-02-03T00:01:00.000Z' });
    expect((await fresh(id)).hits).toEqual([]);
    expect((await listed()).map(({ name }) => name)).toEqual(['All', 'Knees']);
    expect(await allCounts()).toEqual([
      [14, 1],
      [14, 0],
    ]);
  });

  it('of before finds the same by the ids that its values had then', async () => {
    const today = await save('Today', 'reason=criteria_not_met');
    expect((await found(today.id)).total).toBe(13);
    await server.index.put([makeLetter({ caseNumber: 'CM16-0000001', items: [makeItemParts({ reasons: ['already_done'] })] })]);
    for (const search of ['reason=not_indicated', 'q=reason%3Anot_indicated']) {
      const before = await save(search, search);
      expect(await found(before.id)).toMatchObject({ total: 13, newItems: 0, problem: null });
    }
  });

  it('takes nothing for new after the index was rebuilt, also where it was marked as seen half-way', async () => {
    const { id } = await save('All', '');
    const letters = TWELVE.map(({ determination }) => determination.id);
    expect(await server.index.remove([...letters, FIRST.determination.id])).toBe(13);
    expect(await allCounts()).toEqual([[0, 0]]);
    await server.index.put(TWELVE.slice(0, 5));
    await markShown(id);
    expect(await counts(id)).toEqual([5, 0]);
    await server.index.put([...TWELVE, FIRST_EARLIER]);
    expect(await allCounts()).toEqual([[13, 0]]);
  });

  it('pages through what is new in its own order', async () => {
    const { id } = await save('All', 'sort=newest');
    const letters = Array.from({ length: 5 }, (_, at) => makeLetter({ caseNumber: `CM18-000000${at}`, decidedOn: `2018-01-0${at + 1}` }));
    await server.index.put(letters);
    const pages = await Promise.all([1, 2, 3, 4].map((page) => fresh(id, `?page=${page}&size=2`)));
    expect(pages.flatMap(({ hits }) => hits.map(({ caseNumber }) => caseNumber))).toEqual([4, 3, 2, 1, 0].map((at) => `CM18-000000${at}`));
    expect(pages.map(({ pages: all, hits }) => [all, hits.length])).toEqual([
      [3, 2],
      [3, 2],
      [3, 1],
      [3, 0],
    ]);
  });

  it('that takes a long text as a case finds what is like it, and says so', async () => {
    const text =
      'fictional worker asks for a personal trainer after a fall from a ladder, swims in a pool near the warehouse, and wants to return to the full duty of work';
    const like = await found((await save('Like this', `q=${encodeURIComponent(text)}`)).id);
    expect(like.total).toBeGreaterThan(0);
    // Said with it, so that its figure is never shown as a count of what matches.
    expect(like.asCase).toBe(true);
    expect((await found((await save('Knees', 'q=knee')).id)).asCase).toBe(false);
  });

  it('can be renamed, noted and changed; another search is seen as far as it matches then', async () => {
    const { id } = await save('Knees', 'q=knee');
    await server.index.put([makeLetter({ caseNumber: 'CM18-0000001', items: [makeItemParts({ request: 'A hip brace' })] })]);
    const change = (body: object) => api.send('PATCH', `/saved-searches/${id}`, body, SavedSearchSchema);
    expect(await change({ name: 'Hips', note: 'noted' })).toMatchObject({ name: 'Hips', note: 'noted', search: 'q=knee' });
    await change({ search: 'q=knee' });
    const { newItems, shown } = await found(id);
    expect(newItems).toBe(1);
    expect(await change({ search: 'q=brace&page=2' })).toMatchObject({ search: 'q=brace' });
    expect(await counts(id)).toEqual([1, 0]);
    // A list of what it asked before is none of what it asks now.
    await server.problem('saved-outdated', `/saved-searches/${id}/seen`, jsonInit('POST', { shown }));
    await api.remove(`/saved-searches/${id}`);
    expect(await listed()).toEqual([]);
    await server.problem('saved-not-found', `/saved-searches/${id}`);
  });

  it('that cannot be read any more says why, and hinders no other', async () => {
    const store = openKeptIn(server.dataDir);
    for (const [name, search] of [
      ['a', 'decision=granted'],
      ['b', 'q=(knee'],
      ['c', 'colour=red'],
      // Saved by a version that took it: it costs too much now.
      ['costly', `q=${Array.from({ length: 30 }, (_, at) => `${'abcdefghij'[at % 10]}${'aeo'[at % 3]}*`).join('+')}`],
    ] as const) {
      store.addSearch({ name, search, note: '' }, [], '2026-01-01T00:00:00.000Z');
    }
    store.close();
    await save('d', 'q=aquatic');
    const all = await listed();
    expect(await allCounts()).toEqual([
      [null, null],
      [null, null],
      [null, null],
      [null, null],
      [12, 0],
    ]);
    expect((await Promise.all(all.map(({ id }) => found(id)))).map(({ problem }) => problem)).toEqual([
      expect.stringContaining('decision'),
      expect.any(String),
      expect.stringContaining('colour'),
      expect.stringContaining('too much at once: it counts 600, most of it for 30 word beginnings'),
      null,
    ]);
    await server.problem('bad-request', `/saved-searches/${all[0]?.id}/new`);
  });
});

describe('marking as seen', () => {
  const add = (caseNumber: string) => server.index.put([makeLetter({ caseNumber })]);

  it('marks what was shown; what was indexed between the page and the click stays new', async () => {
    const { id } = await save('All', '');
    await add('CM18-0000001');
    const [list, page] = [await found(id), await fresh(id)];
    expect(list).toMatchObject({ newItems: 1, shown: page.counts.shown });
    await add('CM18-0000002');
    await mark(id, list.shown);
    expect((await fresh(id)).hits.map(({ caseNumber }) => caseNumber)).toEqual(['CM18-0000002']);
    // The same list once more, and an older one after a newer one, take nothing back and mark nothing else.
    await mark(id, page.counts.shown);
    expect(await counts(id)).toEqual([15, 1]);
    await markShown(id);
    await mark(id, page.counts.shown);
    expect(await counts(id)).toEqual([15, 0]);
  });

  it('marks nothing by a list that is not known, was that of another search, or is not named', async () => {
    const [{ id }, other] = [await save('All', ''), await save('All again', '')];
    await add('CM18-0000001');
    const path = `/saved-searches/${id}/seen`;
    await server.problem('saved-outdated', path, jsonInit('POST', { shown: 'x' }));
    await server.problem('saved-outdated', path, jsonInit('POST', { shown: (await found(other.id)).shown }));
    expect((await server.problem('bad-request', path, jsonInit('POST', {}))).errors.map(({ parameter }) => parameter)).toEqual(['shown']);
    expect(await counts(id)).toEqual([14, 1]);
  });
});

it('the list runs no search, and a count lets other requests in between', async () => {
  const asked = { each: 0, between: 0 };
  const batch = Array.from({ length: 4 }, (_, at) => ({
    itemId: `dwc:CM18-000000${at}#1`,
    letterId: `dwc:CM18-000000${at}`,
    number: 1,
    score: 0,
  }));
  const large = await run([], {
    wrap: (index) => ({
      ...index,
      async *each(query) {
        asked.each += 1;
        expect(query.sort).toBeNull();
        let isLetIn = true;
        for (const hit of batch) {
          asked.between += isLetIn ? 1 : 0;
          isLetIn = false;
          setImmediate(() => {
            isLetIn = true;
          });
          yield [hit];
        }
      },
    }),
  });
  try {
    const { id } = await sending(large).send('POST', '/saved-searches', { name: 'All', search: '', note: '' }, SavedSearchSchema);
    Object.assign(asked, { each: 0, between: 0 });
    for (let time = 0; time < 3; time += 1) await large.get('/saved-searches', SavedSearchesResponseSchema);
    expect(asked.each).toBe(0);
    expect(await large.get(`/saved-searches/${id}/counts`, SavedCountsSchema)).toMatchObject({ total: 4, newItems: 0 });
    expect(asked).toEqual({ each: 1, between: 4 });
  } finally {
    await large.stop();
  }
});

describe('what cannot be saved', () => {
  const faults = async (body: unknown, code: 'bad-request' | 'bad-query' = 'bad-request') =>
    (await server.problem(code, '/saved-searches', jsonInit('POST', body))).errors.map(({ parameter }) => parameter);

  it('is refused with every fault', async () => {
    expect(await faults({ name: ' ', note: 'n'.repeat(SAVED_LIMITS.note + 1), colour: 'red' })).toEqual([
      'name',
      'search',
      'note',
      'colour',
    ]);
    expect(await faults({ name: 'n'.repeat(SAVED_LIMITS.name + 1), search: '' })).toEqual(['name']);
    expect(await faults({ name: 'x', search: 'decision=granted&colour=red' })).toEqual(['colour']);
    expect(await faults({ name: 'x', search: 'decision=granted' })).toEqual(['decision']);
    expect(await faults({ name: 'x', search: 'q=(knee' }, 'bad-query')).toEqual(['q']);
    expect(await faults([])).toEqual(['body']);
    expect((await server.problem('bad-request', '/saved-searches', { ...jsonInit('POST', ''), body: '{' })).errors).toEqual([
      { parameter: 'body', detail: 'expected JSON' },
    ]);
    expect(await listed()).toEqual([]);
  });

  it('is refused where the name is taken, also by a change', async () => {
    await save('Knees', 'q=knee');
    const { id } = await save('Hips', 'q=hip');
    await server.problem('saved-conflict', '/saved-searches', jsonInit('POST', { name: 'knees', search: '' }));
    await server.problem('saved-conflict', `/saved-searches/${id}`, jsonInit('PATCH', { name: 'KNEES' }));
  });

  it.each([
    ['PATCH', '/saved-searches/x', { name: 'y' }],
    ['DELETE', '/saved-searches/x', undefined],
    ['POST', '/saved-searches/x/seen', { shown: 'y' }],
    ['GET', '/saved-searches/x/new', undefined],
    ['GET', '/saved-searches/x/counts', undefined],
  ])('is not there under an unknown id: %s %s', async (method, path, body) => {
    await server.problem('saved-not-found', path, body === undefined ? { method } : jsonInit(method, body));
  });

  it.each([
    ['POST', '/saved-searches'],
    ['PATCH', '/saved-searches/x'],
    ['DELETE', '/saved-searches/x'],
    ['POST', '/saved-searches/x/seen'],
    ['POST', '/collections'],
    ['PATCH', '/collections/x'],
    ['DELETE', '/collections/x'],
    ['POST', '/collections/x/items'],
    ['PATCH', '/collections/x/items'],
    ['PATCH', '/collections/x/items/y'],
    ['DELETE', '/collections/x/items/y'],
  ])('is not taken from the pages of other servers, nor as anything but JSON: %s %s', async (method, path) => {
    const body = { name: 'x', search: '' };
    await server.problem('cross-origin', path, jsonInit(method, body, { origin: 'https://other.example' }));
    await server.problem('cross-origin', path, jsonInit(method, body, { 'sec-fetch-site': 'cross-site' }));
    await server.problem('cross-origin', path, jsonInit(method, body, { 'sec-fetch-site': 'same-site' }));
    if (method === 'DELETE') return;
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      await server.problem('media-type', path, jsonInit(method, body, { 'content-type': type }));
    await server.problem('body-too-large', path, jsonInit(method, { name: 'x'.repeat(200_000) }));
    expect(await listed()).toEqual([]);
  });

  it.each([
    ['/saved-searches', 'PUT', 'GET, HEAD, POST'],
    ['/saved-searches/x', 'POST', 'GET, HEAD, PATCH, DELETE'],
    ['/saved-searches/x/seen', 'GET', 'POST'],
    ['/saved-searches/x/counts', 'POST', 'GET, HEAD'],
    ['/saved-searches/x/new', 'POST', 'GET, HEAD'],
    ['/collections', 'DELETE', 'GET, HEAD, POST'],
    ['/collections/x', 'POST', 'GET, HEAD, PATCH, DELETE'],
    ['/collections/x/items', 'GET', 'POST, PATCH'],
    ['/collected', 'POST', 'GET, HEAD'],
    ['/collections/x/items/y', 'GET', 'PATCH, DELETE'],
  ])('%s takes no %s', async (path, method, allowed) => {
    const response = await fetch(`${server.url}/api/v1${path}`, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allowed]);
  });
});
