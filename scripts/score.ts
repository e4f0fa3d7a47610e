/**
 * `npm run score -- GOLD_DIR`: reads the letters that the labels name and prints, field by field, how many values are right, wrong,
 * missing and extra. Exit codes: 0 measured, 1 a letter could not be read, 2 wrong usage. Whether a figure is
 * good enough is for the caller to say (`npm run check:score`).
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { AppError } from '#contract/problem.ts';
import { type Difference, Tally } from './score/compare.ts';
import { readGold, readLabels } from './score/gold.ts';
import { leaveOut } from './score/leave-out.ts';
import { accuracyPage, confusionLines, confusionsOf, table } from './score/report.ts';

interface Options {
  readonly letters?: string;
  readonly json?: boolean;
  readonly differences: number;
  readonly confusions: number;
  readonly leaveOut?: string;
  readonly write?: boolean;
}

const DOCS = join(import.meta.dirname, '..', 'docs');
const program = new Command('score')
  .description('Compares what is read from letters with what people labelled in them (docs/LABELLING.md tells how to label).')
  .argument('<gold-dir>', 'folder with letters.jsonl, and issues.jsonl where items are labelled')
  .option('--letters <dir>', 'folder with the letters, searched with its subfolders (default: "letters" beside the gold folder)')
  .option(
    '--json',
    'print JSON: {"letters", "unreadable", "fields": {"decision": {"n", "right", "wrong", "missing", "extra", "even", "precision", "recall", "f1"}, ...}}',
  )
  .option('--confusions <n>', 'print the worst N confusions of each field with the letters they are in', wholeNumber, 3)
  .option('--differences <n>', 'print the first N differences (they hold text of the letters)', wholeNumber, 0)
  .option(
    '--leave-out <file>',
    'leave out the vocabulary rows named in the file, one a line: an id, or "source: TEXT" for every row with only that source',
  )
  .option('--write', 'write docs/ACCURACY.md and docs/accuracy.json')
  .addHelpText('after', '\nExample:\n  npm run score -- ../shared/gold --letters ../shared/letters')
  .exitOverride();

try {
  program.parse();
  process.exitCode = await score(program.args[0] ?? '', program.opts<Options>());
} catch (error) {
  if (error instanceof AppError) {
    process.stderr.write(`score: ${error.message}\n`);
    process.exitCode = 2;
  } else if (error instanceof Error && 'exitCode' in error && typeof error.exitCode === 'number') {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else throw error;
}

async function score(goldDir: string, options: Options): Promise<number> {
  const gold = await readGold(goldDir);
  const labels = await readLabels(goldDir);
  if (options.leaveOut !== undefined) process.stderr.write(`${leaveOut(await rowNames(options.leaveOut))} vocabulary rows left out\n`);
  // The matchers are made of the vocabulary when they are loaded: only now.
  const { readLetter } = await import('../ingest/pipeline.ts');
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
    tally.add(labelled, result.ok ? result.letter.determination : null, labels.get(labelled.caseNumber) ?? new Map());
  }
  const fields = tally.scores();
  if (options.json === true) process.stdout.write(`${JSON.stringify({ letters: gold.length, unreadable: unreadable.length, fields })}\n`);
  else process.stdout.write(`${table(gold.length, fields)}${confusionLines(confusionsOf(tally.differences), options.confusions)}`);
  for (const line of unreadable) process.stderr.write(`could not be read: ${line}\n`);
  for (const difference of tally.differences.slice(0, options.differences)) process.stderr.write(describe(difference));
  if (options.write === true) {
    const { independentSection } = await import('./score/independent.ts');
    const items = gold.reduce((sum, letter) => sum + letter.issues.length, 0);
    await writeFile(join(DOCS, 'ACCURACY.md'), accuracyPage(gold.length, items, fields, await independentSection()));
    await writeFile(
      join(DOCS, 'accuracy.json'),
      `${JSON.stringify(Object.fromEntries(Object.entries(fields).map(([field, { n, f1 }]) => [field, { n, f1 }])), null, 2)}\n`,
    );
  }
  return unreadable.length > 0 ? 1 : 0;
}

function describe({ field, letter, item, gold, ours }: Difference): string {
  return `${letter}${item === null ? '' : ` item ${item}`} ${field}\n  labelled: ${JSON.stringify(gold)}\n  read:     ${JSON.stringify(ours)}\n`;
}

async function rowNames(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('usage', `${path} could not be read; a file with a vocabulary row a line was expected.`, { cause });
  });
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
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
