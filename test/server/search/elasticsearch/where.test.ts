/** Tables of query trees and the Elasticsearch queries made of them; no server is needed. */
import { describe, expect, it } from 'vitest';
import { AppError } from '#contract/problem.ts';
import type { Filter, QueryNode, TextField } from '#contract/query.ts';
import type { Query } from '../../../../server/search/elasticsearch/dialect.ts';
import { toTerm } from '../../../../server/search/elasticsearch/terms.ts';
import { toFilterQuery, toQuery } from '../../../../server/search/elasticsearch/where.ts';

const word = (text: string, fields: TextField[] = ['heading']): QueryNode => ({ kind: 'word', word: text, fields });
const term = (name: string, value: string): Query => ({ term: { [name]: { value } } });
const any = (...should: Query[]): Query => ({ bool: { should, minimum_should_match: 1 } });
const brace = any(term('stems.heading', 'brace'));
const pad = any(term('stems.heading', 'pad'));
const upheld: Filter = { field: 'decision', values: ['upheld'] };
const upheldQuery: Query = { terms: { decision: ['upheld'] } };

const TREES: readonly [string, QueryNode, Query][] = [
  ['everything', { kind: 'all' }, { match_all: {} }],
  [
    'a word by its stem, in any of its fields',
    word('trainers', ['heading', 'rationale', 'summary']),
    any(term('stems.heading', 'trainer'), term('stems.rationale', 'trainer'), term('stems.summary', 'trainer')),
  ],
  [
    'a phrase by its words as they are',
    { kind: 'phrase', words: ['personal', 'trainers'], fields: ['heading'] },
    any({ match_phrase: { 'words.heading': { query: 'personal trainers' } } }),
  ],
  ['a phrase of one word', { kind: 'phrase', words: ['trainers'], fields: ['heading'] }, any(term('words.heading', 'trainers'))],
  [
    'words near each other in any order, each once',
    { kind: 'near', words: ['knees', 'brace', 'knees'], gap: 3, fields: ['heading'] },
    any({ intervals: { 'words.heading': { match: { query: 'knees brace', max_gaps: 3, ordered: false } } } }),
  ],
  [
    'a prefix by the words as they are',
    { kind: 'prefix', prefix: 'train', fields: ['rationale'] },
    any({ prefix: { 'words.rationale': { value: 'train' } } }),
  ],
  ['a filter without a score', { kind: 'filter', filter: upheld }, { bool: { filter: [upheldQuery] } }],
  [
    'AND with its filters and NOTs in one group',
    { kind: 'and', children: [word('brace'), { kind: 'filter', filter: upheld }, { kind: 'not', child: word('pad') }] },
    { bool: { must: [brace], filter: [upheldQuery], must_not: [pad] } },
  ],
  [
    'an AND inside an AND joins it',
    { kind: 'and', children: [word('brace'), { kind: 'and', children: [word('pad')] }] },
    { bool: { must: [brace, pad] } },
  ],
  ['an OR inside an OR joins it', { kind: 'or', children: [word('brace'), { kind: 'or', children: [word('pad')] }] }, any(brace, pad)],
  ['NOT alone', { kind: 'not', child: word('brace') }, { bool: { must_not: [brace] } }],
];

const FILTERS: readonly [string, Filter, Query][] = [
  ['values of a field', { field: 'service', values: ['a', 'b'] }, { terms: { service: ['a', 'b'] } }],
  [
    'days from and to',
    { field: 'decidedOn', from: '2014-01-02', to: '2015-03-04' },
    { bool: { filter: [{ range: { decidedFirst: { gte: '2014-01-02' } } }, { range: { decidedLast: { lte: '2015-03-04' } } }] } },
  ],
  [
    'days from',
    { field: 'decidedOn', from: '2014-01-02', to: null },
    { bool: { filter: [{ range: { decidedFirst: { gte: '2014-01-02' } } }] } },
  ],
  [
    'days to',
    { field: 'decidedOn', from: null, to: '2015-03-04' },
    { bool: { filter: [{ range: { decidedLast: { lte: '2015-03-04' } } }] } },
  ],
  ['any day at all', { field: 'decidedOn', from: null, to: null }, { exists: { field: 'decidedFirst' } }],
];

describe('a query tree as an Elasticsearch query', () => {
  it.each(TREES)('asks for %s', (_, tree, expected) => {
    expect(toQuery(tree)).toEqual(expected);
  });

  it.each(FILTERS)('filters by %s', (_, filter, expected) => {
    expect(toFilterQuery(filter)).toEqual(expected);
  });

  it('refuses groups nested deeper than the server takes', () => {
    expect(() => toQuery(nested(40))).toThrow(AppError);
    expect(() => toQuery(nested(20))).not.toThrow();
  });

  it('refuses a prefix longer than what is kept of a long word', () => {
    expect(() => toQuery({ kind: 'prefix', prefix: 'q'.repeat(179), fields: ['heading'] })).not.toThrow();
    expect(() => toQuery({ kind: 'prefix', prefix: 'q'.repeat(180), fields: ['heading'] })).toThrow(/179 characters/);
  });
});

describe('a word as a term', () => {
  it('is the word itself up to 240 characters', () => {
    expect(toTerm('größe')).toBe('größe');
    expect(toTerm('q'.repeat(240))).toBe('q'.repeat(240));
  });

  it('tells long words apart that begin alike, in less than the 255 characters at which the server cuts', () => {
    const [one, other] = [toTerm(`${'q'.repeat(300)}a`), toTerm(`${'q'.repeat(300)}b`)];
    expect(one).not.toBe(other);
    expect(one.length).toBeLessThan(255);
    expect(one.startsWith('q'.repeat(179))).toBe(true);
  });

  it('does not cut a character in two', () => {
    // U+20000 is two UTF-16 units; behind one unit of "q", the cut at 180 would fall inside a pair.
    expect(toTerm(`q${'\u{20000}'.repeat(150)}`).isWellFormed()).toBe(true);
  });
});

/** OR and AND in turn, `depth` deep. */
function nested(depth: number): QueryNode {
  if (depth === 0) return word('brace');
  return { kind: depth % 2 === 0 ? 'and' : 'or', children: [word('pad'), nested(depth - 1)] };
}
