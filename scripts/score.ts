/**
 * `npm run score -- GOLD_DIR [--letters DIR] [--json] [--differences N]`: reads the letters that the labels name and prints,
 * field by field, how many values are right, wrong, missing and extra. Exit codes: 0 measured, 1 a letter could not
 * be read, 2 wrong usage. Whether a figure is good enough is for the caller to say.
 */
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { AppError } from '#contract/problem.ts';
import { readLetter } from '../ingest/pipeline.ts';
import { type Difference, type FieldScore, Tally } from './score/compare.ts';
import { readGold } from './score/gold.ts';

const program = new Command('score')
  .description('Compares what is read from letters with what people labelled in them.')
  .argument('<gold-dir>', 'folder with letters.jsonl')
  .option('--letters <dir>', 'folder with the letters, searched with its subfolders (default: "letters" beside the gold folder)')
  .option(
    '--json',
    'print JSON: {"letters", "unreadable", "fields": {"decision": {"n", "right", "wrong", "missing", "extra", "even"}, ...}}',
  )
  .option('--differences <n>', 'print the first N differences (they hold text of the letters)', wholeNumber, 0)
  .addHelpText('after', '\nExample:\n  npm run score -- ../shared/gold --letters ../shared/letters')
  .exitOverride();

try {
  program.parse();
  process.exitCode = await score(program.args[0] ?? '', program.opts<{ letters?: string; json?: boolean; differences: number }>());
} catch (error) {
  if (error instanceof AppError) {
    process.stderr.write(`score: ${error.message}\n`);
    process.exitCode = 2;
  } else if (error instanceof Error && 'exitCode' in error && typeof error.exitCode === 'number') {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else throw error;
}

async function score(goldDir: string, options: { letters?: string; json?: boolean; differences: number }): Promise<number> {
  const gold = await readGold(goldDir);
  const lettersDir = options.letters ?? join(dirname(join(goldDir, '.')), 'letters');
  const files = await filesByName(lettersDir);
  const tally = new Tally();
  const unreadable: string[] = [];
  for (const labelled of gold) {
    const path = files.get(basename(labelled.file));
    if (path === undefined)
      throw new AppError(
        'usage',
        `${basename(labelled.file)} is not below ${lettersDir}; every labelled letter was expected there (--letters DIR).`,
      );
    const result = await readLetter(await readFile(path), basename(path));
    if (!result.ok) unreadable.push(`${basename(path)}: ${result.unreadable.reason.reason}`);
    tally.add(labelled, result.ok ? result.letter.determination : null);
  }
  if (options.json === true)
    process.stdout.write(`${JSON.stringify({ letters: gold.length, unreadable: unreadable.length, fields: tally.fields })}\n`);
  else process.stdout.write(table(gold.length, tally.fields));
  for (const line of unreadable) process.stderr.write(`could not be read: ${line}\n`);
  for (const difference of tally.differences.slice(0, options.differences)) process.stderr.write(describe(difference));
  return unreadable.length > 0 ? 1 : 0;
}

function table(letters: number, fields: Readonly<Record<string, FieldScore>>): string {
  const head = ['field', 'n', 'right', 'wrong', 'missing', 'extra', 'right %', 'blanks too %'];
  const percent = (n: number, of: number) => (of === 0 ? '-' : ((100 * n) / of).toFixed(1));
  const rows = Object.entries(fields).map(([field, s]) => [
    field,
    ...[s.n, s.right, s.wrong, s.missing, s.extra].map(String),
    percent(s.right, s.n),
    percent(s.even, s.n),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}\n`;
  return `${letters} letters\n${line(head)}${rows.map(line).join('')}`;
}

function describe({ field, letter, item, gold, ours }: Difference): string {
  return `${letter}${item === null ? '' : ` item ${item}`} ${field}\n  labelled: ${JSON.stringify(gold)}\n  read:     ${JSON.stringify(ours)}\n`;
}

async function filesByName(dir: string): Promise<Map<string, string>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new AppError('usage', `${dir} could not be opened; a folder with letters was expected.`, { cause });
  });
  return new Map(entries.filter((entry) => entry.isFile()).map((entry) => [entry.name, join(entry.parentPath, entry.name)]));
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('expected a whole number.');
  return Number(text);
}
