/** The labelled letters that a score is measured against: a folder with letters.jsonl, and issues.jsonl and reasons.jsonl where items are labelled (docs/LABELLING.md). */
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import { AppError } from '#contract/problem.ts';
import { type Unknown, unknownInLabel, unknownInLetter, unknownInReasons } from './allowed.ts';
import { exists, Findings, type Labelled, readLines } from './label-lines.ts';
import {
  type GoldItem,
  type GoldLabel,
  GoldLabelSchema,
  type GoldLetter,
  GoldLetterSchema,
  type GoldReasons,
  GoldReasonsSchema,
  LABEL_SHAPE,
  LETTER_SHAPE,
  REASONS_SHAPE,
  type Shape,
} from './schema.ts';

/** Labels of items by case number and item number. */
type ByItem<T> = ReadonlyMap<string, ReadonlyMap<number, T>>;

export interface Gold {
  readonly letters: readonly Labelled<GoldLetter>[];
  readonly labels: ByItem<GoldLabel>;
  /** What decided; null where there is no such file. */
  readonly reasons: ByItem<GoldReasons> | null;
  readonly warnings: readonly string[];
}

/** Reads the files; throws AppError `usage` that tells every fault with its file and line. */
export async function readGold(goldDir: string): Promise<Gold> {
  const findings = new Findings();
  const letters = await lettersOf(await lettersPath(goldDir), findings);
  const labels = await itemsOf(join(goldDir, 'issues.jsonl'), GoldLabelSchema, LABEL_SHAPE, letters, unknownInLabel, findings);
  const reasons = await itemsOf(
    join(goldDir, 'reasons.jsonl'),
    GoldReasonsSchema,
    REASONS_SHAPE,
    letters,
    (label, item) => unknownInReasons(label, item?.rationale ?? null),
    findings,
  );
  findings.throwIfAny();
  return { letters, labels: labels ?? new Map(), reasons, warnings: findings.warnings };
}

async function lettersPath(goldDir: string): Promise<string> {
  const folder = await stat(goldDir).catch(() => null);
  if (folder?.isFile() === true)
    throw new AppError('usage', `${goldDir} is a file; the folder with letters.jsonl was expected (${dirname(goldDir)}).`);
  const path = join(goldDir, 'letters.jsonl');
  if (!(await exists(path))) throw new AppError('usage', `${path} could not be read; a folder with a letters.jsonl was expected.`);
  return path;
}

async function lettersOf(path: string, findings: Findings): Promise<Labelled<GoldLetter>[]> {
  const letters = await readLines(path, GoldLetterSchema, LETTER_SHAPE, findings);
  if (letters.length === 0 && findings.faults.length === 0) findings.faults.push('letters.jsonl holds no letter');
  for (const { value: letter, line } of letters) {
    const at = `letters.jsonl line ${line}`;
    tell(unknownInLetter(letter), at, findings);
    for (const [index, issue] of (letter.issues ?? []).entries())
      if (issue.number !== undefined && issue.number !== index + 1)
        findings.warnings.push(
          `${at}: issues[${index}].number is ${issue.number}; items are compared in the order of the list, as ${index + 1}`,
        );
  }
  twice(letters, ({ caseNumber }) => caseNumber, 'letters.jsonl', findings);
  return letters;
}

/** A file with a line an item; null where it is not there. `unknown`: what of a line no list holds, given the item as its letter is labelled. */
async function itemsOf<S extends z.ZodType<{ letter: string; issue: number }>>(
  path: string,
  schema: S,
  shape: Shape,
  letters: readonly Labelled<GoldLetter>[],
  unknown: (label: z.infer<S>, item: GoldItem | undefined) => Unknown[],
  findings: Findings,
): Promise<ByItem<z.infer<S>> | null> {
  if (!(await exists(path))) return null;
  const file = basename(path);
  const labels = new Map<string, Map<number, z.infer<S>>>();
  const lines = await readLines(path, schema, shape, findings);
  if (lines.length === 0 && findings.faults.length === 0) findings.warnings.push(`${file} holds no label`);
  const byCase = new Map(letters.map(({ value }) => [value.caseNumber, value]));
  for (const { value: label, line } of lines) {
    const at = `${file} line ${line}`;
    const letter = byCase.get(label.letter);
    tell(unknown(label, letter?.issues?.[label.issue - 1]), at, findings);
    const items = labels.get(label.letter) ?? new Map<number, z.infer<S>>();
    labels.set(label.letter, items.set(label.issue, label));
    if (letter === undefined) findings.warnings.push(`${at}: letter ${label.letter} is not in letters.jsonl; the line is not counted`);
    else if (letter.issues !== undefined && label.issue > letter.issues.length)
      findings.faults.push(`${at}: issue ${label.issue} of ${label.letter}, which has ${letter.issues.length} in letters.jsonl`);
  }
  twice(lines, ({ letter, issue }) => `issue ${issue} of ${letter}`, file, findings);
  return labels;
}

function tell(unknown: readonly Unknown[], at: string, findings: Findings): void {
  for (const { message, grave } of unknown) (grave ? findings.faults : findings.warnings).push(`${at}: ${message}`);
}

/** The same letter or item on two lines would count twice, or silently once. */
function twice<T>(lines: readonly Labelled<T>[], name: (value: T) => string, file: string, findings: Findings): void {
  const first = new Map<string, number>();
  for (const { value, line } of lines) {
    const before = first.get(name(value));
    if (before === undefined) first.set(name(value), line);
    else findings.faults.push(`${file} line ${line}: ${name(value)} is on line ${before} already`);
  }
}

/** Case numbers of the labels that this project publishes figures of, as a digest: `--write` is for them only. */
const OWN = '09a265024524b17a4ee64c1384a1a0b1f02daf2124afb82e31770b95cac74450';

/** Whether these are the labels whose figures docs/ACCURACY.md publishes. */
export function isOwnGold(letters: readonly Labelled<GoldLetter>[]): boolean {
  const cases = letters.map(({ value }) => value.caseNumber).sort();
  return createHash('sha256').update(cases.join('\n')).digest('hex') === OWN;
}
