/** The metrics, by the pattern of endpoints.ts: every number of the analytics pages is asked for here, and every file of them is linked from here. */
import type { ReportFormat } from '#contract/lists.ts';
import type { MetricId } from '#contract/metric-ids.ts';
import type { MetricParameter, MetricRequest, MetricResponse, MetricsResponse } from '#contract/metrics.ts';
import { API } from './api-client.ts';
import { useGet, useGetWithin, withinOf } from './endpoints.ts';
import { type NarrowingState, withParams, writeNarrowing } from './url-state.ts';

/** What a metric is asked beside what narrows the items; what is left out is the server's to choose. */
export type MetricParams = Readonly<Partial<Pick<MetricRequest, MetricParameter>>>;

/** The files in which the numbers of a metric can be taken along. */
export const METRIC_FILES = {
  csv: 'CSV (spreadsheets)',
  xlsx: 'XLSX (Excel workbook)',
  json: 'JSON',
} as const satisfies Readonly<Record<ReportFormat, string>>;

/** A metric over a narrowing; the answer of before stays in sight while the next is on its way, unless it is of another snapshot or `place`. */
export function useMetric(id: MetricId, params: MetricParams, state: NarrowingState, place?: string) {
  return useGetWithin<MetricResponse>(metricPath(id, params, state), withinOf(state, place));
}

/** What each metric says and how it is counted, with the figures that others published. */
export function useMetrics() {
  return useGet<MetricsResponse>('/metrics', false);
}

/** The numbers of a metric as a file of the server. */
export function metricFileHref(id: MetricId, params: MetricParams, state: NarrowingState, format: ReportFormat): string {
  const asked = toParams(params, state);
  asked.set('format', format);
  return withParams(`${API}/metrics/${id}/file`, asked);
}

function metricPath(id: MetricId, params: MetricParams, state: NarrowingState): string {
  return withParams(`/metrics/${id}`, toParams(params, state));
}

/** The narrowing first, then what is asked of the metric, so that one question has one address. */
function toParams({ by, and, period, days, against }: MetricParams, state: NarrowingState): URLSearchParams {
  const params = writeNarrowing(state);
  const asked = { by, and, period, days, against };
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) params.set(name, value);
  return params;
}
