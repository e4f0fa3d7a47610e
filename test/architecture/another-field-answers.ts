/** What every place that knows fields answers of the added one, on whichever engine. */
import { expect } from 'vitest';
import type { Asked } from './another-field.ts';

const [SEARCH, FOUND, NONE, NOT_NONE, FILTERED, FIELDS, FIELD, RATES, EXPORT] = [
  '/search',
  '/search?q=trial:yes',
  '/search?q=trial:none',
  '/search?q=-trial:none',
  '/search?trial=not_stated',
  '/fields',
  '/fields/trial',
  '/metrics/outcomes?by=trial',
  '/export?format=csv&sort=case',
] as const;
export const PATHS = [SEARCH, FOUND, NONE, NOT_NONE, FILTERED, FIELDS, FIELD, RATES, EXPORT];

export function expectField({ said, answers, panel }: Asked): void {
  expect(said).toEqual([expect.stringMatching(/is made (?:anew )?from the library/)]);
  expect(answers[SEARCH]).toMatchObject({
    total: 3,
    facets: expect.arrayContaining([
      {
        field: 'trial',
        label: 'For a trial',
        distinct: 1,
        values: [
          { value: 'yes', label: 'A trial', count: 1, selected: false },
          { value: 'not_stated', label: 'Not for a trial', count: 2, selected: false },
        ],
      },
    ]) as unknown,
  });
  expect(answers[FOUND]).toMatchObject({ total: 1, hits: [{ id: 'dwc:CM90-0000001#1' }] });
  expect(answers[NONE]).toMatchObject({ total: 2 });
  expect(answers[NOT_NONE]).toMatchObject({ total: 1 });
  expect(answers[FILTERED]).toMatchObject({ total: 2 });
  expect(answers[FIELDS]).toMatchObject({
    fields: expect.arrayContaining([{ names: ['trial'], label: 'For a trial', example: 'trial:yes', closed: true }]) as unknown,
  });
  expect(answers[FIELD]).toMatchObject({ names: ['trial'], values: [{ value: 'yes', label: 'A trial' }] });
  expect(answers[RATES]).toMatchObject({
    parts: [
      {
        fields: [{ field: 'trial', label: 'For a trial' }],
        overlapping: false,
        rows: [
          { keys: [{ value: 'yes', label: 'A trial' }], items: 1 },
          { keys: [{ value: 'not_stated', label: 'Not for a trial' }], items: 2 },
        ],
      },
    ],
  });
  const [heading = '', ...rows] = String(answers[EXPORT])
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n');
  const column = heading.split(',').indexOf('Trial');
  expect(column).toBeGreaterThan(-1);
  expect(rows.filter((row) => /,A trial,/.test(row))).toHaveLength(1);
  expect(panel).toContainEqual(expect.objectContaining({ id: 'trial', kind: 'list', label: 'For a trial' }));
}
