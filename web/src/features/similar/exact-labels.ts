/** The labels of what two cases share, or of what was read of one, each said once. Pure. */

const PAGE = /^(.+), page (\d+)$/;

/**
 * Each label once, in their order: both sides may cite the same guideline. A guideline is not said by itself where a topic of it is said as well ("ODG Pain", "ODG
 * Pain, “nsaids”"), and its pages are said together ("..., pages 74-78, 98").
 */
export function exactLabels(labels: readonly string[]): string[] {
  const unique = [...new Set(labels)];
  const exact = unique.filter((label) => !unique.some((other) => other.startsWith(`${label}, `)));
  const pages = new Map<string, number[]>();
  for (const label of exact) {
    const [, guideline, page] = PAGE.exec(label) ?? [];
    if (guideline !== undefined) pages.set(guideline, [...(pages.get(guideline) ?? []), Number(page)]);
  }
  const together = exact.map((label) => {
    const guideline = PAGE.exec(label)?.[1];
    const own = guideline === undefined ? [] : (pages.get(guideline) ?? []);
    return own.length < 2 ? label : `${guideline}, pages ${runsOf(own).join(', ')}`;
  });
  return [...new Set(together)];
}

/** Numbers in their order, those that follow each other as one: "74-78". */
function runsOf(numbers: readonly number[]): string[] {
  const runs: [number, number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
}
