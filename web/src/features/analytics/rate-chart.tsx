/**
 * A chart of overturned rates over the groups of one field: title, what is seen in a sentence, bars, the groups too small for a rate, and the
 * table twin. A chart that fails does not take the others with it.
 */
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { RatesRequest } from '#contract/api.ts';
import { FIELDS, NOT_STATED } from '#contract/fields.ts';
import { LEAST_FOR_RATE } from '#contract/limits.ts';
import { ErrorState } from '../../components/states.tsx';
import { useRates } from '../../lib/endpoints.ts';
import { isTable } from '../../lib/programme-filter.ts';
import { inOrder } from '../../lib/value-order.ts';
import { countWords } from '../../lib/words.ts';
import styles from './analytics.module.css';
import { BarsInSight } from './bars-in-sight.tsx';
import { ChartBones } from './bones.tsx';
import type { ChartProps } from './chart-props.ts';
import { notesOn } from './programme-notes.ts';
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

export function RateChart({ id, title, by, groups, control, asked, state, scale, overall, programme, years }: Props) {
  const { data, error, refetch, isPlaceholderData } = useRates(by, asked);
  const table = isTable(programme);
  const rows = data === undefined ? [] : inReadingOrder(toRateRows(data, state), by);
  // What no row of a table states has no chart.
  if (table && data !== undefined && rows.every(({ value }) => value === NOT_STATED)) return null;
  const notes = notesOn(programme, by, years);
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
            {seenWords(bars, groups, ORDER_WORDS[orderOf(by)])}{' '}
            {bars.length === 1 ? bars.map((row) => <OneBar key={row.value} row={row} />) : null}
            {data.overlapping && bars.length > 1 ? 'An item can be in several, so they add up to more than the total.' : null}
          </p>
          {bars.length > 1 ? <BarsInSight rows={bars} scale={scale} overall={overall} /> : null}
          <TooFew rows={tooFew} table={table} />
          {notes.map((note) => (
            <p key={note} className={styles['note']}>
              {note}
            </p>
          ))}
          {rows.length > 0 ? (
            <details className={styles['twin']}>
              <summary>The same numbers as a table</summary>
              <RateTable caption={title} first={data.label} rows={rows} total={toTotalRow(data, state)} letters={!table} />
            </details>
          ) : null}
        </>
      ) : null}
    </section>
  );
}

const ORDER_WORDS = { items: 'most items first', value: 'in their order' } as const;

/** Years and ages are read in their order, others by how many items they have. */
function orderOf(by: RatesRequest['by']): keyof typeof ORDER_WORDS {
  return by === 'decidedYear' || FIELDS[by].facet?.order === 'value' ? 'value' : 'items';
}

function inReadingOrder(rows: readonly RateRow[], by: RatesRequest['by']): readonly RateRow[] {
  return orderOf(by) === 'value' ? inOrder(rows, 'value') : rows;
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

function TooFew({ rows, table }: { rows: readonly RateRow[]; table: boolean }) {
  if (rows.length === 0) return null;
  return (
    <div className={styles['few']}>
      <h3>
        Too few for a rate (under{' '}
        {table
          ? `${Math.max(LEAST_FOR_RATE.items, LEAST_FOR_RATE.letters)} decisions`
          : `${LEAST_FOR_RATE.items} items or ${LEAST_FOR_RATE.letters} letters`}
        )
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
