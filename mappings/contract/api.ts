/** The HTTP API under /api/v1: one request and one response schema for each endpoint, shared by server and dashboard. */
import { z } from 'zod';
import {
  CanonicalTextSchema,
  DeterminationAsReadSchema,
  DeterminationSchema,
  ItemSchema,
  UnreadableLetterSchema,
} from './determination.ts';
import { type KeywordField, valueToday } from './fields.ts';
import { readFlag } from './flag.ts';
import { PAGE_SIZE, QUERY_LENGTH } from './limits.ts';
import { DecisionSchema, ProgrammeSchema } from './list-schemas.ts';
import { KeywordFieldSchema } from './query.ts';
import { EvidenceSchema, GradeSchema, SpanSchema } from './span.ts';
import { LabelledSchema } from './understood.ts';

/** The last item that paging can reach: `page * size` may not pass it. */
export const RESULT_WINDOW = 10_000;

/** A whole number as a query parameter. */
export const whole = (least: number, most: number, byDefault: number) =>
  z.coerce
    .number({ error: `expected a whole number from ${least} to ${most}` })
    .int({ error: `expected a whole number from ${least} to ${most}` })
    .min(least, { error: `expected a whole number from ${least} to ${most}` })
    .max(most, { error: `expected a whole number from ${least} to ${most}` })
    .default(byDefault);

/** A flag as the parameter of a request; false where it is not given. */
const flag = z
  .preprocess((given) => (typeof given === 'string' ? (readFlag(given) ?? given) : given), z.boolean({ error: 'expected true or false' }))
  .default(false);

const atMost200 = { error: 'expected at most 200 characters' };
const filterValue = z.string().min(1, { error: 'expected a value' }).max(200, atMost200);
const literal = z.string().min(1, { error: 'expected words of the query, or * for all of them' }).max(200, atMost200);

type Filters = Partial<Record<KeywordField, string[]>>;
const filtersToday = (filters: Filters): Filters =>
  Object.fromEntries(
    Object.entries(filters).map(([field, values]) => [field, values.map((value) => valueToday(KeywordFieldSchema.parse(field), value))]),
  );

/**
 * What narrows a search, as query parameters: `q` (the query language) and, repeatable, one parameter for each keyword
 * field (`decision=upheld&decision=overturned` means either). `from` and `to` bound the decision day (both inclusive).
 */
export const NarrowingSchema = z.object({
  q: z
    .string()
    .max(QUERY_LENGTH, { error: 'expected at most 2,000 characters; a longer text is a case and goes to POST /similar/case' })
    .default(''),
  filters: z.partialRecord(KeywordFieldSchema, z.array(filterValue).min(1)).default({}).transform(filtersToday),
  from: z.iso.date({ error: 'expected a day as YYYY-MM-DD' }).optional(),
  to: z.iso.date({ error: 'expected a day as YYYY-MM-DD' }).optional(),
  /** `true`: words are also looked for in the clinical case summary. */
  summary: flag,
  /** Words of `q` to be taken as typed (repeatable): no synonyms, no correction, no condition is read out of them. `*` means all. */
  literal: z.array(literal).max(100, { error: 'expected at most 100 values' }).default([]),
  /** The id of a snapshot (GET /snapshots): all is as of it. Without it, as of now. */
  snapshot: z.string().min(1, { error: 'expected the id of a snapshot' }).max(100, { error: 'expected the id of a snapshot' }).optional(),
});
export type Narrowing = z.infer<typeof NarrowingSchema>;

/** GET /determinations/:id. `id` is `<programme>:<case number>` or a bare case number. `version` is a sha-256. */
export const DeterminationResponseSchema = z.object({
  determination: DeterminationSchema,
  /** Every version of this determination, newest decision first; `current` is the one that counts. */
  versions: z.array(z.object({ sha256: z.string(), fileName: z.string(), decidedOn: z.iso.date().nullable(), current: z.boolean() })),
  /**
   * Words for the ids in the record: services, categories, guidelines and families; of a table's categories, which may be called as one of those is, behind
   * the name of their field and a colon.
   */
  labels: z.record(z.string(), z.string()),
  /** Whether the original can be shown: the file, or of a file of many records the lines of this one. */
  hasOriginal: z.boolean(),
});
export type DeterminationResponse = z.infer<typeof DeterminationResponseSchema>;

/** GET /determinations/:id/items/:number. */
export const ItemResponseSchema = z.object({
  letterId: z.string(),
  programme: ProgrammeSchema,
  caseNumber: z.string(),
  decidedOn: z.iso.date().nullable(),
  /** The year under which a table has it, where there is no day. */
  year: z.string().nullable(),
  item: ItemSchema,
  labels: z.record(z.string(), z.string()),
});
export type ItemResponse = z.infer<typeof ItemResponseSchema>;

/** GET /determinations/:id/text?q=... `marks`: where the words of `q` stand in the text. */
export const TextResponseSchema = z.object({
  id: z.string(),
  sha256: z.string(),
  text: z.string(),
  pageStarts: z.array(z.int().nonnegative()),
  marks: z.array(SpanSchema),
});
export type TextResponse = z.infer<typeof TextResponseSchema>;

