/** How much of what was published is loaded, year by year. */
import { NOT_STATED } from '#contract/fields.ts';
import type { Row } from '#contract/metrics.ts';
import { PUBLISHER_LABELS } from '#contract/programme-figures.ts';
import { programmeOf } from '#contract/programmes.ts';
import { byCodeUnits } from '#mappings/text/code-units.ts';
import { countWords, listWords, numberWords } from '#mappings/text/count-words.ts';
import { smallShareWords } from '#mappings/text/rate-words.ts';
import { lettersPublished } from '#mappings/vocabulary/programmes/published-figures.ts';
import { METHODS } from './methods.ts';
import { answerTo, type Metric, partOf } from './metric.ts';

export const coverage: Metric = {
  id: 'coverage',
  title: 'Coverage',
  question: 'How much of what the program published is loaded here?',
  numerator: 'Letters that are loaded, by the year of their decision.',
  denominator: 'Letters that the program says it issued in the year, or that were counted for it.',
  unit: 'Letter',
  method: [METHODS.counts],
  limits: [
    'What is loaded is all of the program here, whatever narrows the page; it need be no fair sample of what was published.',
    'Published counts differ by source and by the day on which they were taken.',
  ],
  takes: [],
  asks: () => ({ years: { by: ['decidedYear'], of: 'programme' } }),
  compute: (answers, context) => {
    const { total, cells } = answerTo(answers, 'years');
    const years = cells.toSorted(
      (a, b) => Number(a.keys[0] === NOT_STATED) - Number(b.keys[0] === NOT_STATED) || byCodeUnits(a.keys[0] ?? '', b.keys[0] ?? ''),
    );
    const rows = years.map((cell): Row => {
      const published = lettersPublished(context.programme, Number(cell.keys[0]))?.value ?? null;
      return {
        // Coverage is of all items, also of those that no rate counts.
        ...context.row(['decidedYear'], cell.keys, cell),
        overturned: null,
        tags: [],
        numbers: { published, loaded: published === null ? null : cell.letters.count / published },
      };
    });
    return [
      partOf({
        id: 'years',
        title: 'Coverage',
        seen: seenOf(total.letters.count, rows, programmeOf(context.programme)?.published === 'table' ? 'decision' : 'letter'),
        fields: [context.field('decidedYear')],
        columns: [
          { id: 'published', label: 'Letters published', unit: 'count' },
          { id: 'loaded', label: 'Share loaded', unit: 'portion' },
        ],
        rows,
        total: { ...context.measured(total), overturned: null, against: null },
        notes: notesOf(context.programme, rows),
      }),
    ];
  },
};

/** "116 letters loaded; 2016: 0.03% of 175,963 published." */
function seenOf(letters: number, rows: readonly Row[], what: string): string {
  const shares = rows.flatMap(({ keys, letters: loaded, numbers }) => {
    const published = numbers['published'];
    return typeof published === 'number'
      ? [`${keys[0]?.label}: ${smallShareWords(loaded.count / published, published)} of ${numberWords(published)} published`]
      : [];
  });
  const said = shares.length > 3 ? [`${shares[0]}`, '…', `${shares.at(-1)}`] : shares;
  return `${countWords(letters, what)} loaded${said.length === 0 ? '; how many were published is not known here' : `; ${said.join('; ')}`}.`;
}

function notesOf(programme: string, rows: readonly Row[]): string[] {
  const figures = rows.flatMap(({ keys }) => lettersPublished(programme, Number(keys[0]?.value)) ?? []);
  const bySource = Map.groupBy(figures, ({ publisher, source }) => `${PUBLISHER_LABELS[publisher]} (${source})`);
  const told = [...bySource].map(([source, of]) => {
    const years = of.map(({ year, about }) => `${year}${about === true ? ' (about)' : ''}`);
    return `Letters published in ${listWords(years)}: as counted by ${source}.`;
  });
  return [
    'All that is loaded of the program is counted here, also what no rate counts, whatever narrows the page.',
    ...(told.length === 0 ? ['No published count of this program is at hand.'] : told),
  ];
}
