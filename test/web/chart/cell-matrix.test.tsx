/** The matrix: each cell where its row and column meet, sums at their ends, every count with its items, and no rate where there are too few. */
import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import type { Row } from '#contract/metrics.ts';
import { CellMatrix } from '../../../web/src/components/chart/cell-matrix.tsx';
import { blocksOf, matrixOf } from '../../../web/src/components/chart/matrix-cells.ts';
import { totalRow } from '../../../web/src/lib/measured-rows.ts';
import { metricLinks } from '../../../web/src/lib/metric-links.ts';
import { EMPTY_SEARCH } from '../../../web/src/lib/url-state.ts';
import { key, type Made, part, row, sumOf } from '../made-metrics.ts';

const linkOf = metricLinks({ programme: null, otherProgrammes: [], added: [] }, EMPTY_SEARCH);
const ur = (value: string) => key('urGuidelineFamily', value, value.toUpperCase());
const imr = (value: string) => key('imrGuidelineFamily', value, value.toUpperCase());
const cell = (down: string, across: string, made: Made) => row([ur(down), imr(across)], made);
const CELLS = [
  cell('odg', 'odg', { upheld: 30, overturned: 10 }),
  cell('odg', 'mtus', { upheld: 4, overturned: 1 }),
  cell('not_stated', 'mtus', { upheld: 90, overturned: 10, undetermined: 3 }),
  cell('mtus', 'mtus', { upheld: 60, overturned: 40 }),
];
const sum = (keyed: Row['keys'][number]): Row => ({
  ...row([keyed], { upheld: 0, overturned: 0 }),
  ...sumOf(CELLS.filter(({ keys }) => keys.some(({ field, value }) => field === keyed.field && value === keyed.value))),
  tags: ['sum'],
});
const FIELDS = [
  { field: 'urGuidelineFamily' as const, value: 'urGuidelineFamily', label: 'Cited at UR' },
  { field: 'imrGuidelineFamily' as const, value: 'imrGuidelineFamily', label: 'Cited by IMR' },
];
const SUMS = [ur('mtus'), ur('odg'), ur('not_stated'), imr('mtus'), imr('odg')].map(sum);

function cellsOf(rows: readonly Row[]): { texts: string[][]; html: string } {
  const html = renderToStaticMarkup(
    <MantineProvider>
      <MemoryRouter>
        <CellMatrix caption="Who cites what" part={part(rows, { fields: FIELDS })} total={totalRow(sumOf(CELLS), linkOf)} linkOf={linkOf} />
      </MemoryRouter>
    </MantineProvider>,
  ).replace(/<style[\s\S]*?<\/style>/g, '');
  const texts = Array.from(html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs), (line) =>
    Array.from((line[1] ?? '').matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs), (one) =>
      (one[1] ?? '')
        .replaceAll('<span', ' <span')
        .replace(/<[^>]+>/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  );
  return { texts, html };
}

describe('the matrix', () => {
  const { texts, html } = cellsOf([...CELLS, ...SUMS]);

  it('has rows and columns in the order of their sums', () => {
    expect(texts).toEqual([
      ['Cited at UR against Cited by IMR', 'MTUS', 'ODG', 'All'],
      ['MTUS', '100 40% (31 to 50%)', '– none', '100 40% (31 to 50%)'],
      ['ODG', '5 too few', '40 25% (14 to 40%)', '45 24% (14 to 39%)'],
      ['NOT_STATED', '103 10% (6 to 17%) of 100', '– none', '103 10% (6 to 17%) of 100'],
      ['All', '208 25% (19 to 31%) of 205', '40 25% (14 to 40%)', '248 25% (20 to 31%) of 245'],
    ]);
  });

  it('opens the items of each cell, row, column and of all', () => {
    const hrefs = Array.from(html.matchAll(/href="([^"]*)"/g), ([, href]) => href?.replaceAll('&amp;', '&'));
    expect(hrefs).toEqual([
      '/?imrGuidelineFamily=mtus&urGuidelineFamily=mtus',
      '/?urGuidelineFamily=mtus',
      '/?imrGuidelineFamily=mtus&urGuidelineFamily=odg',
      '/?imrGuidelineFamily=odg&urGuidelineFamily=odg',
      '/?urGuidelineFamily=odg',
      '/?imrGuidelineFamily=mtus&urGuidelineFamily=not_stated',
      '/?urGuidelineFamily=not_stated',
      '/?imrGuidelineFamily=mtus',
      '/?imrGuidelineFamily=odg',
      '/',
    ]);
  });

  it('cells and sums are found by their values; a sum is no cell', () => {
    const matrix = matrixOf({ rows: [...CELLS, ...SUMS], fields: FIELDS });
    expect(matrix.rows.map(({ value }) => value)).toEqual(['mtus', 'odg', 'not_stated']);
    expect(matrix.cell('odg', 'odg')?.items).toBe(40);
    expect(matrix.cell('mtus', 'odg')).toBeUndefined();
    expect(matrix.rowSum('mtus')?.items).toBe(100);
    expect(matrix.columnSum('mtus')?.items).toBe(208);
  });

  it.each([
    [12, 6, [6, 6]],
    [18, 6, [6, 6, 6]],
    [13, 6, [5, 5, 3]],
    [6, 6, [6]],
    [0, 6, [0]],
  ])('%i columns, at most %i in a table, are in tables of %j', (count, most, lengths) => {
    const columns = Array.from({ length: count }, (_, at) => at + 1);
    const blocks = blocksOf(columns, most);
    expect(blocks.map((block) => block.columns.length)).toEqual(lengths);
    expect(blocks.flatMap((block) => block.columns)).toEqual(columns);
    for (const block of blocks) expect(block.columns[0] ?? 1).toBe(block.from);
  });

  it.each([
    ['one', [CELLS[0] ?? cell('odg', 'odg', { upheld: 1, overturned: 0 })], 3],
    ['none', [], 2],
  ])('with %s row it is a table all the same', (_, rows, lines) => {
    expect(cellsOf(rows).texts).toHaveLength(lines);
  });
});
