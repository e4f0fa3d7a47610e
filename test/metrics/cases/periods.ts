/** By hand: trends, days between dates, coverage. Intervals by statsmodels 0.15.0, quantiles by numpy 2.4.6 (its usual definition). */
import type { HandCounted } from '../hand-counted.ts';
import { ALL_LETTERS } from './outcomes.ts';

export const PERIODS: readonly HandCounted[] = [
  {
    title: 'a trend by quarter: a quarter without letters is a gap, the last one is partial',
    metric: 'trend',
    asked: { period: 'quarter' },
    parts: [
      {
        id: 'periods',
        rows: [
          '2015-Q1 | 4 | 2 2 | 4 0 0 0 | 8 | none',
          '2015-Q2 | 0 | 0 0 | 0 0 0 0 | 0 | none',
          '2015-Q3 | 8 | 4 4 | 4 4 0 0 | 16 | none',
          '2015-Q4 | 4 | 2 2 | 2 0 1 1 | 5 | none',
          '2016-Q1 | 12 | 6 6 | 9 3 0 0 | 24 | 3/12 | few',
          '2016-Q2 | 8 | 5 5 | 4 4 0 0 | 17 | none | partial',
          'not_stated | 2 | 1 1 | 1 0 0 1 | 1 | none',
        ],
        total: ALL_LETTERS,
        intervals: { '2016-Q1': [0.07189010643263571, 0.589230910572003, 8.079576970010724] },
      },
    ],
  },
  {
    title: 'a trend by year and category',
    metric: 'trend',
    asked: { period: 'year', and: 'category' },
    parts: [
      {
        id: 'periods',
        rows: [
          '2015 × rehab | 8 | 8 7 | 4 2 1 1 | 14 | none',
          '2016 × rehab | 5 | 5 5 | 4 1 0 0 | 10 | none | partial',
          '2015 × pharm | 4 | 4 4 | 4 0 0 0 | 7 | none',
          '2016 × pharm | 8 | 8 8 | 5 3 0 0 | 16 | none | partial',
          '2015 × inj | 3 | 3 3 | 1 2 0 0 | 6 | none',
          '2016 × inj | 6 | 6 6 | 4 2 0 0 | 13 | none | partial',
          'not_stated × inj | 1 | 1 1 | 1 0 0 0 | 1 | none',
          '2015 × diag | 1 | 1 1 | 1 0 0 0 | 2 | none',
          '2016 × diag | 1 | 1 1 | 0 1 0 0 | 2 | none | partial',
          '2015 × not_stated | 0 | 0 0 | 0 0 0 0 | 0 | none',
          '2016 × not_stated | 0 | 0 0 | 0 0 0 0 | 0 | none | partial',
          'not_stated × not_stated | 1 | 1 0 | 0 0 0 1 | 0 | none',
        ],
        total: ALL_LETTERS,
      },
    ],
  },
  {
    title: 'a trend whose days are typed, and cut the first and the last quarter',
    metric: 'trend',
    asked: { period: 'quarter', q: 'decided:2016-02-01..2016-04-30' },
    parts: [
      {
        id: 'periods',
        rows: ['2016-Q1 | 8 | 4 4 | 6 2 0 0 | 16 | none | partial', '2016-Q2 | 4 | 2 2 | 2 2 0 0 | 8 | none | partial'],
        total: '12 | 6 6 | 8 4 0 0 | 24 | 4/12',
      },
    ],
  },
  {
    title: 'a trend by year of two months of it',
    metric: 'trend',
    asked: { period: 'year', filters: { decidedMonth: ['2015-08', '2015-07'] } },
    parts: [{ id: 'periods', rows: ['2015 | 6 | 3 3 | 2 4 0 0 | 12 | none | partial'], total: '6 | 3 3 | 2 4 0 0 | 12 | none' }],
  },
  {
    title: 'a trend of a table, which has years and no days: none is partial',
    metric: 'trend',
    asked: { filters: { programme: ['dmhc'] } },
    parts: [
      {
        id: 'periods',
        rows: ['2014 | 6 | 6 6 | 3 3 0 0 | 6 | none', '2015 | 7 | 7 6 | 2 4 0 1 | 6 | none'],
        total: '13 | 13 12 | 5 7 0 1 | 12 | 7/12',
        intervals: {},
      },
    ],
  },
  {
    title: 'days from assignment to decision, by license: whole days, in bands, the middle of those that have both dates',
    metric: 'days',
    asked: { days: 'assigned_decided', by: 'licensed' },
    parts: [
      {
        id: 'days',
        rows: [
          '0-7 | 6 | 3 3 | 3 3 0 0 | 12 | none',
          '8-14 | 10 | 5 5 | 7 3 0 0 | 20 | 3/10 | few',
          '15-30 | 13 | 7 7 | 8 3 1 1 | 24 | 3/12 | few',
          '31-60 | 4 | 2 2 | 2 2 0 0 | 8 | none',
          'out_of_order | 1 | 1 1 | 1 0 0 0 | 2 | none',
          'not_stated | 4 | 2 2 | 3 0 0 1 | 5 | none',
        ],
        total: ALL_LETTERS,
        numbers: { '0-7': { volume: 6 / 38 }, out_of_order: { volume: 1 / 38 }, not_stated: { volume: 4 / 38 } },
        summary: { median: 14.5, p25: 8.5, p75: 20, p10: 5, p90: 37, least: -3, most: 40, items: 34, undated: 4 },
      },
      {
        id: 'groups',
        rows: [
          'california | 26 | 13 13 | 16 8 1 1 | 49 | 8/25 | few',
          'elsewhere | 8 | 4 4 | 5 3 0 0 | 16 | none',
          'not_stated | 4 | 3 3 | 3 0 0 1 | 6 | none',
        ],
        numbers: {
          california: { p25: 7.75, median: 11, p75: 20, dated: 24 },
          elsewhere: { p25: 14.75, median: 27.5, p75: 40, dated: 8 },
          not_stated: { p25: 2.75, median: 8.5, p75: 14.25, dated: 2 },
        },
      },
    ],
  },
  {
    title: 'coverage: all that is loaded of the program, whatever narrows the page',
    metric: 'coverage',
    asked: { filters: { service: ['rehab.pt'] } },
    parts: [
      {
        id: 'years',
        rows: [
          '2015 | 16 | 8 8 | 10 4 1 1 | 29 | none',
          '2016 | 23 | 11 11 | 15 8 0 0 | 49 | none',
          'not_stated | 2 | 1 1 | 1 0 0 1 | 1 | none',
        ],
        total: '41 | 20 20 | 26 12 1 2 | 79 | none',
        numbers: {
          2015: { published: 165_496, loaded: 8 / 165_496 },
          2016: { published: 175_963, loaded: 11 / 175_963 },
          not_stated: { published: null, loaded: null },
        },
      },
    ],
  },
];
