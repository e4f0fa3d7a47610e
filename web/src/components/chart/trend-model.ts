/** The rows of a trend as lines over periods. Pure; every number is the server's. */
import { NOT_STATED } from '#contract/fields.ts';
import { monthInWords } from '#mappings/text/day-words.ts';
import type { MeasuredRow } from '../../lib/measured-rows.ts';
import { scaleTop } from '../../lib/rate-scale.ts';
import { countWords } from '../../lib/words.ts';

/** More bands than this cover each other: then an interval is drawn where its point is reached. */
export const MOST_BANDS = 3;

/** What happened in a month ("2016-12"), in words. */
export interface TrendEvent {
  readonly on: string;
  readonly words: string;
}

export interface TrendLinesProps {
  /** What is drawn, for screen readers. */
  readonly label: string;
  /** Keys: the period, and the series where there are several. A period without items is a row too. */
  readonly rows: readonly MeasuredRow[];
  /** All that the rows are of. */
  readonly total: Pick<MeasuredRow, 'rate'>;
  readonly events?: readonly TrendEvent[];
  readonly unit?: 'items' | 'decisions';
}

export interface TrendPeriod {
  /** "2016-12", "2016-Q4", "2016". */
  readonly id: string;
  /** Within its year, where it is part of one: "Dec", "Q4"; else the year. */
  readonly short: string;
  readonly year: string;
  readonly partial: boolean;
}

interface TrendSeries {
  readonly id: string;
  readonly label: string;
  /** One for each period; null where the series has no row of it. */
  readonly points: readonly (MeasuredRow | null)[];
}

export interface Trend {
  readonly periods: readonly TrendPeriod[];
  readonly series: readonly TrendSeries[];
  /** The most items of a period, all series together. */
  readonly most: number;
}

export function trendOf(rows: readonly MeasuredRow[]): Trend {
  const dated = rows.filter(({ keys }) => keys[0] !== undefined && keys[0].value !== NOT_STATED);
  const partial = new Set(dated.filter(({ tags }) => tags.includes('partial')).map(periodOf));
  const ids = [...new Set(dated.map(periodOf))].toSorted();
  const named = new Map(dated.map(({ keys }) => [keys[1]?.value ?? '', keys[1]?.label ?? '']));
  const series = [...named].map(([id, label]) => {
    const points = new Map(dated.filter(({ keys }) => (keys[1]?.value ?? '') === id).map((row) => [periodOf(row), row]));
    return { id, label, points: ids.map((period) => points.get(period) ?? null) };
  });
  const sums = ids.map((_, at) => series.reduce((sum, { points }) => sum + (points[at]?.items.count ?? 0), 0));
  return { periods: ids.map((id) => ({ id, ...namesOf(id), partial: partial.has(id) })), series, most: Math.max(0, ...sums) };
}

function periodOf({ keys }: MeasuredRow): string {
  return keys[0]?.value ?? '';
}

function namesOf(period: string): { short: string; year: string } {
  const [year = '', part] = period.split('-');
  if (part === undefined) return { short: year, year };
  return { short: part.startsWith('Q') ? part : monthInWords(period).slice(0, 3), year };
}

/** Under this size an interval may be cut at the upper edge: it would flatten all others. */
const WHOLE_FROM = 100;

/** Where the scale of rates ends, as a share: above all of them, with their bands where they have some. */
export function topOf({ rows, total }: Pick<TrendLinesProps, 'rows' | 'total'>, series: number): number {
  const hasBands = series <= MOST_BANDS;
  const highest = rows.flatMap(({ rate }) => (rate === null ? [] : [hasBands && rate.of >= WHOLE_FROM ? rate.high : rate.share]));
  return scaleTop([...highest, total.rate?.share ?? 0]);
}

/** Where a month begins, in periods from the first; null where it lies outside all of them. */
export function placeOfMonth(month: string, periods: readonly TrendPeriod[]): number | null {
  const [year = '', number = '1'] = month.split('-');
  const from = Number(number) - 1;
  for (const [at, { id, year: own }] of periods.entries()) {
    if (own !== year) continue;
    if (id === month) return at;
    if (id === year) return at + from / 12;
    if (id === `${year}-Q${Math.floor(from / 3) + 1}`) return at + (from % 3) / 3;
  }
  return null;
}

/** What a point says: its period and series, its rate, what it is of, and what it is besides. */
export function pointWords({ keys, rate, items, tags }: MeasuredRow, unit: 'items' | 'decisions'): string[] {
  const name = keys.map(({ label }) => label).join(', ');
  const besides = [tags.includes('partial') ? 'partial period' : [], tags.includes('few') ? `few ${unit}` : []].flat();
  return [
    name,
    rate === null ? 'Too few for a rate' : `${rate.words} overturned`,
    countWords(items.count, unit.slice(0, -1)),
    ...(besides.length === 0 ? [] : [besides.join(', ')]),
  ];
}
