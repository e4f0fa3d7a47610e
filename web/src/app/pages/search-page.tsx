/** The search page: everything it shows is in its address. What narrows it, what was found, and saving and collecting are put together here. */
import type { SearchResponse } from '#contract/search.ts';
import { SnapshotNotice } from '../../components/snapshot-notice.tsx';
import { EmptyIndex } from '../../components/states.tsx';
import { Narrowing } from '../../features/narrowing/narrowing.tsx';
import { Collect } from '../../features/saved/collect.tsx';
import { CollectSeveral } from '../../features/saved/collect-several.tsx';
import { SaveSearch } from '../../features/saved/save-search.tsx';
import { Found } from '../../features/search/found.tsx';
import type { Additions } from '../../features/search/results.tsx';
import { Start } from '../../features/search/start.tsx';
import { useSearching } from '../../features/search/use-searching.ts';
import { itemsWords, toChips } from '../../lib/chips.ts';
import { programmeOnly } from '../../lib/programme-filter.ts';
import { focusResults, RESULTS_ID } from '../../lib/results-place.ts';
import { pageTitle } from '../../lib/titles.ts';
import { conditionChips, partsThatHold } from '../../lib/understood-words.ts';
import { searchHref } from '../../lib/url-state.ts';
import { useValueLabels } from '../../lib/value-labels.ts';
import { countWords, numberWords } from '../../lib/words.ts';

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

/** The filters stand beside the results. */
const BESIDE = 'not all and (max-width: 56em)';

export function SearchPage() {
  const searching = useSearching();
  const { state, search, whole, stats, programmes, understood, lacking, facets, start, hrefOf } = searching;
  const { loaded, chosen } = programmes;
  // The answer that is on its way names the values itself.
  const labelOf = useValueLabels(facets ?? [], facets === undefined && search.error === null ? [] : [state.filters]);
  const chips = [...toChips(state, labelOf), ...conditionChips(partsThatHold(understood.parts, lacking), state)];
  const title = <title>{pageTitle(state.q, 'Search prior IMR decisions', true)}</title>;
  if (stats?.letters === 0) {
    return (
      <>
        {title}
        <EmptyIndex />
      </>
    );
  }
  return (
    <>
      {title}
      <Narrowing
        state={state}
        hrefOf={hrefOf}
        found={{
          understood,
          lacking,
          // A refused search has no filters of its own.
          facets: facets === undefined && search.error !== null ? null : whole ? facets : undefined,
          stale: search.isPlaceholderData,
          settled: !search.isFetching && !search.isPlaceholderData,
        }}
        programmes={{ loaded, chosen, all: true }}
        apart={[]}
        words={{ box: 'Search prior IMR decisions', button: 'Search', place: 'Results', done: doneWords(search) }}
        beside={BESIDE}
        place={{ id: RESULTS_ID, busy: search.isFetching || !whole, focus: focusResults }}
        head={
          <>
            {start ? (
              <Start.Head stats={stats} programme={chosen} facets={search.isPlaceholderData ? undefined : facets} />
            ) : (
              <h1 className="screen-reader">Search prior IMR decisions</h1>
            )}
            <SnapshotNotice snapshot={state.snapshot} nowHref={searchHref({ ...state, page: 1, snapshot: null })} />
          </>
        }
        examples={start ? <Start.Examples facets={facets} programme={chosen} filters={programmeOnly(state.filters)} /> : null}
        printed={`Shown: ${itemsWords(chips)}${pageWords(search.data)}.`}
      >
        {({ filters, days }) => <Found searching={searching} labelOf={labelOf} filters={filters} days={days} additions={ADDITIONS} />}
      </Narrowing>
    </>
  );
}

/** "Show 12 results", where it is known how many there are. */
function doneWords({ data, isPlaceholderData }: { data: SearchResponse | undefined; isPlaceholderData: boolean }): string {
  if (data === undefined || isPlaceholderData || data.understood.asCase) return 'Show results';
  return `Show ${countWords(data.nearest?.items ?? data.total, 'result')}`;
}

/** Of several pages, which one is on paper. */
function pageWords(data: SearchResponse | undefined): string {
  return data === undefined || data.pages <= 1 ? '' : `; page ${numberWords(data.page)} of ${numberWords(data.pages)}`;
}
