/** What metrics over time share: the field of the period that is asked for, every period between, which of them are partial, and what must be said of them. */
import { type KeywordField, NOT_STATED } from '#contract/fields.ts';
import { PERIODS, type Period } from '#contract/metric-ids.ts';
import type { Row } from '#contract/metrics.ts';
import { programmeOf } from '#contract/programmes.ts';
import type { Filter, QueryNode } from '#contract/query.ts';
import { byCodeUnits } from '#mappings/text/code-units.ts';
import { listWords } from '#mappings/text/count-words.ts';
import type { Asked, Context } from './metric.ts';
import { firstDayOf, lastDayOf, periodsBetween } from './periods.ts';
import { TOO_FEW_WORDS } from './rows.ts';

/** A programme that is published as a table has a year and no day. */
export function periodField({ period, programme }: Pick<Asked, 'period' | 'programme'>): KeywordField {
  return PERIODS[period ?? defaultPeriod(programme)];
}

function defaultPeriod(programme: string): Period {
  return programmeOf(programme)?.published === 'table' ? 'year' : 'quarter';
}

export function periodWords(by: KeywordField): string {
  return by === 'decidedMonth' ? 'month' : by === 'decidedQuarter' ? 'quarter' : 'year';
}

/** Every period from the first to the last, those without an item too: a gap in time is a gap on the axis. */
export function periodsOf(found: readonly string[]): string[] {
  return periodsBetween(found.filter((period) => period !== NOT_STATED).toSorted(byCodeUnits));
}

/** The days that a narrowing is bounded by, however it says so: as days, months, quarters or years, among its filters or typed, where they stand by themselves. */
export function boundsOf({
  where,
  filters,
}: {
  readonly where: QueryNode;
  readonly filters: readonly Filter[];
}): Pick<Context, 'starts' | 'ends'> {
  const typed = (where.kind === 'and' ? where.children : [where]).flatMap((node) => (node.kind === 'filter' ? [node.filter] : []));
  const bounds = [...filters, ...typed].flatMap((filter): { from: string | null; to: string | null }[] => {
    if (filter.field === 'decidedOn') return [filter];
    if (!Object.values<KeywordField>(PERIODS).includes(filter.field)) return [];
    const periods = filter.values.filter((value) => value !== NOT_STATED).toSorted(byCodeUnits);
    const [first, last] = [periods[0], periods.at(-1)];
    return first === undefined || last === undefined ? [] : [{ from: firstDayOf(first), to: lastDayOf(last) }];
  });
  return { starts: bounds.flatMap(({ from }) => from ?? []), ends: bounds.flatMap(({ to }) => to ?? []) };
}

/** A period is partial where letters of it may still come, and where the days that are chosen, of either cohort, cut it. */
export function withPartial(row: Row, { starts, ends }: Pick<Context, 'starts' | 'ends'>): Row {
  const period = row.keys[0]?.value ?? NOT_STATED;
  if (period === NOT_STATED) return row;
  const [first, last] = [firstDayOf(period), lastDayOf(period)];
  const isCut = starts.some((day) => first < day && day <= last) || ends.some((day) => first <= day && day < last);
  return isCut ? { ...row, tags: [...row.tags, 'partial'] } : row;
}

export function timeNotes(rows: readonly Row[], context: Context): string[] {
  const years = rows.flatMap(({ keys }) =>
    keys[0] === undefined || keys[0].value === NOT_STATED ? [] : [Number(keys[0].value.slice(0, 4))],
  );
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const breaks = (programmeOf(context.programme)?.breaks ?? []).filter(({ year }) => first < year && year <= last);
  const partial = [...new Set(rows.flatMap(({ tags, keys }) => (tags.includes('partial') ? [keys[0]?.label ?? ''] : [])))];
  const partialWords =
    partial.length === 0
      ? []
      : [
          `${listWords(partial)} ${partial.length === 1 ? 'is' : 'are'} partial: the letters that are loaded, or the days that are chosen, hold a part of it alone.`,
        ];
  return [...partialWords, ...breaks.map(({ note }) => note), TOO_FEW_WORDS];
}
