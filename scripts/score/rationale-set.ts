/**
 * The fictional rationales of a set (`rationales.jsonl`), and a second labelling of them by somebody else (`rationales-again.jsonl`):
 * how well what decided is read in rationales that no rule was written from, and how far two people agree.
 */
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Item } from '#contract/determination.ts';
import { DecisionSchema } from '#contract/list-schemas.ts';
import { type Unknown, unknownInReasons } from './allowed.ts';
import { exists, type Findings, type Labelled, readLines } from './label-lines.ts';
import { type GoldReasons, GoldReasonsSchema, shapeOf } from './schema.ts';
import { DecidedTally, toldOf, type WhatDecided } from './what-decided.ts';

const RationaleSchema = GoldReasonsSchema.omit({ letter: true, issue: true })
  .required({ deciding: true, conclusion: true, reasons: true })
  .extend({
    item: z.string().min(1),
    decision: DecisionSchema.exclude(['undetermined']),
    rationale: z.string().min(1),
  });
const AgainSchema = z.object({ line: z.int().positive(), deciding: z.array(z.string().min(1)), reasons: z.array(z.string()) });

export type LabelledRationale = z.infer<typeof RationaleSchema>;

export interface RationaleSet {
  readonly lines: readonly Labelled<LabelledRationale>[];
  /** The second labelling by line of the first; empty where there is none. */
  readonly again: ReadonlyMap<number, z.infer<typeof AgainSchema>>;
}

export interface RationaleScore {
  readonly figures: WhatDecided;
  /** The second labelling, taken for what is read; null where there is none. */
  readonly again: WhatDecided | null;
}

/** The rationales of a set; null where it has none. What is wrong in them is added to the findings. */
export async function readRationales(folder: string, findings: Findings): Promise<RationaleSet | null> {
  const path = join(folder, 'rationales.jsonl');
  if (!(await exists(path))) return null;
  const lines = await readLines(path, RationaleSchema, shapeOf(RationaleSchema), findings);
  for (const { value, line } of lines) tell(unknownInReasons(value, value.rationale), path, line, findings);
  return { lines, again: await readAgain(join(folder, 'rationales-again.jsonl'), lines, findings) };
}

async function readAgain(path: string, first: readonly Labelled<LabelledRationale>[], findings: Findings): Promise<RationaleSet['again']> {
  const again = new Map<number, z.infer<typeof AgainSchema>>();
  if (!(await exists(path))) return again;
  const byLine = new Map(first.map(({ value, line }) => [line, value]));
  for (const { value, line } of await readLines(path, AgainSchema, shapeOf(AgainSchema), findings)) {
    const labelled = byLine.get(value.line);
    const faults = [
      ...(labelled === undefined ? [`line ${value.line} of rationales.jsonl holds no rationale`] : []),
      ...(again.has(value.line) ? [`line ${value.line} of rationales.jsonl is labelled twice`] : []),
    ].map((message) => ({ message, grave: true }));
    tell([...faults, ...unknownInReasons(value, labelled?.rationale ?? null)], path, line, findings);
    again.set(value.line, value);
  }
  return again;
}

function tell(unknown: readonly Unknown[], path: string, line: number, findings: Findings): void {
  for (const { message } of unknown) findings.faults.push(`${basename(path)} line ${line}: ${message}`);
}

/** The figures of a set's rationales. `read`: reads one inside a small letter. */
export async function scoreRationales(
  { lines, again }: RationaleSet,
  read: (labelled: LabelledRationale) => Promise<Item | null>,
): Promise<RationaleScore> {
  const [tally, people] = [new DecidedTally(), new DecidedTally()];
  for (const { value, line } of lines) {
    const label: GoldReasons = { ...value, letter: `rationale ${line}`, issue: 1 };
    const item = await read(value);
    tally.add(label, toldOf(item), value.decision, item?.rationale?.value ?? null);
    const second = again.get(line);
    if (second !== undefined) people.add(label, second, value.decision, value.rationale);
  }
  return { figures: tally.scores(), again: again.size === 0 ? null : people.scores() };
}
