/**
 * `npm run score -- GOLD_DIR`: reads the letters that the labels name and prints, field by field, how many values are right, wrong,
 * missing and extra. Exit codes: 0 measured, 1 a letter could not be read, 2 wrong usage or faults in the labels. Whether a figure is
 * good enough is for the caller to say (`npm run check:score`).
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Command, InvalidArgumentError } from 'commander';
import { AppError } from '#contract/problem.ts';
import type { Difference } from './score/compare.ts';
import { decidedLines } from './score/decided-report.ts';
import { rowsFrom, sourceLines } from './score/leave-out.ts';
import { type Measurement, measure } from './score/measure.ts';
import { confusionLines, confusionsOf, counted, table } from './score/report.ts';

interface Options {
  readonly letters?: string;
  readonly json?: boolean;
  readonly differences: number;
  readonly confusions: number;
  readonly leaveOut?: string;
  readonly sources?: boolean;
  readonly draft?: string;
  readonly report?: string;
  readonly write?: boolean;
}

const DOCS = join(import.meta.dirname, '..', 'docs');
/** The source of rows that were written for the published letters only. */
const FROM_LETTERS = 'published letters 2016-17';

const program = new Command('score')
  .description('Compares what is read from letters with what people labelled in them (docs/LABELLING.md tells how to label).')
  .argument(
    '[gold-dir...]',
    'folder with letters.jsonl, and issues.jsonl and reasons.jsonl where items are labelled; with --draft: letters, or folders of them',
  )
  .option('--letters <dir>', 'folder with the letters, searched with its subfolders (default: "letters" beside the gold folder)')
  .option(
    '--json',
    'print JSON: {"letters", "unreadable", "fields": {"decision": {"n", "right", "wrong", "missing", "extra", "even", "precision", "recall", "f1"}, ...}, "total", "whatDecided", "confusions", "unreadableLetters", "leftOut", "warnings"}; a share of nothing is null, and so is "whatDecided" without a reasons.jsonl',
  )
  .option('--confusions <n>', 'print the worst N confusions of each field with the letters they are in', wholeNumber, 3)
  .option('--differences <n>', 'print the first N differences (they hold text of the letters)', wholeNumber, 0)
  .option(
    '--leave-out <file>',
    'leave out the vocabulary rows named in the file, one a line: an id, or "source: TEXT" for every row with that source and no other (guidelines, services and drugs; body parts, journals and pick-list titles are no rows)',
  )
  .option('--sources', 'list where the vocabulary rows come from, with how many, for --leave-out; reads no labels')
  .option(
    '--draft <dir>',
    'write letters.jsonl, issues.jsonl and reasons.jsonl of what is read from the letters to DIR, for a person to correct',
  )
  .option('--report <file>', 'write the figures as a Markdown page on these labels')
  .option('--write', 'write docs/ACCURACY.md and docs/accuracy.json: only for the labels that this project publishes figures of')
  .addHelpText(
    'after',
    `
Examples:
  npm run score -- ../shared/gold --letters ../shared/letters
  npm run score -- my-labels --letters my-letters --report my-accuracy.md
  npm run score -- --draft my-labels my-letters/letter-1.pdf my-letters/letter-2.pdf`,
  )
  .exitOverride();

