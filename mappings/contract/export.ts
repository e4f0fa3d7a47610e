/**
 * GET /export: everything that matched a search, or a collection, as one file. Its columns are the table in
 * `server/domain/export/columns.ts`, told in docs/EXPORT.md.
 */
import { z } from 'zod';
import { NarrowingSchema } from './api.ts';
import { EXPORT_FORMATS, type ExportFormat } from './lists.ts';
import { KeywordFieldSchema, LetterCountSchema, SortSchema } from './query.ts';
import { LackedSchema } from './search.ts';
import { SnapshotSchema } from './snapshots.ts';
import { LabelledSchema, UnderstoodPartSchema } from './understood.ts';

export const ExportFormatSchema = z.enum(EXPORT_FORMATS, { error: `expected one of ${EXPORT_FORMATS.join(', ')}` });

export const EXPORT_MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/x-ndjson; charset=utf-8',
};

/** The most items of a workbook: two sheets' worth, past which no program opens it. CSV and JSONL have no such limit. */
export const MOST_XLSX_ITEMS = 2_000_000;

/** What narrows a search, its order (default relevance) and the format; or `collection`, the id of a collection, and only the format beside it. */
export const ExportRequestSchema = NarrowingSchema.extend({
  format: ExportFormatSchema,
  sort: SortSchema.optional(),
  collection: z
    .string()
    .min(1, { error: 'expected the id of a collection' })
    .max(100, { error: 'expected the id of a collection' })
    .optional(),
});
export type ExportRequest = z.infer<typeof ExportRequestSchema>;

/** What narrowed a search, with the words for its ids: what a file says of the question that it answers. */
export const ToldSearchSchema = z.object({
  q: z.string(),
  literal: z.array(z.string()),
  summary: z.boolean(),
  filters: z.array(z.object({ field: KeywordFieldSchema, label: z.string(), values: z.array(LabelledSchema) })),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  understood: z.array(UnderstoodPartSchema),
});
export type ToldSearch = z.infer<typeof ToldSearchSchema>;

/** What an export says about itself: the first line of JSONL, the sheet "About" of XLSX, the last heading of CSV. */
export const ExportAboutSchema = z.object({
  /** When it was asked for, as an instant in UTC. */
  exportedAt: z.iso.datetime(),
  program: z.object({ name: z.string(), version: z.string() }),
  /** `change`: the last change of the library that was in it. */
  index: z.object({ engine: z.string(), letters: z.int().nonnegative(), items: z.int().nonnegative(), change: z.int().nonnegative() }),
  /** The snapshot that it is as of; null: as of now. */
  snapshot: SnapshotSchema.pick({ id: true, name: true, takenAt: true, sameVocabulary: true }).nullable(),
  /** Items that matched when it was asked for (or had most of it, where none had all), and the letters they are in. */
  items: z.int().nonnegative(),
  letters: LetterCountSchema,
  /** What was asked; null for a collection. */
  search: ToldSearchSchema.extend({
    /** True where the text was taken as a case: what is like it, and not what has all its words. */
    asCase: z.boolean(),
    sort: SortSchema,
    /** Where no item has all that was asked for: what those that have most of it lack, see `nearest` of a search. Null where some have all. */
    lacking: z.array(LackedSchema).nullable(),
  }).nullable(),
  /** The collection; `missing`: its items that are no longer in the index, which have no row. Null for a search. */
  collection: z.object({ id: z.string(), name: z.string(), note: z.string(), missing: z.array(z.string()) }).nullable(),
});
export type ExportAbout = z.infer<typeof ExportAboutSchema>;

/** The lines of a JSONL export: what it is about, an object for each item by column key, and a last line that says it is whole. */
export const ExportFirstLineSchema = z.object({ about: ExportAboutSchema });
export const ExportItemLineSchema = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string()), z.null()]));
export const ExportLastLineSchema = z.object({ end: z.object({ items: z.int().nonnegative() }) });
