/** Two cohorts beside each other: their rates on one scale, the difference in figures, how they are mixed and what they cite. */
import { RATE_OUTCOMES } from '#contract/fields.ts';
import { DotPlot } from '../../../components/chart/dot-plot.tsx';
import { measuredGroup } from '../../../lib/measured-rows.ts';
import { metricLinks } from '../../../lib/metric-links.ts';
import { scaleOf } from '../../../lib/rate-scale.ts';
import { readNarrowing, withFilter } from '../../../lib/url-state.ts';
import { unitWords } from '../../../lib/words.ts';
import type { ChartProps } from '../chart-props.ts';
import frameStyles from '../frame.module.css';
import { PartFrame } from '../part-frame.tsx';

export function Comparison({ title: _, response, id, ...frame }: ChartProps) {
  const [cohorts, ...others] = response.parts;
  const { total } = cohorts ?? {};
  if (cohorts === undefined || !total || total.against === null) return null;
  const linksAgainst = metricLinks(response, againstOf(frame));
  const [a, b] = [measuredGroup(total, [], frame.linkOf), measuredGroup(total.against, [], linksAgainst)];
  const fewer = Math.min(a.items.count, b.items.count);
  const rows = [
    { id: 'first', label: 'First cohort', tags: [], ...a },
    { id: 'second', label: 'Second cohort', tags: [], ...b },
  ];
  return (
    <>
      <PartFrame {...frame} id={`${id}-${cohorts.id}`} part={cohorts} against="second cohort" linksAgainst={linksAgainst}>
        {() => (
          <>
            <DotPlot
              label={cohorts.title}
              rows={rows}
              total={{ items: { count: a.items.count + b.items.count, href: a.items.href }, rate: null }}
              scale={scaleOf([a, b])}
              unit={frame.unit}
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
        <PartFrame key={part.id} {...frame} id={`${id}-${part.id}`} part={part} against="second cohort" linksAgainst={linksAgainst} />
      ))}
    </>
  );
}

/** The second cohort lies within the program that is looked at, and is as of what the page is. */
function againstOf({ params, state }: Pick<ChartProps, 'params' | 'state'>) {
  const against = readNarrowing(new URLSearchParams(params.against ?? ''));
  const { programme } = state.filters;
  // As the server counts it: of the state of the page, and of all outcomes.
  const filters = RATE_OUTCOMES.reduce((left, field) => withFilter(left, field, []), against.filters);
  return { ...against, snapshot: state.snapshot, filters: programme === undefined ? filters : { ...filters, programme } };
}
