/** Bars of rates as they are drawn: nothing is cut, nothing runs over a word, and what one bar would show is said. */
import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { analyticsHref, readSide } from '../../web/src/features/analytics/address.ts';
import { barGeometry } from '../../web/src/features/analytics/bar-geometry.ts';
import { RateBar } from '../../web/src/features/analytics/rate-bar.tsx';
import { toRateRows } from '../../web/src/features/analytics/rate-rows.ts';
import { seenWords } from '../../web/src/features/analytics/seen-words.ts';
import { readNarrowing } from '../../web/src/lib/url-state.ts';
import { counts, ratesOf } from './made-rates.ts';

const widthOf = (words: string) => words.length * 7;
const NAMES = ['Programs', 'Durable medical equipment, prosthetics, orthotics, supplies (DMEPOS)', 'Pharmaceuticals'];
const ROWS = NAMES.map((name) => ({ name, numbers: '12% of 1,180' }));

describe.each([320, 400, 560, 900, 1400])('in %i pixels', (width) => {
  const geometry = barGeometry(width, ROWS, widthOf);
  const { left, plot, rows, top, bottom, height, barHeight, reach } = geometry;

  it('no name is cut, and each line of it has its room', () => {
    expect(rows.map(({ lines }) => lines.join(' '))).toEqual(NAMES);
    // Beside the scale, or above the bar beside the numbers.
    const room = reach === null ? left : width - widthOf('12% of 1,180');
    for (const line of rows.flatMap(({ lines }) => lines)) expect(widthOf(line)).toBeLessThan(room);
  });

  it('rows follow each other; bars and words stand inside theirs', () => {
    const ends = rows.map((row) => row.top + row.height);
    expect(rows.map((row) => row.top)).toEqual([top, ...ends.slice(0, -1)]);
    expect(ends.at(-1)).toBe(bottom);
    expect(bottom).toBeLessThan(height);
    for (const row of rows) {
      expect(row.nameBase - 12).toBeGreaterThan(row.top);
      expect(row.barTop).toBeGreaterThan(row.top);
      expect(row.barTop + barHeight).toBeLessThan(row.top + row.height);
    }
  });

  it('the numbers are where neither bar nor the line of the rate over all can be', () => {
    if (reach === null) expect(left + plot + widthOf('12% of 1,180')).toBeLessThan(width);
    else for (const row of rows) expect(row.numbersBase).toBeLessThan(row.barTop - reach);
    expect(left + plot).toBeLessThan(width);
  });
});

describe('what is drawn', () => {
  const group = (value: string, upheld: number, overturned: number) => ({ value, label: `Group ${value}`, ...counts(upheld, overturned) });
  const rowsOf = (...groups: ReturnType<typeof group>[]) => toRateRows(ratesOf(groups), readNarrowing(new URLSearchParams()));

  it('each bar is a link with its name and n, also one of nothing', () => {
    const rows = rowsOf(group('a', 75, 25), group('b', 20, 0));
    const geometry = barGeometry(
      640,
      rows.map(({ label }) => ({ name: label, numbers: '25% of 100' })),
      widthOf,
    );
    const [at] = geometry.rows;
    if (at === undefined) throw new Error('there is a row');
    const html = renderToStaticMarkup(
      <MantineProvider>
        <MemoryRouter>
          <svg role="img" aria-label="rates">
            {rows.map((row, place) => (
              <RateBar key={row.value} row={row} at={geometry.rows[place] ?? at} geometry={geometry} length={100} width={640} line={null} />
            ))}
          </svg>
        </MemoryRouter>
      </MantineProvider>,
    );
    const links = Array.from(html.matchAll(/<a href="([^"]*)"[^>]*aria-label="([^"]*)"/g), ([, href, label]) => [href, label]);
    expect(links).toEqual([
      ['/?category=a', 'Group a 25% of 100 items overturned'],
      ['/?category=b', 'Group b 0% of 20 items overturned'],
    ]);
    expect(html).not.toContain('<line');
  });

  it.each([
    [[], 'No service category has enough items for a rate.'],
    [[group('a', 75, 25)], 'Only one service category has enough items for a rate:'],
    [[group('a', 75, 25), group('b', 20, 0)], '2 service categories, most items first: 0% to 25% overturned.'],
    [[group('a', 75, 25), group('b', 30, 10)], '2 service categories, most items first: each 25% overturned.'],
  ])('is said in a sentence (%#)', (groups, words) => {
    expect(seenWords(rowsOf(...groups), { one: 'service category', many: 'service categories' })).toBe(words);
  });
});

describe('the address', () => {
  it.each(['imr', 'ur'] as const)('keeps the narrowing and the side %s', (side) => {
    const state = readNarrowing(new URLSearchParams('q=knee&category=rehab&from=2014-01-01'));
    const { searchParams, pathname } = new URL(analyticsHref(state, side), 'http://localhost');
    expect(pathname).toBe('/analytics');
    expect(readNarrowing(searchParams)).toEqual(state);
    expect(readSide(searchParams)).toBe(side);
  });

  it('is the plain one where nothing is chosen, and no other side is known', () => {
    expect(analyticsHref(readNarrowing(new URLSearchParams()), 'imr')).toBe('/analytics');
    expect(readSide(new URLSearchParams('guidelines=both'))).toBe('imr');
  });
});
