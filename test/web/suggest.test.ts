/** What is offered as one types: fields before a colon, the values of a field behind it, and nothing inside a phrase. */
import { describe, expect, it } from 'vitest';
import { FieldsResponseSchema } from '#contract/api.ts';
import { FacetSchema } from '#contract/search.ts';
import { suggestions } from '../../web/src/features/search/suggest.ts';

const { fields } = FieldsResponseSchema.parse({
  fields: [
    {
      names: ['service'],
      label: 'Service',
      example: 'service:gym',
      values: [
        { value: 'rehab.pt', label: 'Physical therapy' },
        { value: 'prog.gym', label: 'Gym membership' },
      ],
    },
    { names: ['specialty'], label: 'Reviewer specialty', example: 'specialty:orthopedic', values: null },
    { names: ['body'], label: 'Body part', example: 'body:knee', values: [{ value: 'low_back', label: 'Low back' }] },
  ],
});
const facets = [
  FacetSchema.parse({
    field: 'specialty',
    label: 'Reviewer specialty',
    distinct: 2,
    values: [
      { value: 'Family Practice', label: 'Family Practice', count: 9, selected: false },
      { value: 'Orthopedic Surgery', label: 'Orthopedic Surgery', count: 4, selected: false },
      { value: 'not_stated', label: 'Specialty not stated', count: 1, selected: false },
    ],
  }),
];
/** The offers for a query; `|` is the caret. */
const offers = (typed: string) => suggestions(typed.replace('|', ''), typed.indexOf('|'), fields, facets);
const labels = (typed: string) => offers(typed).map(({ label }) => label);
/** The query with the first offer taken; `|` is the caret. */
const taken = (typed: string) => {
  const [first] = offers(typed);
  return first === undefined ? null : `${first.text.slice(0, first.caret)}|${first.text.slice(first.caret)}`;
};

describe('what is not stated', () => {
  it('is the last offer of its field, in the words of the filters', () => {
    expect(labels('specialty:|')).toEqual(['Family Practice', 'Orthopedic Surgery', 'Specialty not stated']);
    expect(labels('body:|')).toEqual(['Low back', 'Body part not stated']);
    expect(taken('body:not|')).toBe('body:"body part not stated" |');
    expect(labels('specialty:none|')).toEqual(['Specialty not stated']);
    expect(labels('specialty:fam|')).toEqual(['Family Practice']);
  });

  it('is offered however many values there are, and not where every item has one', () => {
    const values = Array.from({ length: 30 }, (_, at) => ({ value: `v${at}`, label: `Value ${at}` }));
    const many = (name: string) => suggestions(`${name}:`, name.length + 1, [{ names: [name], label: name, example: '', values }], []);
    expect(
      many('drug')
        .map(({ label }) => label)
        .at(-1),
    ).toBe('No drug');
    expect(many('drug')).toHaveLength(many('decision').length);
    expect(many('decision').every(({ label }) => label.startsWith('Value '))).toBe(true);
  });
});

describe('offers of the query box', () => {
  it.each([
    ['ser|', ['service:']],
    ['knee -sp|', ['specialty:']],
    ['(bod|', ['body:']],
    ['s|', []],
    ['"ser|', []],
    ['zzz|', []],
  ])('for "%s" the fields are %j', (typed, expected) => {
    expect(labels(typed)).toEqual(expected);
  });

  it.each([
    ['service:|', ['Gym membership', 'Physical therapy', 'Service not classified']],
    ['service:ther|', ['Physical therapy']],
    ['service:rehab|', ['Physical therapy']],
    ['specialty:"ortho|', ['Orthopedic Surgery']],
    ['specialty:|', ['Family Practice', 'Orthopedic Surgery', 'Specialty not stated']],
    ['colour:re|', []],
    ['service:gym mem|', []],
  ])('for "%s" the values are %j', (typed, expected) => {
    expect(labels(typed)).toEqual(expected);
  });

  it.each([
    ['knee ser|', 'knee service:|'],
    ['service:ph|', 'service:"physical therapy" |'],
    ['service:rehab|', 'service:"physical therapy" |'],
    ['-specialty:orth|', '-specialty:"orthopedic surgery" |'],
    ['specialty:"orth|" knee', 'specialty:"orthopedic surgery" |knee'],
    ['body:lo|w knee', 'body:"low back" |knee'],
  ])('"%s" with its first offer is "%s"', (typed, expected) => {
    expect(taken(typed)).toBe(expected);
  });
});
