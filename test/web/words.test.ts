/** What is said on screen: decisions, counts, rates, days, citations, and the names of the filter fields. */
import { describe, expect, it } from 'vitest';
import { DecisionSchema } from '#contract/list-schemas.ts';
import { narrowingWords, toChips } from '../../web/src/lib/chips.ts';
import { dayFaultWords } from '../../web/src/lib/day-faults.ts';
import { queryPieces } from '../../web/src/lib/query-faults.ts';
import { pageTitle } from '../../web/src/lib/titles.ts';
import { readNarrowing } from '../../web/src/lib/url-state.ts';
import {
  citationWords,
  countWords,
  dayWords,
  decisionWords,
  guidelineWords,
  intervalRateWords,
  partWords,
  percentWords,
  rateWords,
  sizeWords,
  totalWords,
  unitWords,
} from '../../web/src/lib/words.ts';

describe('words on screen', () => {
  it('says what upheld means: the item was not found medically necessary', () => {
    expect(decisionWords('upheld')).toBe('Upheld: not found medically necessary');
    expect(new Set(DecisionSchema.options.map(decisionWords)).size).toBe(DecisionSchema.options.length);
  });

  it.each([
    [{ n: 0, of: 12 }, '0% of 12'],
    [{ n: 1, of: 1_000 }, '<1% of 1,000'],
    [{ n: 10, of: 85 }, '12% of 85'],
    [{ n: 999, of: 1_000 }, '>99% of 1,000'],
    [{ n: 12, of: 12 }, '100% of 12'],
    [{ n: 140, of: 1_180 }, '11.9% of 1,180'],
    [{ n: 240, of: 2_000 }, '12.0% of 2,000'],
    [{ n: 1, of: 2_000 }, '<0.1% of 2,000'],
    [{ n: 1_999, of: 2_000 }, '>99.9% of 2,000'],
  ])('says the rate %o as "%s"', (rate, words) => {
    expect(rateWords(rate)).toBe(words);
  });

  it.each([
    [{ n: 10, of: 85, low: 0.0752, high: 0.171 }, '12% (8 to 17%) of 85'],
    [{ n: 0, of: 14, low: 0, high: 0.22 }, '0% (0 to 22%) of 14'],
    [{ n: 1, of: 400, low: 0.0004, high: 0.014 }, '<1% (<1 to 1%) of 400'],
    [{ n: 12, of: 12, low: 0.757, high: 1 }, '100% (76 to 100%) of 12'],
    [{ n: 640, of: 4_602, low: 0.1294, high: 0.1493 }, '13.9% (12.9 to 14.9%) of 4,602'],
    [{ n: 25_000, of: 100_000, low: 0.2499, high: 0.2501 }, '25.0% (25.0%) of 100,000'],
  ])('says the rate %o with its interval as "%s"', (rate, words) => {
    expect(intervalRateWords(rate)).toBe(words);
  });

  it.each([
    [1_204, 'count', '1,204'],
    [0.123, 'share', '12%'],
    [0.062, 'points', '+6 points'],
    [-0.0123, 'points', '−1 point'],
    [0.004, 'points', '+0.4 points'],
    [0, 'points', '0 points'],
    [34, 'days', '34 days'],
    [1, 'days', '1 day'],
    [0.01234, 'number', '0.012'],
    [1_234.56, 'number', '1,234.6'],
    [null, 'share', 'n/a'],
  ] as const)('says %s (%s) as "%s"', (value, unit, words) => {
    expect(unitWords(value, unit, 200)).toBe(words);
  });

  it('never rounds a share to none or all that is neither', () => {
    for (let of = 1; of <= 300; of += 1) {
      for (let n = 0; n <= of; n += 1) {
        expect(percentWords({ n, of }) === '0%').toBe(n === 0);
        expect(percentWords({ n, of }) === '100%').toBe(n === of);
      }
    }
  });

  it('counts items and letters, and says "about" where letters are estimated', () => {
    expect(totalWords(41, { count: 23, exact: true })).toBe('41 disputed items in 23 letters');
    expect(totalWords(1, { count: 1, exact: true })).toBe('1 disputed item in 1 letter');
    expect(totalWords(1_200, { count: 800, exact: false })).toBe('1,200 disputed items in about 800 letters');
    expect(countWords(2, 'match', 'matches')).toBe('2 matches');
  });

  it('shows a day as the day it is in any time zone', () => {
    expect(dayWords('2014-07-29')).toBe('Jul 29, 2014');
    expect(dayWords(null)).toBe('not stated');
  });

  it('says what a side went by: its guidelines, else its basis, else that it is not stated', () => {
    expect(guidelineWords([{ label: 'ODG' }, { label: 'MTUS/Chronic Pain' }], 'mixed')).toBe('ODG; MTUS/Chronic Pain');
    expect(guidelineWords([], 'none')).toBe('No guideline cited');
    expect(guidelineWords([], null)).toBe('not stated');
  });

  it('cites an item with its words, its decision in full and its address', () => {
    const letter = { programme: 'dwc', caseNumber: 'CM14-0000001', decidedOn: '2014-07-29' };
    const address = 'http://localhost/determinations/dwc:CM14-0000001?item=2';
    const head = 'IMR determination CM14-0000001, decided Jul 29, 2014, item 2';
    const tail = `: UR decision upheld: not found medically necessary. ${address}`;
    expect(citationWords(letter, { number: 2, decision: 'upheld', words: 'Ten visits' }, address)).toBe(`${head} (“Ten visits”)${tail}`);
    expect(citationWords(letter, { number: 2, decision: 'upheld', words: null }, address)).toBe(`${head}${tail}`);
  });

  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [58_234, '58 KB'],
    [2_450_000, '2.5 MB'],
  ])('says %i bytes as "%s"', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });

  it('says where in a file a letter stands', () => {
    expect(partWords({ unit: 'row', from: 12_345, to: 12_345 })).toBe('row 12,345');
    expect(partWords({ unit: 'page', from: 3, to: 5 })).toBe('pages 3 to 5');
    expect(partWords({ unit: 'page', from: 1, to: 1, position: 2 })).toBe('letter 2, page 1');
  });
});

