/** The search page: everything it shows is in its address. */

import { EmptyIndex } from '../../components/states.tsx';
import { Search } from '../../features/search/search.tsx';

export function SearchPage() {
  return (
    <>
      <title>Search prior IMR decisions - IMR Index</title>
      <Search emptyIndex={<EmptyIndex />} />
    </>
  );
}
