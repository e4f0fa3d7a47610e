/** Two cohorts in one chart: each under its name, each rate marked by itself. */
import { describe, expect, it } from 'vitest';
import { cohortNames, seriesOfBoth } from '../../web/src/features/analytics/charts/both-cohorts.ts';
import { measuredRows } from '../../web/src/lib/measured-rows.ts';
import { key, row } from './made-metrics.ts';

const link = () => '/';

describe('the names of cohorts', () => {
  it.each([
    [
      ['MRI', 'Epidural injection'],
      ['MRI', 'Epidural injection'],
    ],
    [
      ['', 'MRI'],
      ['First cohort', 'MRI'],
    ],
    [
      ['MRI', 'MRI'],
      ['First cohort', 'Second cohort'],
    ],
    [
      ['', ''],
      ['First cohort', 'Second cohort'],
    ],
  ])('of %j are %j', ([first = '', second = ''], [one, two]) => {
    expect(cohortNames(first, second)).toEqual({ first: one, second: two });
  });
});

it('every row is in both, and only the rate of few is marked', () => {
  const [many, few] = [
    { upheld: 40, overturned: 10 },
    { upheld: 9, overturned: 3 },
  ];
  const made = { ...row([key('decidedYear', '2016', '2016')], many), tags: ['partial'] as ['partial'], against: row([], few) };
  const [first, second] = seriesOfBoth(measuredRows({ rows: [made] }, link, link), { first: 'MRI', second: 'Other' });
  expect([first?.keys.map(({ label }) => label), first?.items.count, first?.tags]).toEqual([['2016', 'MRI'], 50, ['partial']]);
  expect([second?.keys.map(({ label }) => label), second?.items.count, second?.tags]).toEqual([['2016', 'Other'], 12, ['partial', 'few']]);
});

it('a row without the second cohort is in the first alone', () => {
  const made = row([key('decidedYear', '2016', '2016')], { upheld: 40, overturned: 10 });
  expect(seriesOfBoth(measuredRows({ rows: [made] }, link), { first: 'A', second: 'B' })).toHaveLength(1);
});
