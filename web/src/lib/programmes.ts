/** Which programs are loaded, which one is looked at, and what becomes of a narrowing where another one is chosen. */
import type { StatsResponse } from '#contract/api.ts';
import type { KeywordField } from '#contract/fields.ts';
import { fieldLabel, isLacked } from '#contract/programme-fields.ts';
import { useStats } from './endpoints.ts';
import { programmeIn } from './programme-filter.ts';
import { type Filters, type NarrowingState, withFilter } from './url-state.ts';

export type LoadedProgramme = StatsResponse['programmes'][number];

/** The one that is looked at: named by the filters, else the only one that is loaded; null: several. */
export function chosenProgramme(filters: Filters, loaded: readonly LoadedProgramme[]): string | null {
  const { programme = [] } = filters;
  return programmeIn(filters) ?? (programme.length === 0 && loaded.length === 1 ? (loaded[0]?.value ?? null) : null);
}

/** The same with the programs that are loaded; none while they are not known. */
export function useProgrammes(filters: Filters): { readonly loaded: readonly LoadedProgramme[]; readonly chosen: string | null } {
  const loaded = useStats().data?.programmes ?? [];
  return { loaded, chosen: chosenProgramme(filters, loaded) };
}

/**
 * The narrowing within another program, null: within all. Filters on what that one lacks would leave nothing; they are taken out, and `dropped` names
 * them in words.
 */
export function withProgramme<S extends NarrowingState>(state: S, programme: string | null): { state: S; dropped: string[] } {
  if (programme === null) return { state: { ...state, filters: withFilter(state.filters, 'programme', []) }, dropped: [] };
  const lacked = (Object.keys(state.filters) as KeywordField[]).filter((field) => isLacked(programme, field));
  const filters = lacked.reduce((left, field) => withFilter(left, field, []), state.filters);
  return {
    state: { ...state, filters: withFilter(filters, 'programme', [programme]) },
    dropped: lacked.map((field) => fieldLabel(field, null)),
  };
}
