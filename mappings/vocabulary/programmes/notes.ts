/** What users are told of the published files of a sister programme: where their vocabularies break in time, and whose data they are. */
import type { Programme } from '#contract/programmes.ts';

/** A change of what a programme's categories mean: a trend over it compares unlike things, and says so. */
interface Break {
  /** First report year of the new names. */
  readonly from: number;
  readonly what: 'diagnosis' | 'treatment';
  /** One sentence for users. */
  readonly note: string;
}

export interface ProgrammeNotes {
  readonly breaks: readonly Break[];
  /** How the names changed where a crosswalk makes them one again; null where none did. */
  readonly names: string | null;
  /** Whose data it is and what is known of its terms, in one sentence. */
  readonly licence: string;
}

export const PROGRAMME_NOTES: Partial<Readonly<Record<Programme, ProgrammeNotes>>> = {
  dmhc: {
    breaks: [
      {
        from: 2026,
        what: 'diagnosis',
        note: 'From 2026 on DMHC names diagnoses by chapters of ICD-10, beside its earlier names: a chapter may hold more than the category that it is shown as.',
      },
      {
        from: 2026,
        what: 'treatment',
        note: 'From 2026 on DMHC names treatments by sections of the procedure codes, beside its earlier names: most of them have no earlier category, so that a trend by treatment breaks here.',
      },
    ],
    names: 'Files published until about 2016 print long category names, later ones short names: both are shown as one.',
    licence:
      'Published by the California Department of Managed Health Care as open data of the State of California, under the terms of use of its portal; a licence by name is not known.',
  },
  ny_dfs: {
    breaks: [],
    names: null,
    licence:
      'Published by the New York State Department of Financial Services as public data of the State of New York; terms of reuse are not known.',
  },
};
