/** The marks of a chart as a list that is read in rows: where an arrow key leads. Pure. */

/** A series or a row, and where in it; both from 0. */
export interface MarkPlace {
  readonly row: number;
  readonly column: number;
}

/** As it stands in the drawing. */
export function markId({ row, column }: MarkPlace): string {
  return `${row},${column}`;
}

/**
 * The mark after a key; null where the key leads nowhere. Right and left: the next and the one before, from row to row; down and up: the nearest of
 * the next row and of the one before, and where there is one row alone, of it; Home and End: the first and the last. `marks`: in reading order.
 */
export function nextMark(marks: readonly MarkPlace[], from: MarkPlace, key: string): MarkPlace | null {
  const at = marks.findIndex(({ row, column }) => row === from.row && column === from.column);
  const isOneRow = marks.every(({ row }) => row === from.row);
  switch (key) {
    case 'ArrowRight':
      return at < 0 ? null : (marks[at + 1] ?? null);
    case 'ArrowLeft':
      return at < 0 ? null : (marks[at - 1] ?? null);
    case 'ArrowDown':
      if (isOneRow) return nextMark(marks, from, 'ArrowRight');
      return nearest(marks, from, Math.min(...marks.flatMap(({ row }) => (row > from.row ? [row] : []))));
    case 'ArrowUp':
      if (isOneRow) return nextMark(marks, from, 'ArrowLeft');
      return nearest(marks, from, Math.max(...marks.flatMap(({ row }) => (row < from.row ? [row] : []))));
    case 'Home':
      return marks[0] ?? null;
    case 'End':
      return marks.at(-1) ?? null;
    default:
      return null;
  }
}

function nearest(marks: readonly MarkPlace[], from: MarkPlace, row: number): MarkPlace | null {
  const far = (mark: MarkPlace) => Math.abs(mark.column - from.column);
  return marks.filter((mark) => mark.row === row).toSorted((a, b) => far(a) - far(b))[0] ?? null;
}
