/** Two cohorts beside each other: their rates, by how much these differ, how that looks in the same mix of groups, what they cite, how their mix differs. */
import type { AggregateResults, OutcomeCounts } from '#contract/aggregate.ts';
import { FIELDS, type KeywordField, NOT_STATED } from '#contract/fields.ts';
import type { IntervalRate, Measured, Part, Row } from '#contract/metrics.ts';
import { AppError } from '#contract/problem.ts';
import { isLacked } from '#contract/programme-fields.ts';
import { countWords, numberWords } from '#mappings/text/count-words.ts';
import { pointsWords, rateWords } from '#mappings/text/rate-words.ts';
import { effectiveSize } from '../statistics/effective-size.ts';
import { type Estimate, newcombe } from '../statistics/newcombe.ts';
import { standardised } from '../statistics/standardised.ts';
import { METHODS } from './methods.ts';
import { type Answers, type Asked, answerTo, type Context, type Metric, NO_COUNTS, partOf } from './metric.ts';
import { knownOf, shareOf } from './rated.ts';
import { inSentence, most } from './rows.ts';

export const comparison: Metric = {
  id: 'comparison',
  title: 'Two cohorts compared',
  question: 'Were the items of one search decided differently from those of another?',
  numerator: 'Disputed items overturned, in each cohort.',
  denominator: 'Disputed items of the cohort whose decision is known.',
  unit: 'Disputed item',
  method: [METHODS.interval, METHODS.difference, METHODS.standardised],
  limits: [
    'A difference between cohorts is no effect of what tells them apart: their cases may differ in much else. The standardized difference allows for the mix of one field, and for nothing else.',
    'Where the cohorts share letters, their rates are not independent, and the difference stands without an interval.',
  ],
  takes: ['against', 'by'],
  asks: (asked) => {
    needsAgainst(asked);
    const mix = mixOf(asked);
    return {
      mix: { by: [mix] },
      otherMix: { by: [mix], of: 'against' },
      either: { by: [], of: 'either' },
      ...(citesOf(asked) === null ? {} : { cites: { by: [CITED] }, otherCites: { by: [CITED], of: 'against' } }),
    };
  },
  compute: (answers, context) => [
    cohorts(answers, context),
    mixPart(answers, context),
    ...(citesOf(context.asked) === null ? [] : [citesPart(answers, context)]),
  ],
};

const CITED = 'imrGuidelineFamily';

function citesOf({ programme }: Asked): KeywordField | null {
  return isLacked(programme, CITED) ? null : CITED;
}

/** Cohorts are standardised by service, where the programme has them and nothing else is asked; groups must exclude each other. */
function mixOf({ by, programme }: Asked): KeywordField {
  const field = by ?? (isLacked(programme, 'service') ? 'treatmentCategory' : 'service');
  if (by === undefined || FIELDS[field].several !== true) return field;
  const detail = `an item can have several values of "${field}"; cohorts are standardized by groups that exclude each other`;
  throw new AppError('bad-request', `by: ${detail}`, { errors: [{ parameter: 'by', detail }] });
}

function needsAgainst({ against }: Asked): void {
  if (against) return;
  const detail = 'this metric needs it: the parameters of a search, such as q=mri&from=2016-01-01';
  throw new AppError('bad-request', `against: ${detail}`, { errors: [{ parameter: 'against', detail }] });
}

function cohorts(answers: Answers, context: Context): Part {
  const [mix, otherMix, either] = ['mix', 'otherMix', 'either'].map((name) => answerTo(answers, name)) as [
    AggregateResults,
    AggregateResults,
    AggregateResults,
  ];
  const [a, b] = [context.measured(mix.total), context.measured(otherMix.total)];
  const shared = sharedLetters(mix.total, otherMix.total, either.total);
  const crude = a.overturned === null || b.overturned === null ? null : newcombe(a.overturned, b.overturned);
  const inMix =
    a.overturned === null || b.overturned === null || FIELDS[mixOf(context.asked)].several === true
      ? null
      : standardised(inBoth(mix, otherMix, context));
  const apart = shared === 0;
  return partOf({
    id: 'cohorts',
    title: 'Rates of both cohorts',
    seen: seenOf(a, b, crude, apart),
    fields: [],
    rows: [],
    total: { ...a, against: b },
    summary: [
      ...estimated('difference', 'Difference', crude, apart),
      ...estimated('standardised', 'Difference in the same mix', inMix?.difference ?? null, apart),
      { id: 'standardisedA', label: 'First cohort in the mix of both', unit: 'share', value: inMix?.a.value ?? null },
      { id: 'standardisedB', label: 'Second cohort in the mix of both', unit: 'share', value: inMix?.b.value ?? null },
      {
        id: 'leftOutA',
        label: 'Items of the first cohort in groups that the second lacks',
        unit: 'count',
        value: inMix?.leftOut.a ?? null,
      },
      {
        id: 'leftOutB',
        label: 'Items of the second cohort in groups that the first lacks',
        unit: 'count',
        value: inMix?.leftOut.b ?? null,
      },
      { id: 'sharedLetters', label: 'Letters in both', unit: 'count', value: shared },
    ],
    notes: apart
      ? []
      : [
          shared === null
            ? 'How many letters the cohorts share is only known about, so that the difference stands without an interval.'
            : `The cohorts share ${countWords(shared, 'letter')}, so that the difference stands without an interval.`,
        ],
  });
}

