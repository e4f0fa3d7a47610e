/**
 * Fails where a figure fell below the committed one (docs/accuracy.json), where a field that a letter prints is not wholly
 * right, and where labels of what decided or a set of independent lines have no committed figure. Arguments are those of `score`.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aimLine, UNSEEN_AIMS } from '../score/aims.ts';
import type { FieldScore } from '../score/compare.ts';
import { decidedLine } from '../score/decided-report.ts';
import { decidedFaults, fallen, notWhole } from '../score/fallen.ts';
import { independentScores, SETS_FOLDER } from '../score/independent.ts';
import type { Committed } from '../score/page.ts';
import { counted } from '../score/report.ts';
import type { WhatDecided } from '../score/what-decided.ts';

const USAGE =
  'usage: npm run check:score -- GOLD_DIR [--letters DIR]\nHolds the figures of the labelled letters against docs/accuracy.json.\n';

const scripts = join(import.meta.dirname, '..');
const args = process.argv.slice(2);
if (args.length === 0 || args.includes('--help')) {
  (args.length === 0 ? process.stderr : process.stdout).write(USAGE);
  process.exitCode = args.length === 0 ? 2 : 0;
} else process.exitCode = await check();

async function check(): Promise<number> {
  const score = spawnSync(process.execPath, [join(scripts, 'score.ts'), ...args, '--json'], { encoding: 'utf8', maxBuffer: 100_000_000 });
  process.stderr.write(score.stderr);
  if (score.status !== 0) {
    process.stdout.write(`not measured: score ended with ${score.status}\n`);
    return score.status ?? 1;
  }
  const { letters, fields, total, whatDecided } = JSON.parse(score.stdout) as {
    letters: number;
    fields: Record<string, FieldScore>;
    total: FieldScore;
    whatDecided: WhatDecided | null;
  };
  const was = JSON.parse(readFileSync(join(scripts, '..', 'docs', 'accuracy.json'), 'utf8')) as Committed;
  const sets = await independentScores(SETS_FOLDER);
  const rationales = new Map(sets.flatMap(({ set, rationales: its }) => (its === null ? [] : [[set.id, its.figures] as const])));
  const faults = [
    ...notWhole(fields),
    ...fallen(was.published, fields),
    ...sets.flatMap(({ set, fields: now }) =>
      was.independent[set.id] === undefined
        ? [`the set "${set.id}" has no figures in docs/accuracy.json: npm run score -- GOLD_DIR --write`]
        : fallen(was.independent[set.id] ?? {}, now, set.id),
    ),
    ...decidedFaults(was.whatDecided, whatDecided, rationales),
  ];
  if (whatDecided !== null) process.stdout.write(`published: ${decidedLine(whatDecided)}\n`);
  for (const { set, fields: now, rationales: its } of sets) {
    const parts = [aimLine(now, UNSEEN_AIMS), its === null ? '' : decidedLine(its.figures)].filter((part) => part !== '');
    process.stdout.write(`${set.id} (${set.seen ? 'seen' : 'unseen'}): ${parts.join('; ')}\n`);
  }
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  process.stdout.write(
    `${counted(letters, 'letter')}, ${Object.keys(fields).length} fields, ${total.n} values, ${counted(sets.length, 'independent set')}, ${counted(faults.length, 'fault')}\n`,
  );
  return faults.length > 0 || total.n === 0 ? 1 : 0;
}
