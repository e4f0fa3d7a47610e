/** GET /suggest: what may be typed next in the query box. */
import { z } from 'zod';
import { NarrowingSchema, whole } from './api.ts';
import { MOST_SUGGESTIONS, QUERY_LENGTH } from './limits.ts';

/** `caret`: where in `q` one types, in UTF-16 units; its end where it is not told or lies behind it. Filters and days are those in force. */
export const SuggestRequestSchema = NarrowingSchema.omit({ literal: true }).extend({ caret: whole(0, QUERY_LENGTH, QUERY_LENGTH) });
export type SuggestRequest = z.infer<typeof SuggestRequestSchema>;

export const SuggestionSchema = z.object({
  /** The words that show it: "Epidural steroid injection", "service:". */
  label: z.string().min(1),
  /** Another name by which it was found, which its own words do not show: a brand, an abbreviation. */
  name: z.string().min(1).nullable(),
  /** What it is, in words: "Drug", "Body part", "Field". */
  kind: z.string().min(1),
  /** Whether it is the name of a field, behind which its values are suggested. */
  isField: z.boolean(),
  /**
   * The items that the query finds with it, under the filters and days of the request; for the name of a field those that have a value of it. Null for
   * what is not counted: the name of a field of words or days.
   */
  count: z.int().positive().nullable(),
  /** The part of `q` whose place it takes (none where nothing of it is typed yet), and what is put there. */
  at: z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() }),
  words: z.string().min(1),
});
export type Suggestion = z.infer<typeof SuggestionSchema>;

export const SuggestResponseSchema = z.object({ suggestions: z.array(SuggestionSchema).max(MOST_SUGGESTIONS) });
export type SuggestResponse = z.infer<typeof SuggestResponseSchema>;