/** Letters with an item in each; null where letters were not counted exactly. */
function sharedLetters(a: OutcomeCounts, b: OutcomeCounts, either: OutcomeCounts): number | null {
  const counts = [a, b, either].map(({ letters }) => letters);
  if (!counts.every(({ exact }) => exact)) return null;
  return a.letters.count + b.letters.count - either.letters.count;
}

/** Each group of the two mixes, with what it has in both. */
function inBoth(mix: AggregateResults, other: AggregateResults, context: Context): Parameters<typeof standardised>[0] {
  return merged(mix, other).map(({ a, b }) => ({ a: sized(a, context), b: sized(b, context) }));
}

/** The known items of a group with their effective number, however few they are. */
function sized(counts: OutcomeCounts, { r }: Context): { n: number; of: number; effective: number } {
  const of = knownOf(counts);
  return { n: counts.decisions.overturned, of, effective: of === 0 ? 0 : effectiveSize(of, counts.knownInLetters, r) };
}

interface Merged {
  readonly value: string;
  readonly a: OutcomeCounts;
  readonly b: OutcomeCounts;
}

/** The groups of two answers by one field, most items first. */
function merged(mix: AggregateResults, other: AggregateResults): Merged[] {
  const ofOther = new Map(other.cells.map((cell) => [cell.keys[0] ?? NOT_STATED, cell]));
  const groups = mix.cells.map((cell): Merged => {
    const value = cell.keys[0] ?? NOT_STATED;
    const b = ofOther.get(value) ?? NO_COUNTS;
    ofOther.delete(value);
    return { value, a: cell, b };
  });
  const all = [...groups, ...[...ofOther].map(([value, b]): Merged => ({ value, a: NO_COUNTS, b }))];
  return all.toSorted((one, two) => two.a.items + two.b.items - (one.a.items + one.b.items));
}

function mixPart(answers: Answers, context: Context): Part {
  const field = mixOf(context.asked);
  return beside(
    'mix',
    `How the cohorts are mixed: ${inSentence(context.field(field).label)}`,
    field,
    ['mix', 'otherMix'],
    answers,
    context,
  );
}

function citesPart(answers: Answers, context: Context): Part {
  return beside('cites', `What the cohorts cite: ${context.field(CITED).label}`, CITED, ['cites', 'otherCites'], answers, context);
}

/** The groups of both cohorts, each with its share of its cohort. */
function beside(id: string, title: string, field: KeywordField, [one, two]: [string, string], answers: Answers, context: Context): Part {
  const [mix, other] = [answerTo(answers, one), answerTo(answers, two)];
  const share = (part: OutcomeCounts, whole: OutcomeCounts) => (whole.items === 0 ? null : part.items / whole.items);
  const rows = merged(mix, other).map(({ value, a, b }): Row => {
    const [shareA, shareB] = [share(a, mix.total), share(b, other.total)];
    return {
      ...context.row([field], [value], a),
      against: context.measured(b),
      numbers: { shareA, shareB, difference: shareA === null || shareB === null ? null : shareA - shareB },
    };
  });
  const far = rows.toSorted((a, b) => Math.abs(b.numbers['difference'] ?? 0) - Math.abs(a.numbers['difference'] ?? 0))[0];
  const fewer = Math.min(mix.total.items, other.total.items);
  return partOf({
    id,
    title,
    seen:
      far === undefined
        ? 'There are no items to group.'
        : `Farthest apart: ${far.keys[0]?.label}, ${pointsWords(far.numbers['difference'] ?? 0, fewer)}.`,
    fields: [context.field(field)],
    overlapping: FIELDS[field].several === true,
    columns: [
      { id: 'shareA', label: 'Share of the first cohort', unit: 'share' },
      { id: 'shareB', label: 'Share of the second cohort', unit: 'share' },
      { id: 'difference', label: 'Difference', unit: 'points' },
    ],
    ...most(rows),
    total: { ...context.measured(mix.total), against: context.measured(other.total) },
  });
}

/** A difference as numbers of a part; its interval only where the cohorts share no letter. */
function estimated(id: string, label: string, found: Estimate | null, isApart: boolean): Part['summary'] {
  return [
    { id, label, unit: 'points', value: found?.value ?? null },
    { id: `${id}Low`, label: `${label}: lower limit`, unit: 'points', value: isApart ? (found?.low ?? null) : null },
    { id: `${id}High`, label: `${label}: upper limit`, unit: 'points', value: isApart ? (found?.high ?? null) : null },
  ];
}

function seenOf(a: Measured, b: Measured, crude: Estimate | null, isApart: boolean): string {
  if (a.overturned === null || b.overturned === null || crude === null) {
    return `${numberWords(a.items)} against ${numberWords(b.items)} items: ${a.overturned === null ? 'the first' : 'the second'} has too few for a rate.`;
  }
  const said = (rate: IntervalRate) => rateWords(rate);
  const fewer = Math.min(a.overturned.of, b.overturned.of);
  const range = isApart ? ` (95% interval ${pointsWords(crude.low, fewer)} to ${pointsWords(crude.high, fewer)})` : '';
  return `${said(a.overturned)} against ${said(b.overturned)} overturned: ${pointsWords(shareOf(a.overturned) - shareOf(b.overturned), fewer)}${range}.`;
}
