/** Two cohorts beside each other: their rates, by how much these differ, also in the same mix of groups; over time, group by group, and how their mix differs. */
import type { AggregateResults, OutcomeCounts } from '#contract/aggregate.ts';
import { FIELDS, type KeywordField, NOT_STATED } from '#contract/fields.ts';
import type { IntervalRate, Measured, Part, Row } from '#contract/metrics.ts';
import { AppError } from '#contract/problem.ts';
import { isLacked } from '#contract/programme-fields.ts';
import { countWords, numberWords } from '#mappings/text/count-words.ts';
import { percentOf, pointsWords, rateWords } from '#mappings/text/rate-words.ts';
import { effectiveSize } from '../statistics/effective-size.ts';
import { type Estimate, newcombe } from '../statistics/newcombe.ts';
import { standardised } from '../statistics/standardised.ts';
import { METHODS } from './methods.ts';
import { type Answers, type Asked, answerTo, type Context, type Metric, NO_COUNTS, partOf, type Questions } from './metric.ts';
import { periodField, periodsOf, periodWords, timeNotes, withPartial } from './over-time.ts';
import { knownOf, shareOf } from './rated.ts';
import { inReadingOrder, inSentence, most, TOO_FEW_WORDS } from './rows.ts';

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
  takes: ['against', 'by', 'and', 'period'],
  asks: (asked) => {
    needsAgainst(asked);
    const [mix, groups] = [mixOf(asked), groupsOf(asked)];
    return {
      ...inBothCohorts('mix', mix),
      ...inBothCohorts('time', periodField(asked)),
      ...(groups === null ? {} : inBothCohorts('groups', groups)),
      either: { by: [], of: 'either' },
    };
  },
  compute: (answers, context) => [
    cohorts(answers, context),
    overTime(answers, context),
    ...groupsPart(answers, context),
    mixPart(answers, context),
  ],
};

/** The field by whose groups the cohorts are told beside each other: what they cite, unless another is asked for. */
function groupsOf({ and, programme }: Asked): KeywordField | null {
  return and ?? (isLacked(programme, 'imrGuidelineFamily') ? null : 'imrGuidelineFamily');
}

/** A question to each cohort, by the same field; the second one's is under the name that `ofOther` gives. */
function inBothCohorts(name: string, field: KeywordField): Questions {
  return { [name]: { by: [field] }, [ofOther(name)]: { by: [field], of: 'against' } };
}

function ofOther(name: string): string {
  return `${name} against`;
}

/** The answers of both cohorts. */
function bothOf(answers: Answers, name: string): [AggregateResults, AggregateResults] {
  return [answerTo(answers, name), answerTo(answers, ofOther(name))];
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
  const [mix, otherMix] = bothOf(answers, 'mix');
  const either = answerTo(answers, 'either');
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
      ...estimated('difference', 'Difference of the rates', crude, apart),
      ...estimated('standardised', 'Difference of the rates in the same mix', inMix?.difference ?? null, apart),
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
  return merged(mixOf(context.asked), mix, other).map(({ a, b }) => ({ a: sized(a, context), b: sized(b, context) }));
}

/** The known items of a group with their effective number, however few they are. */
function sized(counts: OutcomeCounts, { r }: Context): { n: number; of: number; effective: number } {
  const of = knownOf(counts);
  return { n: counts.decisions.overturned, of, effective: of === 0 ? 0 : effectiveSize(of, counts.knownInLetters, r) };
}

interface Merged {
  /** The value of the field. */
  readonly keys: readonly [string];
  readonly a: OutcomeCounts;
  readonly b: OutcomeCounts;
}

/** The groups of two answers by one field, in the order in which they are read: where it has none, most items first. */
function merged(field: KeywordField, mix: AggregateResults, other: AggregateResults): readonly Merged[] {
  const ofSecond = new Map(other.cells.map((cell) => [cell.keys[0] ?? NOT_STATED, cell]));
  const groups = mix.cells.map((cell): Merged => {
    const value = cell.keys[0] ?? NOT_STATED;
    const b = ofSecond.get(value) ?? NO_COUNTS;
    ofSecond.delete(value);
    return { keys: [value], a: cell, b };
  });
  const all = [...groups, ...[...ofSecond].map(([value, b]): Merged => ({ keys: [value], a: NO_COUNTS, b }))];
  return inReadingOrder(
    field,
    all.toSorted((one, two) => two.a.items + two.b.items - (one.a.items + one.b.items)),
  );
}

