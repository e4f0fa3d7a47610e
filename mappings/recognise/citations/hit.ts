/** A citation found in an evened piece of text: which row of the vocabulary, and where its words stand. */

import type { Place } from '../../text/places.ts';
import type { ScanSpan } from '../../text/scan.ts';

export interface Hit extends Place {
  readonly guideline: string;
  readonly family: string;
  /** Where the topic stands that is printed with it ("Low Back Chapter, MRI"); undefined where the finder does not tell. */
  readonly topic?: Pick<ScanSpan, 'start' | 'end'> | null;
  /** Where the name itself ends, where `end` takes in the topic. */
  readonly nameEnd?: number;
  /** Chapter number as printed, where it differs from the row's own. */
  readonly chapter?: number;
}

/** Which sources a citation may mean: as printed before it; null where the words do not say (a rationale). */
export type PrintedBasis = 'mtus' | 'non_mtus' | null;
