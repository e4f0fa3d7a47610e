/** What was made of a query is told, and each part can be switched off and on; what emptied a search has its way out. */
import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { type UnderstoodPart, UnderstoodSchema } from '#contract/understood.ts';
import { alsoWords, inShortWords, OF_NEAREST_WORDS } from '#mappings/understood-words.ts';
import { Understood } from '../../web/src/features/narrowing/understood.tsx';
import { causeLinks } from '../../web/src/features/search/cause-links.ts';
import { Lacking } from '../../web/src/features/search/lacking.tsx';
import { NoResults } from '../../web/src/features/search/no-results.tsx';
import { isOneWord, summaryOnlyWords } from '../../web/src/features/search/second-tier.ts';
import { withoutPart, withWords } from '../../web/src/lib/typed-query.ts';
import {
  asTyped,
  conditionChips,
  filtersOn,
  partsThatHold,
  understoodAgain,
  valuesOfWords,
  wordsAsFilter,
} from '../../web/src/lib/understood-words.ts';
import { EMPTY_SEARCH, type NarrowingState, type SearchState, searchHref } from '../../web/src/lib/url-state.ts';

const draw = (element: React.ReactElement) =>
  renderToStaticMarkup(
    <MantineProvider>
      <MemoryRouter>{element}</MemoryRouter>
    </MantineProvider>,
  ).replace(/<style[\s\S]*?<\/style>/g, '');
const words = (html: string) => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
const links = (html: string) =>
  Array.from(html.matchAll(/href="([^"]*)"[^>]*>([^<]*)</g), ([, href, text]) => [text, href?.replaceAll('&amp;', '&')]);

/** The address of another narrowing, from its first page. */
const hrefOf = (narrowing: NarrowingState) => searchHref({ ...narrowing, page: 1 });
const ways = { hrefOf, onLast: () => undefined };

const state: SearchState = { ...EMPTY_SEARCH, q: 'overturned accupuncture neck 2017 denied of the', page: 3 };
const understood = UnderstoodSchema.parse({
  asCase: false,
  parts: [
    {
      kind: 'filter',
      at: { start: 0, end: 10 },
      typed: 'overturned',
      field: 'decision',
      values: [{ value: 'overturned', label: 'Overturned' }],
    },
    { kind: 'corrected', at: { start: 11, end: 23 }, typed: 'accupuncture', used: 'acupuncture', items: 41 },
    { kind: 'suggested', at: { start: 24, end: 28 }, typed: 'neck', used: 'necks', items: 1_041 },
    {
      kind: 'synonyms',
      at: { start: 24, end: 28 },
      typed: 'neck',
      also: ['cervical', 'Neck'],
      field: 'bodyPart',
      values: [{ value: 'neck', label: 'Neck' }],
    },
    { kind: 'days', at: { start: 29, end: 33 }, typed: '2017', from: '2017-01-01', to: null },
    {
      kind: 'idle',
      at: { start: 34, end: 40 },
      typed: 'denied',
      words: ['denied'],
      instead: { field: 'decision', values: [{ value: 'upheld', label: 'Upheld' }] },
    },
    { kind: 'either', at: { start: 44, end: 46 }, typed: 'or', sides: ['neck', 'hip', 'knee'] },
    { kind: 'idle', at: { start: 41, end: 43 }, typed: 'of', words: ['of', 'the'], instead: null },
    { kind: 'note', at: { start: 24, end: 28 }, typed: 'neck', text: 'A word to the wise.' },
  ],
  noResultCauses: [],
});

