/** What narrows a list, one chip for each part, each with the state that lacks it. Pure; the caller knows the words of a value. */

import { COUNTED_APART } from '#contract/counted-apart.ts';
import { KEYWORD_FIELD_IDS, type KeywordField, NOT_STATED } from '#contract/fields.ts';
import { notStatedLabel } from '#contract/programme-fields.ts';
import { filterWords } from '#mappings/understood-words.ts';
import { type NarrowingState, toggleFilter, withFilter } from './url-state.ts';
import { dayWords } from './words.ts';

export interface Chip {
  readonly key: string;
  /** What it narrows by, for example "Decision: Upheld". */
  readonly label: string;
  /** The narrowing without this part. */
  readonly without: NarrowingState;
}

export function toChips(state: NarrowingState, labelOf: (field: KeywordField, value: string) => string): Chip[] {
  const { programme = [] } = state.filters;
  const only = programme.length === 1 ? (programme[0] ?? null) : null;
  const words = state.q === '' ? [] : [{ key: 'q', label: `Query: ${state.q}`, without: { ...state, q: '', literal: [] } }];
  const counted = asCounted(state);
  const apart: readonly KeywordField[] = counted.length === 0 ? [] : COUNTED_APART.map(({ field }) => field);
  const filters = KEYWORD_FIELD_IDS.filter((field) => !apart.includes(field)).flatMap((field) =>
    (state.filters[field] ?? []).map((value) => ({
      key: `${field}=${value}`,
      label: filterWords(field, [{ value, label: value === NOT_STATED ? notStatedLabel(field, only) : labelOf(field, value) }], only),
      without: { ...state, filters: toggleFilter(state.filters, field, value) },
    })),
  );
  const from =
    state.from === null ? [] : [{ key: 'from', label: `Decided from ${safeDay(state.from)}`, without: { ...state, from: null } }];
  const to = state.to === null ? [] : [{ key: 'to', label: `Decided to ${safeDay(state.to)}`, without: { ...state, to: null } }];
  const summary = state.summary ? [{ key: 'summary', label: 'Also in the case summary', without: { ...state, summary: false } }] : [];
  return [...words, ...filters, ...from, ...to, ...summary, ...counted];
}

/** What a number of analytics opens has the filters of what its rate counts: they are one thing, and one chip. */
function asCounted(state: NarrowingState): Chip[] {
  const isCounted = COUNTED_APART.every(({ field, counted }) => isSame(state.filters[field] ?? [], counted));
  if (!isCounted) return [];
  const filters = COUNTED_APART.reduce((left, { field }) => withFilter(left, field, []), state.filters);
  return [
    { key: 'counted', label: 'As rates count: without retrospective items and those that follow another', without: { ...state, filters } },
  ];
}

function isSame(values: readonly string[], others: readonly string[]): boolean {
  return values.length === others.length && others.every((value) => values.includes(value));
}

/** The narrowing as the end of a sentence: "over all ...", or "narrowed to disputed items with Decision: Upheld; ...". */
export function narrowingWords(chips: readonly Chip[]): string {
  return chips.length === 0 ? 'over all disputed items in the index' : `narrowed to ${itemsWords(chips)}`;
}

/** What is narrowed to: "disputed items with Decision: Upheld; ...", or all of them. */
export function itemsWords(chips: readonly Chip[]): string {
  if (chips.length === 0) return 'all disputed items in the index';
  return `disputed items with ${chips.map(({ label }) => label).join('; ')}`;
}

/** The address may hold anything where a day should be; that is shown as it stands. */
function safeDay(day: string): string {
  return Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? day : dayWords(day);
}
