/** Case numbers as typed, and numbers that look like them. */
import { describe, expect, it } from 'vitest';
import { caseNumbersOf, nearCaseNumbers } from '#mappings/case-numbers.ts';
import { parseQuery } from '../../../../server/domain/query-language/parse-query.ts';
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
