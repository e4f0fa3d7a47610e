/** Rows of metrics as they are shown: the server's numbers in words, each with the items behind it. */
import { describe, expect, it } from 'vitest';
import { DECISIONS } from '#contract/lists.ts';
import { tagWords } from '#contract/metric-ids.ts';
import { measureColumns, readTableSort, writeTableSort } from '../../web/src/lib/measure-columns.ts';
import { measuredRows, totalRow } from '../../web/src/lib/measured-rows.ts';
import { metricLinks } from '../../web/src/lib/metric-links.ts';
import { EMPTY_SEARCH } from '../../web/src/lib/url-state.ts';
import { key, measured, part, row, sumOf } from './made-metrics.ts';

const linkOf = metricLinks({ programme: null, otherProgrammes: [], added: [] }, EMPTY_SEARCH);
const ROWS = [
  row([key('category', 'rx', 'Drugs')], { upheld: 75, overturned: 10, undetermined: 2 }, { numbers: { difference: 0.05, gone: null } }),
  row([key('category', 'dme', 'Equipment')], { upheld: 3, overturned: 1 }),
  row([key('category', 'not_stated', 'Service not classified')], { upheld: 9, overturned: 3 }),
];

describe('rows', () => {
  const [drugs, equipment, unknown] = measuredRows(part(ROWS), linkOf);

  it('say a rate with its interval and n, and open the items it is of', () => {
    expect(drugs?.rate?.words).toBe('12% (7 to 20%) of 85');
    expect(drugs?.rate?.href).toBe('/?decision=upheld&decision=overturned&decision=overturned_in_part&category=rx');
    expect(drugs?.items).toEqual({ count: 87, href: '/?category=rx' });
    for (const decision of DECISIONS) expect(drugs?.decisions[decision].href).toBe(`/?decision=${decision}&category=rx`);
  });

  it('whose decisions are all known open all of the group', () => {
    expect(unknown?.rate?.href).toBe('/?category=not_stated');
    expect(unknown?.stated).toBe(false);
  });

  it('have no rate where there are too few', () => {
    expect(equipment?.rate).toBeNull();
    expect(equipment?.items.count).toBe(4);
  });

  it('of several keys have their labels together, and an id of their own', () => {
    const both = [key('urGuidelineFamily', 'odg', 'ODG'), key('imrGuidelineFamily', 'mtus', 'MTUS')];
    expect(measuredRows(part([row(both, { upheld: 1, overturned: 0 })]), linkOf)[0]).toMatchObject({
      id: 'odg + mtus',
      label: 'ODG · MTUS',
    });
  });

  it('show the second cohort only where its items can be opened', () => {
    const compared = part([
      row([key('category', 'rx', 'Drugs')], { upheld: 50, overturned: 50 }, { against: measured({ upheld: 30, overturned: 10 }) }),
    ]);
    expect(measuredRows(compared, linkOf)[0]?.against).toBeNull();
    const other = metricLinks({ programme: null, otherProgrammes: [], added: [] }, { ...EMPTY_SEARCH, q: 'mri' });
    expect(measuredRows(compared, linkOf, other)[0]?.against?.rate).toMatchObject({ percent: '25%', href: '/?q=mri&category=rx' });
  });
});

describe('columns', () => {
  const rows = measuredRows(part(ROWS), linkOf);
  const said = (columns: ReturnType<typeof measureColumns>) => rows.map((one) => columns.map(({ words }) => words(one)));

  it('say the numbers of each row, and what cannot be told', () => {
    const numbers = [
      { id: 'difference', label: 'Difference', unit: 'points' },
      { id: 'gone', label: 'Days', unit: 'days' },
    ] as const;
    expect(said(measureColumns({ numbers, decisions: false }))).toEqual([
      ['12% (7 to 20%) of 85', '+5 points', 'n/a', '87', '87'],
      ['too few', '', '', '4', '4'],
      ['25% (9 to 53%) of 12', '', '', '12', '12'],
    ]);
  });

  it('of a table count decisions, and no letters', () => {
    expect(measureColumns({ letters: false }).map(({ label }) => label)).toEqual([
      'Overturned rate',
      'Decisions',
      'Upheld',
      'Overturned',
      'Overturned in part',
      'Undetermined',
    ]);
  });

  it('add up in the row of all items', () => {
    const total = totalRow(sumOf(ROWS), linkOf);
    const counts = measureColumns({}).filter(({ id }) => id !== 'rate');
    for (const { value } of counts) expect(value(total)).toBe(rows.reduce((sum, one) => sum + (value(one) ?? 0), 0));
  });

  it('without items behind them lead nowhere', () => {
    const inPart = measureColumns({}).find(({ id }) => id === 'overturned_in_part');
    expect(rows.map((one) => inPart?.href(one))).toEqual([null, null, null]);
  });
});

it.each(['rate', '-rate', '-name'])('the order %s is kept in the address', (text) => {
  expect(writeTableSort(readTableSort(text))).toBe(text);
});

it.each([null, '', '-'])('no order (%s) is none', (text) => {
  expect(readTableSort(text)).toBeNull();
  expect(writeTableSort(null)).toBeNull();
});

it('what a row is besides is said in words', () => {
  expect(tagWords(['partial', 'few', 'beyond998', 'sum'])).toBe('partial; few; outside the 99.8% limits');
});
