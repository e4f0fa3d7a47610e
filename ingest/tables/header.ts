/** Which of the first rows names the columns, and which way of cutting a file into cells is its own. */

/** How many of the first rows are looked at: titles and notes may stand above the header. */
export const LOOKED_AT = 20;

/** The first rows of a file, cut one way. */
export type FirstRows = readonly (readonly string[])[];

/** Chooses among the ways of cutting a file; null where none of them gives a table. Both numbers count from 0. */
export type HeaderFinder = (ways: readonly FirstRows[]) => { readonly way: number; readonly row: number } | null;

/** The first way that gives a row of names which somebody knows. */
export function knownHeader(isHeader: (names: readonly string[]) => boolean): HeaderFinder {
  return (ways) => {
    for (const [way, rows] of ways.entries()) {
      const row = rows.findIndex((names) => isHeader(names));
      if (row >= 0) return { way, row };
    }
    return null;
  };
}

/**
 * The way that gives most rows the same number of cells, and of those the one that gives most cells. Its header is the first row that is nearly as
 * wide: a title is not, and a header may be narrower than rows whose values hold the separator.
 */
export const likelyHeader: HeaderFinder = (ways) => {
  let best: { way: number; row: number; evenness: number; width: number } | null = null;
  for (const [way, rows] of ways.entries()) {
    const width = commonWidth(rows);
    const row = rows.findIndex((cells) => cells.filter((cell) => cell !== '').length >= Math.max(2, width * 0.75));
    if (width < 2 || row < 0) continue;
    const evenness = rows.filter(({ length }) => length === width).length / rows.length;
    if (best === null || evenness > best.evenness || (evenness === best.evenness && width > best.width))
      best = { way, row, evenness, width };
  }
  return best;
};

/** The number of cells that most rows have. */
function commonWidth(rows: FirstRows): number {
  const times = new Map<number, number>();
  for (const { length } of rows) times.set(length, (times.get(length) ?? 0) + 1);
  return [...times].reduce((best, now) => (now[1] > best[1] ? now : best), [0, 0])[0];
}
