/** Counts -> counts with their rate: none where too few items or letters have a known decision, and always with its interval. */
import type { OutcomeCounts } from '#contract/aggregate.ts';
import { LEAST_FOR_RATE } from '#contract/limits.ts';
import type { IntervalRate, Measured } from '#contract/metrics.ts';
import { effectiveSize } from '../statistics/effective-size.ts';
import { wilson } from '../statistics/wilson.ts';

/** Items whose decision is known. */
export function knownOf({ items, decisions }: OutcomeCounts): number {
  return items - decisions.undetermined;
}

/** `r`: how alike outcomes within a letter are, see `correlationOf`. */
export function withRate(counts: OutcomeCounts, r: number): Measured {
  return { ...counts, overturned: rateOf(counts, r) };
}

function rateOf(counts: OutcomeCounts, r: number): IntervalRate | null {
  const of = knownOf(counts);
  if (of < LEAST_FOR_RATE.items || counts.knownLetters.count < LEAST_FOR_RATE.letters) return null;
  const n = counts.decisions.overturned;
  const effective = effectiveSize(of, counts.knownInLetters, r);
  return { n, of, effective, ...wilson(n, of, effective) };
}

/** A rate as a share, 0 to 1. */
export function shareOf({ n, of }: Pick<IntervalRate, 'n' | 'of'>): number {
  return n / of;
}
