/** Matches of several patterns as of one, and the count that a match holds. */

/** Words that stand where a number could. */
const IN_WORDS: ReadonlyMap<string, number> = new Map([
  ['no', 0],
  ['without', 0],
  ['monthly', 1],
]);

/** The last number of a match, the upper bound of its range; within the groups `[from, to]` where given. */
export function last(match: RegExpExecArray, groups: readonly [number, number] = [1, match.length - 1]): number | null {
  const text = match
    .slice(groups[0], groups[1] + 1)
    .filter((group) => group !== undefined)
    .at(-1);
  return text === undefined ? null : (IN_WORDS.get(text.toLowerCase()) ?? Number(text));
}

/** Of the first match of each pattern the one that stands first; of two at one place that of the pattern named first. */
export function earliest(matches: readonly (RegExpExecArray | null)[]): RegExpExecArray | null {
  return matches.reduce<RegExpExecArray | null>(
    (first, match) => (match !== null && (first === null || match.index < first.index) ? match : first),
    null,
  );
}

/** All matches of patterns (flag g) from left to right, none over another: as of one pattern with these as alternatives. */
export function everyMatch(patterns: readonly RegExp[], text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  const next = (pattern: RegExp, from: number): RegExpExecArray | null => {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    pattern.lastIndex = 0;
    return match;
  };
  const waiting = patterns.map((pattern) => next(pattern, 0));
  for (let match = earliest(waiting); match !== null; match = earliest(waiting)) {
    found.push(match);
    const end = match.index + match[0].length;
    for (const [index, pattern] of patterns.entries()) {
      const held = waiting[index] ?? null;
      // A match that stands behind this one is still the next of its pattern.
      if (held !== null && held.index < end) waiting[index] = next(pattern, end);
    }
  }
  return found;
}
