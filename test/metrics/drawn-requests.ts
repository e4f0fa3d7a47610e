/** Requests for metrics, drawn: any parameters that a metric takes, any narrowing by values that there are. */
import fc from 'fast-check';
import type { Narrowing } from '#contract/api.ts';
import { FIELDS, type KeywordField, RATE_FIELDS, type RateField } from '#contract/fields.ts';
import { DAY_PAIRS } from '#contract/letter-dates.ts';
import { type MetricId, PERIODS, type Period } from '#contract/metric-ids.ts';
import type { MetricRequest } from '#contract/metrics.ts';
import { isLacked } from '#contract/programme-fields.ts';
import type { Programme } from '#contract/programmes.ts';
import type { LettersAt } from '../../server/search/port.ts';

type Params = Partial<Pick<MetricRequest, 'by' | 'and' | 'period' | 'days'>>;

export interface Drawn {
  readonly metric: MetricId;
  readonly programme: Programme;
  readonly params: Params;
  readonly narrowing: Partial<Narrowing>;
  /** Null: the metric compares nothing. */
  readonly against: Partial<Narrowing> | null;
}

/** Fields that are narrowed by: of items and of letters, with one value and with several, also those whose values are else counted apart. */
const NARROWED_BY = [
  'category',
  'service',
  'imrBasis',
  'priority',
  'bodyPart',
  'drugClass',
  'urAction',
  'decidedYear',
  'perioperative',
  'specialty',
  'imrGuidelineFamily',
  'sidesAgree',
  'retrospective',
  'follows',
] as const satisfies readonly KeywordField[];

export type ValuesThere = ReadonlyMap<KeywordField, readonly string[]>;

/** The values of these fields that some item has. */
export async function valuesThere(letters: LettersAt): Promise<ValuesThere> {
  const everything = { where: { kind: 'all' }, filters: [], sort: 'case', offset: 0, limit: 0 } as const;
  const { facets } = await letters.search({ ...everything, facets: NARROWED_BY });
  return new Map(facets.map(({ field, values }) => [field, values.map(({ value }) => value)]));
}

/** Words that drawn letters hold, alone and in conditions. */
const QUERIES = ['', '', '', 'therapy', 'knee OR lumbar', '"functional improvement"', 'pain -opioid', 'imr-guideline:odg'];
const DAYS = fc.constantFrom('2013-06-01', '2014-01-01', '2015-03-31', '2016-12-31');

export function drawnRequests(metric: MetricId, there: ValuesThere): fc.Arbitrary<Drawn> {
  return fc.constantFrom<Programme>('dwc', 'dwc', 'dwc', 'dmhc').chain((programme) =>
    fc.record({
      metric: fc.constant(metric),
      programme: fc.constant(programme),
      params: PARAMS[metric](programme),
      narrowing: narrowings(there, programme),
      against: metric === 'comparison' ? narrowings(there, programme) : fc.constant(null),
    }),
  );
}

function narrowings(there: ValuesThere, programme: Programme): fc.Arbitrary<Partial<Narrowing>> {
  const conditions = fc.uniqueArray(
    fc
      .constantFrom(...[...there].filter(([field]) => !isLacked(programme, field)))
      .chain(([field, values]) => fc.tuple(fc.constant(field), fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 4 }))),
    { maxLength: 2, selector: ([field]) => field },
  );
  const days = fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    DAYS.map((from) => ({ from })),
    DAYS.map((to) => ({ to })),
  );
  return fc.tuple(fc.constantFrom(...QUERIES), conditions, days).map(([q, filters, bounds]) => ({
    q,
    filters: { ...Object.fromEntries(filters), programme: [programme] },
    ...bounds,
  }));
}

/** What each metric can be asked beside a narrowing; the compiler misses one that is not here. */
const PARAMS: Readonly<Record<MetricId, (programme: Programme) => fc.Arbitrary<Params>>> = {
  outcomes: (programme) => fc.record({ by: anyField(programme) }),
  letters: () => fc.constant({}),
  trend: (programme) =>
    fc.record(
      {
        period: fc.constantFrom(...(programme === 'dwc' ? (Object.keys(PERIODS) as Period[]) : ['year' as const])),
        and: anyField(programme),
      },
      { requiredKeys: [] },
    ),
  differences: (programme) => fc.record({ by: anyField(programme) }),
  matrix: (programme) => twoFields(singleFields(programme)),
  dispute: (programme) => fc.record({ by: anyField(programme).filter((field) => field !== 'urAction') }),
  reasons: (programme) => fc.record({ by: anyField(programme) }, { requiredKeys: [] }),
  days: (programme) =>
    fc.record({ days: fc.constantFrom(...DAY_PAIRS.map(({ pair }) => pair)), by: anyField(programme) }, { requiredKeys: ['days'] }),
  crosstab: (programme) => twoFields(fieldsOf(programme)),
  comparison: (programme) => fc.record({ by: fc.constantFrom(...singleFields(programme)) }, { requiredKeys: [] }),
  phrases: () => fc.constant({}),
  coverage: () => fc.constant({}),
};

function fieldsOf(programme: Programme): RateField[] {
  return RATE_FIELDS.filter((field) => !isLacked(programme, field));
}

function anyField(programme: Programme): fc.Arbitrary<RateField> {
  return fc.constantFrom(...fieldsOf(programme));
}

/** Fields of which an item has one value. */
function singleFields(programme: Programme): RateField[] {
  return fieldsOf(programme).filter((field) => FIELDS[field].several !== true);
}

function twoFields(fields: readonly RateField[]): fc.Arbitrary<Params> {
  return fc
    .uniqueArray(fc.constantFrom(...fields), { minLength: 2, maxLength: 2 })
    .map(([by, and]) => ({ ...(by && { by }), ...(and && { and }) }));
}
