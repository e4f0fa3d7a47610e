/**
 * A request for a metric -> its answer: what is asked for is narrowed to one programme, without outcomes; what is counted apart is taken out; the metric's
 * questions go to the port, and its computation makes the parts. Every number of analytics comes from here.
 */
import type { AggregateQuery, AggregateResults } from '#contract/aggregate.ts';
import type { Narrowing } from '#contract/api.ts';
import { COUNTED_APART } from '#contract/counted-apart.ts';
import type { KeywordField } from '#contract/fields.ts';
import type { MetricId } from '#contract/metric-ids.ts';
import type { MetricRequest, MetricResponse, Part, Row } from '#contract/metrics.ts';
import { isLacked } from '#contract/programme-fields.ts';
import type { Programme } from '#contract/programmes.ts';
import type { Filter, QueryNode } from '#contract/query.ts';
import { labelled } from '#mappings/labels.ts';
import type { Letters, LettersAt } from '../../search/port.ts';
import { readQuestion } from '../question/read-question.ts';
import { correlationOf } from './correlation.ts';
import type { Answers, Asked, Context, Metric, Questions } from './metric.ts';
import { oneProgramme } from './one-programme.ts';
import { type OutcomeFree, outcomeFree } from './outcome-free.ts';
import { boundsOf } from './over-time.ts';
import { withRate } from './rated.ts';
import { readingOf } from './reading.ts';
import { METRICS } from './registry.ts';
import { asFaultOfAgainst, refuseUnknown } from './requests.ts';
import { fieldOf, phraseRow, rowOf } from './rows.ts';

/** A metric by its id. */
export function metricOf(id: MetricId): Metric {
  const metric = METRICS.find((one) => one.id === id);
  if (metric === undefined) throw new Error(`no metric "${id}" in the registry`);
  return metric;
}

/** `other`: the second cohort, where the metric compares two. Throws AppError `bad-query`, `bad-request`, `not-a-query` or what the engine throws. */
export async function measure(
  letters: LettersAt,
  id: MetricId,
  request: MetricRequest,
  other: Narrowing | null,
  signal?: AbortSignal,
): Promise<MetricResponse> {
  const metric = metricOf(id);
  refuseUnknown(metric, request);
  const cohort = await narrowedTo(letters, request, signal);
  const against = other === null ? null : await secondCohort(letters, other, signal);
  const { programme, matches, otherProgrammes } = await oneProgramme(
    letters,
    cohort.where,
    cohort.filters,
    request.filters.programme,
    signal,
  );
  const added = countedApart(programme, [cohort, ...(against === null ? [] : [against])]);
  const asked: Asked = { ...request, programme, against: against !== null };
  const ask = (questions: Questions) => answersTo(letters, questions, { programme, cohort, against, added }, signal);
  const [first, r, apart, lastDecidedOn, all] = await Promise.all([
    ask(metric.asks(asked)),
    correlationOf(letters, programme, signal),
    apartRows(letters, cohort, programme, added, signal),
    lastDayOf(letters, programme, signal),
    ask({ all: { by: [] } }),
  ]);
  const answers: Answers = { ...first, ...(metric.asksThen === undefined ? {} : await ask(metric.asksThen(asked, first))) };
  const bounds = [cohort, ...(against === null ? [] : [against])].map(boundsOf);
  const context = contextOf(asked, r.r, {
    starts: bounds.flatMap(({ starts }) => starts),
    ends: [...bounds.flatMap(({ ends }) => ends), ...(lastDecidedOn === null ? [] : [lastDecidedOn])],
  });
  const total = all['all']?.total;
  if (total === undefined) throw new Error('the total was asked for');
  const within = { summary: request.summary, where: cohort.where, filters: [...withinProgramme(cohort.filters), ...added], programme };
  const read = await metric.read?.(readingOf(letters, within, total, signal), context);
  return {
    metric: id,
    title: metric.title,
    programme: matches ? labelled('programme', programme) : null,
    otherProgrammes,
    setAside: [...new Set([...cohort.setAside, ...(against?.setAside ?? [])])],
    added: [...added],
    apart: apart.map((row) => ({ ...row, ...withRate(row, r.r) })),
    correlation: r,
    state: stateOf(letters),
    total: withRate(total, r.r),
    parts: [...metric.compute(answers, context), ...(read?.parts ?? [])].map(withOverlapSaid),
    examples: read?.examples ?? [],
  };
}

/** What narrows one cohort. */
async function narrowedTo(letters: LettersAt, narrowing: Narrowing, signal: AbortSignal | undefined): Promise<OutcomeFree> {
  return outcomeFree(await readQuestion(letters, narrowing, signal));
}

async function secondCohort(letters: LettersAt, narrowing: Narrowing, signal: AbortSignal | undefined): Promise<OutcomeFree> {
  try {
    return await narrowedTo(letters, narrowing, signal);
  } catch (error) {
    throw asFaultOfAgainst(error);
  }
}

