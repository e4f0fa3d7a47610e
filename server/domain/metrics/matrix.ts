/** Two fields against each other: how the items in each pair of groups were decided. */
import { FIELDS, type KeywordField, NOT_STATED } from '#contract/fields.ts';
import type { Row } from '#contract/metrics.ts';
import { AppError } from '#contract/problem.ts';
import { numberWords } from '#mappings/text/count-words.ts';
import { percentWords } from '#mappings/text/rate-words.ts';
import { METHODS } from './methods.ts';
import { type Asked, answerTo, type Metric, partOf } from './metric.ts';
import { inReadingOrder, inSentence, TOO_FEW_WORDS } from './rows.ts';
import { ratesSeen } from './seen.ts';

/** Whose sources stand against whose where nothing else is asked: rows are what was cited at UR, columns what IMR cited. */
const SIDES = { by: 'urSource', and: 'imrSource' } as const;

export const matrix: Metric = {
  id: 'matrix',
  title: 'Guidelines of both sides',
  question: 'What did the claims administrator cite at UR, what did the IMR reviewer cite, and how was the item decided?',
  numerator: 'Disputed items overturned, in each pair of groups.',
  denominator: 'Disputed items in the pair whose decision is known.',
  unit: 'Disputed item',
  method: [METHODS.interval, METHODS.correlation],
  limits: [
    'Each item stands in one cell: where a side cites several guideline families, in the group “several families”.',
    'What a letter prints as cited is counted, not what was read. Older layouts attribute citations loosely.',
  ],
  takes: ['by', 'and'],
  asks: (asked) => {
    const { by, and } = fieldsOf(asked);
    return { cells: { by: [by, and] }, rows: { by: [by] }, columns: { by: [and] } };
  },
  compute: (answers, context) => {
    const { by, and } = fieldsOf(context.asked);
    const { total, cells } = answerTo(answers, 'cells');
    const side = (id: string, field: KeywordField) => {
      const groups = inReadingOrder(field, answerTo(answers, id).cells).map((cell) => context.row([field], cell.keys, cell));
      return partOf({
        id,
        title: `By ${inSentence(context.field(field).label)}`,
        seen: ratesSeen(groups, context.programme),
        fields: [context.field(field)],
        rows: groups,
      });
    };
    const rows = cells.map((cell) => context.row([by, and], cell.keys, cell));
    return [
      partOf({
        id: 'cells',
        title: `${context.field(by).label} against ${inSentence(context.field(and).label)}`,
        seen: largestSeen(rows, total.items),
        fields: [context.field(by), context.field(and)],
        rows,
        total: { ...context.measured(total), against: null },
        notes: [TOO_FEW_WORDS],
      }),
      side('rows', by),
      side('columns', and),
    ];
  },
};

/** Throws AppError `bad-request` where groups overlap: a matrix adds up. */
function fieldsOf({ by = SIDES.by, and = SIDES.and }: Asked): { by: KeywordField; and: KeywordField } {
  const errors = Object.entries({ by, and }).flatMap(([parameter, field]) =>
    FIELDS[field].several === true
      ? [{ parameter, detail: `an item can have several values of "${field}", and a matrix needs groups that exclude each other` }]
      : [],
  );
  if (by === and) errors.push({ parameter: 'and', detail: 'expected another field than `by`' });
  const [first] = errors;
  if (first !== undefined) throw new AppError('bad-request', `${first.parameter}: ${first.detail}`, { errors });
  return { by, and };
}

/** "Most often: MTUS at UR and MTUS by IMR, 31% of 264 items." */
function largestSeen(rows: readonly Row[], items: number): string {
  const stated = rows.filter(({ keys }) => keys.some(({ value }) => value !== NOT_STATED));
  const [largest] = (stated.length > 0 ? stated : rows).toSorted((a, b) => b.items - a.items);
  if (largest === undefined) return 'There are no items to group.';
  const labels = largest.keys.map(({ label }) => label).join(' against ');
  return `Most often ${labels}: ${percentWords({ n: largest.items, of: items })} of ${numberWords(items)} items.`;
}
