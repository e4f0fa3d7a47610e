/**
 * What a row of patterns bears beside its patterns, as a row of the guidelines does: an id, what it is, texts it must find
 * and texts it must refuse. The types demand one of each; `test/mappings/recognise/walk-rows.ts` walks them all.
 */

/** One or more. */
export type Some<T> = readonly [T, ...T[]];

/** A row of data. `Example` tells the text and what is found in it, `Counterexample` the text (and its circumstances). */
export interface Row<Example = string, Counterexample = Example> {
  /** Never changed once it stands in a record's rule. */
  readonly id: string;
  /** What it is, for whoever reads or adds a row. */
  readonly what: string;
  readonly examples: Some<Example>;
  readonly counterexamples: Some<Counterexample>;
}
