/** The second cohort of a comparison, as the address says it: what narrows it, and its words. */
import { itemsWords, toChips } from '../../lib/chips.ts';
import { type NarrowingState, readNarrowing } from '../../lib/url-state.ts';
import { useValueLabels } from '../../lib/value-labels.ts';

/** `against`: the parameters of a search; '' where none is chosen. */
export function useSecondCohort(against: string): { readonly state: NarrowingState; readonly words: string } {
  const state = readNarrowing(new URLSearchParams(against));
  const labelOf = useValueLabels([], [state.filters]);
  return { state, words: itemsWords(toChips(state, labelOf)) };
}
