/** A report as the bytes of a file. Everything is counted before the first byte. */
import { isKeywordField, typedName } from '#contract/fields.ts';
import type { ReportFormat } from '#contract/lists.ts';
import { AppError } from '#contract/problem.ts';
import type { Report, ReportAnswer } from '#contract/report.ts';
import { shortName } from '../files/file-name.ts';
import type { NamedTable } from './about.ts';
import { csvOf } from './csv.ts';
import { APART, tablesOf } from './tables.ts';
import { xlsxOf } from './xlsx.ts';

/** The tables of a report, called by their titles. What is counted apart of the same items stands there once. */
export function namedTables({ answers }: Report): NamedTable[] {
  const apart = new Set<string>();
  return answers.flatMap((of) => {
    const tables = tablesOf(of.answer).filter((table) => {
      if (table.id !== APART) return true;
      const content = JSON.stringify(table.rows);
      return !apart.has(content) && apart.add(content);
    });
    const parts = tables.filter(({ id }) => id !== APART).length;
    return tables.map((table) => {
      // Of a page, what is asked says more than the part: the parts of several questions can have one title.
      const alone = of.page === null || table.id === APART;
      const short = alone || parts > 1 ? table.title : of.title;
      return { name: alone || parts === 1 ? short : joined(of.title, table.title), short, of, table };
    });
  });
}

function joined(begin: string, title: string): string {
  return begin === title ? title : `${begin}: ${title}`;
}

/** For example `imr-index-2026-02-03-outcomes-category-knee.csv`: the metric or the pages, what they are by, the first words of the query; ASCII. */
export function fileNameOf({ about, answers }: Report, format: ReportFormat): string {
  const [first] = answers;
  const pages = [...new Set(answers.flatMap(({ page }) => page?.value ?? []))];
  const own =
    pages.length > 0 ? pages.slice(0, MOST_NAMED) : [first?.id ?? 'report', ...Object.entries(first?.asked ?? {}).flatMap(toName)];
  const words = [...own, ...(pages.length > MOST_NAMED ? ['more'] : []), shortName(about.search.q, '')];
  const name = words.filter((word) => word !== '').join('-');
  return `imr-index-${about.reportedAt.slice(0, 10)}-${name}.${format}`;
}

/** Pages that the name of a file tells. */
const MOST_NAMED = 3;

/** A field by the name that is typed for it; the second cohort is no part of a name. */
function toName([parameter, value]: [string, string]): string[] {
  if (parameter === 'against') return [];
  return [isKeywordField(value) ? typedName(value) : value.replaceAll('_', '-').toLowerCase()];
}

/** The report in pieces, in the order of the file. */
export async function* chunksOf(
  report: Report,
  format: ReportFormat,
  tables: readonly NamedTable[] = namedTables(report),
): AsyncGenerator<Uint8Array | string> {
  if (format === 'xlsx') yield* xlsxOf(report, tables);
  else if (format === 'csv') yield csvOf(report, tables);
  else yield `${JSON.stringify(report)}\n`;
}

export interface ReportFile {
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array | string>;
}

/** The report as files of a folder: one for each page, of CSV one for each table. Names are plain, and each stands once. */
export function filesOf(report: Report, format: ReportFormat): ReportFile[] {
  const pages = [...new Set(report.answers.map(({ page }) => page?.value ?? ''))];
  return pages.flatMap((page) => {
    const ofPage = narrowedReport(report, (answer) => (answer.page?.value ?? '') === page);
    if (format !== 'csv') return [{ name: `${kebab(page)}.${format}`, chunks: chunksOf(ofPage, format) }];
    return namedTables(ofPage).map((named) => ({
      name: `${(named.table.id === APART && !named.of.peers ? [page, APART] : [page, named.of.id, named.table.id]).map(kebab).join('_')}.csv`,
      chunks: chunksOf(
        narrowedReport(ofPage, (answer) => answer === named.of),
        format,
        [named],
      ),
    }));
  });
}

/** Some of the answers, with the methods of those alone. */
function narrowedReport(report: Report, isKept: (answer: ReportAnswer) => boolean): Report {
  const answers = report.answers.filter(isKept);
  const metrics = new Set(answers.map(({ answer }) => answer.metric));
  const labels = [...new Set(answers.flatMap(({ page }) => page?.label ?? []))];
  const about = { ...report.about, title: labels.length === 0 ? report.about.title : labels.join(', ') };
  return { about, answers, methods: report.methods.filter(({ id }) => metrics.has(id)) };
}

/** "daysToApply" -> "days-to-apply". */
function kebab(id: string): string {
  return id
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase();
}

/** One part of the answers alone, and its table; what is counted apart, and the examples, are no part. Throws AppError `bad-request` where there is none of this id. */
export function onlyPart(report: Report, part: string): { readonly report: Report; readonly tables: readonly NamedTable[] } {
  const tables = namedTables(report).filter(({ table }) => table.id === part);
  const answers = report.answers.map((one) => ({
    ...one,
    answer: { ...one.answer, parts: one.answer.parts.filter(({ id }) => id === part) },
  }));
  if (tables.length > 0) return { report: { ...report, answers }, tables };
  const ids = report.answers.flatMap(({ answer }) => answer.parts.map(({ id }) => id));
  const detail = `there is no such part; there are: ${ids.join(', ')}`;
  throw new AppError('bad-request', `part: ${detail}`, { errors: [{ parameter: 'part', detail }] });
}
