/** The groups whose rate differs most from that of all other items. */
import type { OutcomeCounts } from '#contract/aggregate.ts';
import { NOT_STATED } from '#contract/fields.ts';
import type { Row } from '#contract/metrics.ts';
import { METHODS } from './methods.ts';
import { answerTo, type Metric, partOf } from './metric.ts';
import { inFunnel } from './outcomes.ts';
import { knownOf, shareOf } from './rated.ts';
import { needed } from './requests.ts';
import { differencesSeen } from './seen.ts';

/** Groups that are named. */
const NAMED = 10;

export const differences: Metric = {
  id: 'differences',
  title: 'Differ most from the rest',
  question: 'Which groups were decided most unlike all other items?',
  numerator: 'Disputed items of the group overturned.',
  denominator: 'Disputed items of the group whose decision is known; the rest is all other items, counted the same way.',
  unit: 'Disputed item',
  method: [METHODS.funnel, METHODS.interval, METHODS.correlation],
  limits: [
    'Only groups outside the 95% limits of chance are named. Of many groups some lie outside those by chance alone; the 99.8% limits are the stricter mark.',
    'A group shares letters with the rest, so that their difference stands without an interval.',
  ],
  takes: ['by'],
  asks: (asked) => ({ groups: { by: [needed('by', asked.by)] } }),
  compute: (answers, context) => {
    const by = needed('by', context.asked.by);
    const { total, cells } = answerTo(answers, 'groups');
    const all = context.measured(total);
    const rows = cells
      .filter(({ keys }) => keys[0] !== NOT_STATED)
      .map((cell) => againstRest(inFunnel(context.row([by], cell.keys, cell), all), total))
      .filter(
        ({ tags, numbers }) => (tags.includes('beyond95') || tags.includes('beyond998')) && typeof numbers['difference'] === 'number',
      );
    const ranked = rows.toSorted((a, b) => rankOf(b) - rankOf(a) || sizeOf(b) - sizeOf(a));
    return [
      partOf({
        id: 'groups',
        title: `${context.field(by).label}: those that differ most from the rest`,
        seen: differencesSeen(ranked),
        fields: [context.field(by)],
        columns: [
          { id: 'rest', label: 'Overturned of all other items', unit: 'share' },
          { id: 'difference', label: 'Difference', unit: 'points' },
        ],
        rows: ranked.slice(0, NAMED),
        more: Math.max(0, ranked.length - NAMED),
        total: { ...all, against: null },
      }),
    ];
  },
};

/** The rate of the items that are not in the group, and how far the group's lies from it. */
function againstRest(row: Row, total: OutcomeCounts): Row {
  const of = knownOf(total) - knownOf(row);
  const rest = of === 0 ? null : (total.decisions.overturned - row.decisions.overturned) / of;
  const difference = rest === null || row.overturned === null ? null : shareOf(row.overturned) - rest;
  return { ...row, numbers: { rest, difference } };
}

function rankOf({ tags }: Row): number {
  return tags.includes('beyond998') ? 1 : 0;
}

function sizeOf({ numbers }: Row): number {
  return Math.abs(numbers['difference'] ?? 0);
}
