/** The search of an address: what is asked and what has come of it. The list of before stays while the next is on its way. */
import { useNavigate, useSearchParams } from 'react-router';
import { askedSearch } from '../../lib/asked-search.ts';
import { useSearch, useStats, withinOf } from '../../lib/endpoints.ts';
import { useInSteps } from '../../lib/in-steps.ts';
import { useProgrammes } from '../../lib/programmes.ts';
import { isNarrowed, type NarrowingState, readSearch, type SearchState, searchHref, withFilter } from '../../lib/url-state.ts';
import { useKept, useUnderstood } from '../../lib/use-kept.ts';

export function useSearching() {
  const [params] = useSearchParams();
  const state = readSearch(params);
  const navigate = useNavigate();
  const search = useSearch(askedSearch(state));
  const whole = useInSteps(!search.isPending);
  const stats = useStats().data;
  const programmes = useProgrammes(state.filters);
  const { understood, lacking } = useUnderstood(search, state);
  /** Those of the search before, where a refused one has none. */
  const facets = useKept(search.data?.facets, withinOf(state));
  return {
    state,
    search,
    /** Not only the first results are drawn. */
    whole,
    stats,
    programmes,
    understood,
    lacking,
    facets,
    /** Nothing is asked yet; within a program, too. */
    start: !isNarrowed({ ...state, filters: withFilter(state.filters, 'programme', []) }) && state.page === 1,
    /** The same search with another narrowing, from its first page. */
    hrefOf: (narrowing: NarrowingState) => searchHref({ ...state, ...narrowing, page: 1 }),
    /** Any change but of the page starts at the first page again. Flushed, so that what is chosen never shows its old state meanwhile. */
    change: (part: Partial<SearchState>) =>
      void navigate(searchHref({ ...state, page: 1, ...part }), { preventScrollReset: true, flushSync: true }),
  };
}

export type Searching = ReturnType<typeof useSearching>;
