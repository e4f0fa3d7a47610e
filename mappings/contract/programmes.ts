/**
 * THE PROGRAMMES of review whose letters are known, one row each. Rates are never mixed between them. How their case numbers are read stands in
 * `mappings/case-numbers.ts`, which of the layouts are theirs in `ingest/layouts/registry.ts`; no other place names one.
 */
interface ProgrammeRow {
  readonly label: string;
  /** Where there is little room. */
  readonly short: string;
  /** A case number as its letters print it, for help and messages. */
  readonly caseNumber: string;
}

const ROWS = {
  dwc: { label: 'California workers’ compensation (DWC)', short: 'DWC', caseNumber: 'CM14-0012345' },
  dmhc: { label: 'California managed health care (DMHC)', short: 'DMHC', caseNumber: 'MN14-12345' },
  ny_dfs: { label: 'New York (DFS)', short: 'New York', caseNumber: '201907-112345' },
} as const satisfies Readonly<Record<string, ProgrammeRow>>;

/** Ids are stored and never change. */
export type Programme = keyof typeof ROWS;
export const PROGRAMMES: Readonly<Record<Programme, ProgrammeRow>> = ROWS;
export const PROGRAMME_IDS = Object.keys(ROWS) as readonly Programme[];

/** The row of an id; null where there is none. */
export function programmeOf(id: string): ProgrammeRow | null {
  return Object.hasOwn(ROWS, id) ? ROWS[id as Programme] : null;
}

/** The one to name where none is asked for. */
export const FIRST_PROGRAMME = Object.keys(ROWS)[0] as Programme;

/** The id of a letter and a case number, for help and messages. */
const { caseNumber } = PROGRAMMES[FIRST_PROGRAMME];
export const EXAMPLE = { caseNumber, letterId: `${FIRST_PROGRAMME}:${caseNumber}` } as const;
