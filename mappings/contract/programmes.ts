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
  /** How names of its categories changed where a crosswalk makes them one; null where none did. */
  readonly names: string | null;
  /** From which year on values of some fields mean something else: a trend over it compares unlike things, and says so. */
  readonly breaks: readonly { readonly year: number; readonly fields: readonly string[]; readonly note: string }[];
}

const ROWS = {
  dwc: {
    label: 'California workers’ compensation (DWC)',
    short: 'DWC',
    caseNumber: 'CM14-0012345',
    published: 'letters',
    reviewed: 'UR decision',
    source: 'Determination letters, published by the California Division of Workers’ Compensation; terms of reuse are not known.',
    names: null,
    breaks: [],
  },
  dmhc: {
    label: 'California managed health care (DMHC)',
    short: 'DMHC',
    caseNumber: 'MN14-12345',
    published: 'table',
    reviewed: 'Health plan’s decision',
    source:
      'Published by the California Department of Managed Health Care as open data of the State of California, under the terms of use of its portal; a license by name is not known.',
    names: 'Files published until about 2016 print long category names, later ones short names: both are shown as one.',
    breaks: [
      {
        year: 2026,
        fields: ['diagnosisCategory', 'diagnosis'],
        note: 'From 2026 on DMHC names diagnoses by chapters of ICD-10, beside its earlier names: a chapter may hold more than the category that it is shown as.',
      },
      {
        year: 2026,
        fields: ['treatmentCategory', 'treatment', 'category', 'service'],
        note: 'From 2026 on DMHC names treatments by sections of the procedure codes, beside its earlier names: most of them have no earlier category, so that a trend by treatment breaks here.',
      },
    ],
  },
  ny_dfs: {
    label: 'New York (DFS)',
    short: 'New York',
    caseNumber: '201907-112345',
    published: 'table',
    reviewed: 'Health plan’s denial',
    source:
      'Published by the New York State Department of Financial Services as public data of the State of New York; terms of reuse are not known.',
    names: null,
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

/**
 * The id of a programme of one's own by its name; null where the name has other signs than letters, digits, blanks, dots and dashes, or over 60, and where it
 * is that of a programme that is known.
 */
export function ownProgramme(name: string): OwnProgramme | null {
  const evened = name.trim().replace(/\s+/gu, ' ');
  const isKnown = Object.entries<ProgrammeRow>(ROWS).some(([known, { label, short }]) =>
    [known, label, short].some((taken) => taken.toLowerCase() === evened.toLowerCase()),
  );
  const id = `own-${evened.replaceAll(' ', '_')}`;
  return !isKnown && !evened.includes('_') && OWN.test(id) ? (id as OwnProgramme) : null;
}

/** The row of an id, also of a programme of one's own; null where there is none. */
export function programmeOf(id: string): ProgrammeRow | null {
  if (Object.hasOwn(ROWS, id)) return ROWS[id as KnownProgramme];
  if (!OWN.test(id)) return null;
  const name = id.slice('own-'.length).replaceAll('_', ' ');
  const source = 'A table that was loaded here with a mapping of its columns.';
  return { label: name, short: name, caseNumber: null, published: 'table', reviewed: 'Decision', source, names: null, breaks: [] };
}

/** An outcome in the words of a programme: "UR decision upheld: not found medically necessary". */
export function outcomeWords(programme: string, decision: Decision): string {
  const { short, found } = DECISION_LABELS[decision];
  if (decision === 'undetermined')
    return programmeOf(programme)?.published === 'table' ? `${short}: neither upheld nor overturned` : `${short}: ${found}`;
  return `${programmeOf(programme)?.reviewed ?? 'Decision'} ${short.toLowerCase()}: ${found}`;
}

/** In place of the title of an item that has none. */
export function untitledWords(programme: string): string {
  return programmeOf(programme)?.published === 'table' ? 'Treatment not stated' : 'The heading of this item was not found';
}

/** The one to name where none is asked for. */
export const FIRST_PROGRAMME = Object.keys(ROWS)[0] as KnownProgramme;

/** The id of a letter and a case number, for help and messages. */
const { caseNumber } = PROGRAMMES[FIRST_PROGRAMME];
export const EXAMPLE = { caseNumber, letterId: `${FIRST_PROGRAMME}:${caseNumber}` } as const;

/** A case number of each programme whose form is known, for messages: "CM14-0012345, MN14-12345 or 201907-112345". */
export const CASE_NUMBER_EXAMPLES = new Intl.ListFormat('en-US', { type: 'disjunction' }).format(
  PROGRAMME_IDS.map((id) => PROGRAMMES[id].caseNumber),
);

/** Whether an id is that of a programme of one's own. */
export function isOwnProgramme(id: string): id is OwnProgramme {
  return OWN.test(id);
}
