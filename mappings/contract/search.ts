/** GET /search: what is asked and one page of what was found. */
import { z } from 'zod';
import { OutcomeCountsSchema } from './aggregate.ts';
import { NarrowingSchema, RESULT_WINDOW, whole } from './api.ts';
import { PAGE_SIZE } from './limits.ts';
import { BasisSchema, DecisionSchema, ProgrammeSchema } from './list-schemas.ts';
import { KeywordFieldSchema, LetterCountSchema, SortSchema, TextFieldSchema } from './query.ts';
import { SpanSchema } from './span.ts';
import { LabelledSchema, UnderstoodSchema } from './understood.ts';

/** The most values of one facet that a page carries; selected values are always among them. */
export const FACET_VALUES = 200;

/** GET /search. `page` counts from 1. */
export const SearchRequestSchema = NarrowingSchema.extend({
  sort: SortSchema.default('relevance'),
  /** `letter`: one result for each letter, with its other items that match. Pages then count letters, and there is a second tier only where the first is empty. */
  group: z.enum(['item', 'letter'], { error: 'expected item or letter' }).default('item'),
  page: whole(1, RESULT_WINDOW, 1),
  size: whole(1, PAGE_SIZE.max, PAGE_SIZE.default),
});
export type SearchRequest = z.infer<typeof SearchRequestSchema>;

/** A piece of a text, with the places that matched (offsets into `text`). */
const PieceSchema = z.object({
  text: z.string(),
  marks: z.array(SpanSchema),
  /** True where the piece starts or ends inside the text. */
  cutBefore: z.boolean(),
  cutAfter: z.boolean(),
});
export type Piece = z.infer<typeof PieceSchema>;

/** A piece of one of the item's texts. */
export const SnippetSchema = PieceSchema.extend({ field: TextFieldSchema });
export type Snippet = z.infer<typeof SnippetSchema>;

/** One result: a disputed item in its letter. */
export const HitSchema = z.object({
  id: z.string(),
  letterId: z.string(),
  programme: ProgrammeSchema,
  caseNumber: z.string(),
  number: z.int().positive(),
  /** The disputed item as printed (the part in dispute). */
  issue: z.string(),
  issueMarks: z.array(SpanSchema),
  decision: DecisionSchema,
  service: LabelledSchema.nullable(),
  category: LabelledSchema.nullable(),
  decidedOn: z.iso.date().nullable(),
  /** The year under which a table has it, where there is no day. */
  year: z.string().nullable(),
  /** What a table says of the case, in words, in the order of its columns; none of a letter. */
  facts: z.array(z.string()),
  specialty: z.string().nullable(),
  urBasis: BasisSchema.nullable(),
  imrBasis: BasisSchema.nullable(),
  urGuidelines: z.array(LabelledSchema),
  imrGuidelines: z.array(LabelledSchema),
  /** How many items the letter has. */
  itemsInLetter: z.int().positive(),
  /** The sentence that says best what decided, or a piece of it where it is long; null where none was recognised. */
  deciding: PieceSchema.nullable(),
  /** Why it was decided so, the main reason first, each once. */
  reasons: z.array(LabelledSchema),
  /** Where else the words stand. What only says how the rationale ends, or again what decided, is none. */
  snippets: z.array(SnippetSchema),
  /** `all`: it has all that was asked for. `most`, `some`: it lacks what is in `missing`; those in `summaryOnly` stand in the case summary alone. */
  tier: z.enum(['all', 'most', 'some']),
  missing: z.array(z.string()),
  summaryOnly: z.array(z.string()),
  /** True where the words are only mentioned: none of them stands in the request, and it is for no service or drug that they name. */
  mention: z.boolean(),
  /** The item whose decision this one follows; null where it stands by itself. */
  follows: z.int().positive().nullable(),
  /** What matched, field by field, as the letter has it: words, other names of the words, values. */
  why: z.array(z.object({ field: z.union([TextFieldSchema, KeywordFieldSchema]), label: z.string(), words: z.array(z.string()) })),
  /** With `group=letter`: the other items of the letter that match, by number. */
  others: z.array(z.object({ number: z.int().positive(), issue: z.string(), decision: DecisionSchema })),
});
export type Hit = z.infer<typeof HitSchema>;

export const FacetSchema = z.object({
  field: KeywordFieldSchema,
  label: z.string(),
  /** How many values there are, also those that are not carried; `NOT_STATED`, which comes last among them, is none. */
  distinct: z.int().nonnegative(),
  /** `branch`: in a field whose values lie under those of another, the one it lies under. */
  values: z.array(LabelledSchema.extend({ count: z.int().nonnegative(), selected: z.boolean(), branch: z.string().optional() })),
});
export type Facet = z.infer<typeof FacetSchema>;

/** What was asked for and is not in all of the items that have most of it; `items`: how many have it. */
export const LackedSchema = z.object({ typed: z.string(), items: z.int().nonnegative() });

export const SearchResponseSchema = z.object({
  /** Items that match, and the letters they are in. */
  total: z.int().nonnegative(),
  letters: LetterCountSchema,
  page: z.int().positive(),
  size: z.int().positive(),
  /** Pages that can be opened (bounded by the result window). */
  pages: z.int().nonnegative(),
  sort: SortSchema,
  /** Items that lack some of the words; they come after the others and are in no total and no rate. 0 for a query with operators. */
  someMissing: z.int().nonnegative(),
  /**
   * Where no item has all of it: those of `someMissing` that have most, which come first. Facets, outcomes and exports are then of them.
   * `lacking`: what not all of them have, with how many do; `inSummary`: their letter's case summary has all of that. Null where some item has all, or
   * none has any.
   */
  nearest: z
    .object({
      items: z.int().positive(),
      letters: LetterCountSchema,
      inSummary: z.boolean(),
      lacking: z.array(LackedSchema),
    })
    .nullable(),
  /** Where nothing was found and case summaries were not searched: items that would be found there. */
  inSummaries: z.int().nonnegative(),
  understood: UnderstoodSchema,
  /** The folded words that were looked for, to be marked in an opened letter. */
  terms: z.array(z.string()),
  hits: z.array(HitSchema),
  facets: z.array(FacetSchema),
  /** How the items that match (or are `nearest`) were decided, programme by programme, whatever decision is chosen; most items first. */
  outcomes: z.array(z.object({ programme: LabelledSchema, decisions: OutcomeCountsSchema.shape.decisions })),
});
export type SearchResponse = z.infer<typeof SearchResponseSchema>;
