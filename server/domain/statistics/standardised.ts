/**
 * Rates of two cohorts as they would be if both had the same mix of groups (of services, say): direct standardisation, Σ w p of the rates p of the groups
 * (J. L. Fleiss, B. Levin, M. C. Paik, "Statistical Methods for Rates and Proportions", 3rd edition 2003, chapter 19), with intervals of weighted sums of
 * independent proportions (G. Y. Zou, W. Huang, X. Zhang, "A note on confidence interval estimation for a linear function of binomial proportions",
 * Computational Statistics & Data Analysis 53, 2009). Of a single group they are Wilson's and Newcombe's.
 */
import { type Estimate, lessThan } from './newcombe.ts';
import { type Counted, wilson } from './wilson.ts';

/** What one group has in each of the two cohorts. */
export interface GroupInBoth {
  readonly a: Counted;
  readonly b: Counted;
}

/** Shares of 0 to 1 (the difference -1 to 1) with 95% intervals, all over the groups that both cohorts have. */
export interface StandardisedRates {
  readonly a: Estimate;
  readonly b: Estimate;
  /** The rate of `a` less that of `b`. */
  readonly difference: Estimate;
  /** Groups that only one cohort has can be held against nothing: how many there are, and the items of each cohort in them. */
  readonly leftOut: { readonly groups: number; readonly a: number; readonly b: number };
}

/**
 * Both cohorts in the mix of the two together: the weight of a group is its share of all items in groups that both have. Groups exclude each other, and no
 * letter is in both cohorts. Null where they have no group in common.
 */
export function standardised(groups: readonly GroupInBoth[]): StandardisedRates | null {
  const shared = groups.filter(({ a, b }) => a.of > 0 && b.of > 0);
  if (shared.length === 0) return null;
  const apart = groups.filter(({ a, b }) => a.of > 0 !== b.of > 0);
  const itemsOf = (those: readonly GroupInBoth[], cohort: 'a' | 'b') => those.reduce((sum, group) => sum + group[cohort].of, 0);
  const all = itemsOf(shared, 'a') + itemsOf(shared, 'b');
  const inMix = (cohort: 'a' | 'b') => weightedRate(shared.map((group) => ({ ...group[cohort], weight: (group.a.of + group.b.of) / all })));
  const [a, b] = [inMix('a'), inMix('b')];
  return { a, b, difference: lessThan(a, b), leftOut: { groups: apart.length, a: itemsOf(apart, 'a'), b: itemsOf(apart, 'b') } };
}

/**
 * Σ w p, each limit at the root of the summed squares of what the groups' rates are away from their own limits. (A normal approximation would take a group
 * whose items were all decided alike for certain, however few they are.)
 */
function weightedRate(groups: readonly (Counted & { readonly weight: number })[]): Estimate {
  const parts = groups.map(({ n, of, effective, weight }) => ({ weight, rate: n / of, ...wilson(n, of, effective) }));
  const value = Math.min(1, sum(parts.map(({ weight, rate }) => weight * rate)));
  return {
    value,
    low: Math.max(0, value - Math.sqrt(sum(parts.map(({ weight, rate, low }) => (weight * (rate - low)) ** 2)))),
    high: Math.min(1, value + Math.sqrt(sum(parts.map(({ weight, rate, high }) => (weight * (high - rate)) ** 2)))),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
