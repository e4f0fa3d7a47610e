/** What the program made of a typed query, as chips and ways on of a page. Pure; an order and a page of results stay as they are. */
import type { KeywordField } from '#contract/fields.ts';
import type { SearchResponse } from '#contract/search.ts';
import type { Span } from '#contract/span.ts';
import type { UnderstoodPart } from '#contract/understood.ts';
import { conditionWords, daysWords, lackedOf, ofTheseWords, type PartOf, partsOf } from '#mappings/understood-words.ts';
import type { Chip } from './chips.ts';
import { withoutPart, withWords } from './typed-query.ts';
import { type NarrowingState, withFilter } from './url-state.ts';

/** The search with words taken as they are typed. */
export function asTyped<S extends NarrowingState>(state: S, typed: string): S {
  return { ...state, literal: [...new Set([...state.literal, typed])] };
}

/** The search with each of some words looked for. */
export function allAsTyped<S extends NarrowingState>(state: S, words: readonly string[]): S {
  return words.reduce<S>(asTyped, state);
}

/** The search with the outcome that words may have meant, as a filter in their place. */
export function withOutcome<S extends NarrowingState>(state: S, { instead }: PartOf<'idle'>): S {
  if (instead === null) return state;
  return {
    ...state,
    filters: withFilter(
      state.filters,
      instead.field,
      instead.values.map(({ value }) => value),
    ),
  };
}

/** What a rate is asked of: what is filed under the thing that is named, in place of the words; else the search as it is. */
export function ratesOf<S extends NarrowingState>(state: S, { field, values }: PartOf<'rates'>): S {
  if (field === null) return state;
  const filed = values.map(({ value }) => value);
  return { ...state, q: '', literal: [], filters: withFilter(state.filters, field, filed) };
}

/** The search with words understood again. */
export function understoodAgain<S extends NarrowingState>(state: S, typed: string): S {
  return { ...state, literal: state.literal.filter((words) => words !== typed) };
}

/** The search with a word changed for the one suggested. */
export function withSuggestion<S extends NarrowingState>(state: S, part: PartOf<'suggested'>): S {
  return { ...state, q: withWords(state.q, part.at, part.used) };
}

/** The search without the words at a place. What was switched off stays so, but for a search of no words. */
function withoutWords<S extends NarrowingState>(state: S, at: Span): S {
  const q = withoutPart(state.q, at);
  return { ...state, q, literal: q === '' ? [] : state.literal };
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
export function conditionChips(parts: readonly UnderstoodPart[], state: NarrowingState, lacking: Lacking = []): Chip[] {
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
export function wordsAsFilter<S extends NarrowingState>(parts: readonly UnderstoodPart[], state: S, field: KeywordField): S {
  const read = partsOf(parts, 'filter').filter((part) => part.field === field);
  const values = new Set([...(state.filters[field] ?? []), ...read.flatMap((part) => part.values.map(({ value }) => value))]);
  // From the last to the first, so that the places before stay what they are.
  const left = read.toSorted((a, b) => b.at.start - a.at.start).reduce<S>((search, { at }) => withoutWords(search, at), state);
  return { ...left, filters: withFilter(state.filters, field, [...values]) };
}

/** The values of a field that the words say. */
export function valuesOfWords(parts: readonly UnderstoodPart[], field: KeywordField): { value: string; label: string }[] {
  return partsOf(parts, 'filter').flatMap((part) => (part.field === field ? part.values : []));
}

/** How many filters narrow a search: each value, chosen or typed, and each end of the days. Its words are none. */
export function filtersOn({ filters, from, to }: NarrowingState, parts: readonly UnderstoodPart[]): number {
  const chosen = Object.values(filters).reduce((sum, values) => sum + values.length, 0);
  return chosen + partsOf(parts, 'filter').length + partsOf(parts, 'days').length + (from === null ? 0 : 1) + (to === null ? 0 : 1);
}
