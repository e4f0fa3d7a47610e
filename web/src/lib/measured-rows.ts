/**
 * The rows of a metric as charts and tables show them, from the server's answer: words for its numbers, and with each number the address of the items
 * behind it. Pure; nothing is computed here but what is printed.
 */
import { NOT_STATED } from '#contract/fields.ts';
import { DECISIONS, type Decision } from '#contract/lists.ts';
import type { RowTag } from '#contract/metric-ids.ts';
import type { IntervalRate, Key, Measured, Part, Row } from '#contract/metrics.ts';
import type { LinkOf } from './metric-links.ts';
import { intervalRateWords, intervalWords, percentWords } from './words.ts';

/** A count with the search that opens what was counted. */
interface LinkedCount {
  readonly count: number;
  readonly href: string;
}

interface MeasuredRate extends IntervalRate {
  /** From 0 to 1. */
  readonly share: number;
  /** "12%". */
  readonly percent: string;
  /** "8 to 17%". */
  readonly interval: string;
  /** "12% (8 to 17%) of 85". */
  readonly words: string;
  /** The items of `of`. */
  readonly href: string;
}

/** What is counted of one group. */
export interface MeasuredGroup {
  readonly items: LinkedCount;
  readonly letters: { readonly count: number; readonly exact: boolean };
  readonly decisions: Readonly<Record<Decision, LinkedCount>>;
  /** Null where there are too few for one. */
  readonly rate: MeasuredRate | null;
}

export interface MeasuredRow extends MeasuredGroup {
  /** Of its keys, unlike that of any other row of the part. */
  readonly id: string;
  readonly label: string;
  readonly keys: readonly Key[];
  /** False for the row of what is not stated. */
  readonly stated: boolean;
  readonly tags: readonly RowTag[];
  readonly numbers: Row['numbers'];
  /** The same group of the second cohort; null where there is none. */
  readonly against: MeasuredGroup | null;
}

/** The decisions that a rate is over: those that are known. */
const KNOWN = DECISIONS.filter((decision) => decision !== 'undetermined');

/** The rows of a part in their order. `linksAgainst`: of the second cohort of a comparison. */
export function measuredRows(part: Pick<Part, 'rows'>, linkOf: LinkOf, linksAgainst?: LinkOf): MeasuredRow[] {
  return part.rows.map((row) => ({
    id: row.keys.map(({ value }) => value).join(' + '),
    label: row.keys.map(({ label }) => label).join(' · '),
    keys: row.keys,
    stated: row.keys.every(({ value }) => value !== NOT_STATED),
    tags: row.tags,
    numbers: row.numbers,
    ...measuredGroup(row, row.keys, linkOf),
    against: row.against === null || linksAgainst === undefined ? null : measuredGroup(row.against, row.keys, linksAgainst),
  }));
}

/** All items together, as the last row of a table. */
export function totalRow(
  total: Measured & { readonly against?: Measured | null },
  linkOf: LinkOf,
  label = 'All items',
  linksAgainst?: LinkOf,
): MeasuredRow {
  return {
    id: 'total',
    label,
    keys: [],
    stated: true,
    tags: [],
    numbers: {},
    ...measuredGroup(total, [], linkOf),
    against: !total.against || linksAgainst === undefined ? null : measuredGroup(total.against, [], linksAgainst),
  };
}

/** The counts of a group, or with no keys of all items. */
export function measuredGroup(measured: Measured, keys: readonly Key[], linkOf: LinkOf): MeasuredGroup {
  const whole = linkOf(keys);
  const { items, letters, decisions, overturned } = measured;
  return {
    items: { count: items, href: whole },
    letters,
    decisions: Object.fromEntries(
      DECISIONS.map((decision) => [decision, { count: decisions[decision], href: linkOf(keys, [decision]) }]),
    ) as Record<Decision, LinkedCount>,
    rate: overturned === null ? null : measuredRate(overturned, overturned.of === items ? whole : linkOf(keys, KNOWN)),
  };
}

function measuredRate(rate: IntervalRate, href: string): MeasuredRate {
  return {
    ...rate,
    share: rate.n / rate.of,
    percent: percentWords(rate),
    interval: intervalWords(rate),
    words: intervalRateWords(rate),
    href,
  };
}
