/** The labelled letters that a score is measured against: one JSON object a line, as docs/LABELLING.md describes. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#contract/problem.ts';

const mtus = z.array(z.object({ name: z.string(), sections: z.string() }));
const GoldItemSchema = z.object({
  number: z.int().positive(),
  heading: z.string(),
  originalRequest: z.string().nullable(),
  authorisedByAdministrator: z.string().nullable(),
  disputedService: z.string().nullable(),
  decision: z.string(),
  administratorGuideline: z.string().nullable(),
  administratorMtus: mtus,
  administratorNonMtus: z.string().nullable(),
  administratorNoneCited: z.boolean(),
  maximusGuideline: z.string().nullable(),
  maximusMtus: mtus,
  maximusNonMtus: z.string().nullable(),
  maximusNoneCited: z.boolean(),
  rationale: z.string().nullable(),
});
export type GoldItem = z.infer<typeof GoldItemSchema>;

const day = z.iso.date().nullable();
const GoldLetterSchema = z.object({
  caseNumber: z.string(),
  /** Path of the letter; only its last part is used to find the file. */
  file: z.string(),
  dateAssigned: day,
  dateOfInjury: day,
  decisionDate: day,
  urDenialDate: day,
  applicationReceived: day,
  priority: z.string().nullable(),
  licensedStates: z.array(z.string()),
  specialty: z.string().nullable(),
  summary: z.string().nullable(),
  issues: z.array(GoldItemSchema),
});
export type GoldLetter = z.infer<typeof GoldLetterSchema>;

const count = z.number().nullable();
const GoldLabelSchema = z.object({
  letter: z.string(),
  issue: z.int().positive(),
  service: z.string(),
  serviceAlternatives: z.array(z.string()),
  category: z.string(),
  dwcCategory: z.string().nullable(),
  drugs: z.array(z.string()),
  bodyParts: z.array(z.string()),
  side: z.string().nullable(),
  quantity: z.object({ sessions: count, perWeek: count, weeks: count, units: count, refills: count }),
  retrospective: z.boolean().nullable(),
  dateOfService: z.string().nullable(),
  associatedSurgical: z.boolean(),
  caGuidelines: z.array(z.object({ id: z.string() })),
  mxGuidelines: z.array(z.object({ id: z.string() })),
  caBasis: z.string(),
  mxBasis: z.string(),
});
export type GoldLabel = z.infer<typeof GoldLabelSchema>;

/** Reads `letters.jsonl` of a gold folder. Throws AppError `usage` naming line and fault. */
export async function readGold(goldDir: string): Promise<GoldLetter[]> {
  const path = join(goldDir, 'letters.jsonl');
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('usage', `${path} could not be read; a folder with a letters.jsonl was expected.`, { cause });
  });
  return parseLines(path, text, GoldLetterSchema);
}

/** Reads `issues.jsonl` of a gold folder, by case number and item number; empty where there is none. */
export async function readLabels(goldDir: string): Promise<Map<string, Map<number, GoldLabel>>> {
  const path = join(goldDir, 'issues.jsonl');
  const text = await readFile(path, 'utf8').catch(() => '');
  const labels = new Map<string, Map<number, GoldLabel>>();
  for (const label of parseLines(path, text, GoldLabelSchema)) {
    const items = labels.get(label.letter) ?? new Map<number, GoldLabel>();
    labels.set(label.letter, items.set(label.issue, label));
  }
  return labels;
}

function parseLines<S extends z.ZodType>(path: string, text: string, schema: S): z.infer<S>[] {
  return text
    .split('\n')
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => {
      const parsed = schema.safeParse(parseJson(line));
      if (!parsed.success) throw new AppError('usage', `${path} line ${number} is not as expected: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
