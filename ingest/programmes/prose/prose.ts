/** What the prose of one cell tells, as places in its text. */
import type { Decision } from '#contract/lists.ts';
import type { Place } from '#mappings/text/places.ts';
import type { PrintedSpecialty } from '#mappings/vocabulary/specialties.ts';
import type { FoundCitation } from '../../extract/guideline-side.ts';
import type { Role } from '../roles.ts';

export interface Prose {
  readonly summary: Place | null;
  readonly rationale: Place | null;
  /** What was asked for, in more words than its column has. */
  readonly request: Place | null;
  readonly diagnosis: Place | null;
  /** What the words decide; null where they do not say, or both. */
  readonly decision: Decision | null;
  /** Where they say so. */
  readonly verdict: Place | null;
  readonly specialties: readonly PrintedSpecialty[];
  /** What is cited beside the rationale, with places in the text. */
  readonly citations: readonly FoundCitation[];
}

/** Reads a cell of prose; `role`: of its column. */
export type ProseReader = (text: string, role: Role) => Partial<Prose>;