describe('what was understood', () => {
  const html = draw(<Understood {...ways} understood={understood} state={state} settled open id="told" />);

  it('is told in words', () => {
    expect(words(html)).toContain('Showing results for acupuncture: “accupuncture” is in no letter. Search instead for accupuncture');
    expect(words(html)).toContain('Did you mean necks (1,041)?');
    expect(words(html)).toContain('neck: also searched: cervical, items filed under “Neck” (body part)');
    expect(words(html)).toContain('A word to the wise.');
  });

  it('is folded into one line, but for what asks for an answer', () => {
    expect(inShortWords(understood.parts, ['hip'])).toBe(
      'Decision: Overturned · neck and 2 other names · Decided from Jan 1, 2017 · “neck” or “hip” or “knee” · “hip” as typed · without “of” and “the”',
    );
    expect(inShortWords([])).toBe('');
    const folded = words(draw(<Understood {...ways} understood={understood} state={state} settled open={false} id="told" />));
    for (const told of ['Showing results for acupuncture', 'Did you mean', 'A word to the wise.', 'Only Decision: Upheld']) {
      expect(folded).toContain(told);
    }
    for (const told of ['also searched', 'taken as the filter', 'tell nothing here']) expect(folded).not.toContain(told);
  });

  it('names a few of many values, and says nothing where nothing was added', () => {
    const part = { kind: 'synonyms' as const, at: { start: 0, end: 7 }, typed: 'surgery', also: ['Surgery'], field: 'service' as const };
    const values = ['Spine', 'Knee', 'Hip', 'Hand', 'Eye'].map((label) => ({ value: label.toLowerCase(), label }));
    expect(alsoWords({ ...part, values })).toEqual(['items filed under “Spine”, “Knee”, “Hip” and 2 more (service)']);
    expect(alsoWords({ ...part, values: values.slice(0, 4) })).toEqual(['items filed under “Spine”, “Knee”, “Hip” or “Hand” (service)']);
    expect(alsoWords({ ...part, values: [] })).toEqual([]);
  });

  it('has the correction where screen readers are told of it', () => {
    expect(/role="status"[^>]*>(.*?)<\/div>/s.exec(html)?.[1]).toContain('acupuncture');
  });

  it('can be switched off part by part, on the first page', () => {
    const found = links(html);
    expect(found).toContainEqual([
      'Search instead for accupuncture',
      '/?q=overturned+accupuncture+neck+2017+denied+of+the&literal=accupuncture',
    ]);
    expect(found).toContainEqual(['Only “neck”', '/?q=overturned+accupuncture+neck+2017+denied+of+the&literal=neck']);
    expect(found).toContainEqual(['necks', '/?q=overturned+accupuncture+necks+2017+denied+of+the']);
  });

  it('words that narrow nothing are told once, with the outcome that may have been meant and the way to look for them', () => {
    expect(words(html)).toContain('“denied” narrows nothing: every disputed item here was denied or modified by UR. Only Decision: Upheld');
    expect(words(html)).toContain('“neck”, “hip” or “knee”: one of them is enough. Look for “or” as a word');
    expect(words(html)).toContain('“of” and “the” tell nothing here and were not looked for.');
    const [only, it, them] = links(html).filter(([text]) => /^(?:Only Decision|Search for (?:it|them))/.test(text ?? ''));
    expect(only?.[1]).toContain('decision=upheld');
    expect(it?.[1]).toContain('literal=denied');
    expect(them?.[1]).toContain('literal=of&literal=the');
  });

  it('a condition is a chip like the filters; taken away, its words go with it', () => {
    const [chip, days, ...others] = conditionChips(understood.parts, state);
    expect(others).toEqual([]);
    expect(days?.label).toBe('Decided from Jan 1, 2017 (from “2017”)');
    expect(days?.without).toMatchObject({ q: 'overturned accupuncture neck denied of the' });
    expect(chip?.label).toBe('Decision: Overturned (from “overturned”)');
    expect(chip?.without).toMatchObject({ q: 'accupuncture neck 2017 denied of the', literal: [] });
    expect(words(html)).toContain('overturned: taken as the filter Decision: Overturned');
    expect(links(html)).toContainEqual([
      'Look for “overturned” as a word',
      '/?q=overturned+accupuncture+neck+2017+denied+of+the&literal=overturned',
    ]);
  });

  it('a condition is chosen in its facet: a tick beside it makes filters of both, and it counts as a filter', () => {
    const { parts } = understood;
    expect(valuesOfWords(parts, 'decision')).toEqual([{ value: 'overturned', label: 'Overturned' }]);
    expect(valuesOfWords(parts, 'service')).toEqual([]);
    const own = wordsAsFilter(parts, { ...state, filters: { decision: ['upheld'] } }, 'decision');
    expect(own).toMatchObject({ q: 'accupuncture neck 2017 denied of the', filters: { decision: ['upheld', 'overturned'] } });
    expect(filtersOn({ ...state, filters: { service: ['prog.gym', 'rehab.pt'] }, from: '2016-01-01', summary: true }, parts)).toBe(5);
    expect(filtersOn(state, [])).toBe(0);
  });

  it('a condition that the items shown lack says so, and is not chosen in its facet', () => {
    const { parts } = understood;
    const lacking = [
      { typed: 'overturned', items: 0 },
      { typed: '2017, 2018', items: 3 },
    ];
    expect(conditionChips(parts, state, lacking).map(({ label }) => label)).toEqual([
      'Decision: Overturned (from “overturned”): none of these',
      'Decided from Jan 1, 2017 (from “2017”): 3 of these',
    ]);
    const holding = partsThatHold(parts, lacking);
    expect([valuesOfWords(holding, 'decision'), filtersOn(state, holding)]).toEqual([[], 0]);
    expect(partsThatHold(parts, [])).toEqual(parts);
    const told = words(draw(<Understood {...ways} understood={understood} lacking={lacking} state={state} settled open id="told" />));
    expect(told).toContain('overturned: taken as the filter Decision: Overturned; none of these have it. Look for');
  });

  it('of one word, what comes behind has it in the case summary', () => {
    expect(isOneWord({ ...state, q: 'overturned neck' }, understood.parts.slice(0, 1))).toBe(true);
    expect(isOneWord(state, understood.parts)).toBe(false);
    expect(isOneWord({ ...state, q: 'neck', literal: ['neck'] }, [])).toBe(false);
    expect(summaryOnlyWords(25)).toBe('25 more items have it in the case summary only; they come after these.');
    expect(summaryOnlyWords(1)).toBe('1 more item has it in the case summary only; it comes after these.');
  });

  it('what was switched off is told, with the way back', () => {
    const off = asTyped(asTyped(state, 'neck'), 'neck');
    expect(off).toMatchObject({ literal: ['neck'] });
    const drawn = draw(
      <Understood {...ways} understood={{ asCase: false, parts: [], noResultCauses: [] }} state={off} settled open id="told" />,
    );
    expect(words(drawn)).toContain('“neck” is taken as typed. Understand it again');
    expect(understoodAgain(off, 'neck').literal).toEqual([]);
  });

  it('a text that was taken as a case is said to be one', () => {
    const drawn = draw(
      <Understood {...ways} understood={{ asCase: true, parts: [], noResultCauses: [] }} state={state} settled open id="told" />,
    );
    expect(words(drawn)).toMatch(/too long for a query, so it was taken as a case/);
    expect(links(drawn).map(([text]) => text)).toEqual(['Compare it as a case', 'search for all its words']);
  });
});

