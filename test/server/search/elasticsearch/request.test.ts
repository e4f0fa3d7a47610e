/** Searches and rates as Elasticsearch bodies; no server is needed. */
import { describe, expect, it } from 'vitest';
import { RESULT_WINDOW } from '#contract/api.ts';
import type { Filter, IssueQuery } from '#contract/query.ts';
import { toBatchBody, toSearchBody, WHOLE_PAGE } from '../../../../server/search/elasticsearch/request.ts';
import { toQuery } from '../../../../server/search/elasticsearch/where.ts';

const ASKED: IssueQuery = { where: { kind: 'all' }, filters: [], facets: [], sort: 'relevance', offset: 0, limit: 20 };
const upheld: Filter = { field: 'decision', values: ['upheld'] };
const surgery: Filter = { field: 'service', values: ['surgery'] };
const upheldQuery = { terms: { decision: ['upheld'] } };
const surgeryQuery = { terms: { service: ['surgery'] } };
const ties = [{ letterId: { order: 'asc' } }, { itemNumber: { order: 'asc' } }];

describe('a search as an Elasticsearch body', () => {
  it.each([
    ['relevance', [{ _score: { order: 'desc' } }, ...ties]],
    ['newest', [{ decidedLast: { order: 'desc', missing: Date.parse('0001-01-01') } }, ...ties]],
    ['oldest', [{ decidedLast: { order: 'asc', missing: Date.parse('9999-12-31') } }, ...ties]],
    ['case', [{ caseNumber: { order: 'asc' } }, ...ties]],
  ] as const)('sorts by %s, ties by letter and item number', (sort, expected) => {
    expect(toSearchBody({ ...ASKED, sort }, 100).sort).toEqual(expected);
  });

  it('asks for the exact total and for the page', () => {
    expect(toSearchBody({ ...ASKED, offset: 40 }, 100)).toMatchObject({ track_total_hits: true, from: 40, size: 20, _source: false });
  });

  it('counts a facet with every filter but its own', () => {
    const body = toSearchBody({ ...ASKED, filters: [upheld, surgery], facets: ['decision', 'urAction'] }, 100);
    expect(body.query).toEqual({ bool: { must: [{ match_all: {} }], filter: [surgeryQuery] } });
    expect(body.post_filter).toEqual({ bool: { filter: [upheldQuery] } });
    expect(body.aggs?.['facet.decision']).toMatchObject({ filter: { match_all: {} } });
    expect(body.aggs?.['facet.urAction']).toMatchObject({ filter: { bool: { filter: [upheldQuery] } } });
    expect(body.aggs?.['letters']).toMatchObject({ filter: { bool: { filter: [upheldQuery] } } });
  });

  it('counts months without a range of days', () => {
    const april: Filter = { field: 'decidedOn', from: '2014-04-01', to: '2014-04-30' };
    const body = toSearchBody({ ...ASKED, filters: [april, upheld], facets: ['decidedMonth'] }, 100);
    expect(body.query).toEqual({ bool: { must: [{ match_all: {} }], filter: [upheldQuery] } });
    expect(body.post_filter).toEqual({
      bool: {
        filter: [
          { bool: { filter: [{ range: { decidedFirst: { gte: '2014-04-01' } } }, { range: { decidedLast: { lte: '2014-04-30' } } }] } },
        ],
      },
    });
    expect(body.aggs?.['facet.decidedMonth']).toMatchObject({ filter: { match_all: {} } });
  });

  it('scores by the rank, which need not match, and only where the sort looks at scores', () => {
    const rank = { text: { kind: 'all' as const }, boosts: [{ where: { kind: 'filter' as const, filter: upheld }, weight: 8 }] };
    const lifted = { constant_score: { filter: { bool: { filter: [upheldQuery] } }, boost: 8 } };
    expect(toSearchBody({ ...ASKED, filters: [surgery], rank }, 100).query).toEqual({
      bool: { filter: [{ match_all: {} }, surgeryQuery], should: [lifted] },
    });
    expect(toSearchBody({ ...ASKED, sort: 'case', rank }, 100).query).toEqual({ match_all: {} });
  });

  it('scores by the words of the tree where there is no rank', () => {
    const where = { kind: 'word' as const, word: 'braces', fields: ['heading' as const] };
    const query = toSearchBody({ ...ASKED, where, filters: [surgery] }, 100).query;
    expect(query).toEqual(toSearchBody({ ...ASKED, where, filters: [surgery], rank: { text: where, boosts: [] } }, 100).query);
    expect(query).toMatchObject({ bool: { filter: [toQuery(where), surgeryQuery], should: [{ combined_fields: { query: 'brace' } }] } });
  });

  it('shows one item of each letter where asked', () => {
    expect(toSearchBody({ ...ASKED, onePerLetter: true }, 100).collapse).toEqual({ field: 'letterId' });
    expect(toSearchBody(ASKED, 100).collapse).toBeUndefined();
  });

  it('goes on behind the last hit of a state that is held open', () => {
    const first = toBatchBody({ ...ASKED, filters: [upheld] }, 'held', null);
    expect(first).toMatchObject({ pit: { id: 'held' }, size: WHOLE_PAGE, track_total_hits: false });
    expect(first.search_after).toBeUndefined();
    expect(toBatchBody({ ...ASKED, sort: null }, 'held', null).sort).toEqual([{ _shard_doc: { order: 'asc' } }]);
    expect(toBatchBody(ASKED, 'held', [1.5, 'dwc:CM90-0000001', 2]).search_after).toEqual([1.5, 'dwc:CM90-0000001', 2]);
  });

  it('sends all pages of one question to the same copy of the index', () => {
    const first = toSearchBody(ASKED, 100).preference;
    expect(toSearchBody({ ...ASKED, offset: 20 }, 100).preference).toBe(first);
    expect(toSearchBody({ ...ASKED, filters: [upheld] }, 100).preference).not.toBe(first);
    expect(toSearchBody({ ...ASKED, rank: { text: { kind: 'all' }, boosts: [] } }, 100).preference).not.toBe(first);
  });

  it('counts letters by their first items where the question holds for whole letters, else one by one', () => {
    const inSummary = { kind: 'word' as const, word: 'knee', fields: ['summary' as const] };
    const specialty = { field: 'specialty' as const, values: ['Internal Medicine'] };
    const by = (query: object) => Object.keys(toSearchBody({ ...ASKED, ...query }, 100).aggs?.['letters']?.aggs ?? {});
    for (const query of [
      { where: { kind: 'all' } },
      { where: inSummary, filters: [specialty] },
      { where: { kind: 'not', child: inSummary } },
    ]) {
      expect(by(query), JSON.stringify(query)).toEqual(['first']);
    }
    for (const query of [{ where: { ...inSummary, fields: ['summary', 'heading'] } }, { where: { kind: 'all' }, filters: [upheld] }]) {
      expect(by(query), JSON.stringify(query)).toEqual(['each', 'count']);
    }
  });

  it('refuses a page that ends behind the result window', () => {
    expect(() => toSearchBody({ ...ASKED, offset: RESULT_WINDOW - 20 }, 100)).not.toThrow();
    expect(() => toSearchBody({ ...ASKED, offset: RESULT_WINDOW - 19 }, 100)).toThrow(
      expect.objectContaining({ code: 'window-too-large' }) as Error,
    );
  });
});
