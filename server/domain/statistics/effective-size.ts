/**
 * How many independent items tell as much as items that were decided together. Items of one letter have one reviewer and one patient, so that
 * an interval of their plain number would be too narrow. The design effect 1 + (m - 1) r is L. Kish's ("Survey Sampling", 1965), with m,
 * for letters of different sizes, the size that the mean item sees, Σ n² / Σ n (A. Donner, N. Birkett, C. Buck, "Randomization by cluster: sample size
 * requirements and analysis", American Journal of Epidemiology 114, 1981).
 */

/**
 * `known`: items with a known decision; `knownInLetters`: over each of them the known items of its letter, added up; `r`: the correlation between items
 * of one letter, 0 to 1 (`intra-letter-correlation.ts`). At most `known`; 0 where none is known.
 */
export function effectiveSize(known: number, knownInLetters: number, r: number): number {
  if (known === 0) return 0;
  const mean = Math.max(1, knownInLetters / known);
  return known / (1 + (mean - 1) * r);
}
