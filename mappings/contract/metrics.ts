/**
 * GET /metrics and GET /metrics/:id: every number of the analytics pages, of their files and of `imr report`. One request and one response for all
 * metrics: tables of counted groups, each with its rate, what else is measured of it, and what opens the items behind it.
 */
import { z } from 'zod';
import { OutcomeCountsSchema } from './aggregate.ts';
import { NarrowingSchema } from './api.ts';
import { RATE_FIELDS } from './fields.ts';
import { DAY_PAIRS } from './letter-dates.ts';
import { QUERY_LENGTH, SAVED_LIMITS } from './limits.ts';
import { DecisionSchema, ProgrammeSchema } from './list-schemas.ts';
import { METRIC_IDS, NUMBER_UNITS, PERIODS, type Period, ROW_TAGS } from './metric-ids.ts';
import { FilterSchema, KeywordFieldSchema } from './query.ts';
import { LabelledSchema } from './understood.ts';

export const MetricIdSchema = z.enum(METRIC_IDS, { error: `expected one of ${METRIC_IDS.join(', ')}` });

const group = z.enum(RATE_FIELDS, { error: `expected one of ${RATE_FIELDS.join(', ')}` });
const periods = Object.keys(PERIODS) as Period[];
const pairs = DAY_PAIRS.map(({ pair }) => pair);

/**
 * What is asked of a metric, beside what narrows the items. Each metric takes some of these (its row in GET /metrics says which) and refuses the
 * others. `by`, `and`: what is grouped by. `against`: the second cohort of a comparison, as the parameters of a search ("q=mri&from=2016-01-01").
 */
export const MetricRequestSchema = NarrowingSchema.extend({
  by: group.optional(),
  and: group.optional(),
  period: z.enum(periods, { error: `expected one of ${periods.join(', ')}` }).optional(),
  days: z.enum(pairs, { error: `expected one of ${pairs.join(', ')}` }).optional(),
  against: z
    .string()
    .max(SAVED_LIMITS.search + QUERY_LENGTH, { error: 'expected the parameters of a search' })
    .optional(),
});
export type MetricRequest = z.infer<typeof MetricRequestSchema>;

/** The parameters that a metric may take. */
export const METRIC_PARAMETERS = ['by', 'and', 'period', 'days', 'against'] as const satisfies readonly (keyof MetricRequest)[];
export type MetricParameter = (typeof METRIC_PARAMETERS)[number];

/**
 * A rate with its 95% interval: items overturned (`n`) of those whose decision is known (`of`); `low` and `high` are shares. `effective`: the size that the
 * interval is of, which allows for items that were decided together; at most `of`. Overturned in part is in `of` and never in `n`.
 */
export const IntervalRateSchema = z.object({
  n: z.int().nonnegative(),
  of: z.int().positive(),
  low: z.number(),
  high: z.number(),
  effective: z.number().positive(),
});
export type IntervalRate = z.infer<typeof IntervalRateSchema>;

/** Counts with their rate; null where there are too few for one (`LEAST_FOR_RATE`). */
export const MeasuredSchema = OutcomeCountsSchema.extend({ overturned: IntervalRateSchema.nullable() });
export type Measured = z.infer<typeof MeasuredSchema>;

/** A value of a group. `field` null: the value is no field's; what it opens is its words as a phrase. */
const KeySchema = LabelledSchema.extend({ field: KeywordFieldSchema.nullable() });
export type Key = z.infer<typeof KeySchema>;

const numbers = z.record(z.string(), z.number().nullable());

/** One group. `numbers`: what the part's `columns` name; null where it cannot be told. `against`: the same group of the second cohort. */
export const RowSchema = MeasuredSchema.extend({
  keys: z.array(KeySchema).min(1),
  numbers,
  tags: z.array(z.enum(ROW_TAGS)),
  against: MeasuredSchema.nullable(),
});
export type Row = z.infer<typeof RowSchema>;

const ColumnSchema = z.object({ id: z.string(), label: z.string(), unit: z.enum(NUMBER_UNITS) });
export type Column = z.infer<typeof ColumnSchema>;