/** One value of a determination with what it was read from: a row of "How a letter is read" and of `imr extract --explain`. */
export const ExplainedValueSchema = z.object({
  /** Where it stands in the record, for example `items.1.service`. */
  id: z.string().min(1),
  /** `message`: what the reading had to say; `layout`: which kind of letter it is, by the titles and labels found. */
  kind: z.enum(['value', 'citation', 'layout', 'message']),
  /** The number of the disputed item; null for the letter as a whole. */
  item: z.int().positive().nullable(),
  /** For example "Service". */
  label: z.string().min(1),
  /** For example "item 2 · service". */
  path: z.string().min(1),
  /** In words, ids as their labels; null: looked for and not stated. */
  value: z.string().nullable(),
  /** Null for messages and for what is not stated. */
  grade: GradeSchema.nullable(),
  rule: z.string().min(1).nullable(),
  /** The words in the canonical text; none where the value is not stated. */
  evidence: z.array(EvidenceSchema),
});
export type ExplainedValue = z.infer<typeof ExplainedValueSchema>;

/** POST /explain: the media types that a letter may be sent as (what it is, its content tells). */
export const EXPLAIN_MEDIA_TYPES = ['text/plain', 'text/html', 'text/markdown', 'application/pdf', 'application/octet-stream'] as const;

/** GET /determinations/:id/explain and POST /explain, which stores nothing. */
export const ExplainResponseSchema = z.object({
  determination: DeterminationAsReadSchema,
  text: CanonicalTextSchema,
  /** The letters that the file holds, in their order, and which of them this is, from 1. */
  letters: z.array(
    z.object({
      caseNumber: z.string().min(1).nullable(),
      /** Its first and last page in the file; null where it is the whole file, or the part is not of pages. */
      pages: z.object({ from: z.int().positive(), to: z.int().positive() }).nullable(),
      /** Why it could not be read; null where it was. */
      unreadable: z.string().min(1).nullable(),
    }),
  ),
  letter: z.int().positive(),
  /** The letter first, then its items; what is not stated, and then the messages, last. */
  values: z.array(ExplainedValueSchema),
});
export type ExplainResponse = z.infer<typeof ExplainResponseSchema>;

/** GET /stats. */
/** What a server that reads a search index alone does not have: original files, earlier versions, files that could not be read, what users save, snapshots. */
export const HiddenPartSchema = z.enum(['originals', 'versions', 'unreadable', 'saved', 'snapshots']);
export type HiddenPart = z.infer<typeof HiddenPartSchema>;

export const StatsResponseSchema = z.object({
  engine: z.string(),
  /** Whether nothing can be saved here, nor letters read into the index. */
  readOnly: z.boolean(),
  /** What this server does not have; its addresses answer `not-on-this-server`, and what would be counted of it is 0. */
  hidden: z.array(HiddenPartSchema),
  letters: z.int().nonnegative(),
  items: z.int().nonnegative(),
  /** The last change of the library that the index has: another number, other letters. */
  change: z.int().nonnegative(),
  /** Stored letter versions, the current ones included. */
  versions: z.int().nonnegative().nullable(),
  unreadable: z.int().nonnegative().nullable(),
  decisions: z.record(DecisionSchema, z.int().nonnegative()),
  decidedFrom: z.iso.date().nullable(),
  decidedTo: z.iso.date().nullable(),
  /** Letters (current versions) that carry each message code at least once. */
  messages: z.record(z.string(), z.int().nonnegative()),
  /** The programmes that are loaded, with their items; most items first. `short`: where there is little room. */
  programmes: z.array(LabelledSchema.extend({ short: z.string(), count: z.int().nonnegative() })),
});
export type StatsResponse = z.infer<typeof StatsResponseSchema>;

/** GET /unreadable?page=&size=. */
export const UnreadableRequestSchema = z.object({ page: whole(1, RESULT_WINDOW, 1), size: whole(1, PAGE_SIZE.max, PAGE_SIZE.default) });
export const UnreadableResponseSchema = z.object({ total: z.int().nonnegative(), letters: z.array(UnreadableLetterSchema) });
export type UnreadableResponse = z.infer<typeof UnreadableResponseSchema>;

const FieldSchema = z.object({
  /** The names that may be typed; the first is the one to suggest. */
  names: z.array(z.string()).min(1),
  label: z.string(),
  example: z.string(),
});

/** GET /fields: what may be typed before a colon in the query box. */
export const FieldsResponseSchema = z.object({
  /** `closed`: its values are a list, which `/fields/:name` gives; else any value may be typed. */
  fields: z.array(FieldSchema.extend({ closed: z.boolean() })),
});
export type FieldsResponse = z.infer<typeof FieldsResponseSchema>;

/** GET /fields/:name: one of them, by any name that may be typed. */
export const FieldResponseSchema = FieldSchema.extend({
  /** The values of a closed list; null where any value may be typed. */
  values: z.array(LabelledSchema).nullable(),
});
export type FieldResponse = z.infer<typeof FieldResponseSchema>;

/** GET /health. */
export const HealthResponseSchema = z.object({ status: z.literal('ok'), engine: z.string(), version: z.string() });
export type HealthResponse = z.infer<typeof HealthResponseSchema>;
