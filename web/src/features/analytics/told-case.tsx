/** In place of charts where the text is a case told in words: why there is no rate, and where it leads instead. */
import { Link } from 'react-router';
import { NO_RATES_OF_CASE_WORDS } from '#mappings/understood-words.ts';
import { type NarrowingState, withParams, writeNarrowing } from '../../lib/url-state.ts';

export function ToldCase({ asked }: { asked: NarrowingState }) {
  return (
    <p role="status">
      {NO_RATES_OF_CASE_WORDS} <Link to={withParams('/', writeNarrowing(asked))}>See the items most like it</Link>, or{' '}
      <Link to={withParams('/analytics', writeNarrowing({ ...asked, literal: ['*'] }))}>count the items that have all its words</Link>.
    </p>
  );
}
