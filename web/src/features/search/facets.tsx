/** The filters beside the results: one group of checkboxes for each facet, and the decision days. */
import type { Facet } from '#contract/api.ts';
import { type SearchState, toggleFilter } from '../../lib/url-state.ts';
import { DateRange } from './date-range.tsx';
import { FacetGroup } from './facet-group.tsx';
import styles from './facets.module.css';

interface Props {
  facets: readonly Facet[];
  state: SearchState;
  onChange: (part: Partial<SearchState>) => void;
}

export function Facets({ facets, state, onChange }: Props) {
  return (
    <div className={styles['facets']}>
      {facets.map((facet) => (
        <FacetGroup
          key={facet.field}
          facet={chosenIn(facet, state.filters[facet.field] ?? [])}
          onToggle={(value) => onChange({ filters: toggleFilter(state.filters, facet.field, value) })}
        />
      ))}
      <DateRange key={`${state.from} ${state.to}`} from={state.from} to={state.to} onChange={onChange} />
    </div>
  );
}

/** The boxes follow the address, not the answer, which may be that of the search before. */
function chosenIn(facet: Facet, chosen: readonly string[]): Facet {
  return { ...facet, values: facet.values.map((row) => ({ ...row, selected: chosen.includes(row.value) })) };
}
