/**
 * Search: the box, the facets, the chips and the results. The address is the state; every change is a navigation, so that back and
 * forward work and a page can be sent to a colleague. The list of before stays in sight while the next loads.
 */
import { Anchor, Button, Drawer, VisuallyHidden } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { Understood as UnderstoodParts } from '#contract/understood.ts';
import { FilterChips } from '../../components/filter-chips.tsx';
import { FilterIcon } from '../../components/icons.tsx';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { WrongDays } from '../../components/wrong-days.tsx';
import { WrongFilters } from '../../components/wrong-filters.tsx';
import { type Chip, itemsWords, toChips } from '../../lib/chips.ts';
import { dayFaultWords } from '../../lib/day-faults.ts';
import { useSearch, useStats } from '../../lib/endpoints.ts';
import { filterFaults } from '../../lib/fault-words.ts';
import { focusResults, RESULTS_ID } from '../../lib/results-place.ts';
import { EMPTY_SEARCH, readSearch, type SearchState, searchHref } from '../../lib/url-state.ts';
import { useValueLabels } from '../../lib/value-labels.ts';
import { countWords } from '../../lib/words.ts';
import { focusDays } from './date-range.tsx';
import { Facets } from './facets.tsx';
import { NoResults } from './no-results.tsx';
import { type Additions, Results } from './results.tsx';
import styles from './search.module.css';
import { SearchBox } from './search-box.tsx';
import { Understood } from './understood.tsx';
import { conditionChips, filtersOn, type Lacking, partsThatHold } from './understood-words.ts';

/** `emptyIndex`: what to show while there is no letter at all. `additions`: what the page puts beside each result and the list. */
export function Search({ emptyIndex, additions }: { emptyIndex: ReactNode; additions: Additions }) {
  const [params] = useSearchParams();
  const state = readSearch(params);
  const navigate = useNavigate();
  const wrongDays = dayFaultWords(state);
  // Days that cannot be searched are not sent: the facets stay, and the fault is told beside its field.
  const search = useSearch(wrongDays.length === 0 ? state : { ...state, from: null, to: null });
  const stats = useStats();
  const [filtersOpen, filters] = useDisclosure(false);
  const narrow = useMediaQuery('(max-width: 56em)', false, { getInitialValueInEffect: false });
  const facets = useKept(search.data?.facets) ?? [];
  const labelOf = useValueLabels(facets, [state.filters]);
  const { understood, lacking } = useUnderstood(search, state);
  const holding = partsThatHold(understood.parts, lacking);
  const chips = [...toChips(state, labelOf), ...conditionChips(understood.parts, state, lacking)];
  /** Any change but of the page starts at the first page again. Flushed, so that a ticked box never shows its old state meanwhile. */
  const change = (part: Partial<SearchState>) =>
    void navigate(searchHref({ ...state, page: 1, ...part }), { preventScrollReset: true, flushSync: true });

  if (stats.data?.letters === 0) return emptyIndex;
  const panel = <Facets facets={facets} parts={holding} state={state} stale={search.isPlaceholderData} onChange={change} />;
  const narrowing = filtersOn(state, holding);
  return (
    <div className={styles['page']}>
      <h1 className={VisuallyHidden.classes['root']}>Search prior IMR decisions</h1>
      <SearchBox state={state} onChange={change} />
      <Understood understood={understood} lacking={lacking} state={state} settled={!search.isFetching && !search.isPlaceholderData} />
      <SkipToResults />
      <p className={`print-only ${styles['printed']}`}>
        IMR Index: {itemsWords([...toChips(state, labelOf), ...conditionChips(holding, state)])}. {window.location.href}
      </p>
      <div className={styles['columns']}>
        {narrow ? (
          <>
            <Button variant="default" fullWidth leftSection={<FilterIcon />} onClick={filters.open} aria-haspopup="dialog">
              Filters{narrowing > 0 ? ` (${narrowing} active)` : ''}
            </Button>
            <Drawer opened={filtersOpen} onClose={filters.close} title="Filters" closeButtonProps={{ 'aria-label': 'Close filters' }}>
              {panel}
              <Button fullWidth mt="md" className={styles['showing'] ?? ''} onClick={filters.close}>
                {search.data === undefined || search.isPlaceholderData || search.data.understood.asCase
                  ? 'Show results'
                  : `Show ${countWords(search.data.nearest?.items ?? search.data.total, 'result')}`}
              </Button>
            </Drawer>
          </>
        ) : (
          <aside aria-label="Filters" className={styles['side']}>
            <h2 className={VisuallyHidden.classes['root']}>Filters</h2>
            {panel}
          </aside>
        )}
        <section id={RESULTS_ID} tabIndex={-1} aria-label="Results" className={styles['list']} aria-busy={search.isFetching}>
          <FilterChips
            chips={chips}
            hrefOf={(chip) => searchHref({ ...state, ...chip.without, page: 1 })}
            clearHref={searchHref({ ...EMPTY_SEARCH, sort: state.sort })}
            onLast={focusResults}
          />
          {wrongDays.length > 0 ? (
            <WrongDays faults={narrow ? wrongDays : []}>
              <Anchor component="button" type="button" onClick={narrow ? filters.open : focusDays}>
                Mend them in the filters
              </Anchor>
              , or <Link to={searchHref({ ...state, from: null, to: null, page: 1 })}>search without them</Link>.
            </WrongDays>
          ) : (
            <Found search={search} state={state} chips={chips} additions={additions} onChange={change} />
          )}
        </section>
      </div>
    </div>
  );
}

