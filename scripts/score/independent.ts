/**
 * The figures for headings and citations that the vocabulary was not written from: fictional ones, written and labelled by someone
 * who had not seen its patterns. Each folder of test/fixtures/labelled is a set; each line is read inside a small letter.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Item } from '#contract/determination.ts';
import { readLetter } from '../../ingest/pipeline.ts';
import { figures, UNSEEN_AIMS } from './aims.ts';
import { type FieldScore, Tally } from './compare.ts';
import { LABEL_FIELDS } from './fields.ts';
import { Findings, readLines } from './label-lines.ts';
import { counted } from './report.ts';
import { type GoldLabel, GoldLabelSchema, shapeOf } from './schema.ts';

export const SETS_FOLDER = join(import.meta.dirname, '..', '..', 'test', 'fixtures', 'labelled');

/** `seen`: whether rules were written or broadened after looking at the set. */
const SetSchema = z.object({ title: z.string().min(1), seen: z.boolean(), note: z.string() });
const HeadingSchema = GoldLabelSchema.omit({ letter: true, issue: true }).extend({ item: z.string().min(1) });
const CitationSchema = z.object({
  field: z.string().min(1),
  side: z.enum(['administrator', 'reviewer']),
  basis: z.string(),
  guidelines: z.array(z.string()),
});

export interface IndependentSet extends z.infer<typeof SetSchema> {
  readonly id: string;
  readonly headings: readonly { text: string; label: GoldLabel }[];
  readonly citations: readonly { text: string; side: 'administrator' | 'reviewer'; label: GoldLabel }[];
}

export interface SetScore {
  readonly set: IndependentSet;
  readonly fields: Record<string, FieldScore>;
}

/** The sets below a folder, by name. Throws AppError `usage` where a line is not as it must be. */
export async function independentSets(folder: string): Promise<IndependentSet[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(ids.sort().map((id) => readSet(folder, id)));
}

async function readSet(folder: string, id: string): Promise<IndependentSet> {
  const findings = new Findings();
  const about = SetSchema.parse(JSON.parse(await readFile(join(folder, id, 'set.json'), 'utf8')));
  const headings = await readLines(join(folder, id, 'headings.jsonl'), HeadingSchema, shapeOf(HeadingSchema), findings);
  const citations = await readLines(join(folder, id, 'citations.jsonl'), CitationSchema, shapeOf(CitationSchema), findings);
  findings.throwIfAny();
  return {
    id,
    ...about,
    headings: headings.map(({ value: { item, ...label }, line }) => ({
      text: item,
      label: { ...label, letter: `${id} heading ${line}`, issue: 1 },
    })),
    citations: citations.map(({ value: { field, side, basis, guidelines }, line }) => {
      const its = guidelines.map((guideline) => ({ id: guideline }));
      const cited = side === 'administrator' ? { caGuidelines: its, caBasis: basis } : { mxGuidelines: its, mxBasis: basis };
      return { text: field, side, label: { ...cited, letter: `${id} citation ${line}`, issue: 1 } };
    }),
  };
}

/** Scores of every set. */
export async function independentScores(folder: string): Promise<SetScore[]> {
  const scores: SetScore[] = [];
  for (const set of await independentSets(folder)) {
    const tally = new Tally();
    const count = (label: GoldLabel, item: Item | null) => {
      for (const [field, row] of Object.entries(LABEL_FIELDS))
        if (label[row.key] !== undefined) tally.compare(field, label.letter, null, row, label, item);
    };
    for (const { text, label } of set.headings) count(label, await itemOf(text, NO_FIELD, NO_FIELD));
    for (const { text, side, label } of set.citations)
      count(label, await itemOf('Knee brace', side === 'administrator' ? text : NO_FIELD, side === 'administrator' ? NO_FIELD : text));
    scores.push({ set, fields: tally.scores() });
  }
  return scores;
}

/** The same as a section of docs/ACCURACY.md. */
export function independentSection(scores: readonly SetScore[]): string {
  const sections = scores.map(
    ({ set, fields }) => `### ${set.title} (${set.seen ? 'seen while broadening' : 'unseen at the time of measuring'})

${counted(set.headings.length, 'heading')} and ${counted(set.citations.length, 'guideline field')}. ${set.note}

${figures(fields, UNSEEN_AIMS)}`,
  );
  return `## Headings and citations written by others

Fictional lines, each read inside a small letter, written and labelled by someone who had not seen the vocabulary's patterns. Rules were broadened after a
set marked as seen was looked at, so its figures are too good; those of an unseen set are the ones to expect on new letters.

${sections.join('\n')}`;
}

const NO_FIELD = 'The Claims Administrator did not cite any medical evidence for its decision.';

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
