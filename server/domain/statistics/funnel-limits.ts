/**
 * Between which shares a group of a given size is to be expected where its true rate is the common one: the limits of a funnel plot, from the exact
 * binomial distribution. D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24, 2005, appendix A.1.1:
 * a limit is interpolated between whole counts, (r - (F(r) - p) / (F(r) - F(r - 1))) / n with r the least count whose F(r) is at least p.
 *
 * The lower limits are these. The upper ones are the same of the complement, so that the funnel treats both tails alike: a group lies outside exactly where its
 * own tail is less likely than p, of overturned items as of the others, and limits only narrow with size. Read from the lower tail they would lie one
 * item lower: five overturned of five would be above the 95% limits of a rate of 60%, though that is so in one of thirteen such groups.
 */
import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Interval } from './wilson.ts';

/** Two pairs of limits: 5% and 0.2% of groups of the common rate lie outside of them, at most, half on either side. */
export interface FunnelLimits {
  readonly within95: Interval;
  readonly within998: Interval;
}

interface Tail {
  readonly p: number;
  /** The normal distribution's quantile of p, from which the search for the binomial's begins. */
  readonly z: number;
}

const TAIL_95: Tail = { p: 0.025, z: normalQuantile(0.025, 0, 1) };
const TAIL_998: Tail = { p: 0.001, z: normalQuantile(0.001, 0, 1) };

/** `rate`: the common rate, 0 to 1. `effective`: the group's effective number of items, rounded here to whole ones, at least one. */
export function funnelLimits(rate: number, effective: number): FunnelLimits {
  const size = Math.max(1, Math.round(effective));
  const within = (tail: Tail): Interval => ({ low: lowLimit(tail, size, rate), high: 1 - lowLimit(tail, size, 1 - rate) });
  return { within95: within(TAIL_95), within998: within(TAIL_998) };
}

function lowLimit(tail: Tail, size: number, rate: number): number {
  const below = binomialCdf.factory(size, rate);
  const r = leastCount(tail, size, rate, below);
  const reached = below(r);
  const step = reached - (r === 0 ? 0 : below(r - 1));
  return Math.min(rate, Math.max(0, (r - (reached - tail.p) / step) / size));
}

/** The least count whose F is at least p, by bisection around where a normal distribution with the same skewness has it (E. A. Cornish, R. A. Fisher, 1938). */
function leastCount({ p, z }: Tail, size: number, rate: number, below: (count: number) => number): number {
  const guess = size * rate + z * Math.sqrt(size * rate * (1 - rate)) + ((z * z - 1) * (1 - 2 * rate)) / 6 - 0.5;
  let high = Math.min(size, Math.max(0, Math.ceil(guess)));
  let low = high - 1; // F(low) < p <= F(high), once both are found; F(-1) is 0, F(size) 1
  for (let step = 1; below(high) < p; step *= 2) {
    low = high;
    high = Math.min(size, high + step);
  }
  for (let step = 1; low >= 0 && below(low) >= p; step *= 2) {
    high = low;
    low = Math.max(-1, low - step);
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (below(middle) >= p) high = middle;
    else low = middle;
  }
  return high;
}
