/** The order of rows: by the sort, then by letter id, then by item number. A total order, so that pages neither lose nor repeat. */
import type { Sort } from '#contract/lists.ts';
import { byCodeUnits } from '#mappings/text/code-units.ts';
import { type Columns, NO_DAY } from './columns.ts';
import { decidedIn } from './decided-in.ts';
import type { Rows } from './masks.ts';

/** Compares two rows. `scores` are by row; what is behind their end scores nothing. */
export function orderOf(columns: Columns, sort: Sort, scores: Float64Array): (a: number, b: number) => number {
  const bySort = compareBy(columns, sort, scores);
  return (a, b) => bySort(a, b) || compareLetters(columns, a, b) || (columns.number[a] ?? 0) - (columns.number[b] ?? 0);
}

/** The first row of each letter by the order. The rows of a letter come next to each other. */
export function firstOfEachLetter(columns: Columns, rows: Rows, order: (a: number, b: number) => number): Rows {
  const firsts: number[] = [];
  let letter = -1;
  for (const row of rows) {
    const last = firsts.length - 1;
    if (columns.letter[row] !== letter) firsts.push(row);
    else if (order(row, firsts[last] ?? row) < 0) firsts[last] = row;
    letter = columns.letter[row] ?? -1;
  }
  return Int32Array.from(firsts);
}

/** The id of a row's letter. */
export function letterOf(columns: Columns, row: number): string {
  return columns.letterIds[columns.letter[row] ?? 0] ?? '';
}

function compareLetters(columns: Columns, a: number, b: number): number {
  return columns.letter[a] === columns.letter[b] ? 0 : byCodeUnits(letterOf(columns, a), letterOf(columns, b));
}

function compareBy(columns: Columns, sort: Sort, scores: Float64Array): (a: number, b: number) => number {
  if (sort === 'relevance') return (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0);
  if (sort === 'case') {
    const { codes, sets } = columns.keywords.caseNumber;
    const caseNumber = (row: number) => sets[codes[row] ?? 0]?.[0] ?? '';
    return (a, b) => byCodeUnits(caseNumber(a), caseNumber(b));
  }
  const { last: day } = decidedIn(columns);
  return (a, b) => {
    const [dayOfA, dayOfB] = [day(a), day(b)];
    if (dayOfA === dayOfB) return 0;
    if (dayOfA === NO_DAY || dayOfB === NO_DAY) return dayOfA === NO_DAY ? 1 : -1;
    return sort === 'newest' ? dayOfB - dayOfA : dayOfA - dayOfB;
  };
}
