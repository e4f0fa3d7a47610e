/** The search page: everything it shows is in its address. Saving and collecting are put beside it here. */
import { useSearchParams } from 'react-router';
import { EmptyIndex } from '../../components/states.tsx';
import { Collect } from '../../features/saved/collect.tsx';
import { CollectSeveral } from '../../features/saved/collect-several.tsx';
import { SaveSearch } from '../../features/saved/save-search.tsx';
import type { Additions } from '../../features/search/results.tsx';
import { Search } from '../../features/search/search.tsx';
import { pageTitle } from '../../lib/titles.ts';
import { readNarrowing } from '../../lib/url-state.ts';
import { countWords } from '../../lib/words.ts';

const ADDITIONS: Additions = {
  ofItem: (hit) => <Collect item={hit.id} name={`item ${hit.number} of ${hit.caseNumber}`} icon />,
  ofSearch: (state) => <SaveSearch state={state} />,
  ofItems: (items, chosen) => (
    <CollectSeveral
      items={items}
      chosen={chosen}
      label={chosen ? countWords(items.length, 'chosen result') : `the ${countWords(items.length, 'result')} of this page`}
    />
  ),
};

export function SearchPage() {
  const [params] = useSearchParams();
  return (
    <>
      <title>{pageTitle(readNarrowing(params).q, 'Search prior IMR decisions', true)}</title>
      <Search emptyIndex={<EmptyIndex />} additions={ADDITIONS} />
    </>
  );
}
