/** One question of a page to a metric: asked, waited for, and drawn by the chart of that metric. */
import type { ReportFormat } from '#contract/lists.ts';
import { type AskedOfMetric, titleOf } from '#contract/report-pages.ts';
import { ErrorState } from '../../components/states.tsx';
import { metricFileHref, useMetric } from '../../lib/metric-endpoints.ts';
import { metricLinks } from '../../lib/metric-links.ts';
import { isTable } from '../../lib/programme-filter.ts';
import { withFilter } from '../../lib/url-state.ts';
import { ChartBones } from './bones.tsx';
import { CHARTS } from './charts/registry.ts';
import { placeOf } from './page-place.ts';
import type { PageProps } from './page-props.ts';
import { pictureFacts } from './picture-facts.ts';
import { useSecondCohort } from './use-second-cohort.ts';

interface Props extends PageProps {
  ask: AskedOfMetric;
}

export function AskedMetric({ ask, ...page }: Props) {
  const { programme, of, counted } = page;
  // Its peers are all values of the field that the page is of one of.
  const state = ask.peers === true && of !== null ? { ...page.state, filters: withFilter(page.state.filters, of.field, []) } : page.state;
  const against = useSecondCohort(ask.params.against ?? '');
  const { data, error, refetch, isPlaceholderData } = useMetric(ask.metric, ask.params, state, `${page.report} ${placeOf(of)}`);
  // The first cohort was understood, or there would be no page: a fault of a comparison is in the second's words.
  const query = ask.params.against === undefined ? state.q : against.state.q;
  if (error !== null && data === undefined) return <ErrorState error={error} query={query} onRetry={refetch} />;
  if (data === undefined) return <ChartBones what={ask.title ?? 'the rates'} />;
  const fileOf = (format: ReportFormat) => metricFileHref(ask.metric, ask.params, state, format);
  const Chart = CHARTS[ask.metric];
  return (
    <Chart
      id={ask.id}
      title={titleOf(ask, data)}
      response={data}
      params={ask.params}
      state={state}
      linkOf={metricLinks(data, state)}
      facts={pictureFacts(data, ask.params.against === undefined ? counted : `${counted}, against ${against.words}`)}
      files={{ csv: fileOf('csv'), xlsx: fileOf('xlsx') }}
      unit={isTable(programme) ? 'decisions' : 'items'}
      stale={isPlaceholderData}
      shown={ask.peers === true ? (of?.value ?? null) : null}
    />
  );
}
