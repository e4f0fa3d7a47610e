/** What each page of analytics asks, for a programme of letters, of a table, and for what was chosen. */
import { describe, expect, it } from 'vitest';
import { type KeywordField, RATE_FIELDS } from '#contract/fields.ts';
import { isLacked } from '#contract/programme-fields.ts';
import {
  asksOf,
  type Chosen,
  choicesOf,
  offered,
  offeredPeriods,
  REPORT_PAGE_IDS,
  REPORT_PAGES,
  type ReportPageId,
} from '#contract/report-pages.ts';
import { METRICS } from '../../server/domain/metrics/registry.ts';

const hasOf = (programme: string) => (field: KeywordField) => !isLacked(programme, field);
const DWC = hasOf('dwc');
const DMHC = hasOf('dmhc');
/** The questions of a page in short: "outcomes category". */
const asked = (page: ReportPageId, chosen: Chosen = {}, has = DWC) =>
  asksOf(REPORT_PAGES[page], chosen, has).map(({ metric, params }) => [metric, ...Object.values(params)].join(' '));

describe('every page', () => {
  it.each(REPORT_PAGE_IDS)('%s: its questions have ids of their own, and each is to a metric that takes what is asked', (id) => {
    const page = REPORT_PAGES[id];
    expect(new Set(page.asks.map((ask) => ask.id)).size).toBe(page.asks.length);
    for (const has of [DWC, DMHC, () => true]) {
      for (const { metric, params } of asksOf(page, { against: 'q=mri' }, has)) {
        const takes = METRICS.find((one) => one.id === metric)?.takes;
        expect(takes, `${id} asks ${metric}`).toBeDefined();
        for (const parameter of Object.keys(params)) expect(takes, `${id} asks ${metric}`).toContain(parameter);
      }
    }
  });

  it.each(REPORT_PAGE_IDS)('%s: asks by no field that the programme lacks, and by what was chosen', (id) => {
    const page = REPORT_PAGES[id];
    for (const has of [DWC, DMHC, hasOf('ny_dfs')]) {
      for (const { params } of asksOf(page, {}, has))
        for (const field of [params.by, params.and]) expect(field === undefined || has(field)).toBe(true);
      for (const field of offered(page, 'by', has)) expect(choicesOf(page, { by: field }, has).by).toBe(field);
      for (const period of offeredPeriods(page, has)) expect(choicesOf(page, { period }, has).period).toBe(period);
    }
  });

  it('each metric stands on some page', () => {
    const shown = new Set(REPORT_PAGE_IDS.flatMap((id) => REPORT_PAGES[id].asks.map(({ metric }) => metric)));
    expect(METRICS.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });
});

describe('what is asked', () => {
  it('is as usual unless something is chosen, also for a field that is not offered', () => {
    expect(asked('services')).toEqual(['outcomes category', 'dispute category']);
    expect(asked('services', { by: 'drug' })).toEqual(['outcomes drug', 'dispute drug']);
    expect(asked('services', { by: 'specialty' })).toEqual(asked('services'));
    expect(asked('trends', { period: 'year', and: 'service' })).toEqual(['trend year', 'trend year service']);
  });

  it('is the same of both sides where guidelines are asked by', () => {
    expect(asked('guidelines', { by: 'imrTopic' }).slice(0, 2)).toEqual(['outcomes imrTopic', 'outcomes urTopic']);
  });

  it('leaves out what a table does not have, and asks by its own fields', () => {
    expect(asked('services', {}, DMHC)).toEqual(['outcomes treatmentCategory']);
    expect(asked('guidelines', {}, DMHC)).toEqual([]);
    expect(asked('trends', { period: 'month' }, DMHC)).toEqual(['trend year', 'trend year treatmentCategory']);
    expect(asked('overview', {}, DMHC)).toContain('outcomes sex');
    expect(asked('overview')).not.toContain('outcomes sex');
    expect(asked('crosstab', {}, DMHC)).toEqual(['crosstab treatmentCategory reviewType']);
  });

  it('of a crosstab is always by two fields that differ, unless the same one was chosen twice', () => {
    for (const field of RATE_FIELDS.filter(DWC)) {
      for (const chosen of [{ by: field }, { and: field }]) {
        const { by, and } = choicesOf(REPORT_PAGES.crosstab, chosen, DWC);
        expect([by, and, by === and]).toEqual([expect.any(String), expect.any(String), false]);
      }
    }
  });

  it('compares only with a second cohort', () => {
    expect(asked('compare')).toEqual([]);
    expect(asked('compare', { against: 'q=mri', by: 'category' })).toEqual(['comparison q=mri category imrGuidelineFamily quarter']);
  });

  it('sees one value among its peers', () => {
    expect(asksOf(REPORT_PAGES.drug, {}, DWC).filter(({ peers }) => peers === true)).toMatchObject([
      { metric: 'outcomes', params: { by: 'drug' } },
    ]);
  });
});
