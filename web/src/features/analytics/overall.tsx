/** The rate over all that is counted, with its interval and its n; and what is counted apart. */
import { Link } from 'react-router';
import type { MetricResponse, Row } from '#contract/metrics.ts';
import type { UnderstoodPart } from '#contract/understood.ts';
import { totalRow } from '../../lib/measured-rows.ts';
import { metricLinks } from '../../lib/metric-links.ts';
import { looksForWords } from '../../lib/outcome-filters.ts';
import type { NarrowingState } from '../../lib/url-state.ts';
import { countWords, rateWords, totalWords } from '../../lib/words.ts';
import styles from './frame.module.css';

interface Props {
  counts: MetricResponse;
  state: NarrowingState;
  /** What was made of the words that were typed. */
  parts: readonly UnderstoodPart[];
  /** Its decisions are rows of a table, each with one item. */
  table: boolean;
}

export function Overall({ counts, state, parts, table }: Props) {
  const { rate, items } = totalRow(counts.total, metricLinks(counts, state));
  return (
    <p className={styles['overall']}>
      <strong>
        {rate === null ? (
          'Overall: too few items for a rate'
        ) : (
          <>
            Overall:{' '}
            <Link to={rate.href}>
              {rateWords(rate)} {table ? 'decisions' : 'items'}
            </Link>{' '}
            overturned
          </>
        )}
      </strong>
      {rate === null ? null : <span>95% interval {rate.interval}</span>}
      <Link to={items.href}>{table ? countWords(items.count, 'decision') : totalWords(items.count, counts.total.letters)}</Link>
      <span>Each share is of the items whose decision is known.</span>
      {looksForWords(state, parts) ? (
        <span>Items that only mention the words are counted too; a filter on the service leaves them out.</span>
      ) : null}
    </p>
  );
}

/** What is no case of its own is not in the rates: how much it is, and the way to it. */
export function Apart({ counts, state }: Pick<Props, 'counts' | 'state'>) {
  const { apart } = counts;
  if (apart.length === 0) return null;
  return (
    <p className={styles['aside']}>
      Counted apart, in no rate here:{' '}
      {apart.map((row, place) => {
        const [key] = row.keys;
        return (
          <span key={key?.field}>
            {place === 0 ? '' : '; '}
            <Link to={apartHref(row, counts, state)}>{countWords(row.items, 'item')}</Link> {key?.label.toLowerCase()}
          </span>
        );
      })}
      .
    </p>
  );
}

/** The items of a row that is counted apart. What is told of first is in no row after it. */
function apartHref({ keys }: Row, counts: MetricResponse, state: NarrowingState): string {
  const at = counts.added.findIndex(({ field }) => field === keys[0]?.field);
  return metricLinks({ ...counts, added: counts.added.slice(0, at) }, state)(keys);
}
