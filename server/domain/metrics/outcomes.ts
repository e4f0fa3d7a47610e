/** How the items of each group of a field were decided. */
import { FIELDS } from '#contract/fields.ts';
import type { Measured, Row } from '#contract/metrics.ts';
import { funnelLimits } from '../statistics/funnel-limits.ts';
import { METHODS } from './methods.ts';
import { answerTo, type Metric, partOf } from './metric.ts';
import { notesOn, yearsAsked } from './programme-notes.ts';
import { shareOf } from './rated.ts';
import { needed } from './requests.ts';
import { inReadingOrder, inSentence, most, TOO_FEW_WORDS } from './rows.ts';
import { funnelSeen, ratesSeen } from './seen.ts';

export const outcomes: Metric = {
  id: 'outcomes',
  title: 'Overturned by group',
  question: 'How often was the decision under review overturned, group by group?',
  numerator: 'Disputed items overturned: found medically necessary. Overturned in part is counted beside, not here.',
  denominator: 'Disputed items of the group whose decision is known.',
  unit: 'Disputed item',
  method: [METHODS.interval, METHODS.correlation, METHODS.funnel],
  limits: [
    'Only requests that were denied or modified, and then appealed, come to review: a rate says nothing of how often a service is approved in the first place.',
    'Groups differ in more than what they are called. A rate by guideline describes which cases cite it, not what the guideline does.',
    'An item can stand in several groups of a field that has several values; those rates are not of separate items.',
  ],
  takes: ['by'],
  asks: (asked) => ({ groups: { by: [needed('by', asked.by)] }, ...yearsAsked(asked.programme) }),
  compute: (answers, context) => {
    const by = needed('by', context.asked.by);
    const { total, cells } = answerTo(answers, 'groups');
    const all = context.measured(total);
    const rows = inReadingOrder(by, cells).map((cell) => inFunnel(context.row([by], cell.keys, cell), all));
    const overlapping = FIELDS[by].several === true;
    return [
      partOf({
        id: 'groups',
        title: `Overturned by ${inSentence(context.field(by).label)}`,
        seen:
          all.overturned === null
            ? ratesSeen(rows, context.programme)
            : `${ratesSeen(rows, context.programme)} ${funnelSeen(rows, shareOf(all.overturned))}`,
        fields: [context.field(by)],
        overlapping,
        columns: [
          { id: 'volume', label: 'Share of all items', unit: 'share' },
          { id: 'low95', label: 'Lower 95% limit of chance', unit: 'share' },
          { id: 'high95', label: 'Upper 95% limit of chance', unit: 'share' },
          { id: 'low998', label: 'Lower 99.8% limit of chance', unit: 'share' },
          { id: 'high998', label: 'Upper 99.8% limit of chance', unit: 'share' },
        ],
        ...most(rows),
        total: { ...all, against: null },
        notes: [...notesOn(context.programme, by, answers), TOO_FEW_WORDS],
      }),
    ];
  },
};

/** A row with its share of the items, and where it lies in the funnel around the rate of all. */
export function inFunnel(row: Row, all: Measured): Row {
  const volume = all.items === 0 ? null : row.items / all.items;
  if (row.overturned === null || all.overturned === null) {
    return { ...row, numbers: { ...row.numbers, volume, low95: null, high95: null, low998: null, high998: null } };
  }
  const { within95, within998 } = funnelLimits(shareOf(all.overturned), row.overturned.effective);
  const share = shareOf(row.overturned);
  const isBeyond = ({ low, high }: typeof within95) => share < low || share > high;
  const beyond: Row['tags'] = isBeyond(within998) ? ['beyond998'] : isBeyond(within95) ? ['beyond95'] : [];
  const limits = { low95: within95.low, high95: within95.high, low998: within998.low, high998: within998.high };
  return { ...row, numbers: { ...row.numbers, volume, ...limits }, tags: [...row.tags, ...beyond] };
}
