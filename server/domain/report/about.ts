/** What a file of numbers says of itself, in lines of words: what it is of, what was asked, as of when, what is seen in each table, and how it is counted. Pure. */
import type { MetricInWords, MetricResponse } from '#contract/metrics.ts';
import { programmeOf } from '#contract/programmes.ts';
import type { Report, ReportAnswer } from '#contract/report.ts';
import { KEYWORD_FIELDS } from '#mappings/fields.ts';
import { countWords, listWords, numberWords, totalWords } from '#mappings/text/count-words.ts';
import { snapshotWords, toldLines } from '../files/told-search.ts';
import type { ReportTable } from './tables.ts';

export type WordLine = readonly [what: string, words: string];

/** A table of a file, with the answer that it is of. `name`: what it is called among all tables; `short`: among those of its answer. */
export interface NamedTable {
  readonly name: string;
  readonly short: string;
  readonly of: ReportAnswer;
  readonly table: ReportTable;
}

/** What the whole of it is. */
export function aboutLines({ about, answers }: Report): WordLine[] {
  const { programme, program, index, snapshot, search, against } = about;
  const source = programme === null ? null : (programmeOf(programme.value)?.source ?? null);
  const first = answers.find(({ peers }) => !peers);
  return [
    ['Report', about.title],
    ['Program', programme === null ? 'none: nothing matches' : programme.label],
    ...(source === null ? [] : [['Source', source] as const]),
    ...linesOf(search, programme !== null),
    ...(against === null ? [] : linesOf(against, programme !== null).map(([what, words]) => [`Second cohort: ${what}`, words] as const)),
    ...(first === undefined ? [] : countedLines(first.answer)),
    ['As of', snapshot === null ? `live, change ${index.change}` : `snapshot ${snapshotWords(snapshot)}; change ${index.change}`],
    ['Reported at', about.reportedAt],
    ['Made by', `${program.name} ${program.version}, engine ${index.engine}`],
    ['Index', `${numberWords(index.items)} items in ${countWords(index.letters, 'letter')}`],
  ];
}

/** What was asked. `told`: of which program it is, is told already. */
function linesOf(search: Report['about']['search'], told: boolean): WordLine[] {
  return toldLines({ ...search, filters: search.filters.filter(({ field }) => !told || field !== 'programme') }, 'Query');
}

/** What holds for every table of an answer: what is counted, what is left out, and how alike outcomes within a letter are. */
function countedLines({ total, setAside, added, apart, correlation, otherProgrammes }: MetricResponse): WordLine[] {
  const fields = setAside.map((field) => KEYWORD_FIELDS[field].label);
  const left = apart.map((row) => `${row.keys.map(({ label }) => label).join(', ')}: ${countWords(row.items, 'item')}`);
  const others = otherProgrammes.map(({ label, count }) => `${label} (${countWords(count, 'item')})`);
  return [
    ['Counted', totalWords(total.items, total.letters)],
    ...(added.length === 0 ? [] : [['Counted apart, in no rate', left.join('; ') || 'none'] as const]),
    ...(fields.length === 0 ? [] : [['Not applied', `filters on ${listWords(fields)}: a rate of outcomes is over all of them`] as const]),
    ...(others.length === 0 ? [] : [['Left out', `${others.join('; ')}: rates are of one program`] as const]),
    [
      'Alike within a letter',
      `r = ${correlation.r.toFixed(3)}, from ${countWords(correlation.letters, 'letter')} with several decided items`,
    ],
  ];
}

/** What is seen in a table, and what must be known to read it. */
export function seenWords({ seen, notes }: ReportTable): string {
  return [seen, ...notes].filter((words) => words !== '').join(' ');
}

/** "Trends: Overturned over time: Overturned by quarter"; what is said twice stands there once. */
export function fullTitle({ page, title }: ReportAnswer, table: ReportTable): string {
  return [...new Set([...(page === null ? [] : [page.label, title]), table.title])].join(': ');
}

/** How metrics are counted and what they do not say; then each way of computing once, with its published source and the metrics that use it. */
export function methodLines(methods: readonly MetricInWords[]): WordLine[] {
  const told = methods.flatMap(({ title, question, numerator, denominator, unit, limits }): WordLine[] => [
    [`Method: ${title}`, question],
    ['Numerator', numerator],
    ['Denominator', denominator],
    ['Unit', unit],
    ...limits.map((limit): WordLine => ['Limit', limit]),
  ]);
  return [...told, ...computedLines(methods)];
}

function computedLines(methods: readonly MetricInWords[]): WordLine[] {
  const used = new Map<string, { readonly source: string | null; readonly titles: string[] }>();
  for (const { title, method } of methods) {
    for (const { words, source } of method) {
      const known = used.get(words) ?? { source, titles: [] };
      known.titles.push(title);
      used.set(words, known);
    }
  }
  return [...used].map(([words, { source, titles }]) => {
    const from = source === null ? '' : ` Source: ${source.replace(/\.$/, '')}.`;
    return ['Computed', `${words}${from} Used by: ${titles.join('; ')}.`];
  });
}
