/** Searches and rates as Elasticsearch bodies; no server is needed. */
import { describe, expect, it } from 'vitest';
import { RESULT_WINDOW } from '#contract/api.ts';
import type { Filter, IssueQuery } from '#contract/query.ts';
import { toLettersEstimateBody, toRatesBody, toSearchBody, toUnreadableBody } from '../../../../server/search/elasticsearch/request.ts';

const ASKED: IssueQuery = { where: { kind: 'all' }, filters: [], facets: [], sort: 'relevance', offset: 0, limit: 20 };
const upheld: Filter = { field: 'decision', values: ['upheld'] };
const surgery: Filter = { field: 'service', values: ['surgery'] };
const upheldQuery = { terms: { 'keywords.decision': ['upheld'] } };
const surgeryQuery = { terms: { 'keywords.service': ['surgery'] } };
const ties = [{ letterId: { order: 'asc' } }, { number: { order: 'asc' } }];

describe('a search as an Elasticsearch body', () => {
  it.each([
    ['relevance', [{ _score: { order: 'desc' } }, ...ties]],
    ['newest', [{ decidedOn: { order: 'desc', missing: '_last' } }, ...ties]],
    ['oldest', [{ decidedOn: { order: 'asc', missing: '_last' } }, ...ties]],
    ['case', [{ 'keywords.caseNumber': { order: 'asc' } }, ...ties]],
  ] as const)('sorts by %s, ties by letter and item number', (sort, expected) => {
    expect(toSearchBody({ ...ASKED, sort }).sort).toEqual(expected);
  });

  it('asks for the exact total and for the page', () => {
    expect(toSearchBody({ ...ASKED, offset: 40 })).toMatchObject({ track_total_hits: true, from: 40, size: 20, _source: false });
  });

  it('counts a facet with every filter but its own', () => {
    const body = toSearchBody({ ...ASKED, filters: [upheld, surgery], facets: ['decision', 'urAction'] });
    expect(body.query).toEqual({ bool: { must: [{ match_all: {} }], filter: [surgeryQuery] } });
    expect(body.post_filter).toEqual({ bool: { filter: [upheldQuery] } });
    expect(body.aggs?.['facet.decision']).toMatchObject({ filter: { match_all: {} } });
    expect(body.aggs?.['facet.urAction']).toMatchObject({ filter: { bool: { filter: [upheldQuery] } } });
    expect(body.aggs?.['letters']).toMatchObject({ filter: { bool: { filter: [upheldQuery] } } });
  });

  it('sends all pages of one question to the same copy of the index', () => {
    const first = toSearchBody(ASKED).preference;
    expect(toSearchBody({ ...ASKED, offset: 20 }).preference).toBe(first);
    expect(toSearchBody({ ...ASKED, filters: [upheld] }).preference).not.toBe(first);
  });

  it('refuses a page that ends behind the result window', () => {
    expect(() => toSearchBody({ ...ASKED, offset: RESULT_WINDOW - 20 })).not.toThrow();
    expect(() => toSearchBody({ ...ASKED, offset: RESULT_WINDOW - 19 })).toThrow(
      expect.objectContaining({ code: 'window-too-large' }) as Error,
    );
    expect(() => toUnreadableBody(RESULT_WINDOW, 1)).toThrow(expect.objectContaining({ code: 'window-too-large' }) as Error);
  });
});

describe('rates as an Elasticsearch body', () => {
  it('groups by the field, counts decisions in each group and lists letters in pairs with it', () => {
    const body = toRatesBody({ where: { kind: 'all' }, filters: [upheld], by: 'service' });
    expect(body.query).toEqual({ bool: { must: [{ match_all: {} }], filter: [upheldQuery] } });
    expect(body.aggs?.['rows']).toMatchObject({
      terms: { field: 'keywords.service' },
      aggs: { decisions: { terms: { field: 'keywords.decision' } } },
    });
    expect(body.aggs?.['pairs']).toMatchObject({
      composite: { sources: [{ value: { terms: { field: 'keywords.service' } } }, { letterId: { terms: { field: 'letterId' } } }] },
    });
  });

  it('estimates letters by group, or of all items', () => {
    expect(toLettersEstimateBody({ where: { kind: 'all' }, filters: [], by: 'service' }).aggs?.['rows']).toBeDefined();
    expect(toLettersEstimateBody({ where: { kind: 'all' }, filters: [], by: null }).aggs?.['all']).toBeDefined();
  });
});
