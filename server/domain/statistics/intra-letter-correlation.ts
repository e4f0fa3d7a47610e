/**
 * How alike the items of one letter are decided: the intra-cluster correlation of a yes or no, by the estimator of the one-way analysis of variance.
 * A. Donner, J. J. Koval, "The estimation of intraclass correlation in the analysis of family data", Biometrics 36, 1980; for yes and no
 * M. S. Ridout, C. G. B. Demétrio, D. Firth, "Estimating intraclass correlation for binary data", Biometrics 55, 1999 (their "ANOVA").
 */

/** So many letters with `items` items whose decision is known, `overturned` of them overturned. */
export interface LetterTally {
  readonly items: number;
  readonly overturned: number;
  readonly letters: number;
}

/**
 * (B - W) / (B + (n₀ - 1) W): B the mean square between letters, W the one within them, n₀ = (N - Σ n²/N) / (k - 1) of N items in k letters.
 * At least 0, at most 1. 0 where it cannot be told: fewer than two letters, no letter with two items, or every item decided alike. The order
 * of the tallies does not matter, nor whether one is split in two.
 */
export function intraLetterCorrelation(tallies: readonly LetterTally[]): number {
  const stated = tallies.filter(({ items, letters }) => items > 0 && letters > 0);
  const sum = (of: (tally: LetterTally) => number) => stated.reduce((total, tally) => total + tally.letters * of(tally), 0);
  const letters = sum(() => 1);
  const items = sum((tally) => tally.items);
  if (letters < 2 || items === letters) return 0;
  const rate = sum((tally) => tally.overturned) / items;
  const between = sum((tally) => tally.items * (tally.overturned / tally.items - rate) ** 2) / (letters - 1);
  const within = sum((tally) => (tally.overturned * (tally.items - tally.overturned)) / tally.items) / (items - letters);
  const size = (items - sum((tally) => tally.items ** 2) / items) / (letters - 1);
  const all = between + (size - 1) * within;
  return all === 0 ? 0 : Math.max(0, (between - within) / all);
}
