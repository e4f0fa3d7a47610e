/** Rows of the rate charts and their table twins: none, one and many groups; every number leads to exactly its items. */
import { describe, expect, it } from 'vitest';
import { scaleTop, sharesOf, splitRows, toRateRows, toTotalRow } from '../../web/src/features/analytics/rate-rows.ts';
import { shownValues } from '../../web/src/features/search/facet-values.ts';
import { readNarrowing } from '../../web/src/lib/url-state.ts';
import { counts, ratesOf } from './made-rates.ts';

const everything = readNarrowing(new URLSearchParams());

const rehab = { value: 'rehab', label: 'Rehabilitation', ...counts(75, 10) };
const few = { value: 'dme', label: 'Equipment', ...counts(6, 1) };

describe('rows of a rate chart', () => {
  it('none: no rows, and a total of nothing without a rate', () => {
    expect(toRateRows(ratesOf([]), everything)).toEqual([]);
    expect(toTotalRow(ratesOf([]), everything)).toMatchObject({ items: { count: 0 }, rate: null });
  });

  it('one: a bar with its n, opening exactly its items', () => {
    const [row] = toRateRows(ratesOf([rehab]), everything);
    expect(row).toMatchObject({
      label: 'Rehabilitation',
      items: { count: 85, href: '/?category=rehab' },
      rate: { share: 10 / 85, percent: '12%', words: '12% of 85', href: '/?category=rehab' },
      decisions: { overturned: { count: 10, href: '/?decision=overturned&category=rehab' } },
    });
  });

  it('many: keeps the order of the answer, and sets groups too small for a rate apart', () => {
    const { bars, tooFew } = splitRows(toRateRows(ratesOf([rehab, few]), everything));
    expect(bars.map((row) => row.value)).toEqual(['rehab']);
    expect(tooFew.map((row) => [row.value, row.rate, row.items.count])).toEqual([['dme', null, 7]]);
  });

  it('a rate over fewer items than the group has opens only the items it is over', () => {
    const [row] = toRateRows(ratesOf([{ value: 'diag', label: 'Diagnostics', ...counts(10, 2, 1) }]), everything);
    expect(row?.items.href).toBe('/?category=diag');
    expect(row?.rate?.href).toBe('/?decision=upheld&decision=overturned&decision=overturned_in_part&category=diag');
  });

  it('keeps what the page is narrowed to in every link', () => {
    const narrowed = readNarrowing(new URLSearchParams('q=knee&specialty=Neurology&from=2014-01-01'));
    const [row] = toRateRows(ratesOf([rehab]), narrowed);
    expect(row?.items.href).toBe('/?q=knee&category=rehab&specialty=Neurology&from=2014-01-01');
  });

  it('a group beside a chosen value of its own field is typed into the query', () => {
    const narrowed = readNarrowing(new URLSearchParams('category=dme'));
    const [row] = toRateRows(ratesOf([rehab]), narrowed);
    expect(new URL(row?.items.href ?? '', 'http://localhost').searchParams.get('q')).toBe('category:"rehab"');
  });
});

describe('values of a facet', () => {
  const values = ['one', 'two', 'three', 'four'].map((label, place) => ({
    value: label,
    label,
    count: 9 - place,
    selected: label === 'four',
  }));

  it('shows the first ones and always the selected', () => {
    expect(shownValues(values, 2, '').map((row) => row.value)).toEqual(['one', 'two', 'four']);
  });

  it('finds values by what is typed, and still shows the selected', () => {
    expect(shownValues(values, 4, ' TW').map((row) => row.value)).toEqual(['two', 'four']);
    const lacking = [...values, { value: 'not_stated', label: 'Not stated', count: 9, selected: false }];
    expect(shownValues(lacking, 2, '').map((row) => row.value)).toEqual(['one', 'two', 'four', 'not_stated']);
    expect(shownValues(lacking, 2, 'tw').map((row) => row.value)).toEqual(['two', 'four']);
  });
});

describe('the scale of the bars', () => {
  it.each([
    [1, 0.2],
    [3, 0.4],
    [5, 1],
    [10, 1],
  ])('with %i of 10 overturned ends at %f', (overturned, top) => {
    expect(scaleTop(sharesOf(ratesOf([{ value: 'a', label: 'A', ...counts(10 - overturned, overturned) }])))).toBe(top);
  });

  it('holds the bars of every chart and the rate over all items; groups too small for a rate do not widen it', () => {
    const low = ratesOf([rehab, { value: 'dme', label: 'Equipment', ...counts(1, 6) }], counts(75, 10));
    const high = ratesOf([{ value: 'odg', label: 'ODG', ...counts(7, 3) }], counts(75, 10));
    expect(scaleTop(sharesOf(low))).toBe(0.2);
    expect(scaleTop([low, high].flatMap(sharesOf))).toBe(0.4);
    expect(scaleTop(sharesOf(ratesOf([], counts(5, 5))))).toBe(1);
  });
});
