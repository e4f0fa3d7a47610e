/**
 * Fails where a figure fell below the committed one (docs/accuracy.json), and where a field that a letter prints is not
 * wholly right. Arguments are those of `score`.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FieldScore } from '../score/compare.ts';
import { ITEM_FIELDS, LETTER_FIELDS } from '../score/fields.ts';

const scripts = join(import.meta.dirname, '..');
const output = execFileSync(process.execPath, [join(scripts, 'score.ts'), ...process.argv.slice(2), '--json'], { encoding: 'utf8' });
const { letters, fields } = JSON.parse(output) as { letters: number; fields: Record<string, FieldScore> };
const committed = JSON.parse(readFileSync(join(scripts, '..', 'docs', 'accuracy.json'), 'utf8')) as Record<
  string,
  { n: number; f1: number }
>;
const printed = Object.keys({ ...LETTER_FIELDS, ...ITEM_FIELDS });
const faults = [
  ...printed
    .filter((field) => fields[field] === undefined || fields[field].right !== fields[field].n || fields[field].extra > 0)
    .map((field) => `${field} is printed and not wholly right: ${JSON.stringify(fields[field])}`),
  ...Object.entries(committed)
    .filter(([field, was]) => (fields[field]?.f1 ?? 0) < was.f1)
    .map(([field, was]) => `${field} fell from F1 ${was.f1} to ${fields[field]?.f1}`),
];
for (const fault of faults) process.stdout.write(`${fault}\n`);
const measured = Object.values(fields).reduce((sum, score) => sum + score.n, 0);
process.stdout.write(`${letters} letters, ${Object.keys(fields).length} fields, ${measured} values, ${faults.length} faults\n`);
process.exitCode = faults.length > 0 || measured === 0 ? 1 : 0;
