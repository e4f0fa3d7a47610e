/** The table of measured groups: the numbers of its rows, in the order that is asked for, each with its items. */
import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { MeasureTable } from '../../../web/src/components/chart/measure-table.tsx';
import { measureColumns, type TableSort } from '../../../web/src/lib/measure-columns.ts';
import { measuredRows, totalRow } from '../../../web/src/lib/measured-rows.ts';
import { metricLinks } from '../../../web/src/lib/metric-links.ts';
import { EMPTY_SEARCH } from '../../../web/src/lib/url-state.ts';
import { key, part, row, sumOf } from '../made-metrics.ts';

const linkOf = metricLinks({ programme: null, otherProgrammes: [], added: [] }, EMPTY_SEARCH);
const ROWS = [
  row([key('category', 'not_stated', 'Not classified')], { upheld: 60, overturned: 40 }),
  row([key('category', 'rx', 'Drugs')], { upheld: 75, overturned: 10, undetermined: 2 }),
  row([key('category', 'home', 'At home')], { upheld: 2, overturned: 1 }),
  row([key('category', 'dme', 'Equipment')], { upheld: 15, overturned: 5 }),
];

function drawn(rows: typeof ROWS, sort: TableSort | null, most?: number): string {
  return renderToStaticMarkup(
    <MantineProvider>
      <MemoryRouter>
        <MeasureTable
          caption="Services"
          first="Service"
          rows={measuredRows(part(rows), linkOf)}
          total={totalRow(sumOf(rows), linkOf)}
          columns={measureColumns({ decisions: false, letters: false })}
          sort={sort}
          onSort={() => {}}
          {...(most === undefined ? {} : { most })}
        />
      </MemoryRouter>
    </MantineProvider>,
  ).replace(/<style[\s\S]*?<\/style>/g, '');
}
const text = (html: string) => html.replace(/<[^>]+>/g, '');
const cells = (html: string) =>
  Array.from(html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs), (line) =>
    Array.from((line[1] ?? '').matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs), (cell) => text(cell[1] ?? '')),
  );
const names = (html: string) =>
  cells(html)
    .slice(1)
    .map(([name]) => name?.replace(' few', ''));

describe('a table of measured groups', () => {
  it('has its numbers in the order of the answer, what is not stated and all items last', () => {
    expect(cells(drawn(ROWS, null))).toEqual([
      ['Service', 'Overturned rate', 'Decisions'],
      ['Drugs', '12% (7 to 20%) of 85', '87'],
      ['At home', 'too few', '3'],
      ['Equipment few', '25% (11 to 47%) of 20', '20'],
      ['Not classified', '40% (31 to 50%) of 100', '100'],
      ['All items', '27% (21 to 33%) of 208', '210'],
    ]);
  });

  it.each([
    [{ by: 'rate', descending: true }, ['Equipment', 'Drugs', 'At home']],
    [{ by: 'rate', descending: false }, ['Drugs', 'Equipment', 'At home']],
    [{ by: 'items', descending: false }, ['At home', 'Equipment', 'Drugs']],
    [{ by: 'name', descending: false }, ['At home', 'Drugs', 'Equipment']],
    [{ by: 'a column of another table', descending: true }, ['Drugs', 'At home', 'Equipment']],
  ])('ordered by %o: what has no number, what is not stated and all items stay last', (sort, order) => {
    expect(names(drawn(ROWS, sort))).toEqual([...order, 'Not classified', 'All items']);
  });

  it('says to screen readers by which column it is ordered', () => {
    const html = drawn(ROWS, { by: 'items', descending: true });
    expect(Array.from(html.matchAll(/aria-sort="(\w+)"/g), ([, sort]) => sort)).toEqual(['none', 'none', 'descending']);
  });

  it('shows the first rows of many, and says how many there are', () => {
    const html = drawn(ROWS, null, 2);
    expect(names(html)).toEqual(['Drugs', 'At home', 'Not classified', 'All items']);
    expect(text(html)).toContain('3 of 4 rows. Show all 4 rows');
  });

  it('opens the items of each count, and none of nothing', () => {
    const html = drawn([row([key('category', 'rx', 'Drugs')], { upheld: 0, overturned: 0 })], null);
    expect(html).not.toContain('href');
    expect(drawn(ROWS, null)).toContain('href="/?category=rx"');
  });
});
