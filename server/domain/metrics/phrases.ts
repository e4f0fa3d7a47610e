/** What reviewers typically say where they uphold and where they overturn, and items that stand for others. */
import type { OutcomeCounts } from '#contract/aggregate.ts';
import type { Decision } from '#contract/lists.ts';
import type { Example, Part } from '#contract/metrics.ts';
import { countWords, numberWords } from '#mappings/text/count-words.ts';
import { METHODS } from './methods.ts';
import { type Context, type Metric, partOf } from './metric.ts';
import { type TypicalOfSide, typicalPhrases } from './phrases-of-sentences.ts';
import { knownOf } from './rated.ts';
import type { DecidingSentence, Reading } from './reading.ts';

/** How many times as often items of a side must have a phrase that is told as typical of it: under this it is as good as anybody's. */
const LEAST_TIMES_COUNTED = 1.25;
/** Items of an outcome whose sentences are read. */
const MOST_READ = 600;

const SIDES = ['upheld', 'overturned'] as const satisfies readonly Decision[];
type Side = (typeof SIDES)[number];

export const phrases: Metric = {
  id: 'phrases',
  title: 'Typical words of both outcomes',
  question: 'What do reviewers typically write where they uphold, and where they overturn?',
  numerator: 'Disputed items whose text has the phrase, by outcome.',
  denominator: 'Disputed items that are counted.',
  unit: 'Disputed item',
  method: [METHODS.phrases],
  limits: [
    'Phrases are taken from the sentences that decided, of a sample spread evenly over the case numbers where there are many items; counts are of all items whose text has the phrase.',
    `A phrase is told only where items of the outcome have it at least ${LEAST_TIMES_COUNTED} times as often as the others whose decision is known.`,
    'A phrase that goes with an outcome does not bring it about.',
  ],
  takes: [],
  asks: () => ({}),
  compute: () => [],
  read: async (reading, context) => {
    const [upheld, overturned] = await Promise.all(SIDES.map((side) => reading.decidingSentences(side, MOST_READ)));
    if (upheld === undefined || overturned === undefined) throw new Error('both sides were read');
    const read = { upheld, overturned };
    const typical = typicalPhrases(wordsOf(upheld.sentences), wordsOf(overturned.sentences));
    const parts = await Promise.all(SIDES.map((side) => phrasePart(side, typical[side], read[side], reading, context)));
    return { parts, examples: SIDES.flatMap((side) => examplesOf(side, typical[side], read[side].sentences)) };
  },
};

function wordsOf(sentences: readonly DecidingSentence[]): string[] {
  return sentences.map(({ sentence }) => sentence);
}

async function phrasePart(
  side: Side,
  typical: TypicalOfSide,
  read: Awaited<ReturnType<Reading['decidingSentences']>>,
  reading: Reading,
  context: Context,
): Promise<Part> {
  const counted = await Promise.all(
    typical.phrases.map(async ({ phrase, weight }) => ({ phrase, weight, counts: await reading.countsWith(phrase) })),
  );
  // Of the sentences that were read a phrase can be typical, of all that is counted not.
  const rows = counted
    .filter(({ counts }) => timesAsOften(counts, reading.total, side) >= LEAST_TIMES_COUNTED)
    .map(({ phrase, weight, counts }) => ({ ...context.phraseRow(phrase, counts), numbers: { weight } }));
  const [first] = rows;
  const sample =
    read.items > read.sentences.length ? [`Read: ${numberWords(read.sentences.length)} of ${countWords(read.items, `${side} item`)}.`] : [];
  return partOf({
    id: side,
    title: side === 'upheld' ? 'Typically written where upheld' : 'Typically written where overturned',
    seen:
      first === undefined
        ? typical.phrases.length === 0
          ? `Too few sentences that decided to tell what is typical of ${side} items.`
          : `No phrase of the sentences that decided goes with ${side} items in all that is counted.`
        : `Most typical of ${side} items: “${first.keys[0]?.label}”, in ${countWords(first.decisions[side], `${side} item`)}.`,
    fields: [{ field: null, value: 'phrase', label: 'Phrase' }],
    overlapping: true,
    columns: [{ id: 'weight', label: 'Weight', unit: 'number' }],
    rows,
    notes: sample,
  });
}

/** How many times as large the part of a side's items with the phrase is as that of all others whose decision is known. */
function timesAsOften(counts: OutcomeCounts, total: OutcomeCounts, side: Side): number {
  const [own, all] = [counts.decisions[side], total.decisions[side]];
  const [others, allOthers] = [knownOf(counts) - own, knownOf(total) - all];
  return others === 0 || allOthers === 0 ? Number.POSITIVE_INFINITY : own / all / (others / allOthers);
}

function examplesOf(side: Side, typical: TypicalOfSide, sentences: readonly DecidingSentence[]): Example[] {
  return typical.examples.flatMap((at) => {
    const found = sentences[at];
    return found === undefined ? [] : [{ decision: side, ...found }];
  });
}
