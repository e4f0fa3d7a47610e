/** `imr search` as users run it: what was made of the query, the items that have all of it, then those that lack some words. The letters are fictional. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SearchResponseSchema } from '#contract/search.ts';
import { UnderstoodSchema } from '#contract/understood.ts';
import { searchJson, searchText } from '../../bin/lib/search-output.ts';
import { openSearchIndex } from '../../server/index/open-index.ts';
import { makeLetter } from '../fixtures/factories.ts';
import { runImr } from './run-imr.ts';

const LETTERS = [
  makeLetter({
    caseNumber: 'CM15-0000001',
    decidedOn: '2015-03-01',
    items: [
      {
        request: 'Acupuncture, six visits for the neck',
        service: 'rehab.acupuncture',
        bodyParts: ['neck'],
        decision: 'overturned',
        rationale: 'It was tried before.',
      },
      { request: 'Heating pad', service: 'dme.cold', bodyParts: [], rationale: 'Acupuncture is named by the guideline, a pad is not.' },
    ],
  }),
  makeLetter({
    caseNumber: 'CM15-0000002',
    decidedOn: '2015-03-02',
    summary: 'The fictional piper had acupuncture in spring.',
    items: [{ request: 'Neck brace', service: 'dme.brace_spine', bodyParts: ['neck'], rationale: 'A brace is not advised.' }],
  }),
];

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'imr-search-'));
  const index = await openSearchIndex({ engine: 'embedded', dataDir: dir });
  await index.put(LETTERS);
  await index.close();
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function printed(...args: string[]): Promise<string> {
  const ran = await runImr('search', ...args, '--data', dir);
  expect(ran).toMatchObject({ code: 0, err: '' });
  return ran.out;
}
/** Pieces of a text stand in this order. */
function expectInOrder(text: string, pieces: readonly string[]): void {
  let from = 0;
  for (const piece of pieces) {
    expect(text.slice(from)).toContain(piece);
    from = text.indexOf(piece, from) + piece.length;
  }
}

describe('imr search', () => {
  it('prints the items that have all the words, then those that lack some, with what they lack', async () => {
    expectInOrder(await printed('acupuncture neck'), [
      '\n1 disputed item in 1 letter\n',
      '\nCM15-0000001, item 1, 2015-03-01\n  Acupuncture, six visits for the neck\n  UR decision overturned: found medically necessary\n',
      '\nSome words missing (2 items)\n',
      '\nCM15-0000002, item 1, 2015-03-02\n  Neck brace\n',
      '\n  in the case summary only: acupuncture\n',
      '\nCM15-0000001, item 2, 2015-03-01, mentioned\n  Heating pad\n',
      '\n  missing: neck\n',
    ]);
  });

  it('takes a word with one dash as what the items must not have, wherever it stands', async () => {
    for (const query of [['-body:none', 'acupuncture'], ['acupuncture', '-body:none'], ['acupuncture -body:none']]) {
      const out = await printed(...query, '--limit', '5');
      expect(out).toContain('Acupuncture, six visits');
      expect(out).not.toContain('Heating pad');
    }
    expect(await printed('-home')).toMatch(/^\n?\d+ disputed items? in/);
  });

  it('says that more come where the page is full, and nothing where nothing is lacking', async () => {
    const out = await printed('acupuncture neck', '--limit', '1');
    expect(out).toMatch(/\n\n2 more items lack some of the words; they come after these\.\n$/);
    expect(out).not.toContain('Some words missing');
    expect(await printed('"six visits"')).toMatch(/^1 disputed item in 1 letter\n\nCM15-0000001, item 1/);
  });

  it('says what was made of the words before the totals', async () => {
    expectInOrder(await printed('overturned accupuncture'), [
      'accupuncture is in no letter; searched for acupuncture\n',
      'overturned: taken as the filter Decision: Overturned\n',
      'accupuncture: also searched: ',
      'items filed under “Acupuncture” (service)\n',
      '\n1 disputed item in 1 letter\n',
    ]);
  });

  it('names the word that emptied the search, each with its counts', async () => {
    expectInOrder(await printed('zzyzx neck'), [
      '\nNo disputed item has all of it; 2 disputed items in 2 letters come nearest\n',
      'None of them has “zzyzx”.\n',
      '  zzyzx finds no item at all; 2 items without it\n',
      '  neck alone finds 2 items\n',
      '\n  missing: zzyzx\n',
    ]);
  });

  it('has all of it in its JSON, beside the keys it always had', async () => {
    const found = JSON.parse(await printed('accupuncture neck', '--json'));
    expect(found).toMatchObject({ total: 1, letters: 1, someMissing: 2 });
    expect(UnderstoodSchema.parse(found.understood).parts).toContainEqual(
      expect.objectContaining({ kind: 'corrected', typed: 'accupuncture', used: 'acupuncture' }),
    );
    const [first, second, third] = found.hits;
    expect(first).toMatchObject({
      caseNumber: 'CM15-0000001',
      issue: 1,
      decision: 'overturned',
      service: 'rehab.acupuncture',
      request: 'Acupuncture, six visits for the neck',
      decidedOn: '2015-03-01',
      tier: 'all',
      missing: [],
      summaryOnly: [],
      mention: false,
      follows: null,
    });
    expect(second).toMatchObject({ caseNumber: 'CM15-0000002', tier: 'some', missing: [], summaryOnly: ['accupuncture'] });
    expect(third).toMatchObject({ issue: 2, tier: 'some', missing: ['neck'], mention: true });
  });
});

