/**
 * The rows of a rate chart and of its table twin, from the API's answer: pure, so that both show the same numbers. Every number
 * carries the address of exactly the items behind it.
 */
import type { RatesResponse } from '#contract/api.ts';
import { typedName } from '#contract/fields.ts';
import { DECISIONS, type Decision } from '#contract/lists.ts';
import { type NarrowingState, narrowTo, searchHref } from '../../lib/url-state.ts';
import { percentWords, rateWords } from '../../lib/words.ts';

/** A count with the search that opens what was counted. */
export interface LinkedCount {
  readonly count: number;
  readonly href: string;
}

export interface RateRow {
  readonly value: string;
  readonly label: string;
  /** Whole items of the group. */
  readonly items: LinkedCount;
  readonly letters: { readonly count: number; readonly exact: boolean };
  readonly decisions: Readonly<Record<Decision, LinkedCount>>;
  /** Null under the least number of items and letters. `words`: "12% of 85"; `share` from 0 to 1. `href`: the items of `of`. */
  readonly rate: { readonly share: number; readonly percent: string; readonly words: string; readonly href: string } | null;
}

/** The decisions a rate is over: those that are known. */
const KNOWN = DECISIONS.filter((decision) => decision !== 'undetermined');

/** One row for each group, in the answer's order (most items first). */
export function toRateRows(rates: RatesResponse, state: NarrowingState): RateRow[] {
  return rates.rows.map((row) => {
    const group = narrowTo(state, rates.by, [row.value], typedName(rates.by));
    return { value: row.value, label: row.label, ...toCounts(row, group) };
  });
}

/** The row of all items together, whether or not they are in any group. */
export function toTotalRow(rates: RatesResponse, state: NarrowingState): RateRow {
  return { value: '', label: 'All items', ...toCounts(rates.total, state) };
}

/** Rows with a rate (bars), and rows with too few items or letters for one. */
export function splitRows(rows: readonly RateRow[]): { bars: RateRow[]; tooFew: RateRow[] } {
  return { bars: rows.filter((row) => row.rate !== null), tooFew: rows.filter((row) => row.rate === null) };
}

/** The rates of an answer as shares, that of all items among them; groups too small for one have none. */
export function sharesOf(rates: RatesResponse): number[] {
  return [rates.total, ...rates.rows].flatMap(({ overturned }) => (overturned === null ? [] : [overturned.n / overturned.of]));
}

/** Where the scale of all charts ends, as a share: 20%, 40% or 100%, the least that holds every share. It always starts at 0. */
export function scaleTop(shares: readonly number[]): number {
  const most = Math.max(0, ...shares);
  return [0.2, 0.4].find((top) => most <= top) ?? 1;
}

function toCounts(row: RatesResponse['total'], group: NarrowingState): Omit<RateRow, 'value' | 'label'> {
  const only = (decisions: readonly Decision[]) => searchHref(narrowTo(group, 'decision', decisions, typedName('decision')));
  const decisions = Object.fromEntries(
    DECISIONS.map((decision) => [decision, { count: row.decisions[decision], href: only([decision]) }]),
  ) as Record<Decision, LinkedCount>;
  const whole = searchHref(group);
  const rate = row.overturned;
  return {
    items: { count: row.items, href: whole },
    letters: row.letters,
    decisions,
    rate:
      rate === null
        ? null
        : {
            share: rate.n / rate.of,
            percent: percentWords(rate),
            words: rateWords(rate),
            href: rate.of === row.items ? whole : only(KNOWN),
          },
  };
}