try {
  program.parse();
  process.exitCode = await run(program.args, program.opts<Options>());
} catch (error) {
  if (error instanceof AppError) {
    process.stderr.write(`score: ${error.message}\n`);
    process.exitCode = 2;
  } else if (error instanceof Error && 'exitCode' in error && typeof error.exitCode === 'number') {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else throw error;
}

async function run(paths: readonly string[], options: Options): Promise<number> {
  if (options.sources === true) {
    process.stdout.write(sourceLines());
    return 0;
  }
  const [goldDir] = paths;
  if (goldDir === undefined)
    throw new AppError(
      'usage',
      `${options.draft === undefined ? 'a folder with labels' : 'a letter to draft labels of'} was expected (--help).`,
    );
  if (options.draft !== undefined) {
    const { writeDraft } = await import('./score/draft.ts');
    process.stdout.write(await writeDraft(options.draft, paths));
    return 0;
  }
  if (paths.length > 1) throw new AppError('usage', `one folder with labels was expected, not ${paths.length}.`);
  return score(goldDir, options);
}

async function score(goldDir: string, options: Options): Promise<number> {
  if (options.write === true && options.leaveOut !== undefined)
    throw new AppError('usage', '--write takes the whole vocabulary: --leave-out does not go with it (--report FILE does).');
  const lettersDir = options.letters ?? join(dirname(join(goldDir, '.')), 'letters');
  const measured = await measure(goldDir, lettersDir, options.leaveOut);
  const { letters, fields, total, whatDecided, differences, unreadable, leftOut, warnings } = measured;
  if (options.write === true && !measured.own)
    throw new AppError(
      'usage',
      '--write is for the labels that this project publishes figures of (docs/ACCURACY.md), and these are others; --report FILE writes a page on them.',
    );
  for (const warning of warnings) process.stderr.write(`warning: ${warning}\n`);
  if (leftOut !== null) process.stderr.write(`${counted(leftOut, 'vocabulary row')} left out\n`);
  const confusions = confusionsOf(differences);
  if (options.json === true) {
    const counts = { letters, unreadable: unreadable.length, fields, total, whatDecided, confusions };
    process.stdout.write(`${JSON.stringify({ ...counts, unreadableLetters: unreadable, leftOut, warnings })}\n`);
  } else {
    const decided = whatDecided === null ? '' : decidedLines(whatDecided);
    process.stdout.write(`${table(letters, fields, total)}${confusionLines(confusions, options.confusions)}${decided}`);
  }
  for (const { file, reason } of unreadable) process.stderr.write(`could not be read: ${file}: ${reason}\n`);
  for (const difference of differences.slice(0, options.differences)) process.stderr.write(describe(difference));
  if (options.report !== undefined) {
    const { reportPage } = await import('./score/page.ts');
    await writeFile(options.report, reportPage(measured));
  }
  if (options.write === true) await writeDocuments(goldDir, lettersDir, measured);
  return unreadable.length > 0 ? 1 : 0;
}

async function writeDocuments(goldDir: string, lettersDir: string, measured: Measurement): Promise<void> {
  const { accuracyPage, committed } = await import('./score/page.ts');
  const { independentScores, SETS_FOLDER } = await import('./score/independent.ts');
  const sets = await independentScores(SETS_FOLDER);
  const left = await withoutSource(goldDir, lettersDir, FROM_LETTERS);
  await writeFile(join(DOCS, 'ACCURACY.md'), accuracyPage(measured, sets, { source: FROM_LETTERS, ...left }));
  await writeFile(join(DOCS, 'accuracy.json'), `${JSON.stringify(committed(measured, sets), null, 2)}\n`);
}

/** The score without the rows of a source. In a process of its own: the matchers of this one are made already. */
async function withoutSource(
  goldDir: string,
  lettersDir: string,
  source: string,
): Promise<{ rows: number; fields: Measurement['fields'] }> {
  if (rowsFrom(source) === 0) return { rows: 0, fields: {} };
  const dir = await mkdtemp(join(tmpdir(), 'imr-leave-out-'));
  try {
    const file = join(dir, 'rows.txt');
    await writeFile(file, `source: ${source}\n`);
    const args = [import.meta.filename, goldDir, '--letters', lettersDir, '--leave-out', file, '--json'];
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 100_000_000 });
    const answer = JSON.parse(stdout) as { leftOut: number; fields: Measurement['fields'] };
    return { rows: answer.leftOut, fields: answer.fields };
  } finally {
    await rm(dir, { recursive: true });
  }
}

function describe({ field, letter, item, gold, ours, inferred }: Difference): string {
  const at = `${letter}${item === null ? '' : ` item ${item}`} ${field}`;
  return `${at}\n  labelled: ${JSON.stringify(gold)}\n  read:     ${JSON.stringify(ours)}${inferred ? ' (inferred, not counted)' : ''}\n`;
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('expected a whole number.');
  return Number(text);
}
