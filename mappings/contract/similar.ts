/**
 * Similar cases: POST /similar/case with a text, POST /similar/letter with a letter that is not stored, GET /determinations/:id/items/:number/similar for an item.
 * A neighbour is not a prediction, so there are plain counts and no rate.
 */
import { z } from 'zod';
import { NarrowingSchema, whole } from './api.ts';
import { DecisionSchema } from './list-schemas.ts';
import { CRITERIA } from './lists.ts';
import { HitSchema } from './search.ts';
import { LabelledSchema } from './understood.ts';

export const CriterionSchema = z.enum(CRITERIA);

/** How many nearest neighbours are counted, and shown. */
export const NEIGHBOURS = [10, 25, 50] as const;

/** What the program read of the case that was asked for; empty where it says nothing of it. */
export const ProfileSchema = z.object({
  /** The words that tell this case from others, heaviest first. */
  words: z.array(z.string()),
  facts: z.array(z.object({ criterion: CriterionSchema, ...LabelledSchema.shape })),
});
export type Profile = z.infer<typeof ProfileSchema>;

export const NeighbourSchema = z.object({
  hit: HitSchema,
  shared: z.array(z.object({ criterion: CriterionSchema, ...LabelledSchema.shape })),
  /** What the case has and this one has not or has otherwise: its own values, empty where it has none. */
  differs: z.array(z.object({ criterion: CriterionSchema, asked: z.string(), here: z.array(z.string()) })),
  sharedWords: z.array(z.string()),
  /** Items whose rationale is nearly the same, folded into this one: counted once in the order, each in `folded`. */
  folded: z.array(z.object({ id: z.string(), caseNumber: z.string(), number: z.int().positive(), decision: DecisionSchema })),
});
export type Neighbour = z.infer<typeof NeighbourSchema>;

export const SimilarResponseSchema = z.object({
  /** The one programme that all neighbours are of: the one asked for, else that of the case. */
  programme: LabelledSchema,
  profile: ProfileSchema,
  /** Nearest first, at most the largest of `NEIGHBOURS`, the folded not counted. */
  neighbours: z.array(NeighbourSchema),
  /** How the nearest were decided; `items` is smaller than `nearest` where there are not so many. Folded ones are counted apart. */
  counts: z.array(
    z.object({
      nearest: z.int().positive(),
      items: z.int().nonnegative(),
      decisions: z.record(DecisionSchema, z.int().nonnegative()),
      folded: z.int(),
    }),
  ),
});
export type SimilarResponse = z.infer<typeof SimilarResponseSchema>;

/** What narrows the neighbours, as query parameters; `without` names criteria that shall not count (repeatable). */
export const SimilarRequestSchema = NarrowingSchema.omit({ q: true, summary: true, literal: true }).extend({
  without: z.array(CriterionSchema).default([]),
});
export type SimilarRequest = z.infer<typeof SimilarRequestSchema>;

/** POST /similar/letter: which disputed item of the letter. */
export const SimilarLetterRequestSchema = SimilarRequestSchema.extend({ item: whole(1, 1_000, 1) });
