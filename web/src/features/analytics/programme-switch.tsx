/** Which program the rates are of, and the way to those of the others. */
import { Link } from 'react-router';
import { type NarrowingState, withFilter } from '../../lib/url-state.ts';
import { countWords } from '../../lib/words.ts';
import { useAnalyticsHref } from './address.ts';
import styles from './analytics.module.css';
import type { Programmes } from './programmes.ts';

export function ProgrammeSwitch({ programmes: { chosen, others }, asked }: { programmes: Programmes; asked: NarrowingState }) {
  const hrefOf = useAnalyticsHref();
  return (
    <p className={styles['aside']}>
      Rates are of one program at a time: <strong>{chosen.label}</strong>. Left out:{' '}
      {others.map(({ value, label, count }, place) => (
        <span key={value}>
          {place === 0 ? '' : '; '}
          <Link to={hrefOf({ ...asked, filters: withFilter(asked.filters, 'programme', [value]) })}>{label}</Link> (
          {countWords(count, 'item')})
        </span>
      ))}
      .
    </p>
  );
}
