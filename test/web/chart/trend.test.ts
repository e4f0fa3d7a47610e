/** Rates over time: every period in its place, the partial one told, what happened numbered where it happened, and no words over words. */
import { describe, expect, it } from 'vitest';
import { trendGeometry } from '../../../web/src/components/chart/trend-geometry.ts';
import { placeOfMonth, pointWords, type TrendEvent, trendOf } from '../../../web/src/components/chart/trend-model.ts';
import { measuredRows } from '../../../web/src/lib/measured-rows.ts';
import { metricLinks } from '../../../web/src/lib/metric-links.ts';
import { EMPTY_SEARCH } from '../../../web/src/lib/url-state.ts';
import { key, part, row } from '../made-metrics.ts';

const linkOf = metricLinks({ programme: null, otherProgrammes: [], added: [] }, EMPTY_SEARCH);
const widthOf = (words: string) => words.length * 7;
const noteWidth = (words: string) => (widthOf(words) * 12) / 13;
const quarters = (from: number, count: number) => Array.from({ length: count }, (_, at) => `${from + Math.floor(at / 4)}-Q${(at % 4) + 1}`);
const months = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => `${from + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`);
const rowsOf = (periods: readonly string[], series: readonly string[] = ['']) =>
  measuredRows(
    part(
      series.flatMap((name) =>
        periods.map((period, at) =>
          row(
            [key('decidedQuarter', period), ...(name === '' ? [] : [key('category', name)])],
            { upheld: 40 + at, overturned: 6 },
            at === periods.length - 1 ? { tags: ['partial'] } : {},
          ),
        ),
      ),
    ),
    linkOf,
  );
const EVENTS: TrendEvent[] = [
  { on: '2014-02', words: 'Before all of it, or in it' },
  { on: '2015-08', words: 'Something that is told in many words, so that it needs more than one line on a narrow screen' },
  { on: '2015-09', words: 'The month after' },
];

describe('what is drawn', () => {
  it('one series over its periods, what is not dated left to the table', () => {
    const made = [
      ...rowsOf(quarters(2015, 3)),
      ...measuredRows(part([row([key('decidedQuarter', 'not_stated')], { upheld: 9, overturned: 9 })]), linkOf),
    ];
    const { periods, series, most } = trendOf(made);
    expect(periods).toEqual([
      { id: '2015-Q1', short: 'Q1', year: '2015', partial: false },
      { id: '2015-Q2', short: 'Q2', year: '2015', partial: false },
      { id: '2015-Q3', short: 'Q3', year: '2015', partial: true },
    ]);
    expect(series.map(({ points }) => points.map((point) => point?.items.count))).toEqual([[46, 47, 48]]);
    expect(most).toBe(48);
  });

  it('several series over the same periods, each item count on the other', () => {
    const made = rowsOf(quarters(2015, 2), ['rx', 'dme']).filter(({ id }) => id !== '2015-Q1 + dme');
    const { series, most } = trendOf(made);
    expect(series.map(({ id, points }) => [id, points.map((point) => point?.items.count ?? null)])).toEqual([
      ['rx', [46, 47]],
      ['dme', [null, 47]],
    ]);
    expect(most).toBe(94);
  });

  it('nothing of nothing', () => {
    expect(trendOf([])).toEqual({ periods: [], series: [], most: 0 });
    expect(trendGeometry(600, trendOf([]), { rates: 'Share', counts: 'Items', events: EVENTS }, widthOf).height).toBe(0);
  });

  it('a point says its period, its rate with interval and n, and that it is partial or of few', () => {
    const [first, last] = rowsOf(['2015-Q1', '2015-Q2']);
    if (first === undefined || last === undefined) throw new Error('there are two');
    expect(pointWords(first, 'items')).toEqual(['2015-Q1', '13% (6 to 26%) of 46 overturned', '46 items']);
    expect(pointWords(last, 'decisions')).toEqual(['2015-Q2', '13% (6 to 25%) of 47 overturned', '47 decisions', 'partial period']);
  });

  it.each([
    ['2015-01', ['2014', '2015'], 1],
    ['2015-07', ['2014', '2015'], 1.5],
    ['2015-06', ['2015-Q1', '2015-Q2'], 1 + 2 / 3],
    ['2015-02', ['2015-01', '2015-02'], 1],
    ['2015-03', ['2015-01', '2015-02'], null],
    ['2013-12', ['2014', '2015'], null],
  ])('the month %s begins in %o at %s', (month, ids, place) => {
    expect(placeOfMonth(month, trendOf(rowsOf(ids)).periods)).toBe(place);
  });
});

