/** A funnel plot: points and limits where the server's numbers put them, those outside named, and no name over another. */
import { describe, expect, it } from 'vitest';
import { type FunnelPlotProps, funnelGeometry } from '../../../web/src/components/chart/funnel-geometry.ts';
import { placeLabels } from '../../../web/src/components/chart/place-labels.ts';
import { roundTop } from '../../../web/src/components/chart/scale-ticks.ts';
import { measuredRows, totalRow } from '../../../web/src/lib/measured-rows.ts';
import { metricLinks } from '../../../web/src/lib/metric-links.ts';
import { EMPTY_SEARCH } from '../../../web/src/lib/url-state.ts';
import { key, type Made, part, row, sumOf } from '../made-metrics.ts';

const linkOf = metricLinks({ programme: null, otherProgrammes: [], added: [] }, EMPTY_SEARCH);
const widthOf = (words: string) => words.length * 7;
const limits = (half: number) => ({ low95: 0.2 - half, high95: 0.2 + half, low998: 0.2 - 1.5 * half, high998: 0.2 + 1.5 * half });
const service = (name: string, made: Made, half: number, tags: ('beyond95' | 'beyond998')[] = []) =>
  row([key('service', name, `Service ${name}`)], made, { numbers: limits(half), tags });
const ROWS = [
  service('large', { upheld: 80, overturned: 20 }, 0.02),
  service('high', { upheld: 30, overturned: 20 }, 0.05, ['beyond998']),
  service('low', { upheld: 38, overturned: 2 }, 0.06, ['beyond95']),
  service('none', { upheld: 2, overturned: 0 }, 0.2),
];
const propsOf = (rows: typeof ROWS, shown: string | null = null): FunnelPlotProps => ({
  label: 'Services',
  rows: measuredRows(part(rows), linkOf),
  total: totalRow(sumOf(rows), linkOf),
  shown,
});

describe.each([320, 560, 1_200])('in %i pixels', (width) => {
  const laid = funnelGeometry(propsOf(ROWS, 'large'), width, widthOf);

  it('draws each group that has a rate, from the smallest to the largest', () => {
    expect(laid.points.map(({ row: { label } }) => label)).toEqual(['Service low', 'Service high', 'Service large']);
    expect(laid.points.map(({ x }) => x)).toEqual(laid.points.map(({ x }) => x).toSorted((a, b) => a - b));
    for (const { x, y } of laid.points) {
      expect(x).toBeGreaterThan(laid.left);
      expect(x).toBeLessThan(laid.left + laid.plot);
      expect(y).toBeGreaterThanOrEqual(laid.top);
      expect(y).toBeLessThanOrEqual(laid.bottom);
    }
  });

  it('says which lie outside which limits, and on which side', () => {
    expect(laid.points.map(({ beyond }) => beyond)).toEqual([{ limit: '95%', side: 'below' }, { limit: '99.8%', side: 'above' }, null]);
  });

  it('has the limits of the server at each size', () => {
    expect(laid.limits.map(({ size, in95 }) => [size, ...in95.map((share) => share.toFixed(2))])).toEqual([
      [40, '0.14', '0.26'],
      [50, '0.15', '0.25'],
      [100, '0.18', '0.22'],
    ]);
  });

  it('names the one that is looked at, and those outside where there is room; the others are told below', () => {
    const named = laid.points.filter(({ label }) => label !== null).map(({ row: { label } }) => label);
    const told = laid.sizeLines.join(' ');
    expect(named).toContain('Service large');
    for (const name of ['Service low', 'Service high']) expect(named.includes(name) !== told.includes(name)).toBe(true);
  });
});

it('sizes that differ much are on a logarithmic scale, others on one from 0', () => {
  expect(funnelGeometry(propsOf(ROWS), 600, widthOf)).toMatchObject({ log: false, domain: [0, 108] });
  const wide = funnelGeometry(propsOf([...ROWS, service('huge', { upheld: 8_000, overturned: 2_000 }, 0.01)]), 600, widthOf);
  expect(wide.log).toBe(true);
  expect(wide.ticks.map(({ size }) => size)).toContain(1_000);
});

it('without a rate there is nothing to draw', () => {
  expect(funnelGeometry(propsOf([]), 600, widthOf)).toMatchObject({ height: 0, points: [], limits: [] });
});

describe('labels', () => {
  const within = { left: 0, right: 300, top: 0, bottom: 200 };
  const boxOf = ({ x, base, anchor }: NonNullable<ReturnType<typeof placeLabels>[number]>, width: number) => {
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    return { left, right: left + width, top: base - 11, bottom: base + 4 };
  };

  it('never cover each other, a point or the edge, however near the points are', () => {
    const points = Array.from({ length: 24 }, (_, at) => ({ x: 10 + ((at * 83) % 285), y: 10 + ((at * 47) % 185), width: 70, radius: 5 }));
    const boxes = placeLabels(points, within).flatMap((place) => (place === null ? [] : [boxOf(place, 70)]));
    expect(boxes.length).toBeGreaterThan(3);
    const dots = points.map(({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }));
    for (const [at, box] of boxes.entries()) {
      expect(box.left >= 0 && box.right <= 300 && box.top >= 0 && box.bottom <= 200).toBe(true);
      for (const other of [...boxes.slice(at + 1), ...dots]) {
        expect(box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom).toBe(false);
      }
    }
  });

  it('are given to one that must be named also where points are everywhere', () => {
    const crowd = Array.from({ length: 300 }, (_, at) => ({ x: (at % 20) * 15, y: Math.floor(at / 20) * 14, width: null, radius: 6 }));
    expect(placeLabels([{ x: 150, y: 100, width: 70, radius: 10 }, ...crowd], within)[0]).toBeNull();
    expect(placeLabels([{ x: 150, y: 100, width: 70, radius: 10, always: true }, ...crowd], within)[0]).not.toBeNull();
  });
});

it.each([
  [0, 1],
  [1, 1],
  [3, 5],
  [12, 20],
  [342, 500],
  [501, 1_000],
])('a scale of counts up to %i ends at %i', (most, top) => {
  expect(roundTop(most)).toBe(top);
});
