/** Why items were upheld, and why overturned. */
import { NOT_STATED } from '#contract/fields.ts';
import { OUTCOME_OF_REASON, type Reason } from '#contract/lists.ts';
import type { Part, Row } from '#contract/metrics.ts';
import { numberWords } from '#mappings/text/count-words.ts';
import { percentWords } from '#mappings/text/rate-words.ts';
import { METHODS } from './methods.ts';
import { type Answers, answerTo, type Context, type Metric, partOf } from './metric.ts';
import { fieldOf, inSentence } from './rows.ts';

type Outcome = (typeof OUTCOME_OF_REASON)[Reason];

export const reasons: Metric = {
  id: 'reasons',
  title: 'What decided',
  question: 'Which reasons did reviewers give for upholding, and which for overturning?',
  numerator: 'Items of that outcome whose rationale gives the reason.',
  denominator: 'All items of that outcome.',
  unit: 'Disputed item',
  method: [METHODS.counts],
  limits: [
    'Reasons are read from the sentences of the rationale; how often they are read right is told under accuracy.',
    'An item can have several reasons, so that shares add up to more than 100%.',
  ],
  takes: ['by'],
  asks: ({ by }) => ({ reasons: { by: ['reason'] }, ...(by === undefined ? {} : { groups: { by: [by, 'reason'] }, sizes: { by: [by] } }) }),
  compute: (answers, context) => [
    partFor('upheld', answers, context),
    partFor('overturned', answers, context),
    ...(context.asked.by === undefined ? [] : [groupPart('upheld', answers, context), groupPart('overturned', answers, context)]),
  ],
};

function partFor(outcome: Outcome, answers: Answers, context: Context): Part {
  const { total, cells } = answerTo(answers, 'reasons');
  const of = total.decisions[outcome];
  const rows = cells
    .filter(({ keys: [reason = NOT_STATED], decisions }) => isFor(outcome, reason) && decisions[outcome] > 0)
    .toSorted((a, b) => Number(a.keys[0] === NOT_STATED) - Number(b.keys[0] === NOT_STATED) || b.decisions[outcome] - a.decisions[outcome])
    .map((cell) => withShare(context.row(['reason'], cell.keys, cell), outcome, of));
  return partOf({
    id: outcome,
    title: outcome === 'upheld' ? 'Why upheld' : 'Why overturned',
    seen: mostOften(rows, outcome, of),
    fields: [context.field('reason')],
    overlapping: true,
    columns: [{ id: 'share', label: `Share of all ${outcome} items`, unit: 'share' }],
    rows,
    total: { ...context.measured(total), against: null },
  });
}

/** The reasons in each group of a field. */
function groupPart(outcome: Outcome, answers: Answers, context: Context): Part {
  const by = context.asked.by ?? 'category';
  const sizes = new Map(answerTo(answers, 'sizes').cells.map(({ keys, decisions }) => [keys[0], decisions[outcome]]));
  const rows = answerTo(answers, 'groups')
    .cells.filter(({ keys: [, reason = NOT_STATED], decisions }) => isFor(outcome, reason) && decisions[outcome] > 0)
    .map((cell) => withShare(context.row([by, 'reason'], cell.keys, cell), outcome, sizes.get(cell.keys[0] ?? NOT_STATED) ?? 0));
  return partOf({
    id: `${outcome}-groups`,
    title: `${outcome === 'upheld' ? 'Why upheld' : 'Why overturned'}, by ${inSentence(context.field(by).label)}`,
    seen: `Each share is of the ${outcome} items of its group.`,
    fields: [fieldOf(by, context.programme), context.field('reason')],
    overlapping: true,
    columns: [{ id: 'share', label: `Share of the group’s ${outcome} items`, unit: 'share' }],
    rows,
  });
}

/** Items of an outcome without a reason are a group of it as well. */
function isFor(outcome: Outcome, reason: string): boolean {
  return reason === NOT_STATED || OUTCOME_OF_REASON[reason as Reason] === outcome;
}

function withShare(row: Row, outcome: Outcome, of: number): Row {
  // A reason speaks for one outcome: a rate of outcomes by it would say nothing.
  return { ...row, overturned: null, tags: [], numbers: { share: of === 0 ? null : row.decisions[outcome] / of } };
}

function mostOften(rows: readonly Row[], outcome: Outcome, of: number): string {
  const first = rows.find(({ keys }) => keys[0]?.value !== NOT_STATED);
  if (first === undefined || of === 0) return `No ${outcome} item has a reason that was recognized.`;
  const share = percentWords({ n: first.decisions[outcome], of });
  return `Most often: ${first.keys[0]?.label}, in ${share} of ${numberWords(of)} ${outcome} items.`;
}
