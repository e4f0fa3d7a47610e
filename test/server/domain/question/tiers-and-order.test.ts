/** What a page of results says of each: its tier, what it lacks, whether it is a mention, why it matched; and their order. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SearchRequestSchema } from '#contract/search.ts';
import { searchItems } from '../../../../server/domain/results/search-items.ts';
import { makeLetter } from '../../../fixtures/factories.ts';
import { type Running, run } from '../../running-server.ts';

const LETTERS = [
  makeLetter({
    caseNumber: 'CM15-0000001',
    items: [
      {
        request: 'Acupuncture, six visits for the neck',
        service: 'rehab.acupuncture',
        bodyParts: ['neck'],
        rationale: 'It was tried before.',
      },
      { request: 'Heating pad', service: 'dme.cold', bodyParts: [], rationale: 'Acupuncture is named by the guideline, a pad is not.' },
    ],
  }),
  makeLetter({
    caseNumber: 'CM15-0000002',
    summary: 'The fictional piper had acupuncture in spring.',
    items: [{ request: 'Neck brace', service: 'dme.brace_spine', bodyParts: ['neck'], rationale: 'A brace is not advised.' }],
  }),
];

describe('a page of results', () => {
  let server: Running | undefined;
  beforeAll(async () => {
    server = await run(LETTERS);
  });
  afterAll(() => server?.stop());
  const search = (q: string, more: object = {}) => {
    if (server === undefined) throw new Error('no server');
    return searchItems(server.index, SearchRequestSchema.parse({ q, ...more }));
  };
  const named = (hit: { caseNumber: string; number: number }) => `${hit.caseNumber.slice(-1)}#${hit.number}`;

  it('puts the request before the mention, and calls the mention one', async () => {
    const { hits, total } = await search('acupuncture');
    expect([total, hits.slice(0, 2).map((hit) => [named(hit), hit.mention])]).toEqual([
      2,
      [
        ['1#1', false],
        ['1#2', true],
      ],
    ]);
  });

  it('puts what lacks some words behind, and says what is missing and what the case summary has', async () => {
    const { hits, total, someMissing } = await search('acupuncture neck');
    expect([total, someMissing]).toEqual([1, 2]);
    expect(hits.map((hit) => [named(hit), hit.tier, hit.missing, hit.summaryOnly])).toEqual([
      ['1#1', 'all', [], []],
      ['2#1', 'some', [], ['acupuncture']],
      ['1#2', 'some', ['neck'], []],
    ]);
  });

  it('runs through both tiers page by page, without loss or repeat', async () => {
    const whole = (await search('acupuncture neck')).hits.map(named);
    const paged: string[] = [];
    for (let page = 1; page <= 3; page += 1) {
      const answer = await search('acupuncture neck', { page, size: 1 });
      expect(answer.pages).toBe(3);
      paged.push(...answer.hits.map(named));
    }
    expect(paged).toEqual(whole);
  });

  it('counts the first tier alone in totals and facets', async () => {
    const { facets } = await search('acupuncture neck');
    expect(facets.find(({ field }) => field === 'decision')?.values.map(({ count }) => count)).toEqual([1]);
  });

  it('has one tier for operators and quotes', async () => {
    expect((await search('"acupuncture" neck')).someMissing).toBe(0);
    expect((await search('+acupuncture +neck')).someMissing).toBe(0);
  });

  it('says why: the words as the letter has them, field by field, and the values', async () => {
    const [first] = (await search('acupuncture decision:upheld')).hits;
    expect(first?.why).toEqual(
      expect.arrayContaining([
        { field: 'heading', label: 'Disputed item', words: ['acupuncture'] },
        { field: 'decision', label: 'Decision', words: ['Upheld'] },
      ]),
    );
  });

  it('groups by letter: one result each, with the other items that match', async () => {
    const { hits, pages } = await search('acupuncture', { group: 'letter', size: 1 });
    expect(hits.map((hit) => [named(hit), hit.others.map(({ number }) => number)])).toEqual([['1#1', [2]]]);
    // The other letter lacks the word; its one result would make the run of letters longer than the letters that match.
    expect(pages).toBe(1);
  });

  it('takes a long text as a case, and says so', async () => {
    const told = 'A fictional piper with neck pain since spring asks again for six visits of acupuncture after one first course';
    const { understood, hits, someMissing } = await search(told);
    expect([understood.asCase, named(hits[0] ?? { caseNumber: '', number: 0 }), someMissing]).toEqual([true, '1#1', 0]);
    expect((await search(told, { literal: ['*'] })).understood.asCase).toBe(false);
  });
});