describe('chips of active filters', () => {
  const state = readNarrowing(new URLSearchParams('q=mri&decision=upheld&decision=overturned&from=2014-01-01&to=soon&summary=true'));
  const chips = toChips(state, (_, value) => value.toUpperCase());

  it('has one for each thing that narrows, in words', () => {
    expect(chips.map((chip) => chip.label)).toEqual([
      'Query: mri',
      'Decision: UPHELD',
      'Decision: OVERTURNED',
      'Decided from Jan 1, 2014',
      'Decided to soon',
      'Also in the case summary',
    ]);
  });

  it('says what is not stated in its own words, the field named once', () => {
    const lacking = readNarrowing(new URLSearchParams('bodyPart=knee&bodyPart=not_stated'));
    expect(toChips(lacking, (_, value) => (value === 'not_stated' ? 'Body part not stated' : 'Knee')).map(({ label }) => label)).toEqual([
      'Body part: Knee',
      'Body part not stated',
    ]);
    const year = (programme: string) => readNarrowing(new URLSearchParams(`programme=${programme}&decidedYear=not_stated`));
    const told = (programme: string) => toChips(year(programme), (_, value) => value).map(({ label }) => label);
    expect(told('dmhc')).toContain('Year not stated');
    expect(told('dwc')).toContain('Decision day not stated');
    // An address may ask for the lack of what every item has.
    const [wrong] = toChips(readNarrowing(new URLSearchParams('decision=not_stated')), () => 'Not stated');
    expect(wrong?.label).toBe('Decision: Not stated');
  });

  it('takes away just its own part', () => {
    for (const chip of chips) {
      const left = toChips(chip.without, (_, value) => value.toUpperCase());
      expect(left.map((other) => other.label)).toEqual(chips.filter((other) => other !== chip).map((other) => other.label));
    }
  });

  it('says when nothing narrows', () => {
    expect(narrowingWords([])).toBe('over all disputed items in the index');
    expect(narrowingWords(chips.slice(0, 2))).toBe('narrowed to disputed items with Query: mri; Decision: UPHELD');
    const long = toChips(readNarrowing(new URLSearchParams({ q: 'knee '.repeat(400) })), (_, value) => value);
    expect(narrowingWords(long)).toBe(`narrowed to disputed items with Query: ${'knee '.repeat(400)}`);
  });
});

describe('the title of the tab', () => {
  it.each([
    ['knee', true, 'knee — IMR Index'],
    ['', true, 'Search — IMR Index'],
    ['knee', false, 'knee — Search — IMR Index'],
    ['x'.repeat(2_000), true, `${'x'.repeat(59)}… — IMR Index`],
  ])('for the query "%s"', (q, isSearch, title) => {
    expect(pageTitle(q, 'Search', isSearch)).toBe(title);
  });
});

describe('decision days that cannot be searched', () => {
  it.each([
    ['2015-01-01', '2015-01-01', []],
    [null, '2015-01-01', []],
    ['2016-01-01', '2015-01-01', ['The last day lies before the first']],
    ['soon', '2015-02-30', ['The first day, “soon”, is not in the calendar', 'The last day, “2015-02-30”, is not in the calendar']],
  ])('%s to %s', (from, to, words) => {
    expect(dayFaultWords({ from, to })).toEqual(words);
  });
});

describe('a refused query', () => {
  it('marks the faulty words, and a point where something is missing', () => {
    const pieces = queryPieces('mri red:x "open', [
      { detail: 'no such field', at: { start: 4, end: 8 } },
      { detail: 'the quote is not closed', at: { start: 15, end: 15 } },
      { detail: 'has no place' },
    ]);
    expect(pieces.map((piece) => [piece.text, piece.faulty, piece.point])).toEqual([
      ['mri ', false, false],
      ['red:', true, false],
      ['x "open', false, false],
      ['', true, true],
    ]);
  });
});
