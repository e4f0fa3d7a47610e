/** Values of a field typed by a name of the synonyms. */
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../server/domain/query-language/parse-query.ts';
import { short } from '../short-tree.ts';

const parse = (text: string) => short(parseQuery(text, { values: () => [] }));

describe('a value by another name', () => {
  it.each([
    ['service:pt', 'service:rehab.pt'],
    ['service:PT', 'service:rehab.pt'],
    ['service:OT', 'service:rehab.ot'],
    ['service:rfa', 'service:inj.facet_rf'],
    ['service:physiotherapy', 'service:rehab.pt'],
    ['body:"lower back"', 'bodyPart:low_back'],
  ])('%s', (text, expected) => {
    expect(parse(text)).toBe(expected);
  });

  it('is refused in a field that the name is of no value of', () => {
    expect(() => parse('body:pt')).toThrow();
    expect(() => parse('drug:pt')).toThrow();
  });
});
