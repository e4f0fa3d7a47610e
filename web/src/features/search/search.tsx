/**
 * Search: the box, what was understood, the results, the filters. The address is the state; every change is a navigation, so that back and
 * forward work and a page can be sent to a colleague. The list of before stays in sight while the next loads. For the keyboard the filters come behind the
 * results, and `f` leads to them.
 */
import { Anchor, Button, Drawer, VisuallyHidden } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useRef } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { SearchResponse } from '#contract/search.ts';
import { FilterChips } from '../../components/filter-chips.tsx';
import { FilterIcon } from '../../components/icons.tsx';
import { ProgrammeSwitch } from '../../components/programme-switch.tsx';
import { ErrorState } from '../../components/states.tsx';
import { WrongDays } from '../../components/wrong-days.tsx';
import { WrongFilters } from '../../components/wrong-filters.tsx';
import { askedSearch } from '../../lib/asked-search.ts';
import { type Chip, itemsWords, toChips } from '../../lib/chips.ts';
import { dayFaultWords } from '../../lib/day-faults.ts';
import { useSearch, useStats } from '../../lib/endpoints.ts';
import { filterFaults } from '../../lib/fault-words.ts';
import { useInSteps } from '../../lib/in-steps.ts';
import { isTable, programmeOnly } from '../../lib/programme-filter.ts';
import { useProgrammes, withProgramme } from '../../lib/programmes.ts';
import { focusResults, RESULTS_ID } from '../../lib/results-place.ts';
import { EMPTY_SEARCH, isNarrowed, readSearch, type SearchState, searchHref, withFilter } from '../../lib/url-state.ts';
import { useKeys } from '../../lib/use-keys.ts';
import { useValueLabels } from '../../lib/value-labels.ts';
import { countWords, numberWords } from '../../lib/words.ts';
import { focusDays } from './date-range.tsx';
import { FacetBones, Facets } from './facets.tsx';
import { NoResults } from './no-results.tsx';
import { ResultBones } from './result-bones.tsx';
import { type Additions, Results } from './results.tsx';
import styles from './search.module.css';
import { SearchBox } from './search-box.tsx';
import { Start } from './start.tsx';
import { Understood } from './understood.tsx';
import { UnderstoodLine } from './understood-line.tsx';
import { conditionChips, filtersOn, partsThatHold } from './understood-words.ts';
import { useKept, useUnderstood } from './use-kept.ts';

const UNDERSTOOD_ID = 'understood';

