/** What holds of the parts of an answer by themselves: counts within counts, rates within intervals, rows that add up. */
import { expect } from 'vitest';
import { FIELDS } from '#contract/fields.ts';
import { LEAST_FOR_RATE } from '#contract/limits.ts';
import { DECISIONS } from '#contract/lists.ts';
import type { MetricId } from '#contract/metric-ids.ts';
import type { Measured, MetricResponse, Part, Row } from '#contract/metrics.ts';
import { expectDifferentRows } from './opened-items.ts';

/**
 * Metrics that do not name every group of what they count: those that differ most, the reasons of one outcome, phrases. Of the others every item stands in a row,
 * as long as no row is left out.
 */
const SOME_GROUPS: readonly MetricId[] = ['differences', 'reasons', 'phrases'];

/** Groups of an outcome by itself have no rate, nor has what counts more than rates do. */
const WITHOUT_RATES: readonly MetricId[] = ['letters', 'reasons', 'coverage'];

/** `rated`: whether enough items have a rate. */
export function expectCounts({ items, letters, knownLetters, decisions, knownInLetters, overturned }: Measured, rated: boolean): void {
  const known = items - decisions.undetermined;
  expect(DECISIONS.reduce((sum, decision) => sum + decisions[decision], 0)).toBe(items);
  expect(letters.count).toBeLessThanOrEqual(items);
  expect(letters.count > 0).toBe(items > 0);
  expect(knownLetters.count).toBeLessThanOrEqual(Math.min(letters.count, known));
  expect(knownLetters.count > 0).toBe(known > 0);
  expect(knownInLetters).toBeGreaterThanOrEqual(known);
  const isEnough = known >= LEAST_FOR_RATE.items && knownLetters.count >= LEAST_FOR_RATE.letters;
  expect(overturned !== null).toBe(rated && isEnough);
  if (overturned === null) return;
  const { n, of, low, high, effective } = overturned;
  expect({ n, of }).toEqual({ n: decisions.overturned, of: known });
  for (const [less, more] of [
    [0, low],
    [low, n / of],
    [n / of, high],
    [high, 1],
    [Number.MIN_VALUE, effective],
    [effective, of],
  ] as const) {
    expect(less).toBeLessThanOrEqual(more + 1e-12);
  }
}

export function expectParts({ parts, total }: MetricResponse, metric: MetricId): void {
  expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
  for (const part of parts) {
    expectDifferentRows(part.rows);
    for (const row of part.rows) expectRow(row, part, metric);
    const whole = part.total ?? total;
    expectCounts(whole, metric !== 'coverage');
    if (part.total?.against != null) expectCounts(part.total.against, true);
    if (part.rows.length === 0 || SOME_GROUPS.includes(metric)) continue;
    expectToAddUp(part, whole, (row) => row);
    if (part.total?.against != null) expectToAddUp(part, part.total.against, (row) => row.against ?? row);
    expectSums(part);
  }
}

function expectRow(row: Row, part: Part, metric: MetricId): void {
  expectCounts(row, !WITHOUT_RATES.includes(metric));
  if (row.against !== null) expectCounts(row.against, true);
  // A sum is of one of the fields of its part.
  const fields = part.fields.map(({ field }) => field);
  const keys = row.keys.map(({ field }) => field);
  if (row.tags.includes('sum')) expect(fields).toEqual(expect.arrayContaining(keys));
  else expect(keys).toEqual(fields);
  for (const { id, unit } of part.columns) {
    const value = row.numbers[id];
    expect(value, id).toBeDefined();
    if (typeof value !== 'number') continue;
    expect(Number.isFinite(value)).toBe(true);
    if (unit === 'share') expect(value).toBeGreaterThanOrEqual(0);
    if (unit === 'share') expect(value).toBeLessThanOrEqual(1);
    if (unit === 'points') expect(Math.abs(value)).toBeLessThanOrEqual(1);
  }
}

/** Groups that exclude each other are the whole together, those that overlap are at least the whole. */
function expectToAddUp({ rows, overlapping, more }: Part, whole: Measured, of: (row: Row) => Measured): void {
  const groups = rows.filter(({ tags }) => !tags.includes('sum')).map(of);
  const added = (count: (one: Measured) => number) => groups.reduce((sum, one) => sum + count(one), 0);
  const counts: readonly ((one: Measured) => number)[] = [
    ({ items }) => items,
    ({ knownInLetters }) => knownInLetters,
    ...DECISIONS.map((decision) => (one: Measured) => one.decisions[decision]),
  ];
  for (const count of counts) {
    if (more === 0 && !overlapping) expect(added(count)).toBe(count(whole));
    else if (more === 0) expect(added(count)).toBeGreaterThanOrEqual(count(whole));
    else if (!overlapping) expect(added(count)).toBeLessThanOrEqual(count(whole));
  }
}

/** A row that sums up others is what they are together, where the field that is summed over has one value for an item. */
function expectSums({ rows, fields, more }: Part): void {
  if (more > 0) return;
  const cells = rows.filter(({ tags }) => !tags.includes('sum'));
  for (const sum of rows.filter(({ tags }) => tags.includes('sum'))) {
    const keys = new Map(sum.keys.map(({ field, value }) => [field, value]));
    const over = fields.filter(({ field }) => !keys.has(field));
    const within = cells.filter((cell) => cell.keys.every(({ field, value }) => !keys.has(field) || keys.get(field) === value));
    const items = within.reduce((all, cell) => all + cell.items, 0);
    if (over.every(({ field }) => field !== null && FIELDS[field].several !== true)) expect(items).toBe(sum.items);
    else expect(items).toBeGreaterThanOrEqual(sum.items);
  }
}
