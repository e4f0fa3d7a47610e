/**
 * The figures for headings, citations and rationales that no rule was written from: fictional ones, written and labelled by someone
 * who had not seen the patterns. Each folder of test/fixtures/labelled is a set of one kind or of several; each line is read inside a
 * small letter.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Item } from '#contract/determination.ts';
import { AppError } from '#contract/problem.ts';
import { readLetter } from '../../ingest/pipeline.ts';
import { figures, UNSEEN_AIMS } from './aims.ts';
import { type FieldScore, Tally } from './compare.ts';
import { agreementSentence, decidedPage } from './decided-report.ts';
import { LABEL_FIELDS } from './fields.ts';
import { exists, Findings, readLines } from './label-lines.ts';
import { type RationaleScore, type RationaleSet, readRationales, scoreRationales } from './rationale-set.ts';
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
  readonly rationales: RationaleSet | null;
}

export interface SetScore {
  readonly set: IndependentSet;
  readonly fields: Record<string, FieldScore>;
  /** Null where the set has no rationales. */
  readonly rationales: RationaleScore | null;
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
  const linesOf = async <S extends z.ZodType>(name: string, schema: S) => {
    const path = join(folder, id, name);
    return (await exists(path)) ? readLines(path, schema, shapeOf(schema), findings) : [];
  };
  const headings = await linesOf('headings.jsonl', HeadingSchema);
  const citations = await linesOf('citations.jsonl', CitationSchema);
  const rationales = await readRationales(join(folder, id), findings);
  findings.throwIfAny();
  if (headings.length + citations.length + (rationales?.lines.length ?? 0) === 0)
    throw new AppError('usage', `the set "${id}" has no headings, citations or rationales.`);
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
    rationales,
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
    for (const { text, label } of set.headings) count(label, await itemOf({ heading: text }));
    for (const { text, side, label } of set.citations) count(label, await itemOf({ heading: 'Knee brace', [side]: text }));
    const rationales =
      set.rationales === null
        ? null
        : await scoreRationales(set.rationales, ({ item, decision, rationale }) => itemOf({ heading: item, decision, rationale }));
    scores.push({ set, fields: tally.scores(), rationales });
  }
  return scores;
}

const seenIn = ({ title, seen }: IndependentSet) => `${title} (${seen ? 'seen while broadening' : 'unseen at the time of measuring'})`;

/** The headings and citations as a section of docs/ACCURACY.md. */
export function independentSection(scores: readonly SetScore[]): string {
  const sections = scores
    .filter(({ set }) => set.headings.length + set.citations.length > 0)
    .map(
      ({ set, fields }) => `### ${seenIn(set)}

${counted(set.headings.length, 'heading')} and ${counted(set.citations.length, 'guideline field')}. ${set.note}

${figures(fields, UNSEEN_AIMS)}`,
    );
  return `## Headings and citations written by others

Fictional lines, each read inside a small letter, written and labelled by someone who had not seen the rules that read them; what else they had seen is told
with a set. Rules were broadened after a
set marked as seen was looked at, so its figures are too good; those of an unseen set are the ones to expect on new letters.

${sections.join('\n')}`;
}

/** The rationales of the sets, as parts of the section on what decided; each with its agreement of two people. */
export function rationaleParts(scores: readonly SetScore[]): string[] {
  return scores.flatMap(({ set, rationales }) => {
    if (rationales === null) return [];
    const people = rationales.again === null ? '' : ` ${agreementSentence(rationales.again)}`;
    return [
      `### ${seenIn(set)}\n\n${counted(rationales.figures.items, 'fictional rationale')}, each read inside a small letter. ${set.note}${people.trimEnd()}\n\n${decidedPage(rationales.figures)}`,
    ];
  });
}

const NO_FIELD = 'The Claims Administrator did not cite any medical evidence for its decision.';
const PRINTED = { upheld: 'Upheld', overturned: 'Overturned', overturned_in_part: 'Overturned in part' };

interface SmallLetter {
  readonly heading: string;
  readonly administrator?: string;
  readonly reviewer?: string;
  readonly decision?: keyof typeof PRINTED;
  readonly rationale?: string;
}

/** The item of a small fictional letter with this heading, these fields and this rationale. */
export async function itemOf(letter: SmallLetter): Promise<Item | null> {
  const { heading, administrator = NO_FIELD, reviewer = NO_FIELD, decision = 'upheld' } = letter;
  const { rationale = 'The request is not medically necessary.' } = letter;
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

${heading}: ${PRINTED[decision]}

Claims Administrator guideline: ${administrator}

MAXIMUS guideline: ${reviewer}

Decision rationale: ${rationale}
`;
  const result = await readLetter(new TextEncoder().encode(text), 'line.txt');
  return result.ok ? (result.letter.determination.items[0] ?? null) : null;
}
