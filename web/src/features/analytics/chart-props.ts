/** What every chart of the registry is given. */
import type { NarrowingState } from '../../lib/url-state.ts';

export interface ChartProps {
  readonly state: NarrowingState;
  /** The narrowing as the end of a sentence, for the one under the chart's title. */
  readonly narrowedTo: string;
}
