/** What filters and ids say of programs. Pure. */
import { programmeOf } from '#contract/programmes.ts';
import { EMPTY_SEARCH, type Filters, withParams, writeNarrowing } from './url-state.ts';

/** The one program that filters name; null where they name none, or several. */
export function programmeIn({ programme = [] }: Filters): string | null {
  return programme.length === 1 ? (programme[0] ?? null) : null;
}

/** Whether one program is looked at whose decisions are the rows of a table. */
export function isTable(programme: string | null): boolean {
  return programme !== null && programmeOf(programme)?.published === 'table';
}

/** Where there is little room: "DMHC". */
export function shortName(programme: string): string {
  return programmeOf(programme)?.short ?? programme;
}

/** The filter on the program alone. */
export function programmeOnly({ programme }: Filters): Filters {
  return programme === undefined ? {} : { programme };
}

/** A page within the program that filters name. */
export function withinHref(path: string, filters: Filters): string {
  return withParams(path, writeNarrowing({ ...EMPTY_SEARCH, filters: programmeOnly(filters) }));
}
