/** What the metrics count of a published table, beside what the other tool counts of the same: outcomes, a trend, a yearly crosstab with its sums. */
import type { MetricId } from '../../../mappings/contract/metric-ids.ts';
import { type MetricRequest, MetricRequestSchema, type Row } from '../../../mappings/contract/metrics.ts';
import type { Programme } from '../../../mappings/contract/programmes.ts';
import { measure } from '../../../server/domain/metrics/measure.ts';
import type { LettersAt } from '../../../server/search/port.ts';
import { type BareColumn, type BareRows, type CountedRow, type Counts, summed } from './bare-rows.ts';

interface Question {
  readonly what: string;
  readonly metric: MetricId;
  readonly asked: Partial<MetricRequest>;
  /** Which of its rows are looked at. */
  readonly rows: (row: Row) => boolean;
  /** The columns of the file that those rows are of. */
  readonly by: readonly BareColumn[];
}

const isSum = ({ tags }: Row) => tags.includes('sum');
const isBy = (row: Row, ...fields: readonly string[]) => row.keys.map(({ field }) => field).join() === fields.join();

const YEARLY = { metric: 'crosstab', asked: { by: 'treatmentCategory', and: 'reviewType' } } as const;
const QUESTIONS: readonly Question[] = [
  outcomesBy('decidedYear', 'year'),
  outcomesBy('reviewType', 'type'),
  outcomesBy('diagnosisCategory', 'diagnosis'),
  outcomesBy('treatmentCategory', 'treatment'),
  // A year of which there is no row is a gap of the trend.
  { what: 'trend', metric: 'trend', asked: { period: 'year' }, rows: ({ items }) => items > 0, by: ['year'] },
  { what: 'crosstab of all years', ...YEARLY, rows: (row) => !isSum(row) && row.keys.length === 2, by: ['treatment', 'type'] },
  { what: 'crosstab year by year', ...YEARLY, rows: (row) => !isSum(row) && row.keys.length === 3, by: ['treatment', 'type', 'year'] },
  {
    what: 'sums by treatment of the crosstab',
    ...YEARLY,
    rows: (row) => isSum(row) && isBy(row, 'treatmentCategory', 'decidedYear'),
    by: ['treatment', 'year'],
  },
  {
    what: 'sums by type of the crosstab',
    ...YEARLY,
    rows: (row) => isSum(row) && isBy(row, 'reviewType', 'decidedYear'),
    by: ['type', 'year'],
  },
];

function outcomesBy(by: 'decidedYear' | 'reviewType' | 'diagnosisCategory' | 'treatmentCategory', column: BareColumn): Question {
  return { what: `outcomes by ${by}`, metric: 'outcomes', asked: { by }, rows: () => true, by: [column] };
}

/** Each question with both counts, which must be the same. */
export async function metricCounts(
  letters: LettersAt,
  bare: BareRows,
  programme: Programme,
): Promise<{ what: string; ours: Counts; theirs: Counts }[]> {
  return Promise.all(
    QUESTIONS.map(async ({ what, metric, asked, rows, by }) => {
      const request = MetricRequestSchema.parse({ ...asked, filters: { programme: [programme] } });
      const { parts } = await measure(letters, metric, request, null);
      if (parts.some(({ more }) => more > 0)) throw new Error(`${what}: rows are left out`);
      const counted = parts.flatMap((part) => part.rows.filter(rows));
      const ours = summed(
        counted.map(
          ({ keys, decisions }): CountedRow => [keys.map(({ value }) => value).join(' × '), decisions.upheld, decisions.overturned],
        ),
      );
      return { what, ours, theirs: bare.counted(by) };
    }),
  );
}
