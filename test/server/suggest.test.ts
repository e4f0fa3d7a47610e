/** GET /suggest over a real embedded index: its answer by its schema, its parameters, its faults. What it suggests is held by the conformance suite. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SearchResponseSchema } from '#contract/search.ts';
import { SuggestResponseSchema } from '#contract/suggest.ts';
import { FIRST, FIRST_EARLIER, type Running, run, TWELVE } from './running-server.ts';

let server: Running;
beforeAll(async () => {
  server = await run([FIRST_EARLIER, FIRST, ...TWELVE]);
});
afterAll(() => server.stop());

const asked = async (query: string) => (await server.get(`/suggest?${query}`, SuggestResponseSchema)).suggestions;

describe('suggestions', () => {
  it('say what they are, how many items they find, and what is put where', async () => {
    expect(await asked('q=aqua')).toEqual([
      {
        label: 'Aquatic therapy',
        name: null,
        kind: 'Service',
        isField: false,
        count: 12,
        at: { start: 0, end: 4 },
        words: 'service:"aquatic therapy" ',
      },
    ]);
    const found = await server.get('/search?q=service:%22aquatic+therapy%22', SearchResponseSchema);
    expect(found.total).toBe(12);
  });

  it('are of versions that count, under the filters of the request', async () => {
    expect((await asked('q=personal')).map(({ count }) => count)).toEqual([1]);
    expect(await asked('q=personal&decision=overturned')).toEqual([]);
    expect((await asked('q=aqua&from=2015-03-02&to=2015-03-04')).map(({ count }) => count)).toEqual([3]);
  });

  it('are for where one types, its end unless told', async () => {
    expect((await asked('q=aquatic+kn'))[0]).toMatchObject({ label: 'Knee', count: 12, at: { start: 8, end: 10 } });
    expect((await asked('q=aqua+knee&caret=4')).map(({ label, at }) => [label, at])).toEqual([['Aquatic therapy', { start: 0, end: 5 }]]);
    expect(await asked('q=aqua&caret=2000')).toEqual(await asked('q=aqua'));
    expect(await asked('q=')).toEqual([]);
    expect(await asked('')).toEqual([]);
  });

  it('are at most eight', async () => {
    expect((await asked('q=month:')).length).toBeLessThanOrEqual(8);
    expect((await asked('q=case:cm15')).length).toBe(8);
  });

  it('refuse what no narrowing takes, and all but GET', async () => {
    await server.problem('bad-request', '/suggest?q=knee&nonsense=1');
    await server.problem('bad-request', '/suggest?q=knee&caret=-1');
    await server.problem('bad-request', '/suggest?q=knee&decision=nonsense');
    await server.problem('bad-request', '/suggest?q=knee&literal=knee');
    await server.problem('bad-request', `/suggest?q=${'a'.repeat(2_001)}`);
    await server.problem('method-not-allowed', '/suggest?q=knee', { method: 'PUT' });
  });

  it('are none for a query that cannot be honoured, or that is a case', async () => {
    expect(await asked('q=nonsense:x+aqua')).toEqual([]);
    const told = 'worker with injured knee shoulder neck asks doctor fictional clinic swimming pool exercise aqua';
    expect(await asked(`q=${encodeURIComponent(told)}`)).toEqual([]);
  });
});
