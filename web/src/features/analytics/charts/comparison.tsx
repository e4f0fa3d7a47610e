/** Two cohorts beside each other: their rates on one scale, the difference in figures, both over time, group by group, and how they are mixed. */
import type { Part } from '#contract/metrics.ts';
import { DotPlot } from '../../../components/chart/dot-plot.tsx';
import { TrendLines } from '../../../components/chart/trend-lines.tsx';
import { type MeasuredRow, measuredGroup } from '../../../lib/measured-rows.ts';
import { metricLinks } from '../../../lib/metric-links.ts';
import { setAsideWords } from '../../../lib/outcome-filters.ts';
import { scaleOf } from '../../../lib/rate-scale.ts';
import type { NarrowingState } from '../../../lib/url-state.ts';
import { unitWords } from '../../../lib/words.ts';
import type { ChartProps } from '../chart-props.ts';
import frameStyles from '../frame.module.css';
import { PartFrame } from '../part-frame.tsx';
import { useCohorts } from '../use-second-cohort.ts';
import { cohortNames, fewTags, seriesOfBoth } from './both-cohorts.ts';

export function Comparison({ title: _, response, id, ...frame }: ChartProps) {
  const [first, second] = useCohorts(frame.state, frame.params.against ?? '', response.setAside);
  const [cohorts, ...others] = response.parts;
  const { total } = cohorts ?? {};
  if (cohorts === undefined || !total || total.against === null) return null;
  const against = cohortNames(first.short, second.short);
  const linksAgainst = metricLinks(response, asOf(second.state, frame.state));
  const shown = { ...frame, against, linksAgainst };
  const [a, b] = [measuredGroup(total, [], frame.linkOf), measuredGroup(total.against, [], linksAgainst)];
  const fewer = Math.min(a.items.count, b.items.count);
  const rows = [
    { id: 'first', label: against.first, tags: fewTags(a), ...a },
    { id: 'second', label: against.second, tags: fewTags(b), ...b },
  ];
  const setAside = setAsideWords(response.setAside);
  const told = setAside === null ? cohorts : { ...cohorts, notes: [setAside, ...cohorts.notes] };
  return (
    <>
      <PartFrame {...shown} id={`${id}-${cohorts.id}`} part={told}>
        {() => (
          <>
            <DotPlot
              label={cohorts.title}
              rows={rows}
              total={{ items: a.items, rate: null }}
              scale={scaleOf([a, b])}
              unit={frame.unit}
              shares={false}
            />
            <dl className={frameStyles['figures']}>
              {cohorts.summary
                .filter(({ value }) => value !== null)
                .map(({ id: figure, label, unit, value }) => (
                  <div key={figure}>
                    <dt>{label}</dt>
                    <dd>{unitWords(value, unit, fewer)}</dd>
                  </div>
                ))}
            </dl>
          </>
        )}
      </PartFrame>
      {others.map((part) => (
        <PartFrame key={part.id} {...shown} id={`${id}-${part.id}`} part={part}>
          {chartOf(part, against, frame.unit)}
        </PartFrame>
      ))}
    </>
  );
}

/** Over time the rates are drawn; groups are a table. */
function chartOf(part: Part, names: ReturnType<typeof cohortNames>, unit: ChartProps['unit']) {
  if (part.id !== 'time') return undefined;
  return (rows: readonly MeasuredRow[]) => (
    <TrendLines label={part.title} rows={seriesOfBoth(rows, names)} total={{ rate: null }} unit={unit} />
  );
}

/** The second cohort lies within the program that is looked at, and is as of what the page is. */
function asOf(second: NarrowingState, { snapshot, filters: { programme } }: NarrowingState): NarrowingState {
  return { ...second, snapshot, filters: programme === undefined ? second.filters : { ...second.filters, programme } };
}
