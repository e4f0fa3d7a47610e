/**
 * The figure for headings and citations that nobody tuned to: fictional ones, written and labelled by someone who had not seen
 * the vocabulary's patterns (test/fixtures/labelled). Each is read inside a small letter, the way a real one is.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Item } from '#contract/determination.ts';
import { readLetter } from '../../ingest/pipeline.ts';
import { type FieldScore, Tally } from './compare.ts';
import { LABEL_FIELDS } from './fields.ts';
import type { GoldLabel } from './gold.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'test', 'fixtures', 'labelled');
const count = z
  .number()
  .nullish()
  .transform((value) => value ?? null);

const HeadingSchema = z.object({
  item: z.string(),
  service: z.string(),
  serviceAlternatives: z.array(z.string()),
  category: z.string(),
  drugs: z.array(z.string()),
  bodyParts: z.array(z.string()),
  side: z.string().nullable(),
  quantity: z.object({ sessions: count, perWeek: count, weeks: count, units: count, refills: count }),
  retrospective: z.boolean().nullable(),
});
const CitationFieldSchema = z.object({
  field: z.string(),
  side: z.enum(['administrator', 'reviewer']),
  basis: z.string(),
  guidelines: z.array(z.string()),
});

const HEADING_FIELDS = ['service', 'serviceOrAlternative', 'category', 'drugs', 'bodyParts', 'side', 'quantity'] as const;

/** Scores of the independent headings and citation fields. */
async function independentScores(): Promise<{
  headings: number;
  citations: number;
  fields: Record<string, FieldScore>;
  tally: Tally;
}> {
  const headings = await rows('headings.jsonl', HeadingSchema);
  const citations = await rows('citations.jsonl', CitationFieldSchema);
  const tally = new Tally();
  for (const [index, heading] of headings.entries()) {
    const label: GoldLabel = { ...EMPTY, ...heading };
    const item = await itemOf(heading.item, NO_FIELD, NO_FIELD);
    for (const field of HEADING_FIELDS) tally.compare(field, `heading ${index + 1}`, null, LABEL_FIELDS[field] ?? EMPTY_ROW, label, item);
  }
  for (const [index, { field: text, side, basis, guidelines }] of citations.entries()) {
    const ids = guidelines.map((id) => ({ id }));
    const ours = side === 'administrator';
    const label: GoldLabel = {
      ...EMPTY,
      caGuidelines: ours ? ids : [],
      mxGuidelines: ours ? [] : ids,
      caBasis: ours ? basis : 'none',
      mxBasis: ours ? 'none' : basis,
    };
    const item = await itemOf('Knee brace', ours ? text : NO_FIELD, ours ? NO_FIELD : text);
    for (const field of [`guidelines.${side}`, `basis.${side}`])
      tally.compare(field, `citation ${index + 1}`, null, LABEL_FIELDS[field] ?? EMPTY_ROW, label, item);
  }
  return { headings: headings.length, citations: citations.length, fields: tally.scores(), tally };
}

/** The same as a section of docs/ACCURACY.md. */
export async function independentSection(): Promise<string> {
  const { headings, citations, fields } = await independentScores();
  const percent = (share: number) => (100 * share).toFixed(1);
  const lines = Object.entries(fields).map(
    ([field, s]) => `| ${field} | ${s.n} | ${percent(s.precision)} | ${percent(s.recall)} | ${percent(s.f1)} |\n`,
  );
  return `## Headings and citations nobody tuned to

${headings} headings and ${citations} guideline fields, fictional, written and labelled by someone who had not seen the vocabulary's patterns.

| field | n | precision | recall | F1 |
|---|---|---|---|---|
${lines.join('')}`;
}

const NO_FIELD = 'The Claims Administrator did not cite any medical evidence for its decision.';
const EMPTY_ROW = { gold: () => [], ours: () => [] };
const EMPTY: GoldLabel = {
  letter: '',
  issue: 1,
  service: '',
  serviceAlternatives: [],
  category: '',
  dwcCategory: null,
  drugs: [],
  bodyParts: [],
  side: null,
  quantity: { sessions: null, perWeek: null, weeks: null, units: null, refills: null },
  retrospective: null,
  dateOfService: null,
  associatedSurgical: false,
  caGuidelines: [],
  mxGuidelines: [],
  caBasis: 'none',
  mxBasis: 'none',
};

/** The item of a small fictional letter with this heading and these fields. */
async function itemOf(heading: string, administrator: string, reviewer: string): Promise<Item | null> {
  const text = `Case Number: CM16-9000000
Date Assigned: 11/09/2016 Date of Injury: 10/13/2015
Decision Date: 12/09/2016 UR Denial Date: 11/03/2016
Priority: Standard Application Received: 11/04/2016

HOW THE IMR FINAL DETERMINATION WAS MADE

The Expert Reviewer has the following credentials:
State(s) of Licensure: California
Certification(s)/Specialty: Family Practice

CLINICAL CASE SUMMARY

The worker was hurt.

IMR ISSUES, DECISIONS AND RATIONALES

The Final Determination was based on decisions for the disputed items/services set forth below:

${heading}: Upheld

Claims Administrator guideline: ${administrator}

MAXIMUS guideline: ${reviewer}

Decision rationale: The request is not medically necessary.
`;
  const result = await readLetter(new TextEncoder().encode(text), 'heading.txt');
  return result.ok ? (result.letter.determination.items[0] ?? null) : null;
}

async function rows<S extends z.ZodType>(name: string, schema: S): Promise<z.infer<S>[]> {
  const text = await readFile(join(FOLDER, name), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}
