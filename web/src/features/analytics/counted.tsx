/**
 * What a page of analytics shows under its head, whichever it is: what narrows the numbers, what they are over all, and the page; or why there is none: days
 * or filters that cannot be, a case told in words, a server that fails, nothing that matches, a program without what the page is of.
 */
import { Anchor } from '@mantine/core';
import { type ReactNode, Suspense } from 'react';
import { Link } from 'react-router';
import { lacksWords } from '#contract/programme-fields.ts';
import { FilterChips } from '../../components/filter-chips.tsx';
import { indexWords, useWhatCounts } from '../../components/snapshot-notice.tsx';
import { EmptyState, ErrorState } from '../../components/states.tsx';
import { WrongDays } from '../../components/wrong-days.tsx';
import { useBeingMade } from '../../lib/being-made.ts';
import { itemsWords } from '../../lib/chips.ts';
import { filterFaults } from '../../lib/fault-words.ts';
import { restored } from '../../lib/outcome-filters.ts';
import { isTable, programmeOnly } from '../../lib/programme-filter.ts';
import { focusResults } from '../../lib/results-place.ts';
import { EMPTY_SEARCH } from '../../lib/url-state.ts';
import { Basis } from './basis.tsx';
import { PageBones } from './bones.tsx';
import styles from './frame.module.css';
import { MethodNotes } from './method-notes.tsx';
import { NoSuchValue, NothingToCount, NotOffered } from './nothing.tsx';
import { Overall } from './overall.tsx';
import { isOffered } from './pages.ts';
import { Refused } from './refused.tsx';
import type { Analytics } from './use-analytics.ts';

interface Props {
  analytics: Analytics;
  /** The way to the filters, where they do not stand beside the page. */
  filters: ReactNode;
  /** Leads to the days that are chosen. */
  days: () => void;
}

/** Charts that are seen at first. */
const BONES = 2;

export function Counted({ analytics, filters, days }: Props) {
  const { asked, hrefOf, chips, loaded, programme, setAside, wrongDays } = analytics;
  return (
    <div className={styles['counted']}>
      <div className={styles['narrowed']}>
        {filters}
        <FilterChips
          chips={chips.filter(({ key }) => key !== 'q' && !(loaded.length > 1 && key === `programme=${programme}`))}
          hrefOf={(chip) => hrefOf(restored(asked, setAside, chip))}
          clearHref={hrefOf({
            ...EMPTY_SEARCH,
            q: asked.q,
            literal: asked.literal,
            filters: programmeOnly(asked.filters),
            snapshot: asked.snapshot,
          })}
          onLast={focusResults}
        />
      </div>
      {wrongDays.length > 0 ? (
        <WrongDays faults={filters === null ? [] : wrongDays}>
          <Anchor component="button" type="button" onClick={days}>
            Correct them in the filters
          </Anchor>
          , or <Link to={hrefOf({ ...asked, from: null, to: null })}>count without them</Link>.
        </WrongDays>
      ) : (
        <Answer analytics={analytics} />
      )}
    </div>
  );
}

/** The numbers are on their way, or are of a snapshot whose index is being made: then none are shown, and how far it is. */
function Waiting() {
  const far = useBeingMade(useWhatCounts());
  if (far === null) return <PageBones charts={BONES} />;
  return (
    <EmptyState title="The numbers of this snapshot are not there yet">
      <p role="status">{indexWords(far)}</p>
    </EmptyState>
  );
}

function Answer({ analytics }: { analytics: Analytics }) {
  const { page, of, asked, countedChips, programme, refusal, failed, counts, ready, state } = analytics;
  if (of !== null && filterFaults(refusal).some(({ field }) => field === of.field)) return <NoSuchValue analytics={analytics} />;
  if (refusal !== null) return <Refused refusal={refusal} asked={asked} />;
  if (failed !== null) return <ErrorState error={failed} query={asked.q} onRetry={analytics.retry} />;
  if (!ready || counts === null) return <Waiting />;
  if (counts.total.items === 0 || counts.programme === null || programme === null) return <NothingToCount analytics={analytics} />;
  if (!isOffered(page, programme)) return <NotOffered analytics={analytics} programme={programme} />;
  const { Page } = page;
  return (
    <>
      {page.plain === true ? null : (
        <>
          <Overall counts={counts} state={state} parts={analytics.understood.parts} table={isTable(programme)} />
          <Basis analytics={analytics} counts={counts} />
        </>
      )}
      <Suspense fallback={<PageBones charts={BONES} />}>
        <Page asked={asked} state={state} programme={programme} report={page.report} counted={itemsWords(countedChips)} of={of} />
      </Suspense>
      {isTable(programme) ? <p className={styles['note']}>{lacksWords(programme)}</p> : null}
      <MethodNotes metrics={page.metrics} />
    </>
  );
}