/** One table of a metric. */
export const PartSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** What is seen in it, in a sentence. */
  seen: z.string(),
  /** What its rows are grouped by, in the order of their keys. */
  fields: z.array(LabelledSchema.extend({ field: KeywordFieldSchema.nullable() })),
  /** An item can stand in several rows, so that they add up to more than the total. */
  overlapping: z.boolean(),
  columns: z.array(ColumnSchema),
  rows: z.array(RowSchema),
  /** Groups that are left out behind the largest. */
  more: z.int().nonnegative(),
  total: MeasuredSchema.extend({ against: MeasuredSchema.nullable() }).nullable(),
  /** Numbers of the part as a whole, with what they are. */
  summary: z.array(ColumnSchema.extend({ value: z.number().nullable() })),
  /** What must be known to read it right, in sentences. */
  notes: z.array(z.string()),
});
export type Part = z.infer<typeof PartSchema>;

/** An item that stands for others, with the sentence that decided it. */
const ExampleSchema = z.object({
  decision: DecisionSchema,
  letterId: z.string(),
  number: z.int().positive(),
  caseNumber: z.string(),
  decidedOn: z.iso.date().nullable(),
  title: z.string().nullable(),
  sentence: z.string(),
});
export type Example = z.infer<typeof ExampleSchema>;

/** GET /metrics/:id. */
export const MetricResponseSchema = z.object({
  metric: MetricIdSchema,
  title: z.string(),
  /** The one programme that all counts are of, null where nothing matches; and the others that match, which are left out. */
  programme: LabelledSchema.nullable(),
  otherProgrammes: z.array(LabelledSchema.extend({ count: z.int().nonnegative() })),
  /** Filters on the outcome that were not applied: a rate of outcomes is over all of them. */
  setAside: z.array(KeywordFieldSchema),
  /** Filters that were applied beside those asked for: what is counted apart is not in the rates. */
  added: z.array(FilterSchema),
  /** What is counted apart, each with its words. */
  apart: z.array(RowSchema),
  /** How alike outcomes within a letter are, by which intervals are widened, and the letters with two items or more that it is from. */
  correlation: z.object({ r: z.number().min(0).max(1), letters: z.int().nonnegative() }),
  /** The state of the library that was counted. */
  state: z.object({ change: z.int().nonnegative(), snapshot: LabelledSchema.nullable() }),
  total: MeasuredSchema,
  parts: z.array(PartSchema),
  examples: z.array(ExampleSchema),
});
export type MetricResponse = z.infer<typeof MetricResponseSchema>;

/** GET /metrics: what each metric says, how it is counted, and what it does not say. */
export const MetricInWordsSchema = z.object({
  id: MetricIdSchema,
  title: z.string(),
  question: z.string(),
  numerator: z.string(),
  denominator: z.string(),
  unit: z.string(),
  /** How it is computed, each with the published source. */
  method: z.array(z.object({ words: z.string(), source: z.string().nullable() })),
  limits: z.array(z.string()),
  takes: z.array(z.enum(METRIC_PARAMETERS)),
});
export type MetricInWords = z.infer<typeof MetricInWordsSchema>;

export const MetricsResponseSchema = z.object({
  metrics: z.array(MetricInWordsSchema),
  /** Figures that were published about a programme, by year, beside which ours can be held. */
  published: z.array(
    z.object({
      programme: ProgrammeSchema,
      year: z.string(),
      letters: z.int().positive().nullable(),
      /** Share overturned, 0 to 1. */
      overturned: z.number().nullable(),
      by: z.string(),
      source: z.string(),
    }),
  ),
  /** How often each field is read right: F1 of `n` labelled values of a set of letters, 0 to 1. */
  accuracy: z.array(z.object({ set: z.string(), field: z.string(), n: z.int().positive(), f1: z.number() })),
  /** What happened in a programme, to be marked on a trend. `on`: a month; `words`: what it is called, its month, and what it was. */
  events: z.array(z.object({ programme: ProgrammeSchema, on: z.string(), words: z.string() })),
});
export type MetricsResponse = z.infer<typeof MetricsResponseSchema>;
