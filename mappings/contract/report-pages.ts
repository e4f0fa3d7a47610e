/**
 * THE PAGES of analytics and what each asks of the metrics, one row a page in the order of their navigation: the dashboard asks by these rows, and
 * `imr report` writes the numbers of the same questions. Plain data, so that the browser has it without a schema.
 */
import { FIELDS, type KeywordField, RATE_FIELDS, type RateField } from './fields.ts';
import { type MetricId, PERIODS, type Period } from './metric-ids.ts';
import type { MetricRequest, MetricResponse } from './metrics.ts';

/** What can be chosen on a page. */
export const CHOICES = ['by', 'and', 'period', 'against'] as const satisfies readonly (keyof MetricRequest)[];
export type ChoiceName = (typeof CHOICES)[number];
/** What was chosen; what was not is as usual. */
export type Chosen = Readonly<Pick<MetricRequest, ChoiceName>>;

/** The fields, or periods, to choose from. `usual`: the first of these that a programme has, unless another is chosen; none: nothing is asked for unless it is chosen. */
interface Choice<V> {
  readonly of: readonly V[];
  readonly usual: readonly V[];
}

/** One question of a page to a metric. */
export interface ReportAsk {
  /** Within its page; never changes. */
  readonly id: string;
  /** Null: it is called as its numbers are, by what was chosen (`titleOf`). */
  readonly title: string | null;
  readonly metric: MetricId;
  /** What it always asks. */
  readonly params?: Readonly<Pick<MetricRequest, 'by' | 'and' | 'days'>>;
  /** What it takes from the choices of its page. */
  readonly chosen?: readonly ChoiceName[];
  /** It is not asked unless this was chosen. */
  readonly onlyWith?: ChoiceName;
  /** It asks by the field that this names for the one that was chosen: the same of the other side. */
  readonly beside?: Readonly<Partial<Record<KeywordField, RateField>>>;
  /** Fields that it reads beside those it asks by: a programme that lacks one has no such numbers. */
  readonly needs?: readonly KeywordField[];
  /** It is of all values of the field that its page is of one of: the peers of that one. */
  readonly peers?: true;
}

interface PageRow {
  readonly title: string;
  /** It is of one value of this field. */
  readonly of?: RateField;
  readonly by?: Choice<RateField>;
  readonly and?: Choice<RateField>;
  readonly period?: Choice<Period>;
  /** It compares with a second cohort, and asks nothing without one. */
  readonly against?: true;
  readonly asks: readonly ReportAsk[];
}

const PERIOD: Choice<Period> = { of: ['month', 'quarter', 'year'], usual: ['quarter', 'year'] };
/** Fields whose groups exclude each other: a mix is of these. */
const SEPARATE = RATE_FIELDS.filter((field) => FIELDS[field].several !== true);
const GROUPED = { of: RATE_FIELDS, usual: ['treatmentCategory', 'category', 'service'] } as const satisfies Choice<RateField>;

/** Fields of published tables, by each of which outcomes are told. */
const OF_TABLES = [
  ['diagnosisCategory', 'By diagnosis category'],
  ['treatmentCategory', 'By treatment category'],
  ['reviewType', 'By type of review'],
  ['ageBand', 'By age'],
  ['sex', 'By sex'],
  ['coverage', 'By coverage'],
  ['healthPlan', 'By health plan'],
  ['agent', 'By review agent'],
] as const satisfies readonly (readonly [RateField, string])[];

/** Two dates of a letter, with the field that has their days in bands. */
const DAYS = [
  ['urDenial_applicationReceived', 'daysToApply', 'From UR decision to application'],
  ['applicationReceived_assigned', 'daysToAssign', 'From application to assignment'],
  ['assigned_decided', 'daysToDecide', 'From assignment to determination'],
  ['applicationReceived_decided', 'daysInReview', 'From application to determination'],
] as const;

const UR_SIDE: Readonly<Partial<Record<KeywordField, RateField>>> = {
  imrGuidelineFamily: 'urGuidelineFamily',
  imrGuideline: 'urGuideline',
  imrTopic: 'urTopic',
};

