/** Whether decisions that were inferred are counted, with the way to the other. Says nothing while there are none. */
import { Link } from 'react-router';
import { NOT_STATED } from '#contract/fields.ts';
import { useRates } from '../../lib/endpoints.ts';
import { type NarrowingState, withFilter } from '../../lib/url-state.ts';
import { countWords } from '../../lib/words.ts';
import { useAnalyticsHref } from './address.ts';
import styles from './analytics.module.css';

/** What is counted without them: items whose decision is not known are no part of a rate, and stay in the numbers beside it. */
const WITHOUT = ['stated', NOT_STATED];

export function InferredSwitch({ asked }: { asked: NarrowingState }) {
  const { data } = useRates('decisionGrade', counting(asked));
  return <InferredWords inferred={data?.rows.find(({ value }) => value === 'inferred')?.items ?? 0} asked={asked} />;
}

/** `inferred`: how many items have such a decision, whether they are counted or not. */
export function InferredWords({ inferred, asked }: { inferred: number; asked: NarrowingState }) {
  const hrefOf = useAnalyticsHref();
  const chosen = asked.filters.decisionGrade ?? [];
  if (inferred === 0) return null;
  if (chosen.length > 0 && !chosen.includes('inferred'))
    return (
      <p className={styles['aside']}>
        Left out: {countWords(inferred, 'item')} whose decision was inferred. <Link to={hrefOf(counting(asked))}>Count these too</Link>
      </p>
    );
  return (
    <p className={styles['aside']}>
      Counted with {countWords(inferred, 'item')} whose decision was inferred: letters of 2013 that print it only once.{' '}
      <Link to={hrefOf({ ...asked, filters: withFilter(asked.filters, 'decisionGrade', WITHOUT) })}>
        Leave out decisions that were inferred
      </Link>
    </p>
  );
}

/** The same with all decisions counted, however they are known. */
function counting(asked: NarrowingState): NarrowingState {
  return { ...asked, filters: withFilter(asked.filters, 'decisionGrade', []) };
}