/** `emptyIndex`: what to show while there is no letter at all. `additions`: what the page puts beside each result and the list. */
export function Search({ emptyIndex, additions }: { emptyIndex: ReactNode; additions: Additions }) {
  const [params] = useSearchParams();
  const state = readSearch(params);
  const navigate = useNavigate();
  const wrongDays = dayFaultWords(state);
  const search = useSearch(askedSearch(state));
  const whole = useInSteps(!search.isPending);
  const stats = useStats();
  const { loaded, chosen } = useProgrammes(state.filters);
  const [filtersOpen, filters] = useDisclosure(false);
  const [told, { toggle: tell }] = useDisclosure(false);
  const side = useRef<HTMLElement>(null);
  const narrow = useMediaQuery('(max-width: 56em)', false, { getInitialValueInEffect: false });
  const known = useKept(search.data?.facets);
  const facets = known ?? [];
  // The answer that is on its way names the values itself.
  const labelOf = useValueLabels(facets, known === undefined && search.error === null ? [] : [state.filters]);
  const { understood, lacking } = useUnderstood(search, state);
  const holding = partsThatHold(understood.parts, lacking);
  const chips = toChips(state, labelOf);
  const all = [...chips, ...conditionChips(understood.parts, state, lacking)];
  useKeys({ f: () => (narrow ? filters.open() : side.current?.querySelector<HTMLElement>('button')?.focus()) });
  /** Any change but of the page starts at the first page again. Flushed, so that a ticked box never shows its old state meanwhile. */
  const change = (part: Partial<SearchState>) =>
    void navigate(searchHref({ ...state, page: 1, ...part }), { preventScrollReset: true, flushSync: true });

  if (stats.data?.letters === 0) return emptyIndex;
  // A refused search has no filters of its own; those of the search before stay.
  const panel =
    known === undefined && search.error !== null ? null : known === undefined || !whole ? (
      <FacetBones />
    ) : (
      <Facets
        facets={facets}
        parts={holding}
        state={state}
        programme={chosen}
        switched={loaded.length > 1}
        stale={search.isPlaceholderData}
        onChange={change}
      />
    );
  const narrowing = filtersOn(state, holding);
  const toFilters = narrow ? (
    <Button leftSection={<FilterIcon />} onClick={filters.open} aria-haspopup="dialog">
      Filters{narrowing > 0 ? ` (${narrowing})` : ''}
    </Button>
  ) : null;
  // Within a program, too, nothing is asked yet.
  const start = !isNarrowed({ ...state, filters: withFilter(state.filters, 'programme', []) }) && state.page === 1;
  const wayTo = (programme: string | null) => {
    const { state: within, dropped } = withProgramme(state, programme);
    return { href: searchHref({ ...within, page: 1 }), dropped };
  };
  return (
    <div className={styles['page']}>
      {start ? (
        <Start.Head stats={stats.data} programme={chosen} facets={search.isPlaceholderData ? undefined : known} />
      ) : (
        <h1 className="screen-reader">Search prior IMR decisions</h1>
      )}
      <ProgrammeSwitch loaded={loaded} chosen={chosen} wayTo={wayTo} all />
      <SearchBox state={state} onChange={change} />
      <div className={styles['understood']}>
        <UnderstoodLine
          parts={understood.parts}
          literal={state.literal}
          open={told}
          summary={state.summary}
          controls={UNDERSTOOD_ID}
          onToggle={tell}
          onSummary={(summary) => change({ summary })}
        >
          {start ? <Start.Examples facets={known} programme={chosen} filters={programmeOnly(state.filters)} /> : null}
        </UnderstoodLine>
        <Understood
          understood={understood}
          lacking={lacking}
          state={state}
          settled={!search.isFetching && !search.isPlaceholderData}
          open={told}
          id={UNDERSTOOD_ID}
        />
      </div>
      <p className={`print-only ${styles['printed']}`}>
        Shown: {itemsWords([...chips, ...conditionChips(holding, state)])}
        {pageWords(search.data)}.
      </p>
      <div className={styles['columns']}>
        <section id={RESULTS_ID} tabIndex={-1} aria-label="Results" className={styles['list']} aria-busy={search.isFetching || !whole}>
          <FilterChips
            chips={chips.filter(({ key }) => key !== 'q' && !(chosen !== null && loaded.length > 1 && key === `programme=${chosen}`))}
            hrefOf={(chip) => searchHref({ ...state, ...chip.without, page: 1 })}
            clearHref={searchHref({
              ...EMPTY_SEARCH,
              q: state.q,
              literal: state.literal,
              sort: state.sort,
              group: state.group,
              filters: programmeOnly(state.filters),
            })}
            onLast={focusResults}
          />
          {wrongDays.length > 0 ? (
            <WrongDays faults={narrow ? wrongDays : []}>
              <Anchor component="button" type="button" onClick={narrow ? filters.open : focusDays}>
                Correct them in the filters
              </Anchor>
              , or <Link to={searchHref({ ...state, from: null, to: null, page: 1 })}>search without them</Link>.
            </WrongDays>
          ) : (
            <Found
              search={search}
              whole={whole}
              state={state}
              chips={all}
              filters={toFilters}
              additions={additions}
              table={isTable(chosen)}
              several={chosen === null && loaded.length > 1}
              onChange={change}
            />
          )}
        </section>
        {narrow ? (
          <Drawer opened={filtersOpen} onClose={filters.close} title="Filters" closeButtonProps={{ 'aria-label': 'Close filters' }}>
            {panel}
            <Button variant="filled" size="sm" fullWidth mt="md" className={styles['showing'] ?? ''} onClick={filters.close}>
              {search.data === undefined || search.isPlaceholderData || search.data.understood.asCase
                ? 'Show results'
                : `Show ${countWords(search.data.nearest?.items ?? search.data.total, 'result')}`}
            </Button>
          </Drawer>
        ) : (
          <aside ref={side} aria-label="Filters" className={styles['side']}>
            <VisuallyHidden component="h2">Filters</VisuallyHidden>
            {panel}
          </aside>
        )}
      </div>
    </div>
  );
}

/** Of several pages, which one is on paper. */
function pageWords(data: SearchResponse | undefined): string {
  return data === undefined || data.pages <= 1 ? '' : `; page ${numberWords(data.page)} of ${numberWords(data.pages)}`;
}

interface FoundProps {
  search: ReturnType<typeof useSearch>;
  /** Not only the first results are drawn. */
  whole: boolean;
  state: SearchState;
  chips: readonly Chip[];
  filters: ReactNode;
  additions: Additions;
  /** One program is looked at whose decisions are rows of a table. */
  table: boolean;
  /** Several programs are looked at. */
  several: boolean;
  onChange: (part: Partial<SearchState>) => void;
}

/** One of the four states: refused, on its way, nothing, or the items (in either tier). */
function Found({ search, whole, state, chips, filters, additions, table, several, onChange }: FoundProps) {
  const wrong = filterFaults(search.error);
  if (wrong.length > 0) {
    return <WrongFilters faults={wrong} filters={state.filters} hrefOf={(left) => searchHref({ ...state, filters: left, page: 1 })} />;
  }
  if (search.error !== null) return <ErrorState error={search.error} query={state.q} onRetry={search.refetch} />;
  if (search.data === undefined) return <ResultBones />;
  const { data, isPlaceholderData: stale } = search;
  const none = stale ? null : (
    <NoResults state={state} chips={chips} causes={data.understood.noResultCauses} inSummaries={data.inSummaries} />
  );
  if (data.total === 0 && data.someMissing === 0) {
    return (
      <>
        {none}
        {filters}
      </>
    );
  }
  return (
    <Results
      data={data}
      whole={whole}
      state={state}
      stale={stale}
      none={none}
      filters={filters}
      additions={additions}
      table={table}
      several={several}
      onChange={onChange}
    />
  );
}
