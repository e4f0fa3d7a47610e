/**
 * Whether items for the time around an operation are counted: they follow the decision on the operation, and move the whole rate. Says nothing while there
 * are none.
 */
import { Link } from 'react-router';
import { NOT_STATED } from '#contract/fields.ts';
import type { Facet } from '#contract/search.ts';
import { type NarrowingState, withFilter } from '../../lib/url-state.ts';
import { countWords, numberWords } from '../../lib/words.ts';
import { useAnalyticsHref } from './address.ts';
import styles from './frame.module.css';

/** `facets`: those of what is counted, each as it is without the filters on its own field. */
export function PerioperativeSwitch({ facets, asked }: { facets: readonly Facet[]; asked: NarrowingState }) {
  const hrefOf = useAnalyticsHref();
  const values = facets.find(({ field }) => field === 'perioperative')?.values ?? [];
  const items = values.find(({ value }) => value !== NOT_STATED)?.count ?? 0;
  const chosen = asked.filters.perioperative ?? [];
  if (items === 0 && chosen.length === 0) return null;
  const out = chosen.length === 1 && chosen[0] === NOT_STATED;
  const within = (filter: readonly string[]) => hrefOf({ ...asked, filters: withFilter(asked.filters, 'perioperative', filter) });
  return (
    <>
      {chosen.length === 0 ? (
        <p className={`print-only ${styles['aside']}`}>Counted with {countWords(items, 'perioperative item')}.</p>
      ) : null}
      {/* biome-ignore lint/a11y/useSemanticElements: links are no fields of a form */}
      <div role="group" aria-label="Perioperative items" className={styles['switch']}>
        <span>Perioperative items ({numberWords(items)}):</span>
        <Link to={within([])} aria-current={chosen.length === 0 ? 'true' : undefined} preventScrollReset>
          in
        </Link>
        <Link to={within([NOT_STATED])} aria-current={out ? 'true' : undefined} preventScrollReset>
          out
        </Link>
      </div>
    </>
  );
}
