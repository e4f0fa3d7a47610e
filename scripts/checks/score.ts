/** Fails unless every field of the labelled letters is right: nothing wrong, missing or extra. Arguments are those of `score`. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { FieldScore } from '../score/compare.ts';

const output = execFileSync(process.execPath, [join(import.meta.dirname, '..', 'score.ts'), ...process.argv.slice(2), '--json'], {
  encoding: 'utf8',
});
const { letters, fields } = JSON.parse(output) as { letters: number; fields: Record<string, FieldScore> };
const faulty = Object.entries(fields).filter(([, score]) => score.right !== score.n || score.extra > 0);
for (const [field, score] of faulty) process.stdout.write(`${field}: ${JSON.stringify(score)}\n`);
const measured = Object.values(fields).reduce((sum, score) => sum + score.n, 0);
process.stdout.write(`${letters} letters, ${Object.keys(fields).length} fields, ${measured} values, ${faulty.length} fields with faults\n`);
process.exitCode = faulty.length > 0 || measured === 0 ? 1 : 0;
