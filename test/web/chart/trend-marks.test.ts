/** What is marked in time on a trend. */
import { expect, it } from 'vitest';
import { PROGRAMMES } from '#contract/programmes.ts';
import { trendMarks } from '../../../web/src/features/analytics/charts/trend-marks.ts';

const EVENTS = [
  { programme: 'dwc', on: '2018-01', words: 'The drug list is in force.' },
  { programme: 'dmhc', on: '2017-01', words: 'Something else.' },
] as const;
const [BREAK] = PROGRAMMES.dmhc.breaks;

it('a break that the numbers lie on both sides of is marked where it begins, and told there alone', () => {
  const note = BREAK?.note ?? '';
  expect(trendMarks({ notes: ['2026 is partial.', note] }, 'dmhc', [...EVENTS])).toEqual({
    marks: [EVENTS[1], { on: `${BREAK?.year}-01`, words: note }],
    notes: ['2026 is partial.'],
  });
});

it('where the numbers lie on one side of it there is none', () => {
  expect(trendMarks({ notes: ['Few.'] }, 'dmhc', [...EVENTS])).toEqual({ marks: [EVENTS[1]], notes: ['Few.'] });
});

it('of another program nothing is marked', () => {
  expect(trendMarks({ notes: ['Few.'] }, 'dwc', [...EVENTS])).toEqual({ marks: [EVENTS[0]], notes: ['Few.'] });
  expect(trendMarks({ notes: [] }, 'own-Heron', [...EVENTS])).toEqual({ marks: [], notes: [] });
});
