/** Walks rows of data: every row finds its own examples and refuses its counter-examples. What that means, each kind of row says. */
import { expect, it } from 'vitest';
import type { Row } from '#mappings/recognise/rows.ts';

interface Reading<R, Example, Counterexample> {
  /** What is wrong with the reading of an example; null where the row finds it, as it is told. */
  readonly wrong: (row: R, example: Example) => string | null;
  /** Whether the row finds a text that it must not. */
  readonly claims: (row: R, counterexample: Counterexample) => boolean;
}

export function walkRows<Example, Counterexample, R extends Row<Example, Counterexample>>(
  rows: readonly R[],
  { wrong, claims }: Reading<R, Example, Counterexample>,
): void {
  it.each(rows.map((row) => [row.id, row] as const))('%s is found in its examples', (_, row) => {
    expect(row.examples.map((example) => wrong(row, example)).filter((fault) => fault !== null)).toEqual([]);
  });

  it.each(rows.map((row) => [row.id, row] as const))('%s refuses its counter-examples', (_, row) => {
    expect(row.counterexamples.filter((counterexample) => claims(row, counterexample))).toEqual([]);
  });

  it('have ids once', () => {
    const ids = rows.map((row) => row.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
}
