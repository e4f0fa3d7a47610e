/** Two fields by outcome by year, with totals: the yearly report. */
import { FIELDS, type KeywordField, NOT_STATED } from '#contract/fields.ts';
import type { Part } from '#contract/metrics.ts';
import { AppError } from '#contract/problem.ts';
import { byCodeUnits } from '#mappings/text/code-units.ts';
import { countWords, numberWords } from '#mappings/text/count-words.ts';
import { METHODS } from './methods.ts';
import { type Answers, type Asked, answerTo, type Context, type Metric, partOf, type Questions } from './metric.ts';
import { needed } from './requests.ts';
import { inSentence, pairsInOrder, sumsOf, TOO_FEW_WORDS } from './rows.ts';

export const crosstab: Metric = {
  id: 'crosstab',
  title: 'Yearly crosstab',
  question: 'How were items decided by two fields at once, year by year?',
  numerator: 'Disputed items overturned, in each pair of groups and year.',
  denominator: 'Disputed items in the pair and year whose decision is known.',
  unit: 'Disputed item',
  method: [METHODS.counts, METHODS.interval],
  limits: [
    'Where a field has several values an item stands in several rows; the totals count each item once.',
    'The year is that of the decision, or the one under which a table has it.',
  ],
  takes: ['by', 'and'],
  asks: (asked) => ({ years: { by: ['decidedYear'] }, ...tablesOf(asked, '', []) }),
  asksThen: (asked, answers) =>
    Object.assign({}, ...tabled(asked, answers).map((year) => tablesOf(asked, year, [{ field: 'decidedYear', values: [year] }]))),
  compute: (answers, context) => ['', ...tabled(context.asked, answers)].map((year) => table(year, answers, context)),
};

/** The years that have a table of their own: none where the year is a group itself, for the first table has them all. */
function tabled(asked: Asked, answers: Answers): string[] {
  const { by, and } = fieldsOf(asked);
  return [by, and].includes('decidedYear') ? [] : yearsIn(answers);
}

type Filters = NonNullable<Questions[string]['filters']>;

/** The questions of one table: its cells, and the totals of its rows and of its columns. */
function tablesOf(asked: Asked, year: string, filters: Filters): Questions {
  const { by, and } = fieldsOf(asked);
  return {
    [`cells${year}`]: { by: [by, and], filters },
    [`rows${year}`]: { by: [by], filters },
    [`columns${year}`]: { by: [and], filters },
  };
}

/** Throws AppError `bad-request` without two fields that differ. */
function fieldsOf(asked: Asked): { by: KeywordField; and: KeywordField } {
  const [by, and] = [needed('by', asked.by), needed('and', asked.and)];
  if (by !== and) return { by, and };
  const detail = 'expected another field than `by`';
  throw new AppError('bad-request', `and: ${detail}`, { errors: [{ parameter: 'and', detail }] });
}

/** The years in their order, items without one last. */
function yearsIn(answers: Answers): string[] {
  const years = answerTo(answers, 'years').cells.map(({ keys: [year = NOT_STATED] }) => year);
  return years.toSorted((a, b) => Number(a === NOT_STATED) - Number(b === NOT_STATED) || byCodeUnits(a, b));
}

/** The table of one year; of an empty `year`, that of all together. A row that sums up others names one of the two fields alone. */
function table(year: string, answers: Answers, context: Context): Part {
  const { by, and } = fieldsOf(context.asked);
  const { total, cells } = answerTo(answers, `cells${year}`);
  const inYear: readonly KeywordField[] = year === '' ? [] : ['decidedYear'];
  const ofYear = year === '' ? [] : [year];
  const within = { fields: inYear, values: ofYear };
  const rows = pairsInOrder(cells, answerTo(answers, `rows${year}`).cells, answerTo(answers, `columns${year}`).cells, [by, and]).map(
    (cell) => context.row([by, and, ...inYear], [...cell.keys, ...ofYear], cell),
  );
  const name = year === '' ? 'All years' : (rows[0]?.keys[2]?.label ?? year);
  return partOf({
    id: year === '' ? 'all' : year,
    title: `${name}: ${context.field(by).label} by ${inSentence(context.field(and).label)}`,
    seen: `${countWords(total.items, 'item')} in ${numberWords(cells.length)} pairs of groups.`,
    fields: [context.field(by), context.field(and), ...inYear.map((field) => context.field(field))],
    overlapping: FIELDS[by].several === true || FIELDS[and].several === true,
    rows: [...rows, ...sumsOf(`rows${year}`, by, answers, context, within), ...sumsOf(`columns${year}`, and, answers, context, within)],
    total: { ...context.measured(total), against: null },
    notes: [TOO_FEW_WORDS],
  });
}
