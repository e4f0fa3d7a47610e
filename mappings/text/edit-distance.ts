/** How far one text is from another, in single changes. */

/**
 * The least number of changes that make one text the other, where a change adds, takes away or replaces one unit or swaps two
 * neighbours, and no place is changed twice (optimal string alignment). Strings count UTF-16 units; give lists for characters.
 */
export function editDistance(a: ArrayLike<string>, b: ArrayLike<string>): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((row[j - 1] ?? 0) + (same ? 0 : 1), (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
