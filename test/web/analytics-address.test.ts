/** The addresses of the analytics pages: the narrowing goes along, what a page has of its own is kept on it alone, and the usual is left out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NarrowingSchema } from '#contract/api.ts';
import { KEYWORD_FIELD_IDS } from '#contract/fields.ts';
import { METRIC_PARAMETERS, MetricRequestSchema } from '#contract/metrics.ts';
import { REPORT_PAGE_IDS, REPORT_PAGES } from '#contract/report-pages.ts';
import { parseParams } from '../../server/http/params.ts';
import {
  analyticsHref,
  narrowedHref,
  OWN_NAMES,
  type Own,
  readOwn,
  valueHref,
  writeOwn,
} from '../../web/src/features/analytics/address.ts';
import { PAGES, pageAt, pagesOf } from '../../web/src/features/analytics/pages.ts';
import { METRIC_FILES, metricFileHref } from '../../web/src/lib/metric-endpoints.ts';
import { readNarrowing } from '../../web/src/lib/url-state.ts';

type Ways<T> = { [K in keyof T]: fc.Arbitrary<T[K]> };

const stateOf = (address: string) => readNarrowing(new URLSearchParams(address));
const NARROWED = stateOf('q=knee&category=rehab&from=2014-01-01');
describe('what a page has of its own', () => {
  it('is no name of what narrows', () => {
    const narrowing = [...KEYWORD_FIELD_IDS, ...Object.keys(NarrowingSchema.shape)];
    expect(OWN_NAMES.filter((name) => narrowing.includes(name))).toEqual([]);
  });

  it('is read back as it was written, beside any narrowing', () => {
    const own = fc.record(Object.fromEntries(OWN_NAMES.map((name) => [name, fc.string({ unit: 'grapheme' })])) as Ways<Own>);
    fc.assert(
      fc.property(own, (chosen) => {
        const params = new URLSearchParams(writeOwn(chosen, NARROWED).toString());
        expect(readOwn(params)).toEqual(chosen);
        expect(readNarrowing(params)).toEqual(NARROWED);
      }),
    );
  });

  it('is left out where there is none', () => {
    expect(writeOwn(readOwn(new URLSearchParams()), NARROWED).toString()).toBe('q=knee&category=rehab&from=2014-01-01');
  });

  it('stays with another narrowing of the page, and behind on the way to another', () => {
    const params = new URLSearchParams('q=hip&by=service&period=year&page=3');
    expect(narrowedHref('/analytics/trends', params, NARROWED)).toBe(
      '/analytics/trends?q=knee&category=rehab&from=2014-01-01&by=service&period=year',
    );
    expect(analyticsHref('services', NARROWED)).toBe('/analytics/services?q=knee&category=rehab&from=2014-01-01');
    expect(analyticsHref('', stateOf(''))).toBe('/analytics');
  });
});

describe('the pages', () => {
  it('are found by their addresses, each once', () => {
    for (const page of PAGES) {
      const address = `/analytics${page.path === '' ? '' : `/${page.path.replace(':id', 'a.b')}`}`;
      expect(pageAt(address)).toEqual({ page, value: page.of === undefined ? null : 'a.b' });
    }
    expect(pageAt('/analytics/nowhere')).toBeNull();
    expect(pageAt('/analytics/services/too/far')).toBeNull();
  });

  it('have questions each with an id of its own, by which its charts are known', () => {
    for (const id of REPORT_PAGE_IDS) {
      const ids = REPORT_PAGES[id].asks.map((ask) => ask.id);
      expect(new Set(ids).size, id).toBe(ids.length);
    }
  });

  it('of one value are led to by its id, whatever signs it has, and without what would exclude it', () => {
    const href = valueHref('service', 'a/b 50%?', stateOf('q=knee&category=rehab&service=x'));
    const { pathname, search } = new URL(href ?? '', 'http://localhost');
    expect(pathname).toBe('/analytics/service/a%2Fb%2050%25%3F');
    expect(search).toBe('?q=knee');
    expect(valueHref('imrGuideline', 'odg', stateOf('imrGuideline=odg'))).toBe('/analytics/guideline/odg?imrGuideline=odg');
    expect([valueHref('bodyPart', 'knee', NARROWED), valueHref('service', 'not_stated', NARROWED)]).toEqual([null, null]);
  });

  it('that a program has nothing for are not offered', () => {
    const offered = pagesOf('dmhc').map(({ path }) => path);
    expect(offered).not.toContain('guidelines');
    expect(offered).not.toContain('service/:id');
    expect(pagesOf('dwc').length).toBeGreaterThan(offered.length);
  });
});

describe('a file of a metric', () => {
  it.each(Object.keys(METRIC_FILES) as (keyof typeof METRIC_FILES)[])('asks as the page does: %s', (format) => {
    const asked = { by: 'category', and: 'decidedYear', period: 'year', days: 'assigned_decided', against: 'q=mri' } as const;
    const { pathname, searchParams } = new URL(metricFileHref('crosstab', asked, NARROWED, format), 'http://localhost');
    expect(pathname).toBe('/api/v1/metrics/crosstab/file');
    expect(searchParams.get('format')).toBe(format);
    searchParams.delete('format');
    const parsed = parseParams(searchParams, MetricRequestSchema);
    expect(parsed).toMatchObject({ ...asked, q: 'knee', filters: { category: ['rehab'] }, from: '2014-01-01' });
    expect(Object.keys(asked).toSorted()).toEqual([...METRIC_PARAMETERS].toSorted());
  });
});
