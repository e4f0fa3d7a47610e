/** The search page: everything it shows is in its address. */
import { useSearchParams } from 'react-router';
import { EmptyIndex } from '../../components/states.tsx';
import { Search } from '../../features/search/search.tsx';
import { pageTitle } from '../../lib/titles.ts';
import { readNarrowing } from '../../lib/url-state.ts';

export function SearchPage() {
  const [params] = useSearchParams();
  return (
    <>
      <title>{pageTitle(readNarrowing(params).q, 'Search prior IMR decisions', true)}</title>
      <Search emptyIndex={<EmptyIndex />} />
    </>
  );
}
