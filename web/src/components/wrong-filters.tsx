/** In place of results while filters of the address have values that cannot be: which, what there is instead, and the way out. */
import { Fragment } from 'react';
import { Link } from 'react-router';
import { FIELDS } from '#contract/fields.ts';
import { NOT_STATED } from '#contract/query.ts';
import { useListedValues } from '../lib/endpoints.ts';
import type { FilterFault } from '../lib/fault-words.ts';
import { type Filters, withFilter } from '../lib/url-state.ts';
import styles from './states.module.css';

/** The longest list whose values are all named here. */
const SHORT = 8;

interface Props {
  faults: readonly FilterFault[];
  filters: Filters;
  /** The address of the same page with other filters. */
  hrefOf: (filters: Filters) => string;
}

export function WrongFilters({ faults, filters, hrefOf }: Props) {
  const listed = useListedValues(faults.map(({ field }) => field));
  return (
    <div role="alert" className={styles['error']}>
      <p className={styles['title']}>{faults.length === 1 ? 'This filter cannot be applied' : 'These filters cannot be applied'}</p>
      <ul className={styles['faults']}>
        {faults.map(({ field, value }) => {
          const { label } = FIELDS[field];
          const values = listed(field);
          const others = (filters[field] ?? []).filter((other) => other !== value);
          return (
            <li key={`${field} ${value}`}>
              {value === NOT_STATED ? `Every item has a ${label.toLowerCase()}` : `${label}: there is no value “${value}”`}.{' '}
              <Link to={hrefOf(withFilter(filters, field, others))} aria-label={`Take out ${label}: ${value}`}>
                Take it out
              </Link>
              {values.length === 0 || values.length > SHORT ? null : (
                <>
                  , or choose{' '}
                  {values.map((row, place) => (
                    <Fragment key={row.value}>
                      {place === 0 ? '' : ' · '}
                      <Link to={hrefOf(withFilter(filters, field, [...new Set([...others, row.value])]))}>{row.label}</Link>
                    </Fragment>
                  ))}
                </>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
