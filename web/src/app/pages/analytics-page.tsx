/**
 * The pages of analytics: one frame, in which the page that the address names is shown. What narrows the numbers, the numbers and what they are as of are put
 * together here. Loaded on demand; each page of it is loaded when it is opened.
 */

import { Stack } from '@mantine/core';
import { useLocation } from 'react-router';
import { RATE_OUTCOMES } from '#contract/fields.ts';
import type { Facet } from '#contract/search.ts';
import { ProgrammeSwitch } from '../../components/programme-switch.tsx';
import { SnapshotLine } from '../../components/snapshot-line.tsx';
import { EmptyIndex } from '../../components/states.tsx';
import { nameOf } from '../../features/analytics/address.ts';
import { Counted } from '../../features/analytics/counted.tsx';
import { AnalyticsHead, headingOf } from '../../features/analytics/head.tsx';
import { type AnalyticsPage as Page, pageAt } from '../../features/analytics/pages.ts';
import { printedWords } from '../../features/analytics/printed-words.ts';
import { type Analytics, useAnalytics } from '../../features/analytics/use-analytics.ts';
import { Narrowing } from '../../features/narrowing/narrowing.tsx';
import { withProgramme } from '../../lib/programmes.ts';
import { focusResults, RESULTS_ID } from '../../lib/results-place.ts';
import { pageTitle } from '../../lib/titles.ts';
import { NotFoundPage } from './error-pages.tsx';

/** The filters stand beside the numbers. */
const BESIDE = '(min-width: 75em)';

export function AnalyticsPage() {
  const at = pageAt(useLocation().pathname);
  return at === null ? <NotFoundPage /> : <Shown page={at.page} value={at.value} />;
}

function Shown({ page, value }: { page: Page; value: string | null }) {
  const analytics = useAnalytics(page, value);
  const { asked, stats } = analytics;
  return (
    <>
      <title>{pageTitle(asked.q, titleOf(analytics))}</title>
      {stats?.letters === 0 ? <EmptyIndex /> : page.plain === true ? <Plain analytics={analytics} /> : <Narrowed analytics={analytics} />}
    </>
  );
}

/** What the tab is called: the page by its name in the navigation, of one value that. */
function titleOf(analytics: Analytics): string {
  const { page, of } = analytics;
  if (page.path === '') return 'Analytics';
  return `${of === null ? page.title : (headingOf(analytics) ?? nameOf(of.field))} — Analytics`;
}

function Narrowed({ analytics }: { analytics: Analytics }) {
  const { asked, hrefOf, loaded, programme, understood, lacking, found, of, asCounted } = analytics;
  return (
    <div data-frame="wide">
      <Narrowing
        state={asked}
        hrefOf={hrefOf}
        found={{
          understood,
          lacking,
          facets: facetsOf(analytics),
          stale: found.isPlaceholderData,
          settled: !found.isFetching && !found.isPlaceholderData,
        }}
        programmes={{ loaded, chosen: programme, all: false }}
        asCounted={asCounted}
        apart={of === null ? RATE_OUTCOMES : [...RATE_OUTCOMES, of.field]}
        words={{ box: 'Count disputed items that match', button: 'Count', place: 'Numbers', done: 'Show the numbers' }}
        ofRates
        beside={BESIDE}
        place={{ id: RESULTS_ID, busy: found.isFetching, focus: focusResults }}
        head={<Head analytics={analytics} />}
        printed={printedWords(analytics)}
      >
        {({ filters, days }) => <Counted analytics={analytics} filters={filters} days={days} />}
      </Narrowing>
    </div>
  );
}

/** The head of the page, and what its numbers are as of. */
function Head({ analytics }: { analytics: Analytics }) {
  const { asked, hrefOf } = analytics;
  return (
    <AnalyticsHead
      analytics={analytics}
      asOf={<SnapshotLine snapshot={asked.snapshot} hrefOf={(snapshot) => hrefOf({ ...asked, snapshot })} />}
    />
  );
}

/** A page that is of all that a program has: nothing narrows it but the program. */
function Plain({ analytics }: { analytics: Analytics }) {
  const { asked, hrefOf, loaded, programme } = analytics;
  const wayTo = (other: string | null) => {
    const { state, dropped } = withProgramme(asked, other);
    return { href: hrefOf(state), dropped };
  };
  return (
    <Stack gap="sm" data-frame="wide">
      <Head analytics={analytics} />
      <ProgrammeSwitch loaded={loaded} chosen={programme} wayTo={wayTo} counted={asked.snapshot === null} />
      <p className="print-only">{printedWords(analytics)}</p>
      <Counted analytics={analytics} filters={null} days={() => {}} />
    </Stack>
  );
}

/** The filters to choose from. Where nothing has all that is asked for, those of what comes nearest would count what is not counted: what is chosen stays. */
function facetsOf({ found, facets }: Analytics): readonly Facet[] | null | undefined {
  if (facets === undefined) return found.error === null ? undefined : null;
  const { data } = found;
  if (data === undefined || (data.nearest === null && !data.understood.asCase)) return facets;
  return facets.map((facet) => ({
    ...facet,
    values: facet.values.filter(({ selected }) => selected).map((row) => ({ ...row, count: 0 })),
  }));
}
