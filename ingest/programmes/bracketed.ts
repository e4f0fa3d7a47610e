/** Cells that list several values, each in square brackets: so New York prints them, and so lists of JSON are read. */

/** Whether a cell is such a list, and nothing else. */
export function inBrackets(cell: string): boolean {
  return /^\s*(?:\[[^[\]]*\][\s,;]*)+$/.test(cell);
}

/** Where the values in brackets stand; without brackets the cell is one. */
export function bracketed(cell: string): { start: number; end: number }[] {
  const found = [...cell.matchAll(/\[([^[\]]*)\]/g)].map((match) => {
    const start = match.index + 1;
    return { start, end: start + (match[1] ?? '').length };
  });
  return found.length === 0 ? [{ start: 0, end: cell.length }] : found;
}
