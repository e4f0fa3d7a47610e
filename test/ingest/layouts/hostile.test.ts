/**
 * Twice the text costs about twice the time, whatever it repeats: what is quadratic costs four times. Measured on lines, labels and
 * verdicts that layouts, page furniture and verdicts look for. Times are the best of several, and short ones prove nothing.
 */
import { describe, expect, it } from 'vitest';
import { findVerdictSentences } from '#mappings/recognise/verdicts/verdict-sentences.ts';
import { dropPageFurniture } from '../../../ingest/clean/page-furniture.ts';
import { LAYOUTS } from '../../../ingest/layouts/detect.ts';
import { readLetter } from '../../../ingest/pipeline.ts';
import { makeLetter } from '../../fixtures/letters/generate.ts';
import { toText } from '../../fixtures/letters/render/to-text.ts';

const KB = 1000;
const fill = (words: string, size: number) => words.repeat(Math.ceil(size / words.length)).slice(0, size);
/** Under this the clock of a busy machine tells nothing; what was quadratic took seconds. */
const SHORT_MS = 250;
const MOST_GROWTH = 3;
const RUNS = 2;

async function best(run: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < RUNS; index += 1) {
    const start = performance.now();
    await run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

async function expectLinear(run: (text: string) => unknown, words: string): Promise<void> {
  const [one, two] = [fill(words, 100 * KB), fill(words, 200 * KB)];
  const large = await best(() => run(two));
  if (large < SHORT_MS) return;
  expect(large / (await best(() => run(one))), `${words.slice(0, 30)} took ${Math.round(large)} ms`).toBeLessThan(MOST_GROWTH);
}

/** The copy that layouts read has no runs of empty lines; page furniture reads the text as it is. */
const LINES = [
  'Page 2 of 5\n',
  'Upheld\n\n',
  'a\n',
  'Decision rationale: ',
  'Decision rationale: x.\n',
  'Cane: Upheld\nDecision rationale: x.\n',
  'The Claims Administrator based it on x.\n',
  '1. Regarding the request for a cane:\n',
  'MAXIMUS Federal Services has determined the request for a cane is not medically necessary.\n\n',
  'ISSUE AT DISPUTE\n1. a cane\n',
  '(1) a\n',
];

describe('hostile text', () => {
  it.each([...LINES, '\n \n'])('costs page furniture little: %j', async (words) => {
    await expectLinear((text) => dropPageFurniture([0])(text), words);
  });

  it.each(LAYOUTS.map((layout) => [layout.id, layout] as const))('costs the layout %s little', async (_, layout) => {
    for (const words of LINES) await expectLinear((text) => layout.segment(text, [0]), words);
  });

  it.each([
    'the requested brace is medically necessary. ',
    'as the brace is not medically necessary, ',
    'medical necessity is ',
    'find the ',
    'therefore, ',
    'Dr. A. ',
    'is not ',
    ', ',
  ])('costs verdicts little: %j', async (words) => {
    await expectLinear((text) => findVerdictSentences(text), words);
  });

  it.each(['Page 2 of 5\n', 'Decision rationale: ', 'the requested brace is medically necessary. '])(
    'costs a whole letter little: %j',
    async (words) => {
      const letter = toText(makeLetter({ seed: 1000, layout: '2016' }));
      await expectLinear((text) => readLetter(new TextEncoder().encode(letter + text), 'letter.txt'), words);
    },
  );
});