/** The filters that keep what is counted apart out of the rates; who filters by such a field says himself what is counted. */
function countedApart(programme: Programme, cohorts: readonly OutcomeFree[]): Filter[] {
  const says = (field: KeywordField) =>
    cohorts.some(
      ({ where, filters }) => filters.some((filter) => filter.field === field) || filtersIn(where).some((filter) => filter.field === field),
    );
  return COUNTED_APART.filter(({ field }) => !isLacked(programme, field) && !says(field)).map(({ field, counted }) => ({
    field,
    values: [...counted],
  }));
}

/** Every filter that was typed, wherever it stands. */
function filtersIn(node: QueryNode): Filter[] {
  if (node.kind === 'filter') return [node.filter];
  if (node.kind === 'not') return filtersIn(node.child);
  return 'children' in node ? node.children.flatMap(filtersIn) : [];
}

/** What those filters keep out, each by itself: of items that follow another all, of the rest those asked for afterwards. */
async function apartRows(
  letters: Letters,
  cohort: OutcomeFree,
  programme: Programme,
  added: readonly Filter[],
  signal: AbortSignal | undefined,
): Promise<Row[]> {
  const kept = COUNTED_APART.filter(({ field }) => added.some((filter) => filter.field === field));
  const rows = await Promise.all(
    kept.map(async ({ field, apart }, at) => {
      const before = kept.slice(0, at).map(({ field: earlier, counted: values }): Filter => ({ field: earlier, values: [...values] }));
      const filters = [...withinProgramme(cohort.filters), ...before, { field, values: [apart] }];
      const { total } = await letters.aggregate({ where: cohort.where, filters, programme, by: [] }, signal);
      return rowOf([field], [apart], total, programme, 0);
    }),
  );
  return rows.filter(({ items }) => items > 0);
}

interface Cohorts {
  readonly programme: Programme;
  readonly cohort: OutcomeFree;
  readonly against: OutcomeFree | null;
  readonly added: readonly Filter[];
}

async function answersTo(letters: Letters, questions: Questions, cohorts: Cohorts, signal: AbortSignal | undefined): Promise<Answers> {
  const answers = await Promise.all(
    Object.entries(questions).map(async ([name, question]): Promise<[string, AggregateResults]> => {
      const { where, filters } = itemsOf(question.of, cohorts);
      const query: AggregateQuery = {
        where,
        filters: [...filters, ...(question.of === 'programme' ? [] : cohorts.added), ...(question.filters ?? [])],
        programme: cohorts.programme,
        by: question.by,
      };
      return [name, await letters.aggregate(query, signal)];
    }),
  );
  return Object.fromEntries(answers);
}

function itemsOf(of: Questions[string]['of'], { cohort, against }: Cohorts): Pick<AggregateQuery, 'where' | 'filters'> {
  const other = against ?? cohort;
  if (of === 'programme') return { where: { kind: 'all' }, filters: [] };
  if (of === 'against') return { where: other.where, filters: withinProgramme(other.filters) };
  if (of === 'either') return { where: { kind: 'or', children: [asTree(cohort), asTree(other)] }, filters: [] };
  return { where: cohort.where, filters: withinProgramme(cohort.filters) };
}

function asTree({ where, filters }: OutcomeFree): QueryNode {
  return { kind: 'and', children: [where, ...withinProgramme(filters).map((filter): QueryNode => ({ kind: 'filter', filter }))] };
}

/** The programme is a part of every question by itself. */
function withinProgramme(filters: readonly Filter[]): Filter[] {
  return filters.filter(({ field }) => field !== 'programme');
}

/** Where rows add up to more than the total, that is said. */
function withOverlapSaid(part: Part): Part {
  const sum = part.rows.reduce((items, row) => items + (row.tags.includes('sum') ? 0 : row.items), 0);
  if (!part.overlapping || part.total === null || sum <= part.total.items) return part;
  return { ...part, notes: ['An item can be in several groups, so they add up to more than the total.', ...part.notes] };
}

function stateOf({ change, snapshot }: LettersAt): MetricResponse['state'] {
  return { change, snapshot: snapshot === null ? null : { value: snapshot.id, label: snapshot.name } };
}

function contextOf(asked: Asked, r: number, days: Pick<Context, 'starts' | 'ends'>): Context {
  const { programme } = asked;
  return {
    asked,
    programme,
    ...days,
    r,
    measured: (counts) => withRate(counts, r),
    row: (fields, values, counts) => rowOf(fields, values, counts, programme, r),
    phraseRow: (phrase, counts) => phraseRow(phrase, counts, r),
    field: (field) => fieldOf(field, programme),
  };
}

/** The last day on which a letter of the programme that is loaded was decided. */
async function lastDayOf(letters: Letters, programme: Programme, signal: AbortSignal | undefined): Promise<string | null> {
  const filters: Filter[] = [{ field: 'programme', values: [programme] }];
  const { hits } = await letters.search({ where: { kind: 'all' }, filters, facets: [], sort: 'newest', offset: 0, limit: 1 }, signal);
  const [hit] = hits;
  if (hit === undefined) return null;
  const [newest] = await letters.determinations([hit.letterId]);
  return newest?.dates.decided?.value ?? null;
}