/** The rate of both cohorts from period to period. */
function overTime(answers: Answers, context: Context): Part {
  const by = periodField(context.asked);
  const [one, two] = bothOf(answers, 'time').map(
    ({ cells }) => new Map<string, OutcomeCounts>(cells.map((cell) => [cell.keys[0] ?? NOT_STATED, cell])),
  ) as [Map<string, OutcomeCounts>, Map<string, OutcomeCounts>];
  const found = [...new Set([...one.keys(), ...two.keys()])];
  const values = [...periodsOf(found), ...(found.includes(NOT_STATED) ? [NOT_STATED] : [])];
  const rows = values.map((value): Row => {
    const row = context.row([by], [value], one.get(value) ?? NO_COUNTS);
    return { ...withPartial(row, context), against: context.measured(two.get(value) ?? NO_COUNTS) };
  });
  return partOf({
    id: 'time',
    title: `Both cohorts by ${periodWords(by)}`,
    seen: timeSeen(rows, by),
    fields: [context.field(by)],
    rows,
    total: totalOf(answers, 'time', context),
    notes: timeNotes(rows, context),
  });
}

function timeSeen(rows: readonly Row[], by: KeywordField): string {
  const pairs = rows.flatMap(({ keys, tags, overturned, against }) =>
    keys[0]?.value === NOT_STATED || tags.includes('partial') || overturned === null || !against?.overturned
      ? []
      : [{ a: shareOf(overturned), b: shareOf(against.overturned) }],
  );
  if (pairs.length === 0) return `There is no whole ${periodWords(by)} in which both have enough items for a rate.`;
  const higher = pairs.filter(({ a, b }) => a > b).length;
  return `In ${numberWords(higher)} of ${countWords(pairs.length, `whole ${periodWords(by)}`)} with enough items of both, the first cohort was overturned more often.`;
}

function totalOf(answers: Answers, name: string, context: Context): NonNullable<Part['total']> {
  const [one, two] = bothOf(answers, name);
  return { ...context.measured(one.total), against: context.measured(two.total) };
}

function mixPart(answers: Answers, context: Context): Part {
  const field = mixOf(context.asked);
  return beside('mix', `How the cohorts are mixed: ${inSentence(context.field(field).label)}`, field, answers, context);
}

function groupsPart(answers: Answers, context: Context): Part[] {
  const field = groupsOf(context.asked);
  return field === null ? [] : [beside('groups', `Both cohorts by ${inSentence(context.field(field).label)}`, field, answers, context)];
}

/** The groups of both cohorts, each with its rate and its share of its cohort. `id`: also of the questions. */
function beside(id: string, title: string, field: KeywordField, answers: Answers, context: Context): Part {
  const [one, two] = bothOf(answers, id);
  const share = (part: OutcomeCounts, whole: OutcomeCounts) => (whole.items === 0 ? null : part.items / whole.items);
  const rows = merged(field, one, two).map(({ keys, a, b }): Row => {
    const [shareA, shareB] = [share(a, one.total), share(b, two.total)];
    return {
      ...context.row([field], keys, a),
      against: context.measured(b),
      numbers: { shareA, shareB, difference: shareA === null || shareB === null ? null : shareA - shareB },
    };
  });
  return partOf({
    id,
    title,
    seen: sharesSeen(rows),
    fields: [context.field(field)],
    overlapping: FIELDS[field].several === true,
    columns: [
      { id: 'shareA', label: 'Share of the first cohort', unit: 'share' },
      { id: 'shareB', label: 'Share of the second cohort', unit: 'share' },
      { id: 'difference', label: 'Difference of shares', unit: 'points' },
    ],
    ...most(rows),
    total: totalOf(answers, id, context),
    notes: [TOO_FEW_WORDS],
  });
}

/** "Largest difference of shares: MRI, 0% of the first cohort and 100% of the second." */
function sharesSeen(rows: readonly Row[]): string {
  const differing = rows.filter(({ numbers }) => numbers['difference'] !== null);
  const [far] = differing.toSorted((a, b) => Math.abs(b.numbers['difference'] ?? 0) - Math.abs(a.numbers['difference'] ?? 0));
  if (far === undefined) return 'There are no items of both cohorts to group.';
  if (far.numbers['difference'] === 0) return 'Both cohorts have the same share of each group.';
  const said = (id: string) => `${percentOf(far.numbers[id] ?? 0, 0)}%`;
  return `Largest difference of shares: ${far.keys[0]?.label}, ${said('shareA')} of the first cohort and ${said('shareB')} of the second.`;
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
