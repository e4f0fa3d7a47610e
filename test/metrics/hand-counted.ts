/**
 * What was counted by hand, and how an answer is told to be held against it. A row is one line: its values, then items | letters, those with a known
 * decision | upheld, overturned, overturned in part, undetermined | known items of the letters of its known items | overturned of known, "none" where too few | marks.
 *
 *     rehab | 13 | 13 12 | 8 3 1 1 | 24 | 3/12 | few
 */
import type { Narrowing } from '#contract/api.ts';
import type { MetricId } from '#contract/metric-ids.ts';
import type { IntervalRate, Measured, MetricRequest, MetricResponse, Part, Row } from '#contract/metrics.ts';

/** Numbers of a row by column; null where there is none. */
type Numbers = Readonly<Record<string, number | null>>;

export interface CountedPart {
  readonly id: string;
  readonly rows: readonly string[];
  readonly total?: string;
  readonly overlapping?: true;
  readonly more?: number;
  /** By the values of a row. What a row has besides is not looked at. */
  readonly numbers?: Readonly<Record<string, Numbers>>;
  /** By the values of a row: its interval and effective size, as another tool computes them. */
  readonly intervals?: Readonly<Record<string, readonly [low: number, high: number, effective: number]>>;
  readonly summary?: Numbers;
  /** The same rows of the second cohort. */
  readonly against?: readonly string[];
}

export interface HandCounted {
  readonly title: string;
  readonly metric: MetricId;
  readonly asked: Partial<MetricRequest>;
  readonly against?: Partial<Narrowing>;
  /** Every part of the answer, in its order. */
  readonly parts: readonly CountedPart[];
  /** What is said of the whole answer, where it is looked at. */
  readonly apart?: readonly string[];
  readonly otherProgrammes?: Readonly<Record<string, number>>;
  /** Items that stand for others: their outcome, case number and number. */
  readonly examples?: readonly string[];
}

export function toldRows(rows: readonly Row[]): string[] {
  return rows.map((row) => `${valuesOf(row)} | ${toldCounts(row)}${row.tags.length === 0 ? '' : ` | ${row.tags.join(' ')}`}`);
}

/** The values of a row, as its line begins. */
export function valuesOf({ keys }: Pick<Row, 'keys'>): string {
  return keys.map(({ value }) => value).join(' × ');
}

function toldCounts({ items, letters, knownLetters, decisions, knownInLetters, overturned }: Measured): string {
  const { upheld, overturned: found, overturned_in_part: inPart, undetermined } = decisions;
  const rate = overturned === null ? 'none' : `${overturned.n}/${overturned.of}`;
  return `${items} | ${letters.count} ${knownLetters.count} | ${upheld} ${found} ${inPart} ${undetermined} | ${knownInLetters} | ${rate}`;
}

/** A part as its expectation is written; numbers and intervals are looked at by themselves. */
export function toldPart(part: Part): Pick<CountedPart, 'id' | 'rows' | 'total' | 'overlapping' | 'more' | 'against'> {
  const against = part.rows.flatMap((row) => (row.against === null ? [] : [`${valuesOf(row)} | ${toldCounts(row.against)}`]));
  return {
    id: part.id,
    rows: toldRows(part.rows),
    ...(part.total === null ? {} : { total: toldCounts(part.total) }),
    ...(part.overlapping ? { overlapping: true } : {}),
    ...(part.more === 0 ? {} : { more: part.more }),
    ...(against.length === 0 ? {} : { against }),
  };
}

export function intervalOf({ low, high, effective }: IntervalRate): readonly [number, number, number] {
  return [low, high, effective];
}

/** Programmes that match beside the one that is told of, with their items. */
export function toldOthers({ otherProgrammes }: Pick<MetricResponse, 'otherProgrammes'>): Record<string, number> {
  return Object.fromEntries(otherProgrammes.map(({ value, count }) => [value, count]));
}

export function toldExamples({ examples }: Pick<MetricResponse, 'examples'>): string[] {
  return examples.map(({ decision, caseNumber, number }) => `${decision} ${caseNumber} #${number}`);
}
