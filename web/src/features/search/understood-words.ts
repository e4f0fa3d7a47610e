/** What the program made of a typed query, as chips and ways on of the page. Pure. */
import type { KeywordField } from '#contract/fields.ts';
import type { SearchResponse } from '#contract/search.ts';
import type { Span } from '#contract/span.ts';
import type { UnderstoodPart } from '#contract/understood.ts';
import { conditionWords, daysWords, lackedOf, ofTheseWords, type PartOf, partsOf } from '#mappings/understood-words.ts';
import type { Chip } from '../../lib/chips.ts';
import { withoutPart, withWords } from '../../lib/typed-query.ts';
import { type SearchState, withFilter } from '../../lib/url-state.ts';

/** The search with words taken as they are typed. */
export function asTyped(state: SearchState, typed: string): SearchState {
  return { ...state, page: 1, literal: [...new Set([...state.literal, typed])] };
}

/** The search with each of some words looked for. */
export function allAsTyped(state: SearchState, words: readonly string[]): SearchState {
  return words.reduce(asTyped, state);
}

/** The search with the outcome that words may have meant, as a filter in their place. */
export function withOutcome(state: SearchState, { instead }: PartOf<'idle'>): SearchState {
  if (instead === null) return state;
  return {
    ...state,
    page: 1,
    filters: withFilter(
      state.filters,
      instead.field,
      instead.values.map(({ value }) => value),
    ),
  };
}

/** What a rate is asked of: what is filed under the thing that is named, in place of the words; else the search as it is. */
export function ratesOf(state: SearchState, { field, values }: PartOf<'rates'>): SearchState {
  if (field === null) return state;
  const filed = values.map(({ value }) => value);
  return { ...state, q: '', literal: [], filters: withFilter(state.filters, field, filed) };
}

/** The search with words understood again. */
export function understoodAgain(state: SearchState, typed: string): SearchState {
  return { ...state, page: 1, literal: state.literal.filter((words) => words !== typed) };
}

/** The search with a word changed for the one suggested. */
export function withSuggestion(state: SearchState, part: PartOf<'suggested'>): SearchState {
  return { ...state, page: 1, q: withWords(state.q, part.at, part.used) };
}

/** The search without the words at a place. What was switched off stays so, but for a search of no words. */
function withoutWords(state: SearchState, at: Span): SearchState {
  const q = withoutPart(state.q, at);
  return { ...state, page: 1, q, literal: q === '' ? [] : state.literal };
}

/** What items that come nearest lack; empty where some item has all. */
export type Lacking = NonNullable<SearchResponse['nearest']>['lacking'];

/** The parts without the conditions that not all items shown have: those narrow nothing, so nothing shows as chosen for them. */
export function partsThatHold(parts: readonly UnderstoodPart[], lacking: Lacking): UnderstoodPart[] {
  return parts.filter((part) => lackedOf(part, lacking) === undefined);
}

/**
 * A condition that was read out of the words: a chip like any filter, and taken away like one, its words with it. One that the items shown
 * lack says so.
 */
export function conditionChips(parts: readonly UnderstoodPart[], state: SearchState, lacking: Lacking = []): Chip[] {
  const filters = partsOf(parts, 'filter').map((part) => ({ part, field: part.field, label: conditionWords(part) }));
  const days = partsOf(parts, 'days').map((part) => ({ part, field: 'decidedOn', label: `${daysWords(part)} (from “${part.typed}”)` }));
  return [...filters, ...days].map(({ part, field, label }) => {
    const lacked = lackedOf(part, lacking);
    return {
      key: `understood ${field} ${part.typed}`,
      label: lacked === undefined ? label : `${label}: ${ofTheseWords(lacked)}`,
      without: withoutWords(state, part.at),
    };
  });
}

/** The search with the conditions that its words say of one field made filters: what a tick beside them starts from. */
export function wordsAsFilter(parts: readonly UnderstoodPart[], state: SearchState, field: KeywordField): SearchState {
  const read = partsOf(parts, 'filter').filter((part) => part.field === field);
  const values = new Set([...(state.filters[field] ?? []), ...read.flatMap((part) => part.values.map(({ value }) => value))]);
  // From the last to the first, so that the places before stay what they are.
  const left = read.toSorted((a, b) => b.at.start - a.at.start).reduce((search, { at }) => withoutWords(search, at), state);
  return { ...left, filters: withFilter(state.filters, field, [...values]) };
}

/** The values of a field that the words say. */
export function valuesOfWords(parts: readonly UnderstoodPart[], field: KeywordField): { value: string; label: string }[] {
  return partsOf(parts, 'filter').flatMap((part) => (part.field === field ? part.values : []));
}

/** How many filters narrow a search: each value, chosen or typed, and each end of the days. Its words are none. */
export function filtersOn({ filters, from, to }: SearchState, parts: readonly UnderstoodPart[]): number {
  const chosen = Object.values(filters).reduce((sum, values) => sum + values.length, 0);
  return chosen + partsOf(parts, 'filter').length + partsOf(parts, 'days').length + (from === null ? 0 : 1) + (to === null ? 0 : 1);
}
