/** Which rows a chart draws where there is no room for all. Pure. */
import type { MeasuredRow } from './measured-rows.ts';

/** The rows with the most items, in the order that they have; what is not stated is among them. */
export function largest(rows: readonly MeasuredRow[], most: number): readonly MeasuredRow[] {
  if (rows.length <= most) return rows;
  const ranked = rows.toSorted((a, b) => Number(a.stated) - Number(b.stated) || b.items.count - a.items.count);
  const kept = new Set(ranked.slice(0, most));
  return rows.filter((row) => kept.has(row));
}