interface FoundProps {
  search: ReturnType<typeof useSearch>;
  state: SearchState;
  chips: readonly Chip[];
  additions: Additions;
  onChange: (part: Partial<SearchState>) => void;
}

/** One of the four states: refused, on its way, nothing, or the items (in either tier). */
function Found({ search, state, chips, additions, onChange }: FoundProps) {
  const wrong = filterFaults(search.error);
  if (wrong.length > 0) {
    return <WrongFilters faults={wrong} filters={state.filters} hrefOf={(filters) => searchHref({ ...state, filters, page: 1 })} />;
  }
  if (search.error !== null) return <ErrorState error={search.error} query={state.q} onRetry={search.refetch} />;
  if (search.data === undefined) return <LoadingState what="results" lines={18} />;
  const { data, isPlaceholderData: stale } = search;
  const none = stale ? null : (
    <NoResults state={state} chips={chips} causes={data.understood.noResultCauses} inSummaries={data.inSummaries} />
  );
  if (data.total === 0 && data.someMissing === 0) return none;
  return <Results data={data} state={state} stale={stale} none={none} additions={additions} onChange={onChange} />;
}

/** The way past the filters for those who read with the keyboard; seen while it has the focus. */
function SkipToResults() {
  return (
    <a
      href={`#${RESULTS_ID}`}
      className={styles['skip']}
      onClick={(event) => {
        // The address is the search and stays as it is.
        event.preventDefault();
        const results = document.getElementById(RESULTS_ID);
        results?.focus({ preventScroll: true });
        results?.scrollIntoView({ block: 'start' });
      }}
    >
      Skip to results
    </a>
  );
}

interface Made {
  readonly understood: UnderstoodParts;
  /** What the items that come nearest lack of it. */
  readonly lacking: Lacking;
}
const NOTHING: Made = { understood: { asCase: false, parts: [], noResultCauses: [] }, lacking: [] };

/** What was made of these very words: kept while a filter changes beside them, gone as soon as others are searched. */
function useUnderstood({ data, isPlaceholderData, error }: ReturnType<typeof useSearch>, state: SearchState): Made {
  const words = JSON.stringify([state.q, state.literal]);
  const [kept, setKept] = useState({ words, ...NOTHING });
  if (data !== undefined && !isPlaceholderData && error === null) {
    const { understood, nearest } = data;
    if (understood !== kept.understood) setKept({ words, understood, lacking: nearest?.lacking ?? NOTHING.lacking });
    return { understood, lacking: nearest?.lacking ?? NOTHING.lacking };
  }
  return kept.words === words && error === null ? kept : NOTHING;
}

/** The last value there was, where there is none just now (a refused query has no facets of its own). */
function useKept<T>(value: T | undefined): T | undefined {
  const [kept, setKept] = useState(value);
  if (value !== undefined && value !== kept) setKept(value);
  return value ?? kept;
}
