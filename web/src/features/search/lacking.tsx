/** What the items lack that are shown where none has all of it: said once, with the searches that would find some. */
import { Link } from 'react-router';
import type { SearchResponse } from '#contract/search.ts';
import type { NoResultCause } from '#contract/understood.ts';
import { causeWords, lackingWords, OF_NEAREST_WORDS } from '#mappings/understood-words.ts';
import { type SearchState, searchHref } from '../../lib/url-state.ts';
import { countWords } from '../../lib/words.ts';
import { causeLinks } from './cause-links.ts';
import styles from './results.module.css';

interface Props {
  nearest: NonNullable<SearchResponse['nearest']>;
  causes: readonly NoResultCause[];
  state: SearchState;
}

export function Lacking({ nearest, causes, state }: Props) {
  const only = causes.length === 1;
  const ways = causeLinks(causes, state).filter((cause) => causeWords(cause, only).found !== null && cause.left !== null);
  return (
    <p className={styles['more']}>
      {lackingWords(nearest.lacking)} {OF_NEAREST_WORDS}
      {ways.map(({ what, at, without, left }) =>
        left === null ? null : (
          <span key={`${what} ${at?.start}`}>
            {' '}
            <Link to={searchHref(left)}>
              {countWords(without, 'item')} without “{what}”
            </Link>
          </span>
        ),
      )}
      {state.q !== '' && !state.summary ? (
        <>
          {' '}
          <Link to={searchHref({ ...state, summary: true, page: 1 })}>Look in the case summary as well</Link>
        </>
      ) : null}
    </p>
  );
}
