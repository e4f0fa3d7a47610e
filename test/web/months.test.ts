/** Bars of decision days: months without a gap, years where the span is long, each with its first and last day. */
import { describe, expect, it } from 'vitest';
import { isJust, isNear, isWithinDays, MOST_MONTHS, toBars } from '../../web/src/features/narrowing/months.ts';

const OPEN = { from: null, to: null };
const months = (...rows: [string, number][]) => rows.map(([value, count]) => ({ value, count }));

describe('bars of decision days', () => {
  it('has every month from the first to the last, those without items at zero', () => {
    const bars = toBars(months(['2017-02', 5], ['2016-11', 2]), OPEN);
    expect(bars.map(({ value, count }) => [value, count])).toEqual([
      ['2016-11', 2],
      ['2016-12', 0],
      ['2017-01', 0],
      ['2017-02', 5],
    ]);
    expect(bars.at(-1)).toMatchObject({ label: 'February 2017', from: '2017-02-01', to: '2017-02-28' });
  });

  it.each([
    ['2016-02', '2016-02-29'],
    ['2015-02', '2015-02-28'],
    ['2016-12', '2016-12-31'],
    ['2016-04', '2016-04-30'],
  ])('%s ends on %s', (month, last) => {
    expect(toBars(months([month, 1]), OPEN)[0]?.to).toBe(last);
  });

  it('is by year past three years, by month again where the chosen days lie inside a few', () => {
    const rows = months(['2009-12', 1], ['2014-03', 4], ['2014-07', 6], ['2018-01', 2]);
    const years = toBars(rows, OPEN);
    expect(years.map(({ value, count }) => `${value}: ${count}`)).toEqual([
      '2009: 1',
      '2010: 0',
      '2011: 0',
      '2012: 0',
      '2013: 0',
      '2014: 10',
      '2015: 0',
      '2016: 0',
      '2017: 0',
      '2018: 2',
    ]);
    const near = toBars(rows, { from: '2014-01-01', to: '2014-12-31' });
    expect(near).toHaveLength(12);
    expect(near.find(({ value }) => value === '2014-07')?.count).toBe(6);
    expect(toBars(rows, { from: '2010-01-01', to: '2018-01-31' })[0]?.value).toBe('2009');
    expect([isNear(rows, OPEN), isNear(rows, { from: '2014-01-01', to: '2014-12-31' })]).toEqual([false, true]);
    expect(isNear(months(['2016-11', 2], ['2016-12', 2]), { from: '2016-11-01', to: '2016-11-30' })).toBe(false);
    expect(MOST_MONTHS).toBeGreaterThanOrEqual(12);
  });

  it('takes no bar from what is no month, and draws nothing from nothing', () => {
    expect(toBars([], OPEN)).toEqual([]);
    expect(toBars(months(['soon', 3], ['2016-05', 0]), OPEN)).toEqual([]);
    expect(toBars(months(['2009-12', 1], ['2018-01', 2]), { from: 'soon', to: null })[0]?.value).toBe('2009');
  });

  it('says which bars lie in the chosen days, and which are just they', () => {
    const [first, second] = toBars(months(['2016-11', 2], ['2016-12', 2]), OPEN);
    if (first === undefined || second === undefined) throw new Error('two bars were expected');
    const range = { from: '2016-11-15', to: '2016-11-30' };
    expect([isWithinDays(first, range), isWithinDays(second, range)]).toEqual([true, false]);
    expect(isJust(first, range)).toBe(false);
    expect(isJust(first, { from: '2016-11-01', to: '2016-11-30' })).toBe(true);
  });
});
