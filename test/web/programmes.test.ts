/** Which program is looked at, what its page offers, and what is taken out where another one is chosen. */
import { matchRoutes } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NOT_STATED } from '#contract/fields.ts';
import { untitledWords } from '#contract/programmes.ts';
import type { Facet } from '#contract/search.ts';
import { offeredGroups, PANEL } from '../../web/src/features/narrowing/facet-panel.ts';
import { itemAddress, itemHref, similarHref } from '../../web/src/lib/item-links.ts';
import { programmeIn, withinHref } from '../../web/src/lib/programme-filter.ts';
import { chosenProgramme, withProgramme } from '../../web/src/lib/programmes.ts';
import { EMPTY_SEARCH, readNarrowing, type SearchState, searchHref } from '../../web/src/lib/url-state.ts';
import { citationWords, rowPlaceWords } from '../../web/src/lib/words.ts';

const loaded = [
  { value: 'dmhc', label: 'California managed health care (DMHC)', short: 'DMHC', count: 30 },
  { value: 'dwc', label: 'California workers’ compensation (DWC)', short: 'DWC', count: 5 },
];

describe('the address of an item', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each(['TX/2019/5', 'T#5', 'A?b=1&c', '50%', '1.5', 'Ü 7'])('leads back to its letter: %s', (number) => {
    vi.stubGlobal('window', { location: { origin: 'http://x.invalid' } });
    const item = { letterId: `own-Enc:${number}`, number: 2 };
    for (const address of [itemAddress(item), new URL(itemHref(item), 'http://x.invalid').href]) {
      const { pathname, search } = new URL(address);
      expect(search).toBe('?item=2');
      const [, routed] = matchRoutes([{ path: '/', children: [{ path: 'determinations/:id' }] }], pathname) ?? [];
      expect(routed?.params).toEqual({ id: item.letterId });
    }
    expect(new URLSearchParams(similarHref(item).split('?')[1]).get('case')).toBe(item.letterId);
  });
});

describe('the program that is looked at', () => {
  it.each([
    ['the one that the address names', { programme: ['dwc'] }, loaded, 'dwc'],
    ['none where it names two', { programme: ['dwc', 'dmhc'] }, loaded, null],
    ['none where it names none and several are loaded', {}, loaded, null],
    ['the only one that is loaded', {}, loaded.slice(0, 1), 'dmhc'],
    ['none while it is not known what is loaded', {}, [], null],
  ])('%s', (_, filters, there, chosen) => {
    expect(chosenProgramme(filters, there)).toBe(chosen);
  });

  it('stays in the address of a page, of an item, and of nothing else', () => {
    const filters = { programme: ['dmhc'], decision: ['upheld'] };
    expect(withinHref('/similar', filters)).toBe('/similar?programme=dmhc');
    expect(withinHref('/', {})).toBe('/');
    const href = itemHref({ letterId: 'dmhc:MN14-90001', number: 1 }, { ...EMPTY_SEARCH, filters });
    expect(programmeIn(readNarrowing(new URL(href, 'http://x.invalid').searchParams).filters)).toBe('dmhc');
    expect(itemHref({ letterId: 'dmhc:MN14-90001', number: 1 })).not.toContain('programme');
  });
});

describe('choosing another', () => {
  const state: SearchState = {
    ...EMPTY_SEARCH,
    q: 'knee',
    filters: { programme: ['dwc'], decision: ['upheld'], imrBasis: ['mtus'], bodyPart: ['knee'] },
    from: '2014-01-01',
  };

  it('takes out what that one lacks, and names it', () => {
    const { state: within, dropped } = withProgramme(state, 'dmhc');
    expect(searchHref(within)).toBe('/?q=knee&decision=upheld&programme=dmhc&bodyPart=knee&from=2014-01-01');
    expect(dropped).toEqual(['IMR basis']);
  });

  it('keeps all that it has', () => {
    const { state: within, dropped } = withProgramme(state, 'dwc');
    expect(within).toEqual(state);
    expect(dropped).toEqual([]);
  });

  it('of all at once takes out the program alone', () => {
    const { state: within, dropped } = withProgramme(state, null);
    expect(within).toEqual({ ...state, filters: { decision: ['upheld'], imrBasis: ['mtus'], bodyPart: ['knee'] } });
    expect(dropped).toEqual([]);
  });
});

describe('the filters that are offered', () => {
  const facet = (field: Facet['field'], ...values: string[]): Facet => ({
    field,
    label: field,
    distinct: values.length,
    values: values.map((value) => ({ value, label: value, count: 1, selected: false })),
  });
  const facets = [
    facet('decision', 'upheld'),
    facet('service', 'rehab.pt'),
    facet('category', 'rehab'),
    facet('decidedYear', '2014'),
    facet('bodyPart', NOT_STATED),
    facet('imrBasis', NOT_STATED),
    facet('ageBand', '11 to 20'),
  ];
  const offered = (filters: SearchState['filters'], programme: string | null, switched = true) =>
    offeredGroups(facets, { filters, from: null, to: null }, programme, switched);
  const names = (...given: Parameters<typeof offered>) => offered(...given).groups.map(({ label }) => label);

  it('are those that the program has and some row states, by its names, and what is missing is said with why', () => {
    expect(names({}, 'dmhc')).toEqual(['Decision', 'Service', 'Age', 'Report year']);
    expect(offered({}, 'dmhc').lacks).toMatch(/^DMHC publishes one row/);
  });

  it('hold what is chosen, to be taken back', () => {
    expect(names({ imrBasis: ['mtus'] }, 'dmhc')).toContain('IMR basis');
  });

  it('of a table of one’s own are those that are there, and it is said how many are not', () => {
    expect(names({}, 'own-mine')).toEqual(['Decision', 'Service', 'Age', 'Year decided']);
    expect(offered({}, 'own-mine').lacks).toBe(`This table has no column for ${PANEL.length - 5} other filters, which are not shown.`);
  });

  it('are all of them where several are looked at; the program is among them unless it is chosen above', () => {
    expect(names({}, null, false)).toHaveLength(PANEL.length);
    expect(names({}, null)).toHaveLength(PANEL.length - 1);
    expect(offered({}, null).lacks).toBeNull();
    expect(names({ programme: ['dwc', 'dmhc'] }, null)).toContain('Program');
  });
});

describe('the words of a row', () => {
  it('cite it by its program and year, without an item', () => {
    const letter = { programme: 'dmhc', caseNumber: 'MN14-90001', decidedOn: null, year: '2014' };
    const words = citationWords(letter, { number: 1, decision: 'overturned', words: 'MRI for Knee Pain' }, 'http://x.invalid/1');
    expect(words).toBe(
      'DMHC determination MN14-90001, 2014 (“MRI for Knee Pain”): Health plan’s decision overturned: found medically necessary. http://x.invalid/1',
    );
  });

  it('say where it stands by the kind of its file', () => {
    expect(rowPlaceWords('text/csv', 1_234)).toBe('line 1,234');
    expect(rowPlaceWords('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 2)).toBe('row 2');
    expect(rowPlaceWords('application/json', 2)).toBe('record 2');
    expect(untitledWords('dmhc')).not.toBe(untitledWords('dwc'));
  });
});