describe.each([320, 390, 560, 900, 1_200])('in %i pixels', (width) => {
  it.each([
    ['quarters', quarters(2014, 11), ['']],
    ['one quarter', quarters(2014, 1), ['']],
    ['years', ['2013', '2014', '2015'], ['']],
    ['many years', Array.from({ length: 40 }, (_, at) => String(1985 + at)), ['']],
    ['months', months(2011, 84), ['']],
    [
      'several series',
      quarters(2013, 20),
      ['Pharmaceuticals', 'Durable medical equipment, prosthetics, orthotics, supplies', 'Imaging', 'Surgery'],
    ],
  ])('%s: words stand beside each other, and in their part', (_, periods, series) => {
    const laid = trendGeometry(
      width,
      trendOf(rowsOf(periods, series)),
      { rates: 'Share of items overturned; shaded: 95% interval', counts: 'Items', events: EVENTS },
      widthOf,
    );
    expect(laid.ticks.length).toBeGreaterThan(0);
    // One line of words each: those of the scale of time, with the word that a period is partial.
    const spans = [
      ...laid.ticks.flatMap(({ x, lines }) =>
        lines.map(({ words, base }) => ({ base, left: x - noteWidth(words) / 2, right: x + noteWidth(words) / 2 })),
      ),
      ...(laid.partial === null ? [] : [spanOf(laid.partial)]),
    ];
    for (const [at, one] of spans.entries()) {
      for (const other of spans.slice(at + 1)) {
        if (one.base === other.base) expect(one.right <= other.left || other.right <= one.left, JSON.stringify([one, other])).toBe(true);
      }
    }
    expect(laid.partial).not.toBeNull();
    for (const { x, lines } of laid.legend) for (const line of lines) expect(x + 42 + widthOf(line)).toBeLessThanOrEqual(width);
    expect(Math.max(0, ...laid.legend.map(({ base, lines }) => base + (lines.length - 1) * 16))).toBeLessThan(laid.rateWords.base);
    for (const { lines } of laid.events) for (const line of lines) expect(noteWidth(line)).toBeLessThanOrEqual(width);
    const order = [
      laid.rateWords.base,
      laid.rateTop,
      laid.rateBottom,
      laid.countWords.base,
      laid.countTop,
      laid.countBottom,
      ...laid.events.map(({ base }) => base),
      laid.height,
    ];
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('flags of neighboring months stand on top of each other, never over each other', () => {
    const { flags } = trendGeometry(
      width,
      trendOf(rowsOf(quarters(2014, 11))),
      { rates: 'Share', counts: 'Items', events: EVENTS },
      widthOf,
    );
    expect(flags.map(({ words }) => words)).toEqual(['1', '2', '3']);
    const [, second, third] = flags;
    if (second === undefined || third === undefined) throw new Error('there are three');
    expect(Math.abs(second.x - third.x) >= 16 || second.base !== third.base).toBe(true);
  });
});

function spanOf({ x, base, anchor }: { x: number; base: number; anchor: 'middle' | 'end' }) {
  const wide = noteWidth('partial');
  return anchor === 'end' ? { base, left: x - wide, right: x } : { base, left: x - wide / 2, right: x + wide / 2 };
}
