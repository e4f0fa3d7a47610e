/** Days between two dates: how many items lie in each band, median and quartiles in words; and those of each group as a table. */
import { CountBars } from '../../../components/chart/count-bars.tsx';
import { numberWords, percentWords, unitWords } from '../../../lib/words.ts';
import type { ChartProps } from '../chart-props.ts';
import frameStyles from '../frame.module.css';
import { PartFrame } from '../part-frame.tsx';

export function Days({ title, response, id, ...frame }: ChartProps) {
  const [overall, groups] = response.parts;
  if (overall === undefined) return null;
  const of = overall.total?.items ?? 0;
  return (
    <>
      <PartFrame {...frame} id={id} title={title} part={overall}>
        {(rows) => (
          <>
            <dl className={frameStyles['figures']}>
              {overall.summary.map(({ id: figure, label, unit, value }) => (
                <div key={figure}>
                  <dt>{label}</dt>
                  <dd>{unitWords(value, unit, of)}</dd>
                </div>
              ))}
            </dl>
            <CountBars
              label={title}
              unit={frame.unit}
              rows={rows.map(({ id: band, label, items, stated }) => ({
                id: band,
                label,
                count: items.count,
                words: of === 0 ? '0' : `${numberWords(items.count)} (${percentWords({ n: items.count, of })})`,
                href: items.href,
                stated,
              }))}
            />
          </>
        )}
      </PartFrame>
      {groups === undefined ? null : <PartFrame {...frame} id={`${id}-groups`} title={`${title}: ${groups.title}`} part={groups} />}
    </>
  );
}
