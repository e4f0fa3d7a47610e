/** Where a page has no numbers: nothing matches, or the program does not publish what the page is of. Each with its way out. */
import { Link } from 'react-router';
import { lacksWords } from '#contract/programme-fields.ts';
import { EmptyState } from '../../components/states.tsx';
import { programmeOnly, shortName } from '../../lib/programme-filter.ts';
import { EMPTY_SEARCH, withParams, writeNarrowing } from '../../lib/url-state.ts';
import { analyticsHref, nameOf } from './address.ts';
import type { Analytics } from './use-analytics.ts';

export function NothingToCount({ analytics: { asked, hrefOf } }: { analytics: Analytics }) {
  return (
    <EmptyState title="No disputed item matches">
      <p>
        There is nothing to count. <Link to={withParams('/', writeNarrowing(asked))}>See in the search what comes nearest</Link>, or{' '}
        <Link to={hrefOf({ ...EMPTY_SEARCH, filters: programmeOnly(asked.filters), snapshot: asked.snapshot })}>count all items</Link>.
      </p>
    </EmptyState>
  );
}

/** The address names a value that the field of the page does not have. */
export function NoSuchValue({ analytics: { page, of, kept } }: { analytics: Analytics }) {
  if (of === null) return null;
  return (
    <EmptyState title={`There is no ${nameOf(of.field).toLowerCase()} “${of.value}”`}>
      <p>
        <Link to={analyticsHref(page.under ?? '', kept)}>See those that there are</Link>
      </p>
    </EmptyState>
  );
}

export function NotOffered({ analytics: { page, kept }, programme }: { analytics: Analytics; programme: string }) {
  return (
    <EmptyState title={`${shortName(programme)} publishes nothing of this`}>
      <p>
        {lacksWords(programme) ?? `No column of this table says what “${page.title}” is of.`}{' '}
        <Link to={analyticsHref('', kept)}>See what there is</Link>
      </p>
    </EmptyState>
  );
}
