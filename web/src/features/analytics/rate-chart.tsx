/**
 * A chart of overturned rates over the groups of one field: title, what is seen in a sentence, bars, the groups too small for a rate, and the
 * table twin. A chart that fails does not take the others with it.
 */
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { RatesRequest } from '#contract/api.ts';
import { LEAST_FOR_RATE } from '#contract/limits.ts';
import { ErrorState } from '../../components/states.tsx';
import { useRates } from '../../lib/endpoints.ts';
import { countWords } from '../../lib/words.ts';
import styles from './analytics.module.css';
import { BarsInSight } from './bars-in-sight.tsx';
import { ChartBones } from './bones.tsx';
import type { ChartProps } from './chart-props.ts';
import { type RateRow, splitRows, toRateRows, toTotalRow } from './rate-rows.ts';
import { RateTable } from './rate-table.tsx';
import { type Groups, seenWords } from './seen-words.ts';

interface Props extends ChartProps {
  id: string;
  title: string;
  by: RatesRequest['by'];
  groups: Groups;
  control?: ReactNode;
}

export function RateChart({ id, title, by, groups, control, asked, state, scale, overall }: Props) {
  const { data, error, refetch, isPlaceholderData } = useRates(by, asked);
  const rows = data === undefined ? [] : toRateRows(data, state);
  const { bars, tooFew } = splitRows(rows);
  return (
    <section aria-labelledby={id} className={styles['chart']} data-stale={isPlaceholderData}>
      <div className={styles['head']}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {control}
      </div>
      {error !== null ? <ErrorState error={error} query={state.q} onRetry={refetch} /> : null}
      {error === null && data === undefined ? <ChartBones what={title} /> : null}
      {error === null && data !== undefined ? (
        <>
          <p className={styles['sentence']}>
            {seenWords(bars, groups)} {bars.length === 1 ? bars.map((row) => <OneBar key={row.value} row={row} />) : null}
            {data.overlapping && bars.length > 1 ? 'An item can be in several, so they add up to more than the total.' : null}
          </p>
          {bars.length > 1 ? <BarsInSight rows={bars} scale={scale} overall={overall} /> : null}
          <TooFew rows={tooFew} />
          {rows.length > 0 ? (
            <details className={styles['twin']}>
              <summary>The same numbers as a table</summary>
              <RateTable caption={title} first={data.label} rows={rows} total={toTotalRow(data, state)} />
            </details>
          ) : null}
        </>
      ) : null}
    </section>
  );
}

/** A single bar has nothing beside it to be seen against: it is said. */
function OneBar({ row }: { row: RateRow }) {
  if (row.rate === null) return null;
  return (
    <>
      {row.label}, <Link to={row.rate.href}>{row.rate.words} items overturned</Link>.
    </>
  );
}

function TooFew({ rows }: { rows: readonly RateRow[] }) {
  if (rows.length === 0) return null;
  return (
    <div className={styles['few']}>
      <h3>
        Too few for a rate (under {LEAST_FOR_RATE.items} items or {LEAST_FOR_RATE.letters} letters)
      </h3>
      <ul>
        {rows.map((row) => (
          <li key={row.value}>
            <Link to={row.items.href}>{row.label}</Link> ({countWords(row.items.count, 'item')})
          </li>
        ))}
      </ul>
    </div>
  );
}
