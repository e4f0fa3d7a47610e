/** What a letter layout is: how well a text fits it, and where its sections stand. One layout is one file. */
import type { ScanSpan } from '#mappings/text/scan.ts';

/** How well a text fits: the share of the layout's anchors that were found (0..1), and where they stand. */
export interface Detection {
  readonly score: number;
  readonly because: readonly ScanSpan[];
}

/** Where the parts of one disputed item stand; null where the label of a part was not found. */
export interface ItemSections {
  /** The heading: with the decision that ends it where `verdicts` is null, else the request alone. */
  readonly heading: ScanSpan | null;
  /** Sentences that tell the decision ("... is not medically necessary"), printings of the same one; null where the heading ends in it. */
  readonly verdicts: readonly ScanSpan[] | null;
  /** The decision is not known: what the letter tells may be on a request that is not this one. `verdicts` is then where it shows. */
  readonly unjoined?: boolean;
  readonly administrator: ScanSpan | null;
  readonly reviewer: ScanSpan | null;
  readonly rationale: ScanSpan | null;
  /** Parts whose label was not found beside others of the item; the field before one holds words that are not its own, and is null too. */
  readonly unlabelled?: readonly ItemPart[];
}

/** The labelled parts of an item, in the order in which they are printed. */
export type ItemPart = 'administrator' | 'reviewer' | 'rationale';

/** Where the sections of a letter stand; null where a title was not found. Spans hold the section without its title. */
export interface Sections {
  readonly header: ScanSpan | null;
  /** Sentences that tell header fields in prose ("filed on 9/6/2013"); null where the layout has none. */
  readonly prose: ScanSpan | null;
  /** The standing paragraph on how the determination was made. */
  readonly standing: ScanSpan | null;
  readonly credentials: ScanSpan | null;
  readonly summary: ScanSpan | null;
  /** The words that say that the summary was taken from the utilization review; null where none do. */
  readonly summaryFromUr: ScanSpan | null;
  /** The list of documents reviewed. */
  readonly documents: ScanSpan | null;
  readonly items: readonly ItemSections[];
  /** Sections that no field is read from; they are reported, so that nothing is dropped in silence. */
  readonly leftover: readonly ScanSpan[];
  /** What looks like the start of an item and was not taken for one. */
  readonly doubtful: readonly ScanSpan[];
}

/** The fields of a header. */
export type HeaderField = 'caseNumber' | 'assigned' | 'injury' | 'decided' | 'urDenial' | 'priority' | 'applicationReceived';
export const ALL_HEADER_FIELDS: readonly HeaderField[] = [
  'caseNumber',
  'priority',
  'injury',
  'urDenial',
  'applicationReceived',
  'assigned',
  'decided',
];

export interface Layout {
  readonly id: string;
  /** When letters of this layout were written, in words. */
  readonly years: string;
  /** Whether a heading of this layout tells what UR had authorized, so that its silence means: nothing. */
  readonly tellsAuthorizedPart: boolean;
  /** Whether items of this layout tell what the claims administrator relied on, so that its absence is worth a message. */
  readonly tellsAdministrator: boolean;
  /** Whether one printing of a decision is sure. Else, as no whole letter of the layout was at hand, it is `inferred` unless it is printed twice alike. */
  readonly onePrintingTells: boolean;
  /** The header fields that every letter of this layout prints, so that a missing one is worth a message. */
  readonly headerFields: readonly HeaderField[];
  detect(scan: string): Detection;
  /** `pageStarts`: where pages start in the scan copy. */
  segment(scan: string, pageStarts: readonly number[]): Sections;
}
