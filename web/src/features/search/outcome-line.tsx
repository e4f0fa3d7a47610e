/** How the items that match were decided, as plain counts; each leads to them. And the way to the rates behind the same narrowing. */
import { Link } from 'react-router';
import { DECISION_LABELS, DecisionSchema } from '#contract/lists.ts';
import type { Facet } from '#contract/search.ts';
import type { UnderstoodPart } from '#contract/understood.ts';
import { type SearchState, searchHref, withFilter, withParams, writeNarrowing } from '../../lib/url-state.ts';
import { numberWords } from '../../lib/words.ts';
import styles from './results.module.css';
import { valuesOfWords, wordsAsFilter } from './understood-words.ts';

interface Props {
  facets: readonly Facet[];
  parts: readonly UnderstoodPart[];
  state: SearchState;
}

export function OutcomeLine({ facets, parts, state: asked }: Props) {
  // An outcome among the words is one that is chosen: following it takes the words out, another takes their place.
  const state = valuesOfWords(parts, 'decision').length === 0 ? asked : wordsAsFilter(parts, asked, 'decision');
  const decisions = facets.find(({ field }) => field === 'decision')?.values ?? [];
  const rows = DecisionSchema.options.flatMap((decision) => {
    const count = decisions.find(({ value }) => value === decision)?.count ?? 0;
    return count === 0 ? [] : [{ decision, count, chosen: state.filters.decision?.includes(decision) ?? false }];
  });
  if (rows.length === 0) return null;
  return (
    <ul className={styles['outcomes']} aria-label="How they were decided">
      {rows.map(({ decision, count, chosen }) => (
        <li key={decision}>
          <Link
            to={searchHref({ ...state, page: 1, filters: withFilter(state.filters, 'decision', chosen ? [] : [decision]) })}
            aria-current={chosen ? 'true' : undefined}
            preventScrollReset
          >
            {DECISION_LABELS[decision].short} {numberWords(count)}
          </Link>
        </li>
      ))}
      <li>
        <Link to={withParams('/analytics', writeNarrowing({ ...state, filters: withFilter(state.filters, 'decision', []) }))}>
          Rates of these
        </Link>
      </li>
    </ul>
  );
}
