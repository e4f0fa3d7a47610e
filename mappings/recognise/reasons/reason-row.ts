/** The shape of the rows by which a sentence tells a reason. An example is a sentence that tells it by this row, a counter-example one that does not. */
import type { Reason } from '#contract/lists.ts';
import type { Row } from '../rows.ts';

export interface ReasonRow extends Row {
  readonly reason: Reason;
  readonly pattern: RegExp;
  /** This must stand behind it. */
  readonly behind?: RegExp;
  /** Where this stands in the sentence too, the row is silent. */
  readonly unless?: RegExp;
}

/** A row that reads what a sentence says is not there. */
export interface LackRow extends ReasonRow {
  /** What is read: the object alone, or the whole clause around it. */
  readonly of: 'object' | 'clause';
  /** Only where something is not plain: "it is unclear whether". */
  readonly unclear?: true;
  /** Told beside the reason of another row; otherwise the first row that fits tells its reason alone. */
  readonly beside?: true;
}
