/** The cohorts of a comparison in words: what narrows them in full, and short enough for a chart. */
import type { KeywordField } from '#contract/fields.ts';
import { type Chip, itemsWords, toChips } from '../../lib/chips.ts';
import { useFound } from '../../lib/endpoints.ts';
import { counted } from '../../lib/outcome-filters.ts';
import { type NarrowingState, readNarrowing } from '../../lib/url-state.ts';
import { type LabelOf, useValueLabels } from '../../lib/value-labels.ts';

export interface Cohort {
  readonly state: NarrowingState;
  /** "disputed items with Service: MRI". */
  readonly words: string;
  /** "MRI"; empty where nothing narrows it. */
  readonly short: string;
}

/** `against`: the parameters of a search; '' where no second cohort is chosen. */
export function useSecondCohort(against: string): Cohort {
  const state = readNarrowing(new URLSearchParams(against));
  return toCohort(state, useValueLabels([], [state.filters]));
}

/**
 * Both cohorts as they are counted: the first is what the page is narrowed to. `setAside`: what the server set aside in either, which is taken out of the second
 * here, so that its numbers lead to what was counted and its name says no outcome.
 */
export function useCohorts(first: NarrowingState, against: string, setAside: readonly KeywordField[]): readonly [Cohort, Cohort] {
  const asked = readNarrowing(new URLSearchParams(against));
  const said = useFound({ ...asked, filters: {} }, undefined, setAside.length > 0 && asked.q !== '');
  const second = counted(asked, setAside, said.data?.understood.parts);
  const labelOf = useValueLabels([], [first.filters, second.filters]);
  return [toCohort(first, labelOf), toCohort(second, labelOf)];
}

function toCohort(state: NarrowingState, labelOf: LabelOf): Cohort {
  const chips = toChips(state, labelOf);
  return { state, words: itemsWords(chips), short: shortWords(chips) };
}

/** What a name in a chart may be long. */
const MOST_CHARACTERS = 40;

/** The values alone, as many as there is room for; both cohorts are of one program, which is told elsewhere. */
function shortWords(chips: readonly Chip[]): string {
  const values = chips.filter(({ key }) => !key.startsWith('programme=')).map(({ label }) => label.replace(/^[^:]*: /, ''));
  const words = values.join(', ');
  return words.length <= MOST_CHARACTERS ? words : `${words.slice(0, MOST_CHARACTERS - 1).trimEnd()}…`;
}
