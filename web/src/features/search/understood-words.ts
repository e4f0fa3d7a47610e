/** What the program made of a typed query, as lines and chips of the page. Pure. */
import type { UnderstoodPart } from '#contract/understood.ts';
import { FIELD_NAMES } from '#mappings/field-names.ts';
import type { Chip } from '../../lib/chips.ts';
import { withWords } from '../../lib/typed-query.ts';
import type { SearchState } from '../../lib/url-state.ts';
import { listWords } from '../../lib/words.ts';

/** Values that one line names. */
const MOST_VALUES = 3;

type Part<K extends UnderstoodPart['kind']> = Extract<UnderstoodPart, { kind: K }>;

/** The parts of one kind, in the order typed. */
export function partsOf<K extends UnderstoodPart['kind']>(parts: readonly UnderstoodPart[], kind: K): Part<K>[] {
  return parts.filter((part): part is Part<K> => part.kind === kind);
}

/** The search with words taken as they are typed. */
export function asTyped(state: SearchState, typed: string): SearchState {
  return { ...state, page: 1, literal: [...new Set([...state.literal, typed])] };
}

/** The search with words understood again. */
export function understoodAgain(state: SearchState, typed: string): SearchState {
  return { ...state, page: 1, literal: state.literal.filter((words) => words !== typed) };
}

/** The search with a word changed for the one suggested. */
export function withSuggestion(state: SearchState, part: Part<'suggested'>): SearchState {
  return { ...state, page: 1, q: withWords(state.q, part.at, part.used) };
}

/** A condition that was read out of the words: a chip like any filter; taken away, its words are words again. */
export function conditionChips(parts: readonly UnderstoodPart[], state: SearchState): Chip[] {
  return partsOf(parts, 'filter').map(({ field, values, typed }) => ({
    key: `understood ${field} ${typed}`,
    label: `${FIELD_NAMES[field].label}: ${listWords(
      values.map((value) => value.label),
      'or',
    )} (from “${typed}”)`,
    without: asTyped(state, typed),
  }));
}

/** What was searched beside the words: other names, and items that are of a value without saying its name. Empty where there is nothing. */
export function alsoWords({ typed, also, field, values }: Part<'synonyms'>): string[] {
  const names = also.filter((name) => name.toLowerCase() !== typed.toLowerCase());
  if (field === null || values.length === 0) return names;
  const more = values.length - MOST_VALUES;
  const shown = (more > 1 ? values.slice(0, MOST_VALUES) : values).map(({ label }) => `“${label}”`);
  const filed = more > 1 ? `${shown.join(', ')} and ${more} more` : listWords(shown, 'or');
  return [...names, `items filed under ${filed} (${FIELD_NAMES[field].label.toLowerCase()})`];
}
