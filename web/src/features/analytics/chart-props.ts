/** What every chart of the registry is given. */
import type { NarrowingState } from '../../lib/url-state.ts';
import type { RateRow } from './rate-rows.ts';

export interface ChartProps {
  /** The narrowing to ask the server with: the address as it stands. */
  readonly asked: NarrowingState;
  /** The narrowing that is counted, and that every link keeps: without what the server set aside. */
  readonly state: NarrowingState;
  /** The program that all of it is of. */
  readonly programme: string;
  /** The first and last year of what is counted; null where none is stated. */
  readonly years: { readonly first: number; readonly last: number } | null;
  /** Where the scale of every chart of the page ends, as a share. */
  readonly scale: number;
  /** The rate over all items, for the line of reference; null where they are too few for one. */
  readonly overall: RateRow['rate'];
}