const ROWS = {
  overview: {
    title: 'Overview',
    period: PERIOD,
    asks: [
      { id: 'perioperative', title: 'With and without perioperative items', metric: 'outcomes', params: { by: 'perioperative' } },
      { id: 'letters', title: 'Outcome of whole letters', metric: 'letters' },
      { id: 'trend', title: 'Overturned over time', metric: 'trend', chosen: ['period'] },
      { id: 'coverage', title: 'Coverage', metric: 'coverage' },
      differing('category', 'Service categories that differ most from the rest'),
      differing('service', 'Services that differ most from the rest'),
      differing('imrGuideline', 'Guidelines that differ most from the rest'),
      differing('diagnosisCategory', 'Diagnosis categories that differ most from the rest'),
      differing('treatmentCategory', 'Treatment categories that differ most from the rest'),
      ...OF_TABLES.map(([by, title]): ReportAsk => ({ id: `outcomes-${by}`, title, metric: 'outcomes', params: { by } })),
    ],
  },
  services: {
    title: 'Services',
    by: {
      of: ['category', 'service', 'drugClass', 'drug', 'dwcCategory', 'treatmentCategory', 'treatment', 'diagnosisCategory', 'diagnosis'],
      usual: ['treatmentCategory', 'category'],
    },
    asks: [
      { id: 'outcomes', title: null, metric: 'outcomes', chosen: ['by'] },
      { id: 'dispute', title: 'Asked, authorized, in dispute', metric: 'dispute', chosen: ['by'], needs: ['urAction'] },
    ],
  },
  guidelines: {
    title: 'Guidelines',
    by: { of: ['imrGuidelineFamily', 'imrGuideline', 'imrTopic'], usual: ['imrGuidelineFamily'] },
    asks: [
      { id: 'imr', title: 'What the IMR reviewer cites', metric: 'outcomes', chosen: ['by'] },
      { id: 'ur', title: 'What the claims administrator (UR) cites', metric: 'outcomes', chosen: ['by'], beside: UR_SIDE },
      { id: 'matrix', title: 'Guidelines of both sides', metric: 'matrix', needs: ['urSource', 'imrSource'] },
      { id: 'sides', title: 'Where the sides cite the same, and where not', metric: 'outcomes', params: { by: 'sidesAgree' } },
      { id: 'edition', title: 'Editions of the guidelines cited', metric: 'outcomes', params: { by: 'edition' } },
    ],
  },
  decided: {
    title: 'What decided',
    by: {
      of: ['category', 'service', 'drugClass', 'imrGuidelineFamily', 'treatmentCategory', 'diagnosisCategory'],
      usual: ['treatmentCategory', 'category'],
    },
    asks: [
      { id: 'reasons', title: 'Reasons of upheld and of overturned', metric: 'reasons', chosen: ['by'], needs: ['reason'] },
      { id: 'phrases', title: 'Typical words of both outcomes', metric: 'phrases', needs: ['reason'] },
    ],
  },
  trends: {
    title: 'Trends',
    period: PERIOD,
    and: GROUPED,
    asks: [
      { id: 'all', title: 'Overturned over time', metric: 'trend', chosen: ['period'] },
      { id: 'groups', title: 'Overturned over time, group by group', metric: 'trend', chosen: ['period', 'and'] },
    ],
  },
  reviewers: {
    title: 'Reviewers and timing',
    by: { of: ['specialty', 'category', 'licensed', 'priority', 'claimAge'], usual: ['specialty'] },
    asks: [
      { id: 'specialty', title: 'By the specialty of the reviewer', metric: 'outcomes', params: { by: 'specialty' } },
      { id: 'licensed', title: 'By the license of the reviewer', metric: 'outcomes', params: { by: 'licensed' } },
      ...DAYS.map(
        ([days, band, title]): ReportAsk => ({ id: band, title, metric: 'days', params: { days }, chosen: ['by'], needs: [band] }),
      ),
      { id: 'claimAge', title: 'By the time since injury', metric: 'outcomes', params: { by: 'claimAge' } },
    ],
  },
  crosstab: {
    title: 'Crosstab',
    by: GROUPED,
    and: { of: RATE_FIELDS, usual: ['imrBasis', 'reviewType', 'diagnosisCategory', 'category'] },
    asks: [{ id: 'crosstab', title: 'Yearly crosstab', metric: 'crosstab', chosen: ['by', 'and'] }],
  },
  compare: {
    title: 'Compare',
    by: { of: SEPARATE, usual: [] },
    and: { of: RATE_FIELDS, usual: ['imrGuidelineFamily', 'diagnosisCategory'] },
    period: PERIOD,
    against: true,
    asks: [
      {
        id: 'cohorts',
        title: 'Two cohorts compared',
        metric: 'comparison',
        chosen: ['against', 'by', 'and', 'period'],
        onlyWith: 'against',
      },
    ],
  },
  service: onOne('service', 'One service'),
  guideline: onOne('guideline', 'One guideline'),
  drug: onOne('drug', 'One drug'),
} as const satisfies Readonly<Record<string, PageRow>>;

export type ReportPageId = keyof typeof ROWS;
export type ReportPage = PageRow;
export const REPORT_PAGES: Readonly<Record<ReportPageId, ReportPage>> = ROWS;
/** The pages in their order. */
export const REPORT_PAGE_IDS = Object.keys(ROWS) as readonly ReportPageId[];

/** Whether a programme has a field; of a table of one's own, whether the items at hand state it. */
export type Has = (field: KeywordField) => boolean;

