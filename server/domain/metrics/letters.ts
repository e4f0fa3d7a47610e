/** How letters were decided as wholes. */
import { NOT_STATED } from '#contract/fields.ts';
import { LETTER_OUTCOMES } from '#contract/lists.ts';
import { countWords } from '#mappings/text/count-words.ts';
import { percentWords } from '#mappings/text/rate-words.ts';
import { METHODS } from './methods.ts';
import { answerTo, type Metric, NO_COUNTS, partOf } from './metric.ts';

export const letters: Metric = {
  id: 'letters',
  title: 'Outcome of whole letters',
  question: 'In how many letters was every item upheld, every item overturned, or some of each?',
  numerator: 'Letters with that outcome.',
  denominator: 'Letters with an item that is counted.',
  unit: 'Letter',
  method: [METHODS.counts],
  limits: [
    'The outcome is that of all items of the letter, also of those that are not counted here.',
    'A letter with an item whose decision is not known has no outcome as a whole.',
  ],
  takes: [],
  asks: () => ({ outcomes: { by: ['letterOutcome'] } }),
  compute: (answers, context) => {
    const { total, cells } = answerTo(answers, 'outcomes');
    const found = new Map(cells.map((cell) => [cell.keys[0] ?? NOT_STATED, cell]));
    const of = total.letters.count;
    const values = [...LETTER_OUTCOMES, ...(found.has(NOT_STATED) ? [NOT_STATED] : [])];
    const rows = values.map((value) => {
      const row = context.row(['letterOutcome'], [value], found.get(value) ?? NO_COUNTS);
      // What an outcome is grouped by is itself: a rate of it would say nothing.
      return { ...row, overturned: null, tags: [], numbers: { share: of === 0 ? null : row.letters.count / of } };
    });
    const upheld = rows[0];
    return [
      partOf({
        id: 'letters',
        title: 'Outcome of whole letters',
        seen:
          upheld === undefined || of === 0
            ? 'There are no letters.'
            : `Every item was upheld in ${percentWords({ n: upheld.letters.count, of })} of ${countWords(of, 'letter')}.`,
        fields: [context.field('letterOutcome')],
        columns: [{ id: 'share', label: 'Share of letters', unit: 'share' }],
        rows,
        total: { ...context.measured(total), against: null },
      }),
    ];
  },
};
