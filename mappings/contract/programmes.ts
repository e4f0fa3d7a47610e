/**
 * THE PROGRAMMES of review whose decisions are known, one row each. Rates are never mixed between them. How their case numbers are read stands in
 * `mappings/case-numbers.ts`, which fields they have in `programme-fields.ts`, how their files are read in `ingest/programmes`; no other place names one.
 */
import { DECISION_LABELS, type Decision } from './lists.ts';

interface ProgrammeRow {
  readonly label: string;
  /** Where there is little room. */
  readonly short: string;
  /** A case number as it is published, for help and messages; null: in no form that is known. */
  readonly caseNumber: string | null;
  /** Whether its decisions are published as letters, or as the rows of a table. */
  readonly published: 'letters' | 'table';
  /** What was reviewed, as a sentence about an outcome begins: "UR decision" upheld. */
  readonly reviewed: string;
  /** Who publishes it and what is known of its licence, as a sentence. */
  readonly source: string;
  /** From when on its vocabulary is another: a trend over that year goes by a crosswalk. */
  readonly breaks: readonly { readonly year: number; readonly note: string }[];
}

const ROWS = {
  dwc: {
    label: 'California workers’ compensation (DWC)',
    short: 'DWC',
    caseNumber: 'CM14-0012345',
    published: 'letters',
    reviewed: 'UR decision',
    source: 'Determination letters, published by the California Division of Workers’ Compensation; no licence is stated.',
    breaks: [],
  },
  dmhc: {
    label: 'California managed health care (DMHC)',
    short: 'DMHC',
    caseNumber: 'MN14-12345',
    published: 'table',
    reviewed: 'Health plan’s decision',
    source:
      'A table, one row a decision, published as open data by the California Department of Managed Health Care; its licence is not stated in the file.',
    breaks: [
      { year: 2017, note: 'Category names became short; they are joined with the earlier ones by a crosswalk.' },
      { year: 2026, note: 'Category names were replaced once more; those that correspond are joined by a crosswalk.' },
    ],
  },
  ny_dfs: {
    label: 'New York (DFS)',
    short: 'New York',
    caseNumber: '201907-112345',
    published: 'table',
    reviewed: 'Health plan’s denial',
    source:
      'A table of external appeals, published by the New York State Department of Financial Services; its licence is not stated in the file.',
    breaks: [],
  },
} as const satisfies Readonly<Record<string, ProgrammeRow>>;

/** Ids are stored and never change. */
export type KnownProgramme = keyof typeof ROWS;
/** Of a table of one's own: its name is in the id, with `_` for blanks. */
export type OwnProgramme = `own-${string}`;
export type Programme = KnownProgramme | OwnProgramme;
export const PROGRAMMES: Readonly<Record<KnownProgramme, ProgrammeRow & { readonly caseNumber: string }>> = ROWS;
export const PROGRAMME_IDS = Object.keys(ROWS) as readonly KnownProgramme[];

/** A name as it may stand in an id: letters, digits, dots, dashes, and `_` for single blanks. */
const OWN = /^own-[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,58}[\p{L}\p{N}])?$/u;

/** Whether a text is the id of a programme. */
export function isProgramme(id: string): id is Programme {
  return Object.hasOwn(ROWS, id) || OWN.test(id);
}

/** The id of a programme of one's own by its name; null where the name has other signs than letters, digits, blanks, dots and dashes, or over 60. */
export function ownProgramme(name: string): OwnProgramme | null {
  const id = `own-${name.trim().replace(/\s+/gu, '_')}`;
  return OWN.test(id) ? (id as OwnProgramme) : null;
}

/** The row of an id, also of a programme of one's own; null where there is none. */
export function programmeOf(id: string): ProgrammeRow | null {
  if (Object.hasOwn(ROWS, id)) return ROWS[id as KnownProgramme];
  if (!OWN.test(id)) return null;
  const name = id.slice('own-'.length).replaceAll('_', ' ');
  const source = 'A table that was loaded here with a mapping of its columns.';
  return { label: name, short: name, caseNumber: null, published: 'table', reviewed: 'Decision', source, breaks: [] };
}

/** An outcome in the words of a programme: "UR decision upheld: not found medically necessary". */
export function outcomeWords(programme: string, decision: Decision): string {
  const { short, found } = DECISION_LABELS[decision];
  if (decision === 'undetermined') return `${short}: ${found}`;
  return `${programmeOf(programme)?.reviewed ?? 'Decision'} ${short.toLowerCase()}: ${found}`;
}

/** The one to name where none is asked for. */
export const FIRST_PROGRAMME = Object.keys(ROWS)[0] as KnownProgramme;

/** The id of a letter and a case number, for help and messages. */
const { caseNumber } = PROGRAMMES[FIRST_PROGRAMME];
export const EXAMPLE = { caseNumber, letterId: `${FIRST_PROGRAMME}:${caseNumber}` } as const;
