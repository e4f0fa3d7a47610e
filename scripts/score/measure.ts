/** Reads the labelled letters and counts: what `npm run score` prints, writes and hands on. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Determination } from '#contract/determination.ts';
import { AppError } from '#contract/problem.ts';
import { type Difference, type FieldScore, Tally } from './compare.ts';
import { isOwnGold, readGold } from './gold.ts';
import { leaveOut } from './leave-out.ts';
import { letterFiles } from './letter-files.ts';
import type { GoldLetter, GoldReasons } from './schema.ts';
import { DecidedTally, toldOf, type WhatDecided } from './what-decided.ts';

export interface Measurement {
  readonly letters: number;
  /** Disputed items that the labels name, in letters.jsonl or issues.jsonl. */
  readonly items: number;
  readonly fields: Readonly<Record<string, FieldScore>>;
  readonly total: FieldScore;
  /** Null where the labels do not say what decided. */
  readonly whatDecided: WhatDecided | null;
  readonly differences: readonly Difference[];
  readonly unreadable: readonly { file: string; reason: string }[];
  /** Decision days as labelled, else as read; sorted. */
  readonly decided: readonly string[];
  /** Letters by the layout they were taken for. */
  readonly layouts: ReadonlyMap<string, number>;
  /** Vocabulary rows left out; null where none were to be. */
  readonly leftOut: number | null;
  /** Whether the labels are those that docs/ACCURACY.md publishes the figures of. */
  readonly own: boolean;
  readonly warnings: readonly string[];
}

/** Measures a folder of labels. `leaveOutFile`: vocabulary rows to leave out. Throws AppError `usage` for faults of labels and paths. */
export async function measure(goldDir: string, lettersDir: string, leaveOutFile?: string): Promise<Measurement> {
  const { letters, labels, reasons, warnings } = await readGold(goldDir);
  const files = await letterFiles(letters, lettersDir);
  const left = leaveOutFile === undefined ? null : await leaveRowsOut(leaveOutFile);
  // The matchers are made of the vocabulary when they are loaded: only now.
  const { readLetter } = await import('../../ingest/pipeline.ts');
  const tally = new Tally();
  const decidedTally = new DecidedTally();
  const unreadable: { file: string; reason: string }[] = [];
  const decided: string[] = [];
  const layouts = new Map<string, number>();
  let items = 0;
  for (const { value: labelled } of letters) {
    const path = files.get(labelled.caseNumber) ?? '';
    const result = await readLetter(await readFile(path), basename(path));
    const ours = result.ok ? result.letter.determination : null;
    if (!result.ok) unreadable.push({ file: basename(path), reason: result.unreadable.reason.reason });
    const its = labels.get(labelled.caseNumber) ?? new Map();
    tally.add(labelled, ours, its);
    addReasons(decidedTally, labelled, ours, reasons?.get(labelled.caseNumber) ?? new Map());
    items += labelled.issues?.length ?? its.size;
    const day = labelled.decisionDate === undefined ? ours?.dates.decided?.value : labelled.decisionDate;
    if (day != null) decided.push(day);
    if (ours !== null) layouts.set(ours.layout.id, (layouts.get(ours.layout.id) ?? 0) + 1);
  }
  return {
    letters: letters.length,
    items,
    fields: tally.scores(),
    total: tally.total(),
    whatDecided: reasons === null ? null : decidedTally.scores(),
    differences: [...tally.differences, ...decidedTally.differences],
    unreadable,
    decided: decided.sort(),
    layouts,
    leftOut: left?.rows ?? null,
    own: isOwnGold(letters),
    warnings: [...warnings, ...(left?.unknown ?? []).map((name) => `${leaveOutFile}: "${name}" names no vocabulary row`)],
  };
}

/** Adds what decided the items of one letter. */
function addReasons(
  tally: DecidedTally,
  { issues }: GoldLetter,
  ours: Determination | null,
  reasons: ReadonlyMap<number, GoldReasons>,
): void {
  for (const [number, label] of reasons) {
    const item = ours?.items[number - 1] ?? null;
    const decision = label.decision ?? issues?.[number - 1]?.decision ?? item?.decision?.value ?? 'undetermined';
    tally.add(label, toldOf(item), decision, item?.rationale?.value ?? null);
  }
}

async function leaveRowsOut(path: string): Promise<{ rows: number; unknown: string[] }> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('usage', `${path} could not be read; a file with a vocabulary row a line was expected.`, { cause });
  });
  const names = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (names.length === 0)
    throw new AppError('usage', `${path} names no row; an id or "source: TEXT" a line was expected (--sources lists the sources).`);
  const left = leaveOut(names);
  if (left.rows === 0)
    throw new AppError(
      'usage',
      `${path} names no row of the vocabulary: ${names
        .slice(0, 5)
        .map((name) => `"${name}"`)
        .join(', ')} (--sources lists the sources).`,
    );
  return left;
}
