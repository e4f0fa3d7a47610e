/** What emptied a search, with the search that lacks it. Pure. */

import { FIELDS, type KeywordField, NOT_STATED } from '#contract/fields.ts';
import type { NoResultCause } from '#contract/understood.ts';
import { withoutPart } from '../../lib/typed-query.ts';
import { type SearchState, withFilter } from '../../lib/url-state.ts';

export interface CauseLink extends NoResultCause {
  /** The search without it; null where it cannot be told which filter is meant. */
  readonly left: SearchState | null;
}

export function causeLinks(causes: readonly NoResultCause[], state: SearchState): CauseLink[] {
  return causes.map((part) => ({ ...part, left: withoutCause(part, state) }));
}

function withoutCause({ what, at }: NoResultCause, state: SearchState): SearchState | null {
  if (at !== null) return { ...state, page: 1, q: withoutPart(state.q, at) };
  const fields = Object.keys(state.filters) as KeywordField[];
  const isLackOf = (field: KeywordField) =>
    what === FIELDS[field].notStated && state.filters[field]?.every((value) => value === NOT_STATED);
  // Labels that begin alike ("Guideline" and "Guideline family") are told apart by the colon; what is not stated is told in words of its own.
  const field = fields.find((candidate) => what.startsWith(`${FIELDS[candidate].label}: `) || isLackOf(candidate));
  if (field !== undefined) return { ...state, page: 1, filters: withFilter(state.filters, field, []) };
  return what.startsWith('Decided ') && (state.from !== null || state.to !== null) ? { ...state, page: 1, from: null, to: null } : null;
}
