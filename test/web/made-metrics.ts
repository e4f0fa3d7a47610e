/** Invented rows of metrics, for charts and tables. */
import type { Key, Measured, Part, Row } from '#contract/metrics.ts';
import { PartSchema } from '#contract/metrics.ts';

/** Items by decision; known ones first. */
export interface Made {
  readonly upheld: number;
  readonly overturned: number;
  readonly inPart?: number;
  readonly undetermined?: number;
}

const Z = 1.959964;

/** Counts with Wilson's interval, each item in a letter of its own. */
export function measured({ upheld, overturned, inPart = 0, undetermined = 0 }: Made): Measured {
  const of = upheld + overturned + inPart;
  const share = of === 0 ? 0 : overturned / of;
  const middle = (share + Z ** 2 / (2 * of)) / (1 + Z ** 2 / of);
  const half = (Z / (1 + Z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return {
    items: of + undetermined,
    letters: { count: of + undetermined, exact: true },
    knownLetters: { count: of, exact: true },
    decisions: { upheld, overturned, overturned_in_part: inPart, undetermined },
    knownInLetters: of,
    overturned: of < 10 ? null : { n: overturned, of, low: Math.max(middle - half, 0), high: Math.min(middle + half, 1), effective: of },
  };
}

export function key(field: Key['field'], value: string, label = value): Key {
  return { field, value, label };
}

export function row(keys: Row['keys'], made: Made, more: Partial<Row> = {}): Row {
  const counts = measured(made);
  const few = counts.overturned !== null && counts.overturned.of < 30;
  return { keys, numbers: {}, tags: few ? ['few'] : [], against: null, ...counts, ...more };
}

/** A part with these rows, as the contract has it. */
export function part(rows: readonly Row[], more: Partial<Part> = {}): Part {
  return PartSchema.parse({
    id: 'made',
    title: 'Made',
    seen: 'Invented rows.',
    fields: [],
    overlapping: false,
    columns: [],
    more: 0,
    total: null,
    summary: [],
    notes: [],
    ...more,
    rows: [...rows],
  });
}

/** All items of these rows together. */
export function sumOf(rows: readonly Row[]): Measured {
  const sum = (of: (row: Row) => number) => rows.reduce((all, one) => all + of(one), 0);
  return measured({
    upheld: sum(({ decisions }) => decisions.upheld),
    overturned: sum(({ decisions }) => decisions.overturned),
    inPart: sum(({ decisions }) => decisions.overturned_in_part),
    undetermined: sum(({ decisions }) => decisions.undetermined),
  });
}
