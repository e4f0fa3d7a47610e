/** The rate over all, what it is of, and the charts. */
import { Link } from 'react-router';
import type { RatesResponse } from '#contract/api.ts';
import { NOT_STATED } from '#contract/fields.ts';
import { lacksWords } from '#contract/programme-fields.ts';
import { EmptyState } from '../../components/states.tsx';
import { type Chip, itemsWords } from '../../lib/chips.ts';
import { setAsideWords } from '../../lib/outcome-filters.ts';
import { isTable, programmeOnly } from '../../lib/programme-filter.ts';
import { EMPTY_SEARCH, type NarrowingState, withFilter, withParams, writeNarrowing } from '../../lib/url-state.ts';
import { useAnalyticsHref } from './address.ts';
import styles from './analytics.module.css';
import { InferredSwitch } from './inferred-switch.tsx';
import { type RateRow, scaleTop, sharesOf, toTotalRow } from './rate-rows.ts';
import { chartsOf } from './registry.ts';

interface Props {
  /** The answers that have come; all say the same of what they are of. */
  rates: readonly [RatesResponse, ...RatesResponse[]];
  asked: NarrowingState;
  /** The narrowing without what the server set aside, and what it consists of. */
  narrowed: NarrowingState;
  chips: readonly Chip[];
}

export function Rates({ rates, asked, narrowed, chips }: Props) {
  const [first] = rates;
  const { programme, otherProgrammes } = first;
  // Every number opens the items of its program alone.
  const state =
    programme === null || otherProgrammes.length === 0
      ? narrowed
      : { ...narrowed, filters: withFilter(narrowed.filters, 'programme', [programme.value]) };
  const total = toTotalRow(first, state);
  const aside = setAsideWords(first.setAside);
  if (total.items.count === 0 || programme === null) return <NothingToCount asked={asked} />;
  const table = isTable(programme.value);
  return (
    <>
      <Overall total={total} chips={chips} what={table ? 'decisions' : 'items'} />
      {otherProgrammes.length === 0 ? null : <OneAtATime label={programme.label} />}
      <InferredSwitch asked={asked} />
      {aside === null ? null : <p className={styles['aside']}>{aside}</p>}
      <div className={styles['charts']}>
        {chartsOf(programme.value).map(({ id, Chart }) => (
          <Chart
            key={id}
            asked={asked}
            state={state}
            programme={programme.value}
            years={yearsOf(rates)}
            scale={scaleTop(rates.flatMap(sharesOf))}
            overall={total.rate}
          />
        ))}
      </div>
      {table ? <p className={styles['note']}>{lacksWords(programme.value)}</p> : null}
    </>
  );
}

/** The first and last year of what is counted. */
function yearsOf(rates: Props['rates']): { first: number; last: number } | null {
  const rows = rates.find(({ by }) => by === 'decidedYear')?.rows ?? [];
  const years = rows.flatMap(({ value }) => (value === NOT_STATED ? [] : [Number(value)])).toSorted((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

function OneAtATime({ label }: { label: string }) {
  return (
    <p className={styles['aside']}>
      Rates are of one program at a time: <strong>{label}</strong>.
    </p>
  );
}

function Overall({ total, chips, what }: { total: RateRow; chips: readonly Chip[]; what: string }) {
  return (
    <p className={styles['overall']}>
      <strong>
        {total.rate === null ? (
          'Overall: too few items for a rate'
        ) : (
          <>
            Overall:{' '}
            <Link to={total.rate.href}>
              {total.rate.words} {what}
            </Link>{' '}
            overturned
          </>
        )}
      </strong>
      {/* On the screen the chips say it. */}
      <span className={chips.length === 0 ? undefined : 'print-only'}>Counted: {itemsWords(chips)}.</span>
      <span>Each share is of the items whose decision is known.</span>
      {chips.some(({ key }) => key === 'q') ? (
        <span>Items that only mention the words are counted too; a filter on the service leaves them out.</span>
      ) : null}
    </p>
  );
}

function NothingToCount({ asked }: { asked: NarrowingState }) {
  const hrefOf = useAnalyticsHref();
  return (
    <EmptyState title="No disputed item matches">
      <p>
        There is nothing to count. <Link to={withParams('/', writeNarrowing(asked))}>See in the search what comes nearest</Link>, or{' '}
        <Link to={hrefOf({ ...EMPTY_SEARCH, filters: programmeOnly(asked.filters) })}>count all items</Link>.
      </p>
    </EmptyState>
  );
}
