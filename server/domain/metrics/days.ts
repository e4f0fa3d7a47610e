/** How many days lay between two dates of a letter. */
import { FIELDS, KEYWORD_FIELD_IDS, type KeywordField, NOT_STATED } from '#contract/fields.ts';
import { DAY_PAIRS, type DayPair } from '#contract/letter-dates.ts';
import type { Part, Row } from '#contract/metrics.ts';
import { countWords, numberWords } from '#mappings/text/count-words.ts';
import { type DayQuantiles, quantiles } from '../statistics/quantiles.ts';
import { METHODS } from './methods.ts';
import { type Answers, answerTo, type Context, type Metric, partOf } from './metric.ts';
import { needed } from './requests.ts';
import { inReadingOrder, inSentence, most } from './rows.ts';

const COLUMNS: Part['columns'] = [
  { id: 'p25', label: 'Lower quartile', unit: 'days' },
  { id: 'median', label: 'Median', unit: 'days' },
  { id: 'p75', label: 'Upper quartile', unit: 'days' },
];

export const days: Metric = {
  id: 'days',
  title: 'Days between dates',
  question: 'How many days lay between two dates of the letters?',
  numerator: 'Disputed items by the whole days between the two dates of their letter.',
  denominator: 'Disputed items whose letter has both dates.',
  unit: 'Disputed item',
  method: [METHODS.quantiles],
  limits: [
    'The term of a review begins when the records are complete. The letter does not hold that day, so nothing here says whether a review was on time.',
    'A letter counts once for each of its items.',
  ],
  takes: ['days', 'by'],
  asks: (asked) => {
    const pair = pairOf(asked.days);
    const bands = bandsOf(pair);
    return {
      days: { by: [pair] },
      ...(bands === null ? {} : { bands: { by: [bands] } }),
      ...(asked.by === undefined ? {} : { groups: { by: [pair, asked.by] }, sizes: { by: [asked.by] } }),
    };
  },
  compute: (answers, context) => {
    const { by } = context.asked;
    return [overall(answers, context), ...(by === undefined ? [] : [grouped(answers, context, by)])];
  },
};

/** Throws AppError `bad-request` without a pair. */
function pairOf(pair: DayPair | undefined): DayPair {
  return needed('days', pair);
}

/** The field that has the days of a pair in bands, which a click opens; null where none has. */
function bandsOf(pair: DayPair): KeywordField | null {
  return KEYWORD_FIELD_IDS.find((field) => FIELDS[field].between === pair) ?? null;
}

function overall(answers: Answers, context: Context): Part {
  const pair = pairOf(context.asked.days);
  const bands = bandsOf(pair);
  const { total, cells } = answerTo(answers, 'days');
  const found = quantiles(
    cells.flatMap(({ keys: [value = NOT_STATED], items }) => (value === NOT_STATED ? [] : [{ days: Number(value), items }])),
  );
  const rows =
    bands === null ? [] : inReadingOrder(bands, answerTo(answers, 'bands').cells).map((cell) => context.row([bands], cell.keys, cell));
  return partOf({
    id: 'days',
    title: `Days from ${DATE_WORDS[DAY_PAIRS.find((one) => one.pair === pair)?.from ?? 'assigned']} to ${DATE_WORDS[DAY_PAIRS.find((one) => one.pair === pair)?.to ?? 'decided']}`,
    seen:
      found === null
        ? 'No letter has both dates.'
        : `Half of ${countWords(found.items, 'item')}: ${dayWords(found.median)} or fewer; the middle half, ${number(found.p25)} to ${dayWords(found.p75)}.`,
    fields: bands === null ? [] : [context.field(bands)],
    columns: [{ id: 'volume', label: 'Share of all items', unit: 'share' }],
    rows: rows.map((row): Row => ({ ...row, numbers: { volume: total.items === 0 ? null : row.items / total.items } })),
    total: { ...context.measured(total), against: null },
    summary: summaryOf(found, total.items),
  });
}

const DATE_WORDS = {
  injury: 'injury',
  urDenial: 'UR decision',
  applicationReceived: 'application received',
  assigned: 'assignment to a reviewer',
  decided: 'determination',
} as const;

function grouped(answers: Answers, context: Context, by: KeywordField): Part {
  const ofGroup = new Map<string, { days: number; items: number }[]>();
  for (const { keys, items } of answerTo(answers, 'groups').cells) {
    const [value = NOT_STATED, group = NOT_STATED] = keys;
    if (value === NOT_STATED) continue;
    const known = ofGroup.get(group) ?? [];
    known.push({ days: Number(value), items });
    ofGroup.set(group, known);
  }
  const rows = inReadingOrder(by, answerTo(answers, 'sizes').cells).map((cell) => {
    const found = quantiles(ofGroup.get(cell.keys[0] ?? NOT_STATED) ?? []);
    return {
      ...context.row([by], cell.keys, cell),
      numbers: { p25: found?.p25 ?? null, median: found?.median ?? null, p75: found?.p75 ?? null, dated: found?.items ?? 0 },
    };
  });
  return partOf({
    id: 'groups',
    title: `By ${inSentence(context.field(by).label)}`,
    seen: mediansSeen(rows),
    fields: [context.field(by)],
    overlapping: FIELDS[by].several === true,
    columns: [...COLUMNS, { id: 'dated', label: 'Items with both dates', unit: 'count' }],
    ...most(rows),
  });
}

function summaryOf(found: DayQuantiles | null, items: number): Part['summary'] {
  const value = (id: keyof DayQuantiles, label: string): Part['summary'][number] => ({
    id,
    label,
    unit: id === 'items' ? 'count' : 'days',
    value: found?.[id] ?? null,
  });
  return [
    value('median', 'Median'),
    value('p25', 'Lower quartile'),
    value('p75', 'Upper quartile'),
    value('p10', 'Tenth percentile'),
    value('p90', 'Ninetieth percentile'),
    value('least', 'Least'),
    value('most', 'Most'),
    value('items', 'Items with both dates'),
    { id: 'undated', label: 'Items without one of the dates', unit: 'count', value: items - (found?.items ?? 0) },
  ];
}

function mediansSeen(rows: readonly Row[]): string {
  const known = rows
    .flatMap(({ keys, numbers }) =>
      typeof numbers['median'] === 'number' && keys[0]?.value !== NOT_STATED ? [{ label: keys[0]?.label, median: numbers['median'] }] : [],
    )
    .toSorted((a, b) => a.median - b.median);
  const [least, most] = [known[0], known.at(-1)];
  if (least === undefined || most === undefined) return 'No group has both dates.';
  if (known.length === 1) return `Median of ${least.label}: ${dayWords(least.median)}.`;
  return `Medians from ${number(least.median)} (${least.label}) to ${dayWords(most.median)} (${most.label}).`;
}

/** Half days are told; finer ones say nothing. */
function number(days: number): string {
  return numberWords(Math.round(days * 2) / 2);
}

function dayWords(days: number): string {
  const words = number(days);
  return `${words} ${words === '1' ? 'day' : 'days'}`;
}
