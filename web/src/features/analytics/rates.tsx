/** The rate over all, what it is of, and the charts. */
import { Link } from 'react-router';
import type { RatesResponse } from '#contract/api.ts';
import { EmptyState } from '../../components/states.tsx';
import { type Chip, itemsWords } from '../../lib/chips.ts';
import { setAsideWords } from '../../lib/outcome-filters.ts';
import { EMPTY_SEARCH, type NarrowingState, withFilter, withParams, writeNarrowing } from '../../lib/url-state.ts';
import { useAnalyticsHref } from './address.ts';
import styles from './analytics.module.css';
import { InferredSwitch } from './inferred-switch.tsx';
import { ProgrammeSwitch } from './programme-switch.tsx';
import { programmesOf } from './programmes.ts';
import { type RateRow, scaleTop, sharesOf, toTotalRow } from './rate-rows.ts';
import { CHARTS } from './registry.ts';

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
  const programmes = programmesOf(first);
  // Every number opens the items of its programme alone.
  const state =
    programmes === null ? narrowed : { ...narrowed, filters: withFilter(narrowed.filters, 'programme', [programmes.chosen.value]) };
  const total = toTotalRow(first, state);
  const aside = setAsideWords(first.setAside);
  if (total.items.count === 0) return <NothingToCount asked={asked} />;
  return (
    <>
      <Overall total={total} chips={chips} />
      {programmes === null ? null : <ProgrammeSwitch programmes={programmes} asked={asked} />}
      <InferredSwitch asked={asked} />
      {aside === null ? null : <p className={styles['aside']}>{aside}</p>}
      <div className={styles['charts']}>
        {CHARTS.map(({ id, Chart }) => (
          <Chart key={id} asked={asked} state={state} scale={scaleTop(rates.flatMap(sharesOf))} overall={total.rate} />
        ))}
      </div>
    </>
  );
}

function Overall({ total, chips }: { total: RateRow; chips: readonly Chip[] }) {
  return (
    <p className={styles['overall']}>
      <strong>
        {total.rate === null ? (
          'Overall: too few items for a rate'
        ) : (
          <>
            Overall: <Link to={total.rate.href}>{total.rate.words} items</Link> overturned
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
        <Link to={hrefOf(EMPTY_SEARCH)}>count all items</Link>.
      </p>
    </EmptyState>
  );
}
