/** The searches that open exactly the items behind the numbers of a metric. Pure. */
import { type KeywordField, typedName } from '#contract/fields.ts';
import type { Decision } from '#contract/lists.ts';
import type { Key, MetricResponse } from '#contract/metrics.ts';
import { type NarrowingState, narrowTo, searchHref, withFilter, withPhrase } from './url-state.ts';

/** The address of the items of a group, which is told by its keys; none: of all that is counted. `decisions`: of those with one of these alone. */
export type LinkOf = (keys: readonly Key[], decisions?: readonly Decision[]) => string;

/** What an answer says of the items that it counted. */
export type Counted = Pick<MetricResponse, 'programme' | 'otherProgrammes' | 'added'>;

/** `narrowed`: the narrowing that was asked for, without what the answer set aside (`counted` of `outcome-filters.ts`). */
export function metricLinks(answer: Counted, narrowed: NarrowingState): LinkOf {
  const all = countedBy(answer, narrowed);
  return (keys, decisions) => {
    const group = keys.reduce(withKey, all);
    return searchHref(decisions === undefined ? group : withValues(group, { field: 'decision', values: decisions }));
  };
}

/** The narrowing of exactly the items that were counted: of one program, and with what the answer added. */
export function countedBy({ programme, otherProgrammes, added }: Counted, narrowed: NarrowingState): NarrowingState {
  const one =
    programme === null || otherProgrammes.length === 0
      ? narrowed
      : { ...narrowed, filters: withFilter(narrowed.filters, 'programme', [programme.value]) };
  return added.reduce((state, filter) => (filter.field === 'decidedOn' ? within(state, filter) : withValues(state, filter)), one);
}

function withValues(state: NarrowingState, { field, values }: { field: KeywordField; values: readonly string[] }): NarrowingState {
  return narrowTo(state, field, values, typedName(field));
}

function within(state: NarrowingState, { from, to }: { from: string | null; to: string | null }): NarrowingState {
  return { ...state, from: later(state.from, from), to: earlier(state.to, to) };
}

function withKey(state: NarrowingState, { field, value, label }: Key): NarrowingState {
  return field === null ? withPhrase(state, label) : withValues(state, { field, values: [value] });
}

function later(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other > one) ? other : one;
}

function earlier(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other < one) ? other : one;
}
