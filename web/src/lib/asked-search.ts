/** What the search page asks of the server: what is in its address, in the order in force. */
import { dayFaultWords } from './day-faults.ts';
import { orderOf, type SearchState, withParams, writeSearch } from './url-state.ts';

/** Days that cannot be searched are not sent: the facets stay, and the fault is told beside its field. */
export function askedSearch(state: SearchState): SearchState {
  const inOrder = { ...state, sort: orderOf(state) };
  return dayFaultWords(state).length === 0 ? inOrder : { ...inOrder, from: null, to: null };
}

/** The path of a search below the API. */
export function searchPath(state: SearchState): string {
  return withParams('/search', writeSearch(state));
}
