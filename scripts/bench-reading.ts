/**
 * `npm run bench:reading`: what telling the letters of a file apart costs beside reading them, and what letters cost in one file beside alone, over
 * FICTIONAL letters of every layout. Both of a pair are measured in turn in one run; ratios are printed, and nothing is said of pass or fail.
 */
import { Command } from 'commander';
import { readLetters } from '../ingest/pipeline.ts';
import { readBytes } from '../ingest/read/read.ts';
import { splitFile } from '../ingest/split/split-file.ts';
import { makeLetters } from '../test/fixtures/letters/generate.ts';
import { LETTER_LAYOUTS } from '../test/fixtures/letters/letter.ts';
import { toBundlePdf, toPdf } from '../test/fixtures/letters/render/to-pdf.ts';
import { toText } from '../test/fixtures/letters/render/to-text.ts';
import { timed, wholeNumber } from './bench/figures.ts';

const IN_A_FILE = 20;

const program = new Command('bench:reading')
  .description('Measures the splitting of files beside the reading of letters, over fictional letters.')
  .option('--letters <n>', 'how many letters', wholeNumber, 600)
  .option('--rounds <n>', 'how often each is read', wholeNumber, 3)
  .option('--seed <n>', 'seed of the letters', wholeNumber, 1);
program.parse();
const { letters: count, rounds, seed } = program.opts<{ letters: number; rounds: number; seed: number }>();

const letters = makeLetters(count, seed, { layouts: LETTER_LAYOUTS });
const encoded = (text: string) => new TextEncoder().encode(text);

/** The same letters alone and in files of some, as one media type. */
const kinds = [
  {
    name: 'text',
    alone: letters.map((letter) => encoded(toText(letter))),
    together: inFiles(letters).map((some) => encoded(some.map((letter) => toText(letter)).join('\f'))),
  },
  {
    name: 'PDF',
    alone: await Promise.all(letters.map((letter) => toPdf(letter))),
    together: await Promise.all(inFiles(letters).map((some) => toBundlePdf(some))),
  },
];

for (const { name, alone, together } of kinds) {
  const texts = await Promise.all(alone.map(readBytes));
  const spent = { split: 0, alone: 0, together: 0 };
  for (let round = -1; round < rounds; round += 1) {
    const split = await timed(async () => {
      for (const text of texts) if (text.ok) splitFile(text.canonical);
    });
    const one = await timed(() => readAll(alone));
    const many = await timed(() => readAll(together));
    if (round < 0) continue; // The first round compiles.
    spent.split += split;
    spent.alone += one;
    spent.together += many;
  }
  const each = (ms: number) => (ms / rounds / count).toFixed(2);
  console.log(
    `${name}: a letter is read in ${each(spent.alone)} ms, of which splitting takes ${each(spent.split)}: ratio ${(spent.split / spent.alone).toFixed(3)}`,
  );
  console.log(
    `${name}: in files of ${IN_A_FILE} a letter is read in ${each(spent.together)} ms: ratio ${(spent.together / spent.alone).toFixed(2)}`,
  );
}

async function readAll(files: readonly Uint8Array[]): Promise<void> {
  for (const bytes of files) await readLetters(bytes, 'bench');
}

function inFiles<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / IN_A_FILE) }, (_, file) => all.slice(file * IN_A_FILE, (file + 1) * IN_A_FILE));
}