describe('a rate that was asked for', () => {
  const at = { start: 0, end: 13 };
  const linked = (part: Partial<UnderstoodPart>) => {
    const rates = { kind: 'rates', at, typed: 'overturn rate', field: null, values: [], ...part } as UnderstoodPart;
    const asked: SearchState = { ...EMPTY_SEARCH, q: 'overturn rate of yoga', from: '2016-01-01' };
    return links(
      draw(
        <Understood
          {...ways}
          understood={{ asCase: false, parts: [rates], noResultCauses: [] }}
          state={asked}
          settled
          open={false}
          id="told"
        />,
      ),
    );
  };

  it('leads to the rates of what is filed under the thing, else to those of the search', () => {
    const yoga = [{ value: 'rehab.yoga', label: 'Yoga' }];
    expect(linked({ field: 'service', values: yoga })).toEqual([
      ['rates of Service: Yoga', '/analytics?service=rehab.yoga&from=2016-01-01'],
    ]);
    expect(linked({})).toEqual([['rates of these', '/analytics?q=overturn+rate+of+yoga&from=2016-01-01']]);
  });
});

describe('what emptied a search', () => {
  const narrowed: SearchState = {
    ...EMPTY_SEARCH,
    q: 'zzyzx shoulder',
    filters: { decision: ['upheld'], service: ['rehab.pt'] },
    from: '2016-01-01',
  };
  const noResultCauses = [
    { what: 'zzyzx', at: { start: 0, end: 5 }, alone: 0, without: 41 },
    { what: 'shoulder', at: { start: 6, end: 14 }, alone: 41, without: 0 },
    { what: 'Decision: Upheld', at: null, alone: 230, without: 3 },
    { what: 'Decided 2016-01-01 to any day', at: null, alone: 200, without: 2 },
  ];

  it('each word and filter leads to the search without it', () => {
    const left = causeLinks(noResultCauses, narrowed).map((part) => (part.left === null ? null : searchHref(part.left)));
    expect(left).toEqual([
      '/?q=shoulder&decision=upheld&service=rehab.pt&from=2016-01-01',
      '/?q=zzyzx&decision=upheld&service=rehab.pt&from=2016-01-01',
      '/?q=zzyzx+shoulder&service=rehab.pt&from=2016-01-01',
      '/?q=zzyzx+shoulder&decision=upheld&service=rehab.pt',
    ]);
  });

  it('is what is not stated, in its own words', () => {
    const lacking: SearchState = { ...EMPTY_SEARCH, q: 'zzyzx', filters: { decision: ['upheld'], bodyPart: ['not_stated'] } };
    const [cause] = causeLinks([{ what: 'Body part not stated', at: null, alone: 9, without: 3 }], lacking);
    expect(cause?.left?.filters).toEqual({ decision: ['upheld'] });
  });

  it('is named with its counts, and what finds nothing is no link', () => {
    const html = draw(
      <NoResults state={narrowed} chips={[{ key: 'q', label: 'Query', without: narrowed }]} causes={noResultCauses} inSummaries={12} />,
    );
    expect(words(html)).toContain('zzyzx finds no item at all; 41 items without it');
    expect(links(html).map(([text]) => text)).toEqual([
      '41 items without it',
      '3 items without it',
      '2 items without it',
      'Search case summaries too',
    ]);
  });
});

