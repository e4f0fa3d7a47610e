/** Where no item has all that was asked for: those that have most of it come first, and what they lack is said. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SearchRequestSchema } from '#contract/search.ts';
import { searchItems } from '../../../../server/domain/results/search-items.ts';
import { type LetterParts, makeLetter } from '../../../fixtures/factories.ts';
import { type Running, run } from '../../running-server.ts';

const letter = (number: number, decidedOn: string, items: LetterParts['items'], summary = 'Fictional.') =>
  makeLetter({ caseNumber: `CM15-000000${number}`, decidedOn, summary, items });

const LETTERS = [
  letter(1, '2015-03-01', [
    { request: 'Acupuncture, six visits for the neck', service: 'rehab.acupuncture', decision: 'upheld', rationale: 'A kazoo was tried.' },
    {
      request: 'Heating pad',
      service: 'dme.cold',
      decision: 'overturned',
      rationale: 'A pad is for the neck; the kazoo and the zither are not.',
    },
  ]),
  letter(2, '2016-05-01', [{ request: 'Acupuncture', service: 'rehab.acupuncture', decision: 'upheld', rationale: 'A tuba.' }]),
  letter(3, '2016-06-01', [{ request: 'Gym', service: null, decision: 'overturned', rationale: 'For the knee.' }], 'He plays the ocarina.'),
];

describe('where no item has all of it', () => {
  let server: Running | undefined;
  beforeAll(async () => {
    server = await run(LETTERS);
  });
  afterAll(() => server?.stop());
  const search = (q: string, more: object = {}) => {
    if (server === undefined) throw new Error('no server');
    return searchItems(server.index, SearchRequestSchema.parse({ q, ...more }));
  };
  const told = async (q: string, more: object = {}) => {
    const { total, nearest, hits } = await search(q, more);
    expect(total).toBe(0);
    const most = hits.filter(({ tier }) => tier === 'most').map((hit) => `${hit.caseNumber.slice(-1)}#${hit.number}`);
    return { most: most.sort(), lacking: nearest?.lacking, inSummary: nearest?.inSummary };
  };

  it.each([
    // A condition that words say is lacked before a thing is.
    ['acupuncture 2014', ['1#1', '2#1'], [['2014', 0]]],
    ['approved acupuncture', ['1#1', '2#1'], [['approved', 0]]],
    ['acupuncture overturned 2016', ['2#1'], [['overturned', 0]]],
    // What is named is asked for, whatever has more of the other words.
    ['acupuncture kazoo zither', ['1#1'], [['zither', 0]]],
    ['kazoo zither banjo neck', ['1#2'], [['banjo', 0]]],
    // Some have one, some the other.
    [
      'zither tuba',
      ['1#2', '2#1'],
      [
        ['zither', 1],
        ['tuba', 1],
      ],
    ],
  ])('shows what has most of “%s”', async (q, most, lacking) => {
    expect(await told(q)).toEqual({ most, lacking: lacking.map(([typed, items]) => ({ typed, items })), inSummary: false });
  });

  it('takes what has the rest in the case summary first, and says that it is there', async () => {
    expect(await told('gym ocarina')).toEqual({ most: ['3#1'], lacking: [{ typed: 'ocarina', items: 0 }], inSummary: true });
    // With a condition lacking they do not have it all, summary or not.
    const lacking = ['ocarina', 'upheld'].map((typed) => ({ typed, items: 0 }));
    expect(await told('gym ocarina upheld')).toMatchObject({ most: ['3#1'], lacking, inSummary: false });
  });

  it('counts facets and outcomes over those, and never a rate', async () => {
    const { facets, outcomes, someMissing, nearest, letters } = await search('acupuncture 2014');
    expect([nearest?.items, nearest?.letters.count, letters.count]).toEqual([2, 2, 0]);
    expect(someMissing).toBeGreaterThanOrEqual(2);
    expect(facets.find(({ field }) => field === 'decision')?.values.map(({ value, count }) => [value, count])).toEqual([['upheld', 2]]);
    expect(outcomes.map(({ decisions }) => decisions.upheld)).toEqual([2]);
  });

  it('holds to filters that were chosen or typed', async () => {
    expect(await told('acupuncture zither', { filters: { decidedYear: ['2016'] } })).toMatchObject({ most: ['2#1'] });
    expect(await told('acupuncture zither decided:2016')).toMatchObject({ most: ['2#1'] });
    expect(await search('acupuncture decision:overturned')).toMatchObject({ total: 0, nearest: null });
  });

  it('runs through those and then the others, page by page, each once', async () => {
    const whole = (await search('kazoo zither banjo neck')).hits.map(({ id }) => id);
    const paged = [];
    for (let page = 1; page <= whole.length; page += 1)
      paged.push(...(await search('kazoo zither banjo neck', { page, size: 1 })).hits.map(({ id }) => id));
    expect(whole.length).toBeGreaterThan(1);
    expect(paged).toEqual(whole);
  });

  it('puts what only mentions what an outcome is said of behind what requests it', async () => {
    const { total, hits, understood } = await search('upheld acupuncture');
    const what = 'acupuncture in the request';
    expect(understood.parts).toContainEqual(expect.objectContaining({ kind: 'requested', typed: 'acupuncture', what }));
    expect([total, hits.map(({ tier }) => tier)]).toEqual([2, ['all', 'all']]);
    const mentioned = await search('overturned heating pad tuba');
    expect(mentioned).toMatchObject({ total: 0, nearest: { lacking: [{ typed: 'tuba', items: 0 }] } });
  });

  it('says where a phrase stands in case summaries alone, and how many items that are', async () => {
    expect(await search('"plays the ocarina"')).toMatchObject({ total: 0, someMissing: 0, inSummaries: 1 });
    expect(await search('"plays the ocarina"', { summary: true })).toMatchObject({ total: 1, inSummaries: 0 });
    expect(await search('"plays the ocarina" decision:upheld')).toMatchObject({ total: 0, inSummaries: 0 });
    expect(await search('"plays the ocarina"', { filters: { decision: ['upheld'] } })).toMatchObject({ inSummaries: 0 });
    expect(await search('"plays the zither"')).toMatchObject({ inSummaries: 0 });
  });

  it('is not for a query with operators, nor where an item has all', async () => {
    expect((await search('+acupuncture +zither')).nearest).toBeNull();
    expect((await search('acupuncture kazoo')).nearest).toBeNull();
  });
});
