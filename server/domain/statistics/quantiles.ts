/**
 * Median, quartiles and tenths of counts of days. Definition 7 of R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", The American
 * Statistician 50, 1996: the one of R, numpy, pandas and Excel (QUARTILE.INC), so that whoever computes an exported table again finds the same numbers;
 * its median is the usual one. Between two days that differ it may lie at a fraction of a day.
 */

/** So many items (any unit) with so many whole days; days may be below 0. */
export interface DayCount {
  readonly days: number;
  readonly items: number;
}

/** All in days; `items`: how many there are of. */
export interface DayQuantiles {
  readonly items: number;
  readonly least: number;
  readonly p10: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  readonly p90: number;
  readonly most: number;
}

/** Exact, from counts in any order; the same days may stand in several of them. Null where there are no items. */
export function quantiles(counts: readonly DayCount[]): DayQuantiles | null {
  const rows = counts.filter(({ items }) => items > 0).toSorted((a, b) => a.days - b.days);
  const items = rows.reduce((sum, row) => sum + row.items, 0);
  if (items === 0) return null;
  const at = (percent: number) => quantile(rows, items, percent);
  return { items, least: at(0), p10: at(10), p25: at(25), median: at(50), p75: at(75), p90: at(90), most: at(100) };
}

/** Of values numbered from 0 the one with the number (items - 1) percent / 100, or between the two around it. In whole numbers as far as they go. */
function quantile(rows: readonly DayCount[], items: number, percent: number): number {
  const place = (items - 1) * percent;
  const below = Math.floor(place / 100);
  const part = (place % 100) / 100;
  const low = valueAt(rows, below);
  return part === 0 ? low : low + part * (valueAt(rows, below + 1) - low);
}

function valueAt(rows: readonly DayCount[], number: number): number {
  let passed = 0;
  for (const { days, items } of rows) {
    passed += items;
    if (passed > number) return days;
  }
  throw new RangeError(`There is no value ${number} of ${passed}`);
}
