/** The vocabularies (guidelines, services, drugs) as typed data. The rows are JSON beside this file; ids never change. */
import { z } from 'zod';
import drugsJson from './drugs.json' with { type: 'json' };
import guidelinesJson from './guidelines.json' with { type: 'json' };
import servicesJson from './services.json' with { type: 'json' };

const GuidelineVocabularySchema = z.object({
  families: z.array(z.object({ id: z.string(), name: z.string(), basis: z.string(), chartLabel: z.string() })),
  guidelines: z.array(
    z.object({
      id: z.string(),
      family: z.string(),
      name: z.string(),
      edition: z.string().nullable(),
      /** JavaScript patterns, flag i. A row of specificity 0 is never matched by its patterns. */
      patterns: z.array(z.string()),
      /** 3: a named chapter; 2: a family only; 1: silent, expert or bare MTUS. */
      specificity: z.number(),
      chapter: z.int().nullish(),
      chapterTerm: z.string().optional(),
    }),
  ),
  /** Titles of the 2016-17 pick list: printed as "<title> <year>". */
  mtusTitles: z.array(z.object({ title: z.string(), years: z.array(z.string()), id: z.string() })),
});

const ServiceVocabularySchema = z.object({
  categories: z.array(z.object({ id: z.string(), name: z.string() })),
  services: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      category: z.string(),
      /** Lower wins; ties go to the longer match, then to the earlier row. */
      priority: z.number(),
      patterns: z.array(z.string()),
      forms: z.array(z.string()).default([]),
    }),
  ),
  examples: z.array(z.object({ raw: z.string(), expect: z.string() })),
});

const DrugVocabularySchema = z.object({
  classes: z.array(z.object({ id: z.string(), name: z.string(), service: z.string() })),
  drugs: z.array(z.object({ generic: z.string(), base: z.string(), aliases: z.array(z.string()), class: z.string() })),
});

export const GUIDELINES = GuidelineVocabularySchema.parse(guidelinesJson);
export const SERVICES = ServiceVocabularySchema.parse(servicesJson);
export const DRUGS = DrugVocabularySchema.parse(drugsJson);

/** The words that show an id on screen. */
export const FAMILY_LABELS: ReadonlyMap<string, string> = new Map(GUIDELINES.families.map((row) => [row.id, row.chartLabel]));
export const GUIDELINE_LABELS: ReadonlyMap<string, string> = new Map(GUIDELINES.guidelines.map((row) => [row.id, row.name]));
export const CATEGORY_LABELS: ReadonlyMap<string, string> = new Map(SERVICES.categories.map((row) => [row.id, row.name]));
export const SERVICE_LABELS: ReadonlyMap<string, string> = new Map(SERVICES.services.map((row) => [row.id, row.name]));
