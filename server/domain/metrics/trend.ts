/** How decisions went over time, all of them or group by group. */
import { FIELDS, type KeywordField, NOT_STATED } from '#contract/fields.ts';
import { byCodeUnits } from '#mappings/text/code-units.ts';
import { countWords } from '#mappings/text/count-words.ts';
import { METHODS } from './methods.ts';
import { type Answers, answerTo, type Context, type Metric, NO_COUNTS, partOf } from './metric.ts';
import { periodField, periodsOf, periodWords, timeNotes, withPartial } from './over-time.ts';
import { inSentence } from './rows.ts';
import { trendSeen } from './seen.ts';

/** Series of one trend: more lines than these cannot be told apart. The largest groups are shown. */
const MOST_SERIES = 6;

export const trend: Metric = {
  id: 'trend',
  title: 'Overturned over time',
  question: 'How did the overturned rate change from period to period?',
  numerator: 'Disputed items overturned, by the period in which the letter was decided.',
  denominator: 'Disputed items decided in the period whose decision is known.',
  unit: 'Disputed item',
  method: [METHODS.interval, METHODS.correlation],
  limits: [
    'The period is that of the decision, not of the request or the injury.',
    'The last period is partial as long as later letters of it may still be loaded.',
    'Rules, guidelines and what is disputed change over time: a change of the rate is not a change of the reviewers.',
  ],
  takes: ['period', 'and'],
  asks: (asked) => ({
    cells: { by: [periodField(asked), ...(asked.and === undefined || asked.and === periodField(asked) ? [] : [asked.and])] },
  }),
  compute: (answers, context) => {
    const { asked } = context;
    const { and } = asked;
    const grouped = and !== undefined && and !== periodField(asked);
    return [grouped ? several(answers, context, and) : single(answers, context)];
  },
};

function single(answers: Answers, context: Context) {
  const by = periodField(context.asked);
  const { total, cells } = answerTo(answers, 'cells');
  const found = new Map(cells.map((cell) => [cell.keys[0] ?? NOT_STATED, cell]));
  const rows = periodsOf([...found.keys()]).map((period) =>
    withPartial(context.row([by], [period], found.get(period) ?? NO_COUNTS), context),
  );
  return partOf({
    id: 'periods',
    title: `Overturned by ${periodWords(by)}`,
    seen: trendSeen(rows.filter(({ tags }) => !tags.includes('partial'))),
    fields: [context.field(by)],
    rows: [...rows, ...(found.has(NOT_STATED) ? [context.row([by], [NOT_STATED], found.get(NOT_STATED) ?? NO_COUNTS)] : [])],
    total: { ...context.measured(total), against: null },
    notes: timeNotes(rows, context),
  });
}

function several(answers: Answers, context: Context, and: KeywordField) {
  const by = periodField(context.asked);
  const { total, cells } = answerTo(answers, 'cells');
  const items = new Map<string, number>();
  for (const cell of cells) items.set(cell.keys[1] ?? NOT_STATED, (items.get(cell.keys[1] ?? NOT_STATED) ?? 0) + cell.items);
  const ranked = [...items].toSorted((a, b) => b[1] - a[1] || byCodeUnits(a[0], b[0])).map(([value]) => value);
  const series = ranked.slice(0, MOST_SERIES);
  const found = new Map(cells.map((cell) => [JSON.stringify(cell.keys), cell]));
  const periods = periodsOf(cells.map(({ keys }) => keys[0] ?? NOT_STATED));
  const cellOf = (period: string, value: string) => found.get(JSON.stringify([period, value])) ?? NO_COUNTS;
  const rows = series.flatMap((value) => [
    ...periods.map((period) => withPartial(context.row([by, and], [period, value], cellOf(period, value)), context)),
    ...(found.has(JSON.stringify([NOT_STATED, value])) ? [context.row([by, and], [NOT_STATED, value], cellOf(NOT_STATED, value))] : []),
  ]);
  return partOf({
    id: 'periods',
    title: `Overturned by ${periodWords(by)} and ${inSentence(context.field(and).label)}`,
    seen: `${countWords(series.length, 'group')} over ${countWords(periods.length, periodWords(by))}; those with the most items are shown.`,
    fields: [context.field(by), context.field(and)],
    overlapping: FIELDS[and].several === true,
    rows,
    more: ranked.length - series.length,
    total: { ...context.measured(total), against: null },
    notes: timeNotes(rows, context),
  });
}