describe('what is printed of an answer', () => {
  const at = { start: 0, end: 6 };
  const hit = {
    id: 'dwc:CM15-0000009#2',
    letterId: 'dwc:CM15-0000009',
    programme: 'dwc',
    caseNumber: 'CM15-0000009',
    number: 2,
    issue: 'Kazoo lessons',
    issueMarks: [],
    decision: 'upheld',
    service: null,
    category: null,
    decidedOn: null,
    year: null,
    facts: [],
    specialty: null,
    urBasis: null,
    imrBasis: null,
    urGuidelines: [],
    imrGuidelines: [],
    itemsInLetter: 2,
    deciding: null,
    reasons: [],
    snippets: [],
    tier: 'all',
    missing: [],
    summaryOnly: [],
    mention: true,
    follows: 1,
    why: [],
    others: [],
  };
  const answer = (more: object, understood: object = {}) =>
    SearchResponseSchema.parse({
      total: 1,
      letters: { count: 1, exact: true },
      page: 1,
      size: 20,
      pages: 1,
      sort: 'relevance',
      someMissing: 0,
      nearest: null,
      inSummaries: 0,
      understood: { asCase: false, parts: [], noResultCauses: [], ...understood },
      terms: [],
      hits: [hit],
      facets: [],
      outcomes: [],
      ...more,
    });

  it('calls a mention one, names the item that one follows, and says where no day was found', () => {
    expect(searchText(answer({}))).toBe(
      '1 disputed item in 1 letter\n\nCM15-0000009, item 2, no decision date, mentioned, follows item 1\n' +
        '  Kazoo lessons\n  UR decision upheld: not found medically necessary\n',
    );
    expect(searchJson(answer({})).hits[0]).toMatchObject({ mention: true, follows: 1, issue: 2, request: 'Kazoo lessons', snippet: null });
  });

  it('says what decided and the reasons, before the words that matched', () => {
    const piece = { marks: [], cutBefore: false, cutAfter: false };
    const decided = {
      ...hit,
      deciding: { ...piece, text: 'No kazoo was tried.' },
      reasons: [{ value: 'criteria_not_met', label: 'Criteria not met' }],
      snippets: [{ ...piece, field: 'rationale', text: 'Kazoos hum.' }],
    };
    const found = answer({ hits: [decided] });
    expect(searchText(found)).toMatch(/\n {2}what decided: No kazoo was tried\.\n {2}reasons: Criteria not met\n {2}Kazoos hum\.\n$/);
    expect(searchJson(found).hits[0]).toMatchObject({
      deciding: 'No kazoo was tried.',
      reasons: ['criteria_not_met'],
      snippet: 'Kazoos hum.',
    });
    expect(searchJson(answer({})).hits[0]).toMatchObject({ deciding: null, reasons: [] });
  });

  it('has a line for each part, a few of many names, and none for a part that added nothing', () => {
    const also = ['kazoo', 'kazoos', 'mirliton', 'hummer', 'buzzer', 'membranophone', 'onion flute', 'eunuch flute', 'comb'];
    const parts = [
      { kind: 'note', at, typed: 'kazoo', text: 'Kazoos are played by humming.' },
      { kind: 'synonyms', at, typed: 'kazoo', also, field: null, values: [] },
      { kind: 'synonyms', at, typed: 'hum', also: ['Hum'], field: null, values: [] },
      { kind: 'preferred', at, typed: 'kazoo', field: 'service', values: [{ value: 'x.kazoo', label: 'Kazoo' }] },
      { kind: 'suggested', at, typed: 'kazoo', used: 'kazoos', items: 1_041 },
    ];
    const lines = searchText(answer({ total: 2_000, letters: { count: 900, exact: false } }, { asCase: true, parts })).split('\n');
    expect(lines.slice(0, 7)).toEqual([
      expect.stringMatching(/^This text is too long for a query, so it was taken as a case: /),
      'Did you mean kazoos (1,041)?',
      'kazoo: also searched: kazoos, mirliton, hummer, buzzer, membranophone, onion flute and 2 more names',
      'kazoo: items for service Kazoo come first',
      'Kazoos are played by humming.',
      '',
      '2,000 disputed items in about 900 letters share a word or fact with this case, the nearest first',
    ]);
  });

  it('has a line for days, alternatives and words that narrow nothing', () => {
    const upheld = { field: 'decision', values: [{ value: 'upheld', label: 'Upheld' }] };
    const parts = [
      { kind: 'days', at, typed: '2017', from: '2017-01-01', to: '2017-12-31' },
      { kind: 'either', at, typed: 'or', sides: ['kazoo', 'comb'] },
      { kind: 'idle', at, typed: 'denied', words: ['denied'], instead: upheld },
      { kind: 'idle', at, typed: 'of', words: ['of', 'the'], instead: null },
    ];
    expect(searchText(answer({}, { parts })).split('\n').slice(0, 4)).toEqual([
      '2017: taken as the filter Decided Jan 1, 2017 to Dec 31, 2017',
      '“kazoo” or “comb”: either is enough.',
      '“denied” narrows nothing: every disputed item here was denied or modified by UR.',
      '“of” and “the” tell nothing here and were not looked for.',
    ]);
  });

  it('says of one word alone only what it finds, where nothing is left without it', () => {
    const noResultCauses = [{ what: 'zzyzx', at, alone: 0, without: 0 }];
    expect(searchText(answer({ total: 0, letters: { count: 0, exact: true }, hits: [] }, { noResultCauses }))).toBe(
      '0 disputed items in 0 letters\n  zzyzx finds no item at all\n',
    );
  });

  it('counts one item of the second tier as one', () => {
    expect(searchText(answer({ someMissing: 1 }))).toContain('\n1 more item lacks some of the words; it comes after these.\n');
    const some = { ...hit, tier: 'some', missing: ['zzyzx', 'comb'] };
    expect(searchText(answer({ someMissing: 1, hits: [some] }))).toMatch(
      /\n\nSome words missing \(1 item\)\n\nCM15-0000009[\s\S]*\n {2}missing: zzyzx, comb\n/,
    );
  });
});
