/**
 * An answer of a metric as plain tables: one for each of its parts, one for what is counted apart, one for its examples. A row begins with the values it
 * is of, in words and as ids, then come counts, the rate with its interval, the numbers of its part, and its marks in words. Pure.
 */

import { isOfFew } from '#contract/limits.ts';
import { DECISION_LABELS, DECISIONS } from '#contract/lists.ts';
import { type NumberUnit, tagWords } from '#contract/metric-ids.ts';
import type { Example, Measured, MetricResponse, Part, Row } from '#contract/metrics.ts';
import { outcomeWords } from '#contract/programmes.ts';
import { knownOf, shareOf } from '../metrics/rated.ts';

/** Null: nothing stands there. */
export type Cell = string | number | null;

/** `share`: 0 to 1; `points`: a difference of two shares; `day`: an ISO day. */
export interface TableColumn {
  readonly heading: string;
  /** What it tells: what the row is of, what was counted, or what the row is besides. */
  readonly tells: 'keys' | 'numbers' | 'marks';
  readonly kind: 'text' | 'day' | NumberUnit;
}

export interface ReportTable {
  /** The id of the part, or of what it holds instead; once in an answer. */
  readonly id: string;
  readonly title: string;
  readonly seen: string;
  readonly notes: readonly string[];
  /** Each heading once. */
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The tables that are no part of a metric. */
export const APART = 'apart';
const EXAMPLES = 'examples';

/** What a row is of. */
const KIND = { group: 'Group', sum: 'Sum of groups', total: 'All' } as const;

/** The tables of an answer; none of what is counted apart, or of examples, where there are none. */
export function tablesOf(answer: MetricResponse): ReportTable[] {
  const apart = answer.apart.length === 0 ? [] : [apartTable(answer.apart)];
  const examples = answer.examples.length === 0 ? [] : [examplesTable(answer.examples, answer.programme?.value ?? '')];
  return [...answer.parts.map(partTable), ...apart, ...examples];
}

/** A column with what stands in it for a row of a part. */
interface Filled<R> extends TableColumn {
  readonly of: (row: R) => Cell;
}

function toTable<R>(told: Omit<ReportTable, 'columns' | 'rows'>, columns: readonly Filled<R>[], rows: readonly R[]): ReportTable {
  return {
    ...told,
    columns: columns.map(({ heading, tells, kind }) => ({ heading, tells, kind })),
    rows: rows.map((row) => columns.map(({ of }) => of(row))),
  };
}

/** A row of a part, or what stands for all of it. */
interface Line {
  readonly kind: (typeof KIND)[keyof typeof KIND];
  readonly keys: Row['keys'];
  readonly measured: Measured | null;
  readonly against: Measured | null;
  readonly numbers: Row['numbers'];
  readonly tags: Row['tags'];
}

function partTable(part: Part): ReportTable {
  const { id, title, seen, more } = part;
  const lines = [...part.rows.map(lineOf), ...wholeOf(part)];
  const left = more === 0 ? [] : [`${more} more, which are smaller, are left out here; they are in the totals.`];
  const compared = lines.some(({ against }) => against !== null);
  const columns: Filled<Line>[] = [
    { heading: 'Row', tells: 'keys', kind: 'text', of: ({ kind }) => kind },
    ...part.fields.flatMap(keyColumns),
    ...measuredColumns('', ({ measured }) => measured),
    ...(compared ? measuredColumns('Second cohort: ', ({ against }) => against) : []),
    ...numberColumns(part),
    { heading: 'Marks', tells: 'marks', kind: 'text', of: marksOf },
  ];
  return toTable({ id, title, seen, notes: [...part.notes, ...left] }, columns, lines);
}

function lineOf(row: Row): Line {
  const kind = row.tags.includes('sum') ? KIND.sum : KIND.group;
  return { kind, keys: row.keys, measured: row, against: row.against, numbers: row.numbers, tags: row.tags };
}

/** The row of the part as a whole: its total, and the numbers that are of all of it. */
function wholeOf({ total, summary }: Part): Line[] {
  if (total === null && summary.length === 0) return [];
  const numbers = Object.fromEntries(summary.map(({ id, value }) => [id, value]));
  return [{ kind: KIND.total, keys: [], measured: total, against: total?.against ?? null, numbers, tags: [] }];
}

/** The words of a key and, where it is the value of a field, its id. */
function keyColumns({ field, label }: Part['fields'][number], at: number): Filled<Line>[] {
  const keyOf = ({ keys }: Line) => (field === null ? keys[at] : keys.find((key) => key.field === field));
  return [
    { heading: label, tells: 'keys', kind: 'text', of: (line) => keyOf(line)?.label ?? null },
    ...(field === null
      ? []
      : [{ heading: `${label} id`, tells: 'keys', kind: 'text', of: (line: Line) => keyOf(line)?.value ?? null } as const]),
  ];
}

function measuredColumns(prefix: string, of: (line: Line) => Measured | null): Filled<Line>[] {
  const column = (heading: string, kind: TableColumn['kind'], value: (measured: Measured) => number | null): Filled<Line> => ({
    heading: prefix === '' ? heading : `${prefix}${heading.charAt(0).toLowerCase()}${heading.slice(1)}`,
    tells: 'numbers',
    kind,
    of: (line) => {
      const measured = of(line);
      return measured === null ? null : value(measured);
    },
  });
  return [
    column('Items', 'count', ({ items }) => items),
    column('Letters', 'count', ({ letters }) => letters.count),
    ...DECISIONS.map((decision) => column(DECISION_LABELS[decision].short, 'count', ({ decisions }) => decisions[decision])),
    column('Decision known', 'count', knownOf),
    column('Overturned rate', 'share', ({ overturned }) => (overturned === null ? null : shareOf(overturned))),
    column('Overturned rate, lower 95% limit', 'share', ({ overturned }) => overturned?.low ?? null),
    column('Overturned rate, upper 95% limit', 'share', ({ overturned }) => overturned?.high ?? null),
    column('Effective n', 'number', ({ overturned }) => overturned?.effective ?? null),
  ];
}

/** The numbers of the rows and those of the part as a whole; what has the same name is one column. */
function numberColumns({ columns, summary }: Part): Filled<Line>[] {
  const named = new Map<string, { readonly kind: NumberUnit; readonly ids: Set<string> }>();
  for (const { id, label, unit } of [...columns, ...summary]) {
    const heading =
      unit === 'days' ? `${label} (days)` : unit === 'points' && !/ of (?:shares|the rates)/.test(label) ? `${label} (of shares)` : label;
    const known = named.get(heading);
    if (known === undefined) named.set(heading, { kind: unit, ids: new Set([id]) });
    else known.ids.add(id);
  }
  return [...named].map(([heading, { kind, ids }]) => ({
    heading,
    tells: 'numbers',
    kind,
    of: ({ numbers }) => [...ids].map((id) => numbers[id]).find((value) => value !== undefined && value !== null) ?? null,
  }));
}

function marksOf({ tags, measured, against }: Line): string {
  const isFew = isOfFew(against?.overturned ?? null);
  const isAbout = [measured, against].some((one) => one !== null && !one.letters.exact);
  return [tagWords(tags), isFew ? `second cohort: ${tagWords(['few'])}` : '', isAbout ? ABOUT_WORDS : '']
    .filter((words) => words !== '')
    .join('; ');
}

const ABOUT_WORDS = 'letters are about';

function apartTable(rows: readonly Row[]): ReportTable {
  const columns: Filled<Line>[] = [
    { heading: 'Counted apart', tells: 'keys', kind: 'text', of: ({ keys }) => keys[0]?.label ?? null },
    ...measuredColumns('', ({ measured }) => measured),
    { heading: 'Marks', tells: 'marks', kind: 'text', of: marksOf },
  ];
  return toTable(
    { id: APART, title: 'Counted apart', seen: 'These items are in no rate and in no other table.', notes: [] },
    columns,
    rows.map(lineOf),
  );
}

function examplesTable(examples: readonly Example[], programme: string): ReportTable {
  const columns: Filled<Example>[] = [
    { heading: 'Case number', tells: 'keys', kind: 'text', of: ({ caseNumber }) => caseNumber },
    { heading: 'Item', tells: 'keys', kind: 'count', of: ({ number }) => number },
    { heading: 'Decided', tells: 'keys', kind: 'day', of: ({ decidedOn }) => decidedOn },
    { heading: 'Decision', tells: 'keys', kind: 'text', of: ({ decision }) => outcomeWords(programme, decision) },
    { heading: 'Disputed item', tells: 'keys', kind: 'text', of: ({ title }) => title },
    { heading: 'What decided', tells: 'marks', kind: 'text', of: ({ sentence }) => sentence },
  ];
  return toTable(
    { id: EXAMPLES, title: 'Items that stand for others', seen: 'Items with the sentence that decided them.', notes: [] },
    columns,
    examples,
  );
}
