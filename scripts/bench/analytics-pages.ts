/** What pages of analytics ask of the metrics, by the rows of the contract: each page with its choices one after the other. */
import type { MetricId } from '#contract/metric-ids.ts';
import type { MetricRequest } from '#contract/metrics.ts';
import { isLacked } from '#contract/programme-fields.ts';
import type { Programme } from '#contract/programmes.ts';
import { asksOf, type Chosen, REPORT_PAGES, type ReportPageId } from '#contract/report-pages.ts';

export interface AskedOfPage {
  readonly id: MetricId;
  readonly request: Pick<MetricRequest, 'by' | 'and' | 'period' | 'days'>;
}

const CHOSEN = {
  overview: [{}],
  services: [{ by: 'category' }, { by: 'service' }, { by: 'drugClass' }, { by: 'drug' }],
  guidelines: [{ by: 'imrGuidelineFamily' }, { by: 'imrGuideline' }, { by: 'imrTopic' }],
  trends: [{ period: 'month' }, { period: 'quarter', and: 'category' }],
} as const satisfies Partial<Record<ReportPageId, readonly Chosen[]>>;

/** By the title of the page. */
export function analyticsPages(programme: Programme): ReadonlyMap<string, readonly AskedOfPage[]> {
  return new Map(
    Object.entries(CHOSEN).map(([id, choices]) => {
      const page = REPORT_PAGES[id as keyof typeof CHOSEN];
      const asks = choices.flatMap((chosen) => asksOf(page, chosen, (field) => !isLacked(programme, field)));
      const once = new Map(asks.map(({ metric, params }) => [JSON.stringify([metric, params]), { id: metric, request: params }]));
      return [page.title, [...once.values()]];
    }),
  );
}
