/** What every page of analytics is given by its frame. */
import type { KeywordField } from '#contract/fields.ts';
import type { ReportPageId } from '#contract/report-pages.ts';
import type { NarrowingState } from '../../lib/url-state.ts';

export interface PageProps {
  /** The narrowing as the address has it. */
  readonly asked: NarrowingState;
  /**
   * The narrowing that is counted: without filters on the outcome, and of one program where several match. Metrics are asked with it and links lead by it,
   * so that a list has as many items as the number that opens it says.
   */
  readonly state: NarrowingState;
  /** The program that all of it is of. */
  readonly programme: string;
  /** The page's own questions; null where it has none. */
  readonly report: ReportPageId | null;
  /** What is counted, in words: "disputed items with Service: MRI". */
  readonly counted: string;
  /** The value that all of the page is of; null where it is of none. */
  readonly of: { readonly field: KeywordField; readonly value: string } | null;
}
