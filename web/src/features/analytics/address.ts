/** The address of this page: what narrows the items, and whose guidelines the rates are by. The narrowing is read and written by url-state.ts. */
import { useSearchParams } from 'react-router';
import { type NarrowingState, withParams, writeNarrowing } from '../../lib/url-state.ts';

/** Whose guidelines: those that the IMR reviewer cited, or those cited at UR. */
export type Side = 'imr' | 'ur';

const SIDE = 'guidelines';

/** The IMR reviewer's, unless the address says otherwise. */
export function readSide(params: URLSearchParams): Side {
  return params.get(SIDE) === 'ur' ? 'ur' : 'imr';
}

/** The rates of a narrowing, with the guidelines of one side. */
export function analyticsHref(state: NarrowingState, side: Side): string {
  const params = writeNarrowing(state);
  if (side !== 'imr') params.set(SIDE, side);
  return withParams('/analytics', params);
}

/** The addresses of other narrowings, with the side that is shown. */
export function useAnalyticsHref(): (state: NarrowingState) => string {
  const side = readSide(useSearchParams()[0]);
  return (state) => analyticsHref(state, side);
}
