/** The answers of a report: of one metric, or of pages of analytics, all of one programme and one state of the letters. */
import type { Narrowing } from '#contract/api.ts';
import { FIELDS, type KeywordField, RATE_FIELDS, RATE_OUTCOMES, type RateField } from '#contract/fields.ts';
import { type MetricId, PERIODS } from '#contract/metric-ids.ts';
import type { MetricRequest, MetricResponse } from '#contract/metrics.ts';
import { METRIC_PARAMETERS } from '#contract/metrics.ts';
import { AppError } from '#contract/problem.ts';
import { fieldLabel, isLacked, isOffered } from '#contract/programme-fields.ts';
import { type Programme, programmeOf } from '#contract/programmes.ts';
import type { Filter } from '#contract/query.ts';
import type { Report, ReportAbout, ReportAnswer } from '#contract/report.ts';
import { asksOf, type Chosen, type Has, REPORT_PAGES, type ReportPageId, titleOf } from '#contract/report-pages.ts';
import { labelOf } from '#mappings/fields.ts';
import { labelled } from '#mappings/labels.ts';
import type { LettersAt } from '../../search/port.ts';
import { toldSearch } from '../files/told-search.ts';
import { inWords } from '../metrics/in-words.ts';
import { measure, metricOf } from '../metrics/measure.ts';
import { oneProgramme } from '../metrics/one-programme.ts';
import { outcomeFree } from '../metrics/outcome-free.ts';
import { readQuestion } from '../question/read-question.ts';

export interface ReportFrom {
  /** As of a snapshot, or as they are now. */
  readonly letters: LettersAt;
  /** The instant that is written into the file. */
  readonly now: Date;
  /** Version of the program. */
  readonly version: string;
  readonly signal?: AbortSignal | undefined;
}

/** What a report of pages is asked. */
export interface PagesAsked {
  readonly pages: readonly ReportPageId[];
  readonly narrowing: Narrowing;
  readonly chosen: Chosen;
  /** The second cohort of a comparison: what `chosen.against` says, read. */
  readonly against: Narrowing | null;
  /** The value that pages of one value are of, by their field. */
  readonly of: Readonly<Partial<Record<KeywordField, string>>>;
}

/** The numbers of one metric. Throws what `measure` throws. */
export async function reportOfMetric(from: ReportFrom, id: MetricId, request: MetricRequest, against: Narrowing | null): Promise<Report> {
  const answer = await measure(from.letters, id, request, against, from.signal);
  const { title } = metricOf(id);
  const answers = [{ page: null, id, title, asked: askedOf(request), peers: false, answer }];
  return toReport(from, { title, narrowing: request, against, programme: answer.programme }, answers);
}

/** The numbers of pages, in their order. Throws what `measure` throws. */
export async function reportOfPages(from: ReportFrom, { pages, narrowing, chosen, against, of }: PagesAsked): Promise<Report> {
  const { programme, matches, has } = await programmeAsked(from, ofFirstValue(narrowing, pages, of));
  refuseLacked(chosen, has, programme);
  const answers: ReportAnswer[] = [];
  for (const id of pages) {
    const page = REPORT_PAGES[id];
    const value = page.of === undefined ? undefined : of[page.of];
    const within = page.of === undefined || value === undefined ? narrowing : onValue(narrowing, page.of, value);
    const label = page.of === undefined || value === undefined ? page.title : `${page.title}: ${labelOf(page.of, value)}`;
    for (const ask of asksOf(page, chosen, has)) {
      const peers = ask.peers === true;
      const { filters, ...rest } = peers && page.of !== undefined ? withoutField(narrowing, page.of) : within;
      const request: MetricRequest = { ...rest, filters: { ...filters, programme: [programme] }, ...ask.params };
      const answer = await measure(from.letters, ask.metric, request, ask.params.against === undefined ? null : against, from.signal);
      answers.push({ page: { value: id, label }, id: ask.id, title: titleOf(ask, answer), asked: askedOf(ask.params), peers, answer });
    }
  }
  const title = [...new Set(answers.map(({ page }) => page?.label))].join(', ');
  return toReport(from, { title, narrowing, against, programme: matches ? labelled('programme', programme) : null }, answers);
}

