/** `aggregate` over the columns: one pass over the rows that match, each added to its cells. All counts are exact. */
import { type AggregateQuery, type AggregateResults, type Cell, MOST_CELLS } from '#contract/aggregate.ts';
import { DecisionSchema } from '#contract/list-schemas.ts';
import { DECISIONS } from '#contract/lists.ts';
import { filtersOf, inOrder, tooManyCells } from '../cells.ts';
import { matching } from './answer.ts';
import type { Columns } from './columns.ts';
import { type Grouping, groupingOf } from './groups.ts';
import { type MaskSource, type Rows, rowsOf } from './masks.ts';
import { Tallies } from './tallies.ts';

export function answerAggregate(source: MaskSource, query: AggregateQuery): AggregateResults {
  const { columns } = source;
  const rows = rowsFor(source, query);
  source.checkpoint();
  const add = adder(columns);
  const total = new Tallies(1);
  for (const row of rows) add(total, 0, row);
  const [first, second] = query.by.map((group) => groupingOf(columns, group, rows));
  return { total: total.counts(0), cells: first === undefined ? [] : inOrder(cellsOf(rows, first, second ?? null, add)) };
}

/** The rows that a question is over. */
function rowsFor(source: MaskSource, query: AggregateQuery): Rows {
  const narrowing = { where: query.where, filters: filtersOf(query) };
  const name = JSON.stringify(narrowing);
  const rows = source.knownRows.get(name) ?? rowsOf(matching(source, narrowing));
  source.knownRows.set(name, rows);
  return rows;
}

/** Adds a row to a cell. */
type Add = (tallies: Tallies, cell: number, row: number) => void;

function adder({ letter, knownInLetter, keywords: { decision } }: Columns): Add {
  const decisions = Int32Array.from(decision.sets, ([value]) => DECISIONS.indexOf(DecisionSchema.parse(value)));
  return (tallies, cell, row) => tallies.add(cell, letter[row] ?? 0, decisions[decision.codes[row] ?? 0] ?? 0, knownInLetter[row] ?? 0);
}

/** The cells of two groups that hold a row. Throws AppError `too-many-cells`. */
function cellsOf(rows: Rows, first: Grouping, second: Grouping | null, add: Add): Cell[] {
  const width = second?.names.length ?? 1;
  const most = first.names.length * width;
  const places = new Places(most);
  const tallies = new Tallies(Math.min(most, MOST_CELLS));
  for (const row of rows) {
    const code = first.codes[row] ?? 0;
    const end = first.starts[code + 1] ?? 0;
    for (let at = first.starts[code] ?? 0; at < end; at += 1) {
      const value = first.values[at] ?? 0;
      if (second === null) {
        add(tallies, places.of(value), row);
        continue;
      }
      const other = second.codes[row] ?? 0;
      const last = second.starts[other + 1] ?? 0;
      for (let beside = second.starts[other] ?? 0; beside < last; beside += 1) {
        add(tallies, places.of(value * width + (second.values[beside] ?? 0)), row);
      }
    }
  }
  return places.held.map((cell, place): Cell => {
    const key = first.names[Math.floor(cell / width)] ?? '';
    return { keys: second === null ? [key] : [key, second.names[cell % width] ?? ''], ...tallies.counts(place) };
  });
}

/** Above as many possible cells a map is looked into: 16 MB would be taken by numbers that mostly say nothing. */
const MOST_NUMBERED = 2 ** 22;

/** The cells that hold something, by the order in which they came: few of those that two groups could have. */
class Places {
  /** The cell of each place. */
  readonly held: number[] = [];
  /** By cell: its place and 1; 0 where it holds nothing yet. */
  readonly #numbered: Int32Array | null;
  readonly #mapped = new Map<number, number>();

  constructor(cells: number) {
    this.#numbered = cells > MOST_NUMBERED ? null : new Int32Array(cells);
  }

  /** The place of a cell. Throws AppError `too-many-cells`. */
  of(cell: number): number {
    const known = (this.#numbered === null ? this.#mapped.get(cell) : this.#numbered[cell]) ?? 0;
    if (known > 0) return known - 1;
    if (this.held.length >= MOST_CELLS) throw tooManyCells();
    const next = this.held.push(cell);
    if (this.#numbered === null) this.#mapped.set(cell, next);
    else this.#numbered[cell] = next;
    return next - 1;
  }
}
