/** Case numbers as typed, and numbers that look like them. */
import { describe, expect, it } from 'vitest';
import { caseNumbersOf } from '#mappings/case-numbers.ts';
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

  it('without its year is a serial in one run', () => {
    expect(caseNumbersOf('0204060')).toContain('CM19-0204060');
    expect(caseNumbersOf('CM 0204060')).toContain('CM19-0204060');
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
    ['CM19-20406', '"cm19 20406"'],
  ])('is not %s', (text, expected) => {
    expect(caseNumbersOf(text)).toEqual([]);
    expect(parse(text)).toEqual(expected);
  });
});
