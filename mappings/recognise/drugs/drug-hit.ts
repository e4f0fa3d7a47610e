/** A drug named in a text, with its place. */
import type { Place } from '../../text/places.ts';
export interface DrugHit extends Place {
  /** The name that was matched, lower case. */
  readonly alias: string;
  readonly generic: string;
  /** The active drug without its form: two names with one base are one drug. */
  readonly base: string;
  readonly class: string;
  /** The DWC search form's name where the drug's is not its class's. */
  readonly dwcCategory: string | null;
}
