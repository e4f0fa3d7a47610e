/** What items are grouped by, as numbers: each row has a code, each code some values, so that counting is additions in typed arrays. */
import type { Group } from '#contract/aggregate.ts';
import { type KeywordField, NOT_STATED } from '#contract/fields.ts';
import { DAY_PAIRS } from '#contract/letter-dates.ts';
import { type Columns, NO_DAY } from './columns.ts';
import type { Rows } from './masks.ts';

/** The values of a code are `values[starts[code]]` to `values[starts[code + 1]]`, exclusive, each a place in `names`. */
export interface Grouping {
  /** By row. */
  readonly codes: Int32Array;
  readonly starts: Int32Array;
  readonly values: Int32Array;
  readonly names: readonly string[];
}

/** `rows`: those that will be asked for. */
export function groupingOf(columns: Columns, group: Group, rows: Rows): Grouping {
  const pair = DAY_PAIRS.find((one) => one.pair === group);
  return pair === undefined ? byValues(columns.keywords[group as KeywordField]) : byDays(columns, pair, rows);
}

function byValues({ codes, sets }: Columns['keywords'][KeywordField]): Grouping {
  const places = new Map<string, number>();
  const values: number[] = [];
  const starts = new Int32Array(sets.length + 1);
  for (const [code, set] of sets.entries()) {
    for (const value of set) {
      const place = places.get(value) ?? places.size;
      places.set(value, place);
      values.push(place);
    }
    starts[code + 1] = values.length;
  }
  return { codes, starts, values: Int32Array.from(values), names: [...places.keys()] };
}

/** Every number of days is a code with one value. */
function byDays(columns: Columns, { from, to }: (typeof DAY_PAIRS)[number], rows: Rows): Grouping {
  const [firsts, lasts] = [columns.dates[from], columns.dates[to]];
  const places = new Map<number, number>();
  const codes = new Int32Array(columns.size);
  for (const row of rows) {
    const [first, last] = [firsts[row] ?? NO_DAY, lasts[row] ?? NO_DAY];
    const days = first === NO_DAY || last === NO_DAY ? NO_DAY : last - first;
    let place = places.get(days);
    if (place === undefined) {
      place = places.size;
      places.set(days, place);
    }
    codes[row] = place;
  }
  const names = [...places.keys()].map((days) => (days === NO_DAY ? NOT_STATED : String(days)));
  return { codes, starts: Int32Array.from({ length: names.length + 1 }, (_, at) => at), values: Int32Array.from(names.keys()), names };
}