/** A question of a page as it goes to its metric. */
export interface AskedOfMetric extends Pick<ReportAsk, 'id' | 'title' | 'metric' | 'peers'> {
  readonly params: Readonly<Pick<MetricRequest, 'by' | 'and' | 'period' | 'days' | 'against'>>;
}

/** What a question of a page is called, once its numbers are there. */
export function titleOf({ title }: Pick<AskedOfMetric, 'title'>, answer: Pick<MetricResponse, 'title' | 'parts'>): string {
  return title ?? answer.parts[0]?.title ?? answer.title;
}

/** What a page offers of a choice where a programme has only some fields. */
export function offered(page: ReportPage, name: 'by' | 'and', has: Has): RateField[] {
  return (page[name]?.of ?? []).filter(has);
}

/** The same of its periods. */
export function offeredPeriods(page: ReportPage, has: Has): Period[] {
  return (page.period?.of ?? []).filter((period) => has(PERIODS[period]));
}

/** What a page is by: what was chosen, where it is offered, else what is usual. */
export function choicesOf(page: ReportPage, chosen: Chosen, has: Has): Chosen {
  const field = (name: 'by' | 'and', not?: RateField) => {
    const choices = offered(page, name, has);
    const asked = chosen[name];
    if (asked !== undefined && choices.includes(asked)) return asked;
    return page[name]?.usual.find((one) => choices.includes(one) && one !== not);
  };
  const periods = offeredPeriods(page, has);
  const period =
    chosen.period !== undefined && periods.includes(chosen.period)
      ? chosen.period
      : page.period?.usual.find((one) => periods.includes(one));
  const by = field('by', chosen.and);
  const and = field('and', by);
  return {
    ...(by === undefined ? {} : { by }),
    ...(and === undefined ? {} : { and }),
    ...(period === undefined ? {} : { period }),
    ...(page.against === undefined || chosen.against === undefined ? {} : { against: chosen.against }),
  };
}

/** The questions of a page, without those that a programme has no fields for. */
export function asksOf(page: ReportPage, chosen: Chosen, has: Has): AskedOfMetric[] {
  const choices = choicesOf(page, chosen, has);
  return page.asks.flatMap((ask) => {
    const params = paramsOf(ask, choices);
    if (params === null) return [];
    const fields = [...(ask.needs ?? []), ...[params.by, params.and].flatMap((field) => field ?? [])];
    const { id, title, metric, peers } = ask;
    return fields.every(has) ? [{ id, title, metric, params, ...(peers === undefined ? {} : { peers }) }] : [];
  });
}

/** Null where something that it cannot be asked without was not chosen. */
function paramsOf({ metric, params, chosen = [], onlyWith, beside }: ReportAsk, choices: Chosen): AskedOfMetric['params'] | null {
  if (onlyWith !== undefined && choices[onlyWith] === undefined) return null;
  const taken: Chosen = Object.fromEntries(chosen.flatMap((name) => (choices[name] === undefined ? [] : [[name, choices[name]]])));
  const needsBoth = metric === 'crosstab' && (taken.by === undefined || taken.and === undefined);
  const needsBy = (metric === 'outcomes' || metric === 'dispute') && taken.by === undefined && params?.by === undefined;
  if (needsBoth || needsBy) return null;
  if (beside === undefined) return { ...params, ...taken };
  const other = taken.by === undefined ? undefined : beside[taken.by];
  return other === undefined ? null : { ...params, ...taken, by: other };
}

function differing(by: RateField, title: string): ReportAsk {
  return { id: `differences-${by}`, title, metric: 'differences', params: { by } };
}

/** Everything on one value of a field. */
function onOne(of: 'service' | 'guideline' | 'drug', title: string): PageRow {
  return {
    title,
    of,
    period: PERIOD,
    asks: [
      { id: 'peers', title: 'Among its peers', metric: 'outcomes', params: { by: of }, peers: true },
      { id: 'trend', title: 'Overturned over time', metric: 'trend', chosen: ['period'] },
      { id: 'letters', title: 'Outcome of whole letters', metric: 'letters' },
      { id: 'dispute', title: 'Asked, authorized, in dispute', metric: 'dispute', params: { by: 'service' }, needs: ['urAction'] },
      ...(of === 'service' ? [] : [{ id: 'services', title: 'By service', metric: 'outcomes', params: { by: 'service' } } as const]),
      { id: 'imr', title: 'What the IMR reviewer cites', metric: 'outcomes', params: { by: 'imrGuideline' } },
      { id: 'ur', title: 'What the claims administrator (UR) cites', metric: 'outcomes', params: { by: 'urGuideline' } },
      { id: 'matrix', title: 'Guidelines of both sides', metric: 'matrix', needs: ['urSource', 'imrSource'] },
      { id: 'reasons', title: 'Reasons of upheld and of overturned', metric: 'reasons', needs: ['reason'] },
      { id: 'phrases', title: 'Typical words of both outcomes', metric: 'phrases', needs: ['reason'] },
    ],
  };
}
