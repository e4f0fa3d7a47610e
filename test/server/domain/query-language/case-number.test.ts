/** Case numbers as typed, and numbers that look like them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SearchRequestSchema } from '#contract/search.ts';
import { caseNumbersOf, nearCaseNumbers } from '#mappings/case-numbers.ts';
import { parseQuery } from '../../../../server/domain/query-language/parse-query.ts';
import { searchItems } from '../../../../server/domain/results/search-items.ts';
import { understand } from '../../../../server/domain/understand/understand.ts';
import { makeLetter } from '../../../fixtures/factories.ts';
import { type OpenedLetters, openLetters } from '../opened-letters.ts';
import { short } from '../short-tree.ts';

const parse = (text: string) => short(parseQuery(text, { values: () => [] }));

describe('a case number', () => {
  it.each(['CM19-0204060', 'cm19 0204060', 'CM 19 - 0204060', 'CM-19-0204060', '19-0204060', '19–0204060', '19 0204060', '190204060'])(
    '%s is that case',
    (text) => {
      expect(caseNumbersOf(text)).toEqual(['CM19-0204060']);
      expect(parse(text)).toBe('caseNumber:CM19-0204060');
    },
  );

  it.each([
    'CM19-204060',
    'CM19_204060',
    'cm19 204060',
    '19-204060',
    '#CM19-0204060',
    'CM19-0204060.pdf',
    'letters/CM19-0204060.PDF',
    'IMR-CM19-0204060',
    'CM19-0204060#2',
    'CMl9-O2O4O6O',
  ])('%s is that case, with what is lost put back and what is written to it left out', (text) => {
    expect(caseNumbersOf(text)).toEqual(['CM19-0204060']);
    expect(parse(text)).toBe('caseNumber:CM19-0204060');
  });

  it.each([
    'dwc:CM19-0204060',
    'https://example.com/determinations/dwc:CM19-0204060',
    'http://127.0.0.1:8080/determinations/dwc%3ACM19-0204060?q=kazoo#item-2',
    'https://example.com/letters/CM19-0204060.pdf',
  ])('is taken from an address: %s', (text) => {
    expect(parse(text)).toBe('caseNumber:CM19-0204060');
  });

  it('has near ones: another digit, two swapped, one lost', () => {
    const near = nearCaseNumbers('CM19-0204060');
    for (const one of ['CM19-0204061', 'CM18-0204060', 'CM19-0204006']) expect(near).toContain(one);
    expect(nearCaseNumbers('CM19-0020406')).toContain('CM19-0204506');
    expect(near).not.toContain('CM19-0204060');
    expect(new Set(near).size).toBe(near.length);
    expect(nearCaseNumbers('knee')).toEqual([]);
  });

  it('without its year is a serial in one run', () => {
    expect(caseNumbersOf('0204060')).toContain('CM19-0204060');
    expect(caseNumbersOf('CM 0204060')).toContain('CM19-0204060');
    expect(caseNumbersOf('204060')).toContain('CM19-0204060');
  });

  it.each([
    ['11-3-2018', '"11 3 2018"'],
    ['2018-3-11', '"2018 3 11"'],
    ['555-0204', '"555 0204"'],
    ['555-02-04', '"555 02 04"'],
    ['19-20406', '"19 20406"'],
    ['19-020-4060', '"19 020 4060"'],
    ['1-90204060', '"1 90204060"'],
    ['19 0204 060', { and: ['19', '0204', '060'] }],
    ['20406', '20406'],
    ['CM19-204', '"cm19 204"'],
    ['cm', 'cm'],
    ['IMR', 'imr'],
    ['notes.pdf', '"notes pdf"'],
  ])('is not %s', (text, expected) => {
    expect(caseNumbersOf(text)).toEqual([]);
    expect(parse(text)).toEqual(expected);
  });
});

describe('a case number of a table of one’s own', () => {
  const item = { request: 'A kazoo lesson', rationale: 'Invented.', service: null, category: null, bodyParts: [] };
  const own = (caseNumber: string, request = item.request) =>
    makeLetter({ programme: 'own-Kazoos', caseNumber, summary: null, items: [{ ...item, request }] });
  const NUMBERS = ['12345', '77', 'U-1', 'TX/2019/5', 'T#5', '123456', '190204060', 'AB CD 9'];
  const cm = makeLetter({ caseNumber: 'CM19-0204060', summary: null, items: [{ ...item, request: 'Twelve lessons, code 12345' }] });
  let opened: OpenedLetters;
  let without: OpenedLetters;
  beforeAll(async () => {
    opened = await openLetters([cm, ...NUMBERS.map((number) => own(number))]);
    without = await openLetters([cm]);
  });
  afterAll(() => Promise.all([opened.close(), without.close()]));
  const ask = (q: string, { index } = opened, literal: string[] = []) => understand(index, { q, filters: {}, summary: false, literal });
  const found = async (q: string, literal: string[] = []) =>
    opened.oracle
      .each({ where: (await ask(q, opened, literal)).where, filters: [], sort: 'case' })
      .map((id) => id.replace(/^own-Kazoos:|#1$/g, ''));

  it.each(NUMBERS)('%s is found behind case:, and typed alone', async (number) => {
    const typed = number.includes(' ') ? `"${number}"` : number;
    expect(await found(`case:${typed}`)).toContain(number);
    expect(await found(typed)).toContain(number);
    expect((await ask(typed)).parts).toContainEqual(
      expect.objectContaining({ kind: 'filter', field: 'caseNumber', values: [{ value: number, label: number }] }),
    );
  });

  it('is found in small letters too, and none is refused where such a table is loaded', async () => {
    expect(await found('case:u-1')).toEqual(['U-1']);
    expect(await found('u-1')).toEqual(['U-1']);
    expect(await found('case:78')).toEqual([]);
    expect((await ask('case:78')).parts).toEqual([
      expect.objectContaining({ kind: 'note', text: 'No letter here has the case number 78.' }),
    ]);
  });

  it('takes nothing from the words: what says it is found behind the case, and alone where it is taken as words', async () => {
    const { hits } = await searchItems(opened.index, SearchRequestSchema.parse({ q: '12345' }));
    expect(hits.map(({ caseNumber }) => caseNumber)).toEqual(['12345', 'CM19-0204060']);
    expect(await found('12345', ['12345'])).toEqual(['dwc:CM19-0204060']);
  });

  it('hides no known case that the text may mean', async () => {
    expect(await found('case:190204060')).toEqual(['190204060', 'dwc:CM19-0204060']);
    expect(await found('CM19-0204060')).toEqual(['dwc:CM19-0204060']);
  });

  it('is refused where no such table is loaded, by the numbers of every known programme', async () => {
    await expect(ask('case:77', without)).rejects.toThrow(/CM14-0012345, MN14-12345,? or 201907-112345/);
    expect((await ask('77', without)).parts).toEqual([]);
  });
});
