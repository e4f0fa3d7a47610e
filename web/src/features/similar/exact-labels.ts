/** The labels of what two cases share, or of what was read of one, each said once. Pure. */

/**
 * Each label once, in their order: both sides may cite the same guideline. A guideline is not said by itself where a topic of it is said as well ("ODG Pain", "ODG
 * Pain, “nsaids”").
 */
export function exactLabels(labels: readonly string[]): string[] {
  const unique = [...new Set(labels)];
  return unique.filter((label) => !unique.some((other) => other.startsWith(`${label}, `)));
}
