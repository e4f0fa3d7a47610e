/** What a letter layout is: how well a text fits it, and where its sections stand. One layout is one file. */
import type { ScanSpan } from '../text/scan.ts';

/** How well a text fits: the share of the layout's anchors that were found (0..1), and where they stand. */
export interface Detection {
  readonly score: number;
  readonly because: readonly ScanSpan[];
}

/** Where the parts of one disputed item stand; null where the label of a part was not found. */
export interface ItemSections {
  /** The heading with its decision. */
  readonly heading: ScanSpan | null;
  readonly administrator: ScanSpan | null;
  readonly reviewer: ScanSpan | null;
  readonly rationale: ScanSpan | null;
}

/** Where the sections of a letter stand; null where a title was not found. Spans hold the section without its title. */
export interface Sections {
  readonly header: ScanSpan | null;
  /** The standing paragraph on how the determination was made. */
  readonly standing: ScanSpan | null;
  readonly credentials: ScanSpan | null;
  readonly summary: ScanSpan | null;
  readonly items: readonly ItemSections[];
  /** Sections that no field is read from; they are reported, so that nothing is dropped in silence. */
  readonly leftover: readonly ScanSpan[];
  /** What looks like the start of an item and was not taken for one. */
  readonly doubtful: readonly ScanSpan[];
}

export interface Layout {
  readonly id: string;
  /** When letters of this layout were written, in words. */
  readonly years: string;
  /** Whether a heading of this layout tells what UR had authorized, so that its silence means: nothing. */
  readonly tellsAuthorizedPart: boolean;
  detect(scan: string): Detection;
  /** `pageStarts`: where pages start in the scan copy. */
  segment(scan: string, pageStarts: readonly number[]): Sections;
}
