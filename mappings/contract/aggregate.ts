/**
 * The one question behind every count: items by outcome in the cells of up to two groups. Rates, trends, matrices, distributions of days and
 * the outcomes of a result are uses of it. The brute-force oracle of the tests holds its meaning, and every engine must agree.
 */
import { z } from 'zod';
import type { KeywordField } from './fields.ts';
import type { DayPair } from './letter-dates.ts';
import { DecisionSchema } from './list-schemas.ts';
import type { Programme } from './programmes.ts';
import { type Filter, LetterCountSchema, type QueryNode } from './query.ts';

/** What items are grouped by: the values of a field, or the whole days between two dates of their letter. */
export type Group = KeywordField | DayPair;

/** More cells than this are no answer that anybody reads: AppError `too-many-cells`. */
export const MOST_CELLS = 65_536;

export interface AggregateQuery {
  readonly where: QueryNode;
  readonly filters: readonly Filter[];
  /** Programmes are never mixed in one figure. */
  readonly programme: Programme;
  /** None, one, or two that differ. */
  readonly by: readonly Group[];
}

/** Items of one cell by decision; the four add up to `items`. */
export const OutcomeCountsSchema = z.object({
  items: z.int().nonnegative(),
  letters: LetterCountSchema,
  /** The letters with an item of the cell whose decision is known. */
  knownLetters: LetterCountSchema,
  decisions: z.record(DecisionSchema, z.int().nonnegative()),
  /**
   * Over the items of the cell whose decision is known: how many known items their letter has, added up. Divided by those items it is the mean size of
   * their letters, by which an interval allows for items that were decided together.
   */
  knownInLetters: z.int().nonnegative(),
});
export type OutcomeCounts = z.infer<typeof OutcomeCountsSchema>;

/**
 * `keys`: a value of each group, in the order of `by`; days as a whole number, `NOT_STATED` where a letter lacks one of the dates. An item with
 * several values of a field stands in the cell of each.
 */
export interface Cell extends OutcomeCounts {
  readonly keys: readonly string[];
}

/** `total`: over all matching items. `cells`: those that hold an item, most items first, then by their keys; none where `by` is empty. */
export interface AggregateResults {
  readonly total: OutcomeCounts;
  readonly cells: readonly Cell[];
}
