/** What was asked for, what of it UR authorized, and what was left in dispute. */
import { FIELDS, NOT_STATED } from '#contract/fields.ts';
import type { Part } from '#contract/metrics.ts';
import { countWords, numberWords } from '#mappings/text/count-words.ts';
import { percentWords } from '#mappings/text/rate-words.ts';
import { METHODS } from './methods.ts';
import { type Answers, answerTo, type Context, type Metric, partOf } from './metric.ts';
import { needed } from './requests.ts';
import { inReadingOrder, inSentence, most, sumsOf, TOO_FEW_WORDS } from './rows.ts';
import { ratesSeen } from './seen.ts';

export const dispute: Metric = {
  id: 'dispute',
  title: 'Asked, authorized, in dispute',
  question: 'Was the whole request denied at UR, or a part of it authorized, and how much was asked for?',
  numerator: 'Disputed items that UR denied, or modified.',
  denominator: 'Disputed items of the group.',
  unit: 'Disputed item',
  method: [METHODS.counts, METHODS.interval],
  limits: [
    'Where UR authorized a part, IMR decides about the rest: “upheld” then means that the part stands.',
    'Counts are those that the disputed item prints; a request without a number has none.',
  ],
  takes: ['by'],
  asks: (asked) => ({
    actions: { by: [needed('by', asked.by), 'urAction'] },
    groups: { by: [needed('by', asked.by)] },
    ur: { by: ['urAction'] },
    sessions: { by: ['sessionsAsked'] },
    units: { by: ['unitsAsked'] },
  }),
  compute: (answers, context) => [byGroup(answers, context), ur(answers, context), ...amounts(answers, context)],
};

function byGroup(answers: Answers, context: Context): Part {
  const by = needed('by', context.asked.by);
  const { total, cells } = answerTo(answers, 'actions');
  const rows = cells.map((cell) => context.row([by, 'urAction'], cell.keys, cell));
  return partOf({
    id: 'actions',
    title: `UR action by ${inSentence(context.field(by).label)}`,
    seen: `What UR did with each request, over ${countWords(total.items, 'item')}.`,
    fields: [context.field(by), context.field('urAction')],
    overlapping: FIELDS[by].several === true,
    rows: [...rows, ...sumsOf('groups', by, answers, context), ...sumsOf('ur', 'urAction', answers, context)],
    total: { ...context.measured(total), against: null },
  });
}

function ur(answers: Answers, context: Context): Part {
  const { total, cells } = answerTo(answers, 'ur');
  const rows = inReadingOrder('urAction', cells).map((cell) => ({
    ...context.row(['urAction'], cell.keys, cell),
    numbers: { volume: total.items === 0 ? null : cell.items / total.items },
  }));
  const modified = cells.find(({ keys }) => keys[0] === 'modified')?.items ?? 0;
  const stated = total.items - (cells.find(({ keys }) => keys[0] === NOT_STATED)?.items ?? 0);
  return partOf({
    id: 'ur',
    title: 'What UR did with the request',
    seen:
      stated === 0
        ? 'No item states what UR did.'
        : `UR authorized a part of ${percentWords({ n: modified, of: stated })} of ${numberWords(stated)} requests whose UR action is stated; the rest of these was in dispute.`,
    fields: [context.field('urAction')],
    columns: [{ id: 'volume', label: 'Share of all items', unit: 'share' }],
    rows,
    total: { ...context.measured(total), against: null },
    notes: [TOO_FEW_WORDS],
  });
}

/** By how many sessions, and how many units, were asked for; none where no item says it. */
function amounts(answers: Answers, context: Context): Part[] {
  return (['sessions', 'units'] as const).flatMap((id) => {
    const field = id === 'sessions' ? 'sessionsAsked' : 'unitsAsked';
    const { total, cells } = answerTo(answers, id);
    const stated = cells.filter(({ keys }) => keys[0] !== NOT_STATED);
    if (stated.length === 0) return [];
    const rows = inReadingOrder(field, cells).map((cell) => context.row([field], cell.keys, cell));
    return [
      partOf({
        id,
        title: context.field(field).label,
        seen: `${countWords(
          stated.reduce((sum, { items }) => sum + items, 0),
          'item',
        )} of ${numberWords(total.items)} say how many. ${ratesSeen(rows, context.programme)}`,
        fields: [context.field(field)],
        ...most(rows),
        total: { ...context.measured(total), against: null },
        notes: [TOO_FEW_WORDS],
      }),
    ];
  });
}
