/**
 * What the program made of a typed query beyond its words: shown under the box, so that a user can trust what was found.
 * Each part can be switched off by taking its words as typed (`literal` in the request).
 */
import { z } from 'zod';
import { IsoDateSchema } from './determination.ts';
import { KeywordFieldSchema } from './query.ts';
import { SpanSchema } from './span.ts';

/** A value with the words that show it. */
export const LabelledSchema = z.object({ value: z.string(), label: z.string() });
export type Labelled = z.infer<typeof LabelledSchema>;

const typed = { at: SpanSchema, typed: z.string() };
const values = z.array(LabelledSchema).min(1);

/** `at` is the place in the typed query (UTF-16 offsets), `typed` the words that stand there. */
export const UnderstoodPartSchema = z.discriminatedUnion('kind', [
  /** Also looked for: other names of the same thing, by the vocabulary. Items of the recognised values are found too. */
  z.object({
    kind: z.literal('synonyms'),
    ...typed,
    also: z.array(z.string()),
    field: KeywordFieldSchema.nullable(),
    values: z.array(LabelledSchema),
  }),
  /** Stands in no letter: results are for `used`, which does. */
  z.object({ kind: z.literal('corrected'), ...typed, used: z.string(), items: z.int().nonnegative() }),
  /** "Did you mean": not applied. */
  z.object({ kind: z.literal('suggested'), ...typed, used: z.string(), items: z.int().nonnegative() }),
  /** Taken as a condition: an outcome, a case number, the page of a guideline. */
  z.object({ kind: z.literal('filter'), ...typed, field: KeywordFieldSchema, values }),
  /** Taken as a condition on the decision day: a closed range of ISO days, null for a side that is open. */
  z.object({ kind: z.literal('days'), ...typed, from: IsoDateSchema.nullable(), to: IsoDateSchema.nullable() }),
  /**
   * Words that tell nothing here and restrict nothing, all of one query in one part; `at` and `typed` are the first of them. Where they tell
   * how a request fared before the review ("denied"), `instead` is the outcome that may have been meant, offered and not applied.
   */
  z.object({
    kind: z.literal('idle'),
    ...typed,
    words: z.array(z.string()).min(1),
    instead: z.object({ field: KeywordFieldSchema, values }).nullable(),
  }),
  /** Things with an "or" between them, of which one is enough. `at` and `typed` are the "or". */
  z.object({ kind: z.literal('either'), ...typed, sides: z.array(z.string()).min(2) }),
  /** Items of this service, drug or body part come first in the order; none is left out for it. */
  z.object({ kind: z.literal('preferred'), ...typed, field: KeywordFieldSchema, values }),
  /** An outcome is said of what is requested: items with `what` come before those that only mention it. */
  z.object({ kind: z.literal('requested'), ...typed, what: z.string() }),
  /** Asks for a rate: the items are shown. Where the words name one thing and ask nothing else, its rates are those of `values` of `field`. */
  z.object({ kind: z.literal('rates'), ...typed, field: KeywordFieldSchema.nullable(), values: z.array(LabelledSchema) }),
  /** Something to know about a word that stays a word. */
  z.object({ kind: z.literal('note'), ...typed, text: z.string() }),
]);
export type UnderstoodPart = z.infer<typeof UnderstoodPartSchema>;

/** One word or filter without which there would be more. */
export const NoResultCauseSchema = z.object({
  what: z.string(),
  at: SpanSchema.nullable(),
  /** Items that have this word or pass this filter, the others not asked. */
  alone: z.int().nonnegative(),
  /** Items that the search finds without it. */
  without: z.int().nonnegative(),
});
export type NoResultCause = z.infer<typeof NoResultCauseSchema>;

export const UnderstoodSchema = z.object({
  /** True where the text was too long for a query and was taken as a case: results are like it, and none need have all its words. */
  asCase: z.boolean(),
  parts: z.array(UnderstoodPartSchema),
  /** Where nothing has all the words: what each of them alone would find. Empty where something was found. */
  noResultCauses: z.array(NoResultCauseSchema),
});
export type Understood = z.infer<typeof UnderstoodSchema>;