describe('what emptied a search and is no way on', () => {
  const asked = { ...EMPTY_SEARCH, q: 'zzyzx kazoo' };
  const cause = (what: string, start: number, without: number) => ({ what, at: { start, end: start + what.length }, alone: 0, without });
  const chips = [{ key: 'q', label: 'Query', without: asked }];

  it.each([
    ['nothing is left without either', [cause('zzyzx', 0, 0), cause('kazoo', 6, 0)]],
    ['nothing else was asked, so that all items would be left', [cause('zzyzx kazoo', 0, 265)]],
  ])('is offered to be left out in neither list: %s', (_, causes) => {
    const none = draw(<NoResults state={asked} chips={chips} causes={causes} inSummaries={0} />);
    expect(words(none)).toContain(`${causes[0]?.what} finds no item at all`);
    expect(words(none)).not.toMatch(/without it|Take one away/);
    const nearest = { items: 3, letters: { count: 2, exact: true }, inSummary: false, lacking: [{ typed: 'zzyzx', items: 0 }] };
    const lacking = draw(<Lacking nearest={nearest} causes={causes} state={{ ...asked, summary: true }} />);
    expect(words(lacking)).toBe(`None of them has “zzyzx”. ${OF_NEAREST_WORDS}`);
  });
});

describe('a part of a typed query', () => {
  it.each([
    ['zzyzx shoulder', 'zzyzx', 'shoulder'],
    ['knee -"red flags"~3 pain', 'red flags', 'knee pain'],
    ['(knee) back', 'knee', 'back'],
    ['knee OR back', 'back', 'knee'],
    ['NOT knee back', 'knee', 'back'],
    ['service:gym knee', 'gym', 'knee'],
    ['decision:upheld knee', 'decision:upheld', 'knee'],
    ['thera* knee', 'thera', 'knee'],
    ['x-ray knee', 'x-ray', 'knee'],
    ['gym AND back OR knee', 'back', 'gym AND knee'],
    ['gym (back AND knee)', 'back', 'gym (knee)'],
    ['gym (knee OR back)', 'back', 'gym (knee)'],
  ])('of "%s" taken away "%s" leaves "%s"', (q, part, left) => {
    const start = q.indexOf(part);
    expect(withoutPart(q, { start, end: start + part.length })).toBe(left);
  });

  it('changed for other words stands where it stood', () => {
    expect(withWords('the accupuncture needles', { start: 4, end: 16 }, 'acupuncture')).toBe('the acupuncture needles');
  });
});
