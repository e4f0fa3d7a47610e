/** Whether decisions that were inferred are counted, with the way to the other. Says nothing while there are none. */
import { Link } from 'react-router';
import { NOT_STATED } from '#contract/fields.ts';
import type { Facet } from '#contract/search.ts';
import { type NarrowingState, withFilter } from '../../lib/url-state.ts';
import { countWords } from '../../lib/words.ts';
import { useAnalyticsHref } from './address.ts';
import styles from './frame.module.css';

/** What is counted without them: items whose decision is not known are no part of a rate, and stay in the numbers beside it. */
const WITHOUT = ['stated', NOT_STATED];

/** How many items have a decision that was inferred, whether they are counted or not. */
export function inferredIn(facets: readonly Facet[]): number {
  const values = facets.find(({ field }) => field === 'decisionGrade')?.values ?? [];
  return values.find(({ value }) => value === 'inferred')?.count ?? 0;
}

/** `facets`: those of what is counted, each as it is without the filters on its own field. */
export function InferredSwitch({ facets, asked }: { facets: readonly Facet[]; asked: NarrowingState }) {
  const hrefOf = useAnalyticsHref();
  const inferred = inferredIn(facets);
  const chosen = asked.filters.decisionGrade ?? [];
  const within = (filter: readonly string[]) => hrefOf({ ...asked, filters: withFilter(asked.filters, 'decisionGrade', filter) });
  if (inferred === 0) return null;
  if (chosen.length > 0 && !chosen.includes('inferred'))
    return (
      <p className={styles['aside']}>
        Left out: {countWords(inferred, 'item')} whose decision was inferred.{' '}
        <Link to={within([])} className="screen-only">
          Count these too
        </Link>
      </p>
    );
  return (
    <p className={styles['aside']}>
      Counted with {countWords(inferred, 'item')} whose decision was inferred: letters of 2013 that print it only once.{' '}
      <Link to={within(WITHOUT)} className="screen-only">
        Leave out decisions that were inferred
      </Link>
    </p>
  );
}
