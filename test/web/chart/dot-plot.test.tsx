/** Dots of rates: every name whole, nothing over a word, and the numbers that the table twin has. */
import { describe, expect, it } from 'vitest';
import { type DotPlotProps, dotPlotGeometry, dotWords } from '../../../web/src/components/chart/dot-plot-geometry.ts';
import { measuredRows, totalRow } from '../../../web/src/lib/measured-rows.ts';
import { metricLinks } from '../../../web/src/lib/metric-links.ts';
import { EMPTY_SEARCH } from '../../../web/src/lib/url-state.ts';
import { key, part, row, sumOf } from '../made-metrics.ts';

const linkOf = metricLinks({ programme: null, otherProgrammes: [], added: [] }, EMPTY_SEARCH);
const ROWS = [
  row([key('category', 'rx', 'Pharmaceuticals')], { upheld: 1_980, overturned: 220 }),
  row([key('category', 'dme', 'Durable medical equipment, prosthetics, orthotics, supplies (DMEPOS)')], { upheld: 15, overturned: 5 }),
  row([key('category', 'home', 'Home health care')], { upheld: 2, overturned: 1 }),
];
const props: DotPlotProps = {
  label: 'Overturned',
  rows: measuredRows(part(ROWS), linkOf),
  total: totalRow(sumOf(ROWS), linkOf),
  scale: 0.4,
};
const words = props.rows.map((one) => dotWords(one, props));
const widthOf = (text: string) => text.length * 7;

describe('what is said of a row', () => {
  it('is its rate with interval and n, its share, and that it is of few', () => {
    expect(words.map(({ numbers, volume }) => [numbers, volume])).toEqual([
      ['10.0% (8.8 to 11.3%) of 2,200', '99.0%'],
      ['25% (11 to 47%) of 20, few', '0.9%'],
      ['too few: 3 items', '0.1%'],
    ]);
    expect(words[2]?.label).toBe('Home health care too few: 3 items; 0.1% of all items');
  });

  it('counts decisions where a row of a table is one', () => {
    const [first] = props.rows;
    if (first === undefined) throw new Error('there is a row');
    expect(dotWords(first, { ...props, unit: 'decisions' }).label).toBe(
      'Pharmaceuticals 10.0% (8.8 to 11.3%) of 2,200; 99.0% of all decisions',
    );
  });
});

describe.each([320, 390, 560, 700, 1_200])('in %i pixels', (width) => {
  const laid = dotPlotGeometry(width, words, 'Share of items overturned (dot), with its 95% interval (line)', widthOf);

  it('no name is cut, and none runs into dots or numbers', () => {
    expect(laid.rows.map(({ lines }) => lines.join(' '))).toEqual(words.map(({ name }) => name));
    laid.rows.forEach(({ lines }, at) => {
      const room = laid.stacked ? width - widthOf(words[at]?.numbers ?? '') : laid.left;
      for (const line of lines) expect(widthOf(line)).toBeLessThan(room);
    });
  });

  it('dots, numbers and shares have columns of their own', () => {
    const widest = Math.max(...words.map(({ numbers }) => widthOf(numbers)));
    const end = laid.left + laid.plot;
    expect(end).toBeGreaterThan(laid.left + 100);
    if (!laid.stacked) expect(end).toBeLessThan(laid.numbersEnd - widest);
    expect(end).toBeLessThan(laid.volume.left);
    expect(laid.volume.left + laid.volume.most + Math.max(...words.map(({ volume }) => widthOf(volume) * (12 / 13)))).toBeLessThan(width);
  });

  it('rows follow each other, and all of each is inside it', () => {
    const ends = laid.rows.map((one) => one.top + one.height);
    expect(laid.rows.map((one) => one.top)).toEqual([laid.top, ...ends.slice(0, -1)]);
    expect(ends.at(-1)).toBe(laid.bottom);
    expect(laid.bottom).toBeLessThan(laid.height);
    for (const one of laid.rows) {
      expect(one.nameBase - 12).toBeGreaterThan(one.top);
      expect(one.lineTop).toBeGreaterThanOrEqual(one.top);
      expect(one.middle + 6).toBeLessThan(one.top + one.height);
      if (laid.stacked) expect(one.numbersBase).toBeLessThan(one.lineTop);
    }
  });
});

it('without rows it takes no more room than its scale', () => {
  expect(dotPlotGeometry(600, [], 'Share', widthOf).rows).toEqual([]);
});
