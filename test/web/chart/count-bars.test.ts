/** Counts as bars: every name whole, and neither name nor number under a bar. */
import { describe, expect, it } from 'vitest';
import { countBarsGeometry } from '../../../web/src/components/chart/count-bars-geometry.ts';

const widthOf = (words: string) => words.length * 7;
const ROWS = [
  { label: 'All upheld', words: '1,204 (76%)' },
  { label: 'Mixed: some items upheld, some overturned, in the same determination letter', words: '201 (12%)' },
  { label: 'Not known', words: '3 (<1%)' },
];

describe.each([320, 429, 430, 700, 1_200])('in %i pixels', (width) => {
  const { left, plot, barHeight, rows, height } = countBarsGeometry(width, ROWS, widthOf);

  it('no name is cut, and none runs into a bar', () => {
    expect(rows.map(({ lines }) => lines.join(' '))).toEqual(ROWS.map(({ label }) => label));
    for (const line of rows.flatMap(({ lines }) => lines)) expect(widthOf(line)).toBeLessThanOrEqual(left === 0 ? width : left - 12);
  });

  it('behind the longest bar is room for the widest number', () => {
    expect(plot).toBeGreaterThan(80);
    expect(left + plot + 8 + Math.max(...ROWS.map(({ words }) => widthOf(words)))).toBeLessThanOrEqual(width);
  });

  it('rows follow each other, with name and bar inside', () => {
    const ends = rows.map((row) => row.top + row.height);
    expect(rows.map(({ top }) => top)).toEqual([0, ...ends.slice(0, -1)]);
    expect(ends.at(-1)).toBe(height);
    for (const row of rows) {
      const lastBase = row.nameBase + (row.lines.length - 1) * 16;
      expect(row.nameBase - 12).toBeGreaterThanOrEqual(row.top);
      expect(row.barTop + barHeight).toBeLessThanOrEqual(row.top + row.height);
      if (left === 0) expect(lastBase).toBeLessThan(row.barTop);
    }
  });
});

it('of nothing it takes no room', () => {
  expect(countBarsGeometry(600, [], widthOf)).toMatchObject({ rows: [], height: 0 });
});
