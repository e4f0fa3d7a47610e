/**
 * A chart of overturned rates over the groups of one field: title, sentence, bars, the groups too small for a rate, and the table
 * twin. Loading, empty and error are states of the chart, so that one that fails does not take the others with it.
 */
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { RatesRequest } from '#contract/api.ts';
import { LEAST_FOR_RATE } from '#contract/limits.ts';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { useRates } from '../../lib/endpoints.ts';
import { searchHref } from '../../lib/url-state.ts';
import { countWords } from '../../lib/words.ts';
import styles from './analytics.module.css';
import type { ChartProps } from './chart-props.ts';
import { RateBars } from './rate-bars.tsx';
import { splitRows, toRateRows, toTotalRow } from './rate-rows.ts';
import { RateTable } from './rate-table.tsx';

interface Props extends ChartProps {
  id: string;
  title: string;
  by: RatesRequest['by'];
  /** What one bar is, for the sentence: "service category". */
  each: string;
  control?: ReactNode;
}

export function RateChart({ id, title, by, each, control, asked, state, narrowedTo, scale, overall }: Props) {
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
      <p className={styles['sentence']}>
        Share of disputed items whose UR decision was overturned, by {each}; n = items with a known decision; {narrowedTo}.
        {data?.overlapping ? ' An item can stand in several groups, so the groups add up to more than the total.' : ''}
      </p>
      {error !== null ? <ErrorState error={error} query={state.q} onRetry={refetch} /> : null}
      {error === null && data === undefined ? <LoadingState what={title} lines={8} /> : null}
      {error === null && data !== undefined && data.total.items === 0 ? (
        <p>
          No disputed item matches, so there is nothing to count. <Link to={searchHref(state)}>See the search</Link>
        </p>
      ) : null}
      {error === null && data !== undefined && data.total.items > 0 ? (
        <>
          {rows.length === 0 ? <p>None of these items is in a group of this chart.</p> : null}
          {bars.length > 0 ? <RateBars rows={bars} scale={scale} overall={overall} /> : null}
          {tooFew.length > 0 ? (
            <div className={styles['few']}>
              <h3>
                Too few for a rate (under {LEAST_FOR_RATE.items} items or {LEAST_FOR_RATE.letters} letters)
              </h3>
              <ul>
                {tooFew.map((row) => (
                  <li key={row.value}>
                    <Link to={row.items.href}>{row.label}</Link> ({countWords(row.items.count, 'item')})
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
          <details className={styles['twin']}>
            <summary>The same numbers as a table</summary>
            <RateTable caption={title} first={data.label} rows={rows} total={toTotalRow(data, state)} />
          </details>
        </>
      ) : null}
    </section>
  );
}
