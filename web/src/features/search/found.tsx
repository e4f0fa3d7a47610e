/** What was found: the chips of what narrows it, and one of the states: refused, on its way, nothing, or the items (in either tier). */
import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { FilterChips } from '../../components/filter-chips.tsx';
import { ErrorState } from '../../components/states.tsx';
import { WrongDays } from '../../components/wrong-days.tsx';
import { WrongFilters } from '../../components/wrong-filters.tsx';
import { type Chip, toChips } from '../../lib/chips.ts';
import { dayFaultWords } from '../../lib/day-faults.ts';
import { filterFaults } from '../../lib/fault-words.ts';
import { isTable, programmeOnly } from '../../lib/programme-filter.ts';
import { focusResults } from '../../lib/results-place.ts';
import { conditionChips } from '../../lib/understood-words.ts';
import { EMPTY_SEARCH, searchHref } from '../../lib/url-state.ts';
import type { LabelOf } from '../../lib/value-labels.ts';
import { NoResults } from './no-results.tsx';
import { ResultBones } from './result-bones.tsx';
import { type Additions, Results } from './results.tsx';
import type { Searching } from './use-searching.ts';

interface Props {
  searching: Searching;
  labelOf: LabelOf;
  /** The way to the filters; null where they stand beside the list. */
  filters: ReactNode;
  /** Leads to the days that are chosen. */
  days: () => void;
  additions: Additions;
}

export function Found({ searching, labelOf, filters, days, additions }: Props) {
  const { state, hrefOf } = searching;
  const { loaded, chosen } = searching.programmes;
  const wrongDays = dayFaultWords(state);
  const chips = toChips(state, labelOf);
  return (
    <>
      <FilterChips
        chips={chips.filter(({ key }) => key !== 'q' && !(chosen !== null && loaded.length > 1 && key === `programme=${chosen}`))}
        hrefOf={(chip) => hrefOf(chip.without)}
        clearHref={searchHref({
          ...EMPTY_SEARCH,
          q: state.q,
          literal: state.literal,
          sort: state.sort,
          group: state.group,
          filters: programmeOnly(state.filters),
          snapshot: state.snapshot,
        })}
        onLast={focusResults}
      />
      {wrongDays.length > 0 ? (
        // Where the filters stand beside it, each day says what is wrong with it.
        <WrongDays faults={filters === null ? [] : wrongDays}>
          <Anchor component="button" type="button" onClick={days}>
            Correct them in the filters
          </Anchor>
          , or <Link to={hrefOf({ ...state, from: null, to: null })}>search without them</Link>.
        </WrongDays>
      ) : (
        <Items searching={searching} chips={chips} filters={filters} additions={additions} />
      )}
    </>
  );
}

type ItemsProps = Pick<Props, 'searching' | 'filters' | 'additions'> & { chips: readonly Chip[] };

function Items({ searching, chips, filters, additions }: ItemsProps) {
  const { state, search, whole, understood, lacking, hrefOf, change } = searching;
  const { loaded, chosen } = searching.programmes;
  const wrong = filterFaults(search.error);
  if (wrong.length > 0) {
    return <WrongFilters faults={wrong} filters={state.filters} hrefOf={(left) => hrefOf({ ...state, filters: left })} />;
  }
  if (search.error !== null) return <ErrorState error={search.error} query={state.q} onRetry={search.refetch} />;
  if (search.data === undefined) return <ResultBones />;
  const { data, isPlaceholderData: stale } = search;
  const none = stale ? null : (
    <NoResults
      state={state}
      chips={[...chips, ...conditionChips(understood.parts, state, lacking)]}
      causes={data.understood.noResultCauses}
      inSummaries={data.inSummaries}
    />
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
      table={isTable(chosen)}
      several={chosen === null && loaded.length > 1}
      onChange={change}
    />
  );
}
