/** What a verdict is. */
import type { Decision } from '#contract/lists.ts';
import type { Place } from '../../text/places.ts';

/** The verb phrase of a verdict, from "is" to "necessary" or "appropriate", and what it says; `decision` is null where the words are not clear. */
export interface Verdict extends Place {
  readonly decision: Extract<Decision, 'upheld' | 'overturned' | 'overturned_in_part'> | null;
}
