/**
 * GET /metrics/:id/file and what `imr report` writes: the numbers of analytics as files. CSV and XLSX hold the tables of the answers, JSON the answers as
 * the API gives them. What a file says of itself is told in docs/EXPORT.md.
 */
import { z } from 'zod';
import { ExportAboutSchema, ToldSearchSchema } from './export.ts';
import { REPORT_FORMATS, type ReportFormat } from './lists.ts';
import { MetricInWordsSchema, MetricRequestSchema, MetricResponseSchema } from './metrics.ts';
import { LabelledSchema } from './understood.ts';

export const ReportFormatSchema = z.enum(REPORT_FORMATS, { error: `expected one of ${REPORT_FORMATS.join(', ')}` });

export const REPORT_MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
};

/** The parameters of the metric, and the format. `part`: the id of one of its parts, which alone is in the file; without it all of them. */
export const MetricFileRequestSchema = MetricRequestSchema.extend({
  format: ReportFormatSchema,
  part: z.string().min(1, { error: 'expected the id of a part' }).max(100, { error: 'expected the id of a part' }).optional(),
});

/** What a file of numbers says about itself. */
export const ReportAboutSchema = z.object({
  title: z.string(),
  /** When it was made, as an instant in UTC. */
  reportedAt: z.iso.datetime(),
  program: z.object({ name: z.string(), version: z.string() }),
  index: ExportAboutSchema.shape.index,
  /** The snapshot that it is as of; null: as of now. */
  snapshot: ExportAboutSchema.shape.snapshot,
  /** The one programme that all numbers are of; null where nothing matches. */
  programme: LabelledSchema.nullable(),
  /** What was asked, and the second cohort of a comparison. */
  search: ToldSearchSchema,
  against: ToldSearchSchema.nullable(),
});
export type ReportAbout = z.infer<typeof ReportAboutSchema>;

/** One answer: on which page it stands (null: it was asked for by itself), and what was asked. */
const ReportAnswerSchema = z.object({
  page: LabelledSchema.nullable(),
  id: z.string(),
  title: z.string(),
  /** What was asked of the metric beside what narrows. */
  asked: z.record(z.string(), z.string()),
  /** On a page that is of one value: whether this is of all values, among which that one stands. */
  peers: z.boolean(),
  answer: MetricResponseSchema,
});
export type ReportAnswer = z.infer<typeof ReportAnswerSchema>;

/** The whole file as JSON. `methods`: of each metric in it, once. */
export const ReportSchema = z.object({
  about: ReportAboutSchema,
  answers: z.array(ReportAnswerSchema),
  methods: z.array(MetricInWordsSchema),
});
export type Report = z.infer<typeof ReportSchema>;
