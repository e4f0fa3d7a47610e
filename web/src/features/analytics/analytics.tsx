/** The charts of the registry over one narrowing, which is the address. The same address without the path is the search. */
import { Anchor, Text, Title } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import { FilterChips } from '../../components/filter-chips.tsx';
import { ErrorState } from '../../components/states.tsx';
import { WrongDays } from '../../components/wrong-days.tsx';
import { WrongFilters } from '../../components/wrong-filters.tsx';
import { ApiError } from '../../lib/api-client.ts';
import { narrowingWords, toChips } from '../../lib/chips.ts';
import { dayFaultWords } from '../../lib/day-faults.ts';
import { useAllRates, useStats, useUnderstoodParts } from '../../lib/endpoints.ts';
import { filterFaults } from '../../lib/fault-words.ts';
import { counted, restored, setAsideWords } from '../../lib/outcome-filters.ts';
import { type NarrowingState, readNarrowing, withFilter, withParams, writeNarrowing } from '../../lib/url-state.ts';
import { useValueLabels } from '../../lib/value-labels.ts';
import styles from './analytics.module.css';
import type { ChartProps } from './chart-props.ts';
import { ProgrammeSwitch } from './programme-switch.tsx';
import { programmesOf } from './programmes.ts';
import { type RateRow, scaleTop, sharesOf, toTotalRow } from './rate-rows.ts';
import { CHARTS } from './registry.ts';
import { ToldCase } from './told-case.tsx';

const FIELDS = [...new Set(CHARTS.flatMap((chart) => chart.fields))];

/** `emptyIndex`: what to show while there is no letter at all. */
export function Analytics({ emptyIndex }: { emptyIndex: ReactNode }) {
  const [params] = useSearchParams();
  const asked = readNarrowing(params);
  const title = useRef<HTMLHeadingElement>(null);
  const stats = useStats();
  const wrongDays = dayFaultWords(asked);
  const answers = useAllRates(FIELDS, wrongDays.length === 0 ? asked : { ...asked, from: null, to: null });
  const rates = answers.flatMap(({ data }) => data ?? []);
  const refusal = wrongDays.length > 0 ? null : (answers.find(({ error }) => isRefusal(error))?.error ?? null);
  const setAside = rates[0]?.setAside ?? [];
  const parts = useUnderstoodParts(asked, setAside.length > 0);
  // Where words of the query are an outcome, the links are only known with them.
  const canCount = wrongDays.length === 0 && refusal === null && parts !== null;
  const narrowed = counted(asked, setAside, parts ?? []);
  const chips = toChips(narrowed, useValueLabels([], [narrowed.filters]));
  const programmes = programmesOf(rates[0]);
  // Every number opens the items of its programme alone.
  const state =
    programmes === null ? narrowed : { ...narrowed, filters: withFilter(narrowed.filters, 'programme', [programmes.chosen.value]) };
  const total = rates[0] === undefined ? null : toTotalRow(rates[0], state);
  const aside = setAsideWords(setAside);
  if (stats.data?.letters === 0) return emptyIndex;
  return (
    <div className={styles['page']}>
      <Title order={1} ref={title} tabIndex={-1}>
        How IMR decided
      </Title>
      {total !== null && canCount ? <Overall total={total} /> : null}
      <Text className={styles['intro']}>
        How often IMR overturned the UR decision, by what was disputed and by the guidelines cited, {narrowingWords(chips)}.{' '}
        <Anchor component={Link} to={withParams('/', writeNarrowing(asked))}>
          {chips.length === 0 ? 'Narrow them in the search' : 'Change this in the search'}
        </Anchor>
        .
      </Text>
      <FilterChips
        chips={chips}
        hrefOf={(chip) => withParams('/analytics', writeNarrowing(restored(asked, setAside, chip)))}
        clearHref="/analytics"
        onLast={() => title.current?.focus({ preventScroll: true })}
      />
      {programmes === null ? null : <ProgrammeSwitch programmes={programmes} asked={asked} />}
      {aside === null ? null : <p className={styles['aside']}>{aside}</p>}
      {wrongDays.length > 0 ? (
        <WrongDays faults={wrongDays}>
          <Link to={withParams('/analytics', writeNarrowing({ ...asked, from: null, to: null }))}>Count without them</Link>
        </WrongDays>
      ) : null}
      {refusal === null ? null : <Refused refusal={refusal} asked={asked} />}
      {canCount ? (
        <Charts
          asked={asked}
          state={state}
          narrowedTo={[narrowingWords(chips), ...(programmes === null ? [] : [`of ${programmes.chosen.label} alone`])].join(', ')}
          scale={scaleTop(rates.flatMap(sharesOf))}
          overall={total?.rate ?? null}
        />
      ) : null}
    </div>
  );
}

/** Why there are no rates, and the way out. */
function Refused({ refusal, asked }: { refusal: Error; asked: NarrowingState }) {
  if (isToldCase(refusal)) return <ToldCase asked={asked} />;
  const wrong = filterFaults(refusal);
  if (wrong.length === 0) return <ErrorState error={refusal} query={asked.q} />;
  return (
    <WrongFilters
      faults={wrong}
      filters={asked.filters}
      hrefOf={(filters) => withParams('/analytics', writeNarrowing({ ...asked, filters }))}
    />
  );
}

/** What is wrong with the narrowing is wrong for every chart, and is said once. */
function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'bad-request' || error.code === 'bad-query' || isToldCase(error));
}

function isToldCase(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'not-a-query';
}

function Charts(props: ChartProps) {
  return CHARTS.map(({ id, Chart }) => <Chart key={id} {...props} />);
}

function Overall({ total }: { total: RateRow }) {
  if (total.items.count === 0) return null;
  return (
    <p className={styles['overall']}>
      {total.rate === null ? (
        'Overall: too few items for a rate'
      ) : (
        <>
          Overall:{' '}
          <strong>
            <Link to={total.rate.href}>{total.rate.words} items</Link>
          </strong>{' '}
          overturned
        </>
      )}
    </p>
  );
}
