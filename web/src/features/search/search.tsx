/**
 * Search: the box, the facets, the chips and the results. The address is the state; every change is a navigation, so that back and
 * forward work and a page can be sent to a colleague. The list of before stays in sight while the next loads.
 */
import { Button, Drawer } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { FilterChips } from '../../components/filter-chips.tsx';
import { FilterIcon } from '../../components/icons.tsx';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { toChips } from '../../lib/chips.ts';
import { useSearch, useStats } from '../../lib/endpoints.ts';
import { EMPTY_SEARCH, readSearch, type SearchState, searchHref } from '../../lib/url-state.ts';
import { useValueLabels } from '../../lib/value-labels.ts';
import { Facets } from './facets.tsx';
import { NoResults } from './no-results.tsx';
import { Results } from './results.tsx';
import styles from './search.module.css';
import { SearchBox } from './search-box.tsx';

/** `emptyIndex`: what to show while there is no letter at all. */
export function Search({ emptyIndex }: { emptyIndex: ReactNode }) {
  const [params] = useSearchParams();
  const state = readSearch(params);
  const navigate = useNavigate();
  const search = useSearch(state);
  const stats = useStats();
  const [filtersOpen, filters] = useDisclosure(false);
  const narrow = useMediaQuery('(max-width: 56em)', false, { getInitialValueInEffect: false });
  const facets = search.data?.facets ?? [];
  const labelOf = useValueLabels(facets);
  const chips = toChips(state, labelOf);
  /** Any change but of the page starts at the first page again. Flushed, so that a ticked box never shows its old state meanwhile. */
  const change = (part: Partial<SearchState>) =>
    void navigate(searchHref({ ...state, page: 1, ...part }), { preventScrollReset: true, flushSync: true });

  if (stats.data?.letters === 0) return emptyIndex;
  const panel = <Facets facets={facets} state={state} onChange={change} />;
  return (
    <div className={styles['page']}>
      <h1 className={styles['hidden']}>Search prior IMR decisions</h1>
      <SearchBox key={state.q} q={state.q} summary={state.summary} onChange={change} />
      <div className={styles['columns']}>
        {narrow ? (
          <>
            <Button variant="default" fullWidth leftSection={<FilterIcon />} onClick={filters.open} aria-haspopup="dialog">
              Filters{chips.length > 0 ? ` (${chips.length} active)` : ''}
            </Button>
            <Drawer opened={filtersOpen} onClose={filters.close} title="Filters" closeButtonProps={{ 'aria-label': 'Close filters' }}>
              {panel}
              <Button fullWidth mt="md" onClick={filters.close}>
                Show results
              </Button>
            </Drawer>
          </>
        ) : (
          <aside aria-label="Filters" className={styles['side']}>
            <h2 className={styles['hidden']}>Filters</h2>
            {panel}
          </aside>
        )}
        <section aria-label="Results" className={styles['list']} aria-busy={search.isFetching}>
          <FilterChips
            chips={chips}
            hrefOf={(chip) => searchHref({ ...state, ...chip.without, page: 1 })}
            clearHref={searchHref({ ...EMPTY_SEARCH, sort: state.sort })}
          />
          {search.error !== null ? <ErrorState error={search.error} query={state.q} onRetry={search.refetch} /> : null}
          {search.error === null && search.data === undefined ? <LoadingState what="results" lines={18} /> : null}
          {search.error === null && search.data?.total === 0 && !search.isPlaceholderData ? (
            <NoResults state={state} chips={chips} />
          ) : null}
          {search.error === null && search.data !== undefined && search.data.total > 0 ? (
            <Results data={search.data} state={state} stale={search.isPlaceholderData} onChange={change} />
          ) : null}
        </section>
      </div>
    </div>
  );
}
