/** Every case that was counted by hand, held against the answers of an engine. */
import { expect } from 'vitest';
import { NarrowingSchema } from '#contract/api.ts';
import { MetricRequestSchema, type MetricResponse, MetricResponseSchema, type Part } from '#contract/metrics.ts';
import { measure } from '../../server/domain/metrics/measure.ts';
import type { LettersAt } from '../../server/search/port.ts';
import { DECIDED } from './cases/decided.ts';
import { OUTCOMES } from './cases/outcomes.ts';
import { PERIODS } from './cases/periods.ts';
import { TWO_FIELDS } from './cases/two-fields.ts';
import { type CountedPart, type HandCounted, intervalOf, toldExamples, toldOthers, toldPart, toldRows, valuesOf } from './hand-counted.ts';

export const HAND_COUNTED: readonly HandCounted[] = [...OUTCOMES, ...PERIODS, ...DECIDED, ...TWO_FIELDS];

/** Asks, and parses the answer by its schema. */
export async function answerOf(
  letters: LettersAt,
  { metric, asked, against }: Pick<HandCounted, 'metric' | 'asked' | 'against'>,
): Promise<MetricResponse> {
  const other = against === undefined ? null : NarrowingSchema.parse(against);
  return MetricResponseSchema.parse(await measure(letters, metric, MetricRequestSchema.parse(asked), other));
}

export async function expectCounted(letters: LettersAt, counted: HandCounted): Promise<void> {
  const answer = await answerOf(letters, counted);
  expect(answer.metric).toBe(counted.metric);
  expect(answer.parts.map(toldPart)).toEqual(counted.parts.map(shapeOf));
  for (const [at, part] of answer.parts.entries()) expectNumbers(part, counted.parts[at] ?? {});
  if (counted.apart !== undefined) expect(toldRows(answer.apart)).toEqual(counted.apart);
  if (counted.examples !== undefined) expect(toldExamples(answer)).toEqual(counted.examples);
  if (counted.otherProgrammes !== undefined) expect(toldOthers(answer)).toEqual(counted.otherProgrammes);
}

function shapeOf({ numbers: _, intervals: __, summary: ___, ...shape }: CountedPart): Partial<CountedPart> {
  return shape;
}

function expectNumbers(part: Part, { numbers = {}, intervals = {}, summary }: Partial<CountedPart>): void {
  const rowOf = (values: string) => {
    const row = part.rows.find((one) => valuesOf(one) === values);
    if (row === undefined) throw new Error(`there is no row "${values}"`);
    return row;
  };
  for (const [values, expected] of Object.entries(numbers)) expectNear(values, rowOf(values).numbers, expected);
  for (const [values, [low, high, effective]] of Object.entries(intervals)) {
    const { overturned } = rowOf(values);
    if (overturned === null) throw new Error(`there is no rate of "${values}"`);
    const found = intervalOf(overturned);
    expectNear(values, { low: found[0], high: found[1], effective: found[2] }, { low, high, effective });
  }
  if (summary !== undefined) expectNear(part.id, Object.fromEntries(part.summary.map(({ id, value }) => [id, value])), summary);
}

type Numbers = Readonly<Record<string, number | null>>;

/** Numbers as another tool computes them, to ten digits. */
function expectNear(of: string, found: Numbers, expected: Numbers): void {
  for (const [name, value] of Object.entries(expected)) {
    if (value === null) expect(found[name], `${name} of ${of}`).toBeNull();
    else expect(found[name], `${name} of ${of}`).toBeCloseTo(value, 10);
  }
}
