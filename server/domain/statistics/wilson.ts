/**
 * The interval of a rate: Wilson's score interval, 95%, of an effective number of items (`effective-size.ts`).
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical Association 22, 1927.
 */
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** From `low` to `high`, both included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** `n` items of `of` items, 0 <= n <= of. `effective`: as many independent items tell as much (any number above 0); `of` where it is left out. */
export interface Counted {
  readonly n: number;
  readonly of: number;
  readonly effective?: number;
}

/** How many standard deviations the middle 95% of a normal distribution reach to either side: 1.96. */
export const Z_95 = normalQuantile(0.975, 0, 1);

/**
 * The 95% interval of n / of as shares between 0 and 1, as if it had been found in `effective` independent items:
 * (p + z²/2e ± z √(p(1 - p)/e + z²/4e²)) / (1 + z²/e). Of nothing it is 0 to 1: nothing is known.
 */
export function wilson(n: number, of: number, effective = of): Interval {
  if (of === 0) return { low: 0, high: 1 };
  const p = n / of;
  const squared = Z_95 ** 2 / effective;
  const middle = (p + squared / 2) / (1 + squared);
  const reach = Math.sqrt(squared * p * (1 - p) + squared ** 2 / 4) / (1 + squared);
  // None and all lie on the edge itself, which rounding would miss; nowhere may rounding put the rate outside of its interval.
  return {
    low: n === 0 ? 0 : Math.min(p, Math.max(0, middle - reach)),
    high: n === of ? 1 : Math.max(p, Math.min(1, middle + reach)),
  };
}
