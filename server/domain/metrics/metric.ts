/**
 * What a metric is: a question with what is divided by what, how, after whom, and what it does not say; what it asks of the port's `aggregate`; and a
 * pure computation over the answers. A new metric is one file beside this one and one line in `registry.ts`.
 */
import type { AggregateResults, Group, OutcomeCounts } from '#contract/aggregate.ts';
import type { KeywordField } from '#contract/fields.ts';
import type { Example, Measured, MetricInWords, MetricRequest, Part, Row } from '#contract/metrics.ts';
import type { Programme } from '#contract/programmes.ts';
import type { Filter } from '#contract/query.ts';
import type { Reading } from './reading.ts';

/** What is asked of a metric, beside what narrows the items. */
export type Asked = Pick<MetricRequest, 'by' | 'and' | 'period' | 'days'> & {
  readonly programme: Programme;
  /** Whether there is a second cohort. */
  readonly against: boolean;
};

/** One question to `aggregate`, over what was narrowed to. */
interface Question {
  readonly by: readonly Group[];
  /** Filters beside those of the narrowing. */
  readonly filters?: readonly Filter[];
  /** `against`: the items of the second cohort; `either`: those of one or both; `programme`: all of the programme, unnarrowed. Default: the narrowing. */
  readonly of?: 'against' | 'either' | 'programme';
}
export type Questions = Readonly<Record<string, Question>>;
export type Answers = Readonly<Record<string, AggregateResults>>;

/** What a computation is given beside the answers. */
export interface Context {
  readonly asked: Asked;
  readonly programme: Programme;
  /** Days, as ISO days, from which on and up to which is counted: those that the narrowings are bounded by, and the last that anything loaded was decided on. */
  readonly starts: readonly string[];
  readonly ends: readonly string[];
  /** How alike outcomes within a letter are, 0 to 1. */
  readonly r: number;
  /** Counts with their rate and its interval. */
  measured(counts: OutcomeCounts): Measured;
  /** A row of these fields, by the values of a cell. */
  row(fields: readonly KeywordField[], values: readonly string[], counts: OutcomeCounts): Row;
  /** A row of a phrase, which is no value of any field. */
  phraseRow(phrase: string, counts: OutcomeCounts): Row;
  /** A field with its name in this programme. */
  field(field: KeywordField): Part['fields'][number];
}

export interface Metric extends MetricInWords {
  /** Throws AppError `bad-request` where what it needs is not asked for. */
  asks(asked: Asked): Questions;
  /** What can be asked only once the first answers are there. */
  asksThen?(asked: Asked, answers: Answers): Questions;
  compute(answers: Answers, context: Context): Part[];
  /** What is not in any count, and is read of the records. */
  read?(reading: Reading, context: Context): Promise<{ readonly parts: Part[]; readonly examples: Example[] }>;
}

/** No items at all. */
export const NO_COUNTS: OutcomeCounts = {
  items: 0,
  letters: { count: 0, exact: true },
  knownLetters: { count: 0, exact: true },
  decisions: { upheld: 0, overturned: 0, overturned_in_part: 0, undetermined: 0 },
  knownInLetters: 0,
};

/** The answer to a question that was asked. */
export function answerTo(answers: Answers, name: string): AggregateResults {
  const answer = answers[name];
  if (answer === undefined) throw new Error(`the metric did not ask "${name}"`);
  return answer;
}

/** A part of which nothing else is said than what is given. */
export function partOf(given: Pick<Part, 'id' | 'title' | 'fields' | 'rows'> & Partial<Part>): Part {
  return { seen: '', overlapping: false, columns: [], more: 0, total: null, summary: [], notes: [], ...given };
}
