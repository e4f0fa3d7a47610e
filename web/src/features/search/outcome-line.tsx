/**
 * How the items that match were decided, as plain counts; each leads to them. And the way to the rates behind the same narrowing. A programme has a line of
 * its own where there are several.
 */
import { Link } from 'react-router';
import { DECISION_LABELS, DECISIONS } from '#contract/lists.ts';
import { programmeOf } from '#contract/programmes.ts';
import type { SearchResponse } from '#contract/search.ts';
import type { UnderstoodPart } from '#contract/understood.ts';
import { ratesWords } from '../../lib/outcome-filters.ts';
import { valuesOfWords, wordsAsFilter } from '../../lib/understood-words.ts';
import { type SearchState, searchHref, withFilter, withParams, writeNarrowing } from '../../lib/url-state.ts';
import { numberWords } from '../../lib/words.ts';
import styles from './results.module.css';

interface Props {
  outcomes: SearchResponse['outcomes'];
  parts: readonly UnderstoodPart[];
  state: SearchState;
  /** Whether these items have a rate. */
  rates: boolean;
}

export function OutcomeLine({ outcomes, parts, state: asked, rates }: Props) {
  // An outcome among the words is one that is chosen: following it takes the words out, another takes their place.
  const state = valuesOfWords(parts, 'decision').length === 0 ? asked : wordsAsFilter(parts, asked, 'decision');
  const several = outcomes.length > 1;
  const ratesName = rates ? ratesWords(asked, parts) : null;
  return outcomes.map(({ programme, decisions }) => {
    const filters = several ? withFilter(state.filters, 'programme', [programme.value]) : state.filters;
    const name = several ? (programmeOf(programme.value)?.short ?? programme.label) : null;
    return (
      <ul
        key={programme.value}
        className={styles['outcomes']}
        aria-label={['How they were decided', ...(several ? [programme.label] : [])].join(', ')}
      >
        {name === null ? null : <li title={programme.label}>{name}:</li>}
        {DECISIONS.flatMap((decision) => {
          const count = decisions[decision];
          const chosen = state.filters.decision?.includes(decision) ?? false;
          if (count === 0) return [];
          return [
            <li key={decision}>
              <Link
                to={searchHref({ ...state, page: 1, filters: withFilter(filters, 'decision', chosen ? [] : [decision]) })}
                aria-current={chosen ? 'true' : undefined}
                preventScrollReset
              >
                {DECISION_LABELS[decision].short} {numberWords(count)}
              </Link>
            </li>,
          ];
        })}
        {ratesName === null ? null : (
          <li>
            <Link to={withParams('/analytics', writeNarrowing({ ...state, filters: withFilter(filters, 'decision', []) }))}>
              {ratesName}
            </Link>
          </li>
        )}
      </ul>
    );
  });
}
