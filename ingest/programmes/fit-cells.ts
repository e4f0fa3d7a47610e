/**
 * Fits cells to columns where a row has more of them than the header: a file that was written without quotes, though values hold its separator
 * ("Diagnostic Imaging, Screening and Testing"). Cells that stand beside each other are joined so that every column whose values are known has one of
 * them. Where two ways fit equally well, or none does, the row is not read: nothing is guessed.
 */
import type { FileColumn } from './match-header.ts';

/** What it costs to join a cell to the one before it, and that a value is of no known kind. */
const [JOINED, UNKNOWN] = [1, 100];
/** More cells than this beyond the header are no value with a separator, and would only cost time. */
const MOST_EXTRA = 12;

/** One cell a column; null where no one way fits. `separator`: of the file, put back between cells that are joined. */
export function fitCells(cells: readonly string[], columns: readonly FileColumn[], separator: string): readonly string[] | null {
  const extra = cells.length - columns.length;
  if (extra === 0) return cells;
  if (extra < 0) return missing(cells, columns);
  if (extra > MOST_EXTRA) return null;
  // best[e]: the best way to have filled the columns so far with e cells more than columns.
  let best: (Way | null)[] = [{ cost: 0, values: [], isOnly: true }, ...Array.from({ length: extra }, () => null)];
  columns.forEach((column, at) => {
    best = best.map((_, more) => {
      let chosen = null as Way | null;
      for (let before = 0; before <= more; before += 1) {
        const way = best[before];
        if (way == null) continue;
        const pieces = cells.slice(at + before, at + more + 1);
        const own = costOf(pieces, column, separator);
        const cost = way.cost + own;
        const value = pieces.join(`${separator} `);
        // Joined to what is no known value: that is a way in which it may have been, and none to be chosen.
        const isOnly = way.isOnly && (pieces.length === 1 || own < UNKNOWN / 2);
        if (chosen === null || cost < chosen.cost) chosen = { cost, values: [...way.values, value], isOnly };
        else if (cost === chosen.cost) chosen = { ...chosen, isOnly: false };
      }
      return chosen;
    });
  });
  const way = best[extra];
  return way == null || !way.isOnly || way.cost >= UNKNOWN ? null : way.values;
}

interface Way {
  readonly cost: number;
  readonly values: readonly string[];
  readonly isOnly: boolean;
}

/** An empty cell is of every column; joined ones are a value only where it is known to be one, or anything may be. */
function costOf(pieces: readonly string[], column: FileColumn, separator: string): number {
  const joined = pieces.length - 1;
  if (joined > 0 && pieces.includes('')) return UNKNOWN;
  const value = pieces.join(`${separator} `);
  if (value === '' || column === null || !('isValue' in column) || column.isValue === undefined || column.isValue(value))
    return joined * JOINED;
  // One value that nobody listed may stand where the others leave no other place. It may hold the separator as well as its neighbour may.
  return UNKNOWN / 2 + joined * JOINED;
}

/** A row that ends early lacks its last cells, which some programs do not write where they are empty. */
function missing(cells: readonly string[], columns: readonly FileColumn[]): readonly string[] | null {
  const lacking = columns.slice(cells.length);
  const needed = lacking.some((column) => column !== null && (column.role === 'case number' || column.role === 'decision'));
  return needed ? null : [...cells, ...lacking.map(() => '')];
}
