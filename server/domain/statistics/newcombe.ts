/**
 * By how much the rates of two groups differ: Newcombe's hybrid score interval, made of the Wilson intervals of both. R. G. Newcombe, "Interval
 * estimation for the difference between independent proportions: comparison of eleven methods", Statistics in Medicine 17, 1998, method 10.
 */
import { type Counted, type Interval, wilson } from './wilson.ts';

/** `value` with the interval that it lies in. */
export interface Estimate extends Interval {
  readonly value: number;
}

/** The rate of `a` less that of `b`, -1 to 1, with its 95% interval; null where one has no items. The groups must share no letter: their rates are to be independent. */
export function newcombe(a: Counted, b: Counted): Estimate | null {
  return a.of === 0 || b.of === 0 ? null : lessThan(rateOf(a), rateOf(b));
}

/** `a` less `b`, two independent rates: each limit lies at the root of the summed squares of what the two rates are away from their own limits. */
export function lessThan(a: Estimate, b: Estimate): Estimate {
  const value = a.value - b.value;
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  };
}

function rateOf({ n, of, effective }: Counted): Estimate {
  return { value: n / of, ...wilson(n, of, effective) };
}
