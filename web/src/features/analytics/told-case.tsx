/** In place of charts where the text is a case told in words: why there is no rate, and where it leads instead. */
import { Link } from 'react-router';
import { NO_RATES_OF_CASE_WORDS } from '#mappings/understood-words.ts';
import { type NarrowingState, withParams, writeNarrowing } from '../../lib/url-state.ts';
import { useAnalyticsHref } from './address.ts';

export function ToldCase({ asked }: { asked: NarrowingState }) {
  const hrefOf = useAnalyticsHref();
  return (
    <p role="status">
      {NO_RATES_OF_CASE_WORDS} <Link to={withParams('/', writeNarrowing(asked))}>See the items most like it</Link>, or{' '}
      <Link to={hrefOf({ ...asked, literal: ['*'] })}>count the items that have all its words</Link>.
    </p>
  );
}