/** Everything but what narrows by the field itself, or by that which it lies under: that may exclude the value. */
function withoutField(narrowing: Narrowing, field: RateField): Narrowing {
  const gone: readonly string[] = [field, FIELDS[field].under?.branch ?? field];
  return { ...narrowing, filters: Object.fromEntries(Object.entries(narrowing.filters).filter(([name]) => !gone.includes(name))) };
}

function onValue(narrowing: Narrowing, field: RateField, value: string): Narrowing {
  const { filters, ...rest } = withoutField(narrowing, field);
  return { ...rest, filters: { ...filters, [field]: [value] } };
}

/** What says which programme is meant: a value that a page is of is often of one programme alone. */
function ofFirstValue(narrowing: Narrowing, pages: readonly ReportPageId[], of: PagesAsked['of']): Narrowing {
  for (const id of pages) {
    const field = REPORT_PAGES[id].of;
    const value = field === undefined ? undefined : of[field];
    if (field !== undefined && value !== undefined) return onValue(narrowing, field, value);
  }
  return narrowing;
}

/** The one programme that all pages are of, and which fields it has: those of a table only where some of its items state them. */
async function programmeAsked({ letters, signal }: ReportFrom, narrowing: Narrowing) {
  const { where, filters } = outcomeFree(await readQuestion(letters, narrowing, signal));
  const { programme, matches } = await oneProgramme(letters, where, filters, narrowing.filters.programme, signal);
  return { programme, matches, has: await fieldsOf(programme) };

  async function fieldsOf(one: Programme): Promise<Has> {
    if (programmeOf(one)?.published !== 'table') return (field) => !isLacked(one, field);
    const filters: Filter[] = [{ field: 'programme', values: [one] }];
    const facets = [...RATE_FIELDS, ...RATE_OUTCOMES];
    const found = await letters.search({ where: { kind: 'all' }, filters, facets, sort: 'case', offset: 0, limit: 0 }, signal);
    const stated = new Set(found.facets.filter(({ field, values }) => isOffered(one, field, values)).map(({ field }) => field));
    return (field) => stated.has(field);
  }
}

/** Throws AppError `bad-request` naming each choice that no item of the programme states. */
function refuseLacked({ by, and, period }: Chosen, has: Has, programme: Programme): void {
  const fields = { by, and, period: period === undefined ? undefined : PERIODS[period] };
  const errors = Object.entries(fields).flatMap(([parameter, field]) =>
    field === undefined || has(field)
      ? []
      : [{ parameter, detail: `no item of ${labelOf('programme', programme)} states it: ${fieldLabel(field, programme)}` }],
  );
  if (errors.length === 0) return;
  throw new AppError('bad-request', errors.map(({ parameter, detail }) => `${parameter}: ${detail}`).join('; '), { errors });
}

function askedOf(params: Partial<MetricRequest>): ReportAnswer['asked'] {
  return Object.fromEntries(METRIC_PARAMETERS.flatMap((name) => (params[name] === undefined ? [] : [[name, String(params[name])]])));
}

interface Told {
  readonly title: string;
  readonly narrowing: Narrowing;
  readonly against: Narrowing | null;
  readonly programme: MetricResponse['programme'];
}

async function toReport(
  { letters, now, version, signal }: ReportFrom,
  { title, narrowing, against, programme }: Told,
  answers: ReportAnswer[],
): Promise<Report> {
  const told = async (asked: Narrowing) => toldSearch(asked, (await readQuestion(letters, asked, signal)).understanding.parts);
  const { engine, change, snapshot } = letters;
  const about: ReportAbout = {
    title,
    reportedAt: now.toISOString(),
    program: { name: 'IMR Index', version },
    index: { engine, ...(await letters.size()), change },
    snapshot:
      snapshot === null
        ? null
        : { id: snapshot.id, name: snapshot.name, takenAt: snapshot.takenAt, sameVocabulary: snapshot.sameVocabulary },
    programme,
    search: await told(narrowing),
    against: against === null ? null : await told(against),
  };
  const metrics = new Set(answers.map(({ answer }) => answer.metric));
  return { about, answers, methods: inWords().metrics.filter(({ id }) => metrics.has(id)) };
}
