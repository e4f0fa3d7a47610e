/** The fields that outcomes are grouped by, read from fictional records. */
import { describe, expect, it } from 'vitest';
import { FIELDS, KEYWORD_FIELD_IDS, type KeywordField, NOT_STATED } from '#contract/fields.ts';
import { DAY_BANDS, dayBandOf, SEVERAL_SOURCES } from '#contract/lists.ts';
import { cited } from '#mappings/citing-sides.ts';
import { KEYWORD_FIELDS, labelOf, valuesOf } from '#mappings/fields.ts';
import { toIndexDocuments } from '#mappings/index-document.ts';
import { daysBetween } from '#mappings/letter-days.ts';
import { makeLetters } from '../fixtures/drawn-letters.ts';
import { type ItemParts, type LetterParts, makeLetter, type SideParts } from '../fixtures/factories.ts';

/** The values of the first item of a letter. */
function read(field: KeywordField, letter: Partial<LetterParts>): readonly string[] {
  const [first] = toIndexDocuments(makeLetter(letter).determination);
  if (first === undefined) throw new Error('a fictional letter has an item');
  return first.keywords[field];
}
const ofItem = (field: KeywordField, item: Partial<ItemParts>) => read(field, { items: [item] });

const FAMILY: Readonly<Record<string, string>> = {
  'odg.low_back': 'odg',
  'odg.pain': 'odg',
  'mtus.cpmtg2009': 'mtus.cpmtg',
  'none.not_stated': 'none',
};
function side(...guidelines: string[]): SideParts {
  const citations = guidelines.map((guideline) => ({ guideline, family: FAMILY[guideline] ?? '' }));
  return { printed: 'Decision based on fictional guidelines.', basis: null, citations };
}
const ODG = side('odg.low_back', 'odg.pain');
const MTUS = side('mtus.cpmtg2009');
const BOTH = side('odg.low_back', 'mtus.cpmtg2009');
const NONE = side('none.not_stated');

describe('what each side cites, as one group', () => {
  it.each([
    ['one family by several guidelines', ODG, 'odg'],
    ['several families', BOTH, SEVERAL_SOURCES],
    ['a row that stands for none', NONE, NOT_STATED],
    ['nothing', side(), NOT_STATED],
  ])('%s', (_, reviewer, source) => {
    expect(ofItem('imrSource', { reviewer, administrator: MTUS })).toEqual([source]);
    expect(ofItem('urSource', { administrator: reviewer, reviewer: MTUS })).toEqual([source]);
  });

  it('is said in words', () => {
    expect(['odg', SEVERAL_SOURCES, NOT_STATED].map((value) => labelOf('urSource', value))).toEqual([
      'ODG',
      'More than one family',
      'No guideline cited at UR',
    ]);
  });
});

describe('how the sides compare', () => {
  it.each([
    ['the same family by other guidelines', side('odg.pain'), side('odg.low_back'), 'same'],
    ['the same two', BOTH, side('mtus.cpmtg2009', 'odg.pain'), 'same'],
    ['one of two', BOTH, ODG, 'overlap'],
    ['none in common', MTUS, ODG, 'different'],
    ['the claims administrator alone', ODG, NONE, 'ur_only'],
    ['the reviewer alone', side(), ODG, 'imr_only'],
    ['neither', NONE, side(), NOT_STATED],
  ])('%s', (_, administrator, reviewer, agree) => {
    expect(ofItem('sidesAgree', { administrator, reviewer })).toEqual([agree]);
  });

  it('is not told by the row of a table, which has one side alone', () => {
    expect(read('sidesAgree', { publishedYear: '2019', items: [{ administrator: side(), reviewer: ODG }] })).toEqual([NOT_STATED]);
  });

  it('agrees with what each side cites', () => {
    let compared = 0;
    for (const { determination } of makeLetters(300, 11)) {
      if (determination.published !== null) continue;
      for (const item of determination.items) {
        const [agree, imr, ur] = (['sidesAgree', 'imrSource', 'urSource'] as const).map((field) => valuesOf(field, determination, item)[0]);
        const either = cited(item, ['administrator', 'reviewer'], 'family').length;
        compared += 1;
        if (agree === NOT_STATED) expect([imr, ur]).toEqual([NOT_STATED, NOT_STATED]);
        else if (agree === 'imr_only') expect([imr === NOT_STATED, ur]).toEqual([false, NOT_STATED]);
        else if (agree === 'ur_only') expect([imr, ur === NOT_STATED]).toEqual([NOT_STATED, false]);
        else {
          expect([imr, ur]).not.toContain(NOT_STATED);
          if (agree === 'same') expect(imr).toBe(ur);
          if (agree === 'overlap') expect([imr, ur]).toContain(SEVERAL_SOURCES);
          if (agree === 'different' && imr === ur) expect([imr, ur]).toEqual([SEVERAL_SOURCES, SEVERAL_SOURCES]);
          // One family on both sides together is one that they share.
          expect(either === 1).toBe(agree === 'same' && imr !== SEVERAL_SOURCES);
        }
      }
    }
    expect(compared).toBeGreaterThan(300);
  });
});

describe('where the reviewer is licensed', () => {
  it.each([
    [['California'], 'california'],
    [['Nevada', 'CALIFORNIA'], 'california'],
    [['Califomia'], 'california'],
    [['Texas', 'CA'], 'california'],
    [['Texas', 'North Carolina'], 'elsewhere'],
    [['Cascadia'], 'elsewhere'],
    [[], NOT_STATED],
  ])('%j is %s', (states, licensed) => {
    expect(read('licensed', { states })).toEqual([licensed]);
  });
});

describe('days between dates of the letter', () => {
  it.each([
    [-1, 'out_of_order'],
    [0, '0-7'],
    [7, '0-7'],
    [8, '8-14'],
    [15, '15-30'],
    [31, '31-60'],
    [60, '31-60'],
    [61, '61-90'],
    [91, '91-180'],
    [181, '181-365'],
    [365, '181-365'],
    [366, 'over_365'],
  ] as const)('%i is in the band %s', (days, band) => {
    expect(dayBandOf(days)).toBe(band);
  });

  it('are those of the pair that the row says', () => {
    const dates = { deniedOn: '2016-01-01', receivedOn: '2016-01-11', assignedOn: '2016-01-12', decidedOn: '2016-02-20' };
    expect((['daysToApply', 'daysToAssign', 'daysToDecide', 'daysInReview'] as const).map((field) => read(field, dates).join())).toEqual([
      '8-14',
      '0-7',
      '31-60',
      '31-60',
    ]);
    expect(read('daysToApply', { ...dates, deniedOn: '2016-02-01' })).toEqual(['out_of_order']);
    expect(read('daysToAssign', { ...dates, assignedOn: null })).toEqual([NOT_STATED]);
  });

  it('are in the band of the exact count, for every field that has a pair', () => {
    const fields = KEYWORD_FIELD_IDS.flatMap((field) => {
      const { between } = FIELDS[field];
      return between === undefined ? [] : [{ field, between }];
    });
    expect(fields).toHaveLength(4);
    const seen = new Set<string>();
    for (const { determination } of makeLetters(400, 7)) {
      const [document] = toIndexDocuments(determination);
      if (document === undefined) continue;
      const days = daysBetween(document.dates);
      for (const { field, between } of fields) {
        const exact = days[between];
        expect(document.keywords[field]).toEqual([exact === undefined ? NOT_STATED : dayBandOf(exact)]);
        seen.add(document.keywords[field].join());
      }
    }
    expect([...seen].sort()).toEqual([...DAY_BANDS, NOT_STATED].sort());
  });
});

describe('counts in dispute', () => {
  it('are numbers as they are typed', () => {
    expect(ofItem('sessionsAsked', { sessions: 12 })).toEqual(['12']);
    expect(ofItem('unitsAsked', { units: 2.5 })).toEqual(['2.5']);
    expect(ofItem('unitsAsked', { sessions: 12 })).toEqual([NOT_STATED]);
  });
});

describe('how many items of a letter were overturned', () => {
  it.each([
    ['some', ['upheld', 'overturned', 'overturned_in_part'], '1 of 3'],
    ['what is not known is not counted', ['overturned', 'undetermined', null], '1 of 1'],
    ['none', ['upheld'], '0 of 1'],
    ['nothing is known', ['undetermined', null], NOT_STATED],
  ] as const)('%s', (_, decisions, tally) => {
    const items = decisions.map((decision) => ({ decision }));
    const documents = toIndexDocuments(makeLetter({ items }).determination);
    expect(documents.map(({ keywords }) => keywords.letterTally)).toEqual(items.map(() => [tally]));
  });

  it('is of the known items that an interval goes by', () => {
    for (const { determination } of makeLetters(100, 13))
      for (const { keywords, knownInLetter } of toIndexDocuments(determination)) {
        const [tally = ''] = keywords.letterTally;
        expect(tally === NOT_STATED ? 0 : Number(tally.split(' of ')[1])).toBe(knownInLetter);
      }
  });
});

describe('the order of values', () => {
  it('is that of the whole list where a row lists it', () => {
    for (const field of KEYWORD_FIELD_IDS) {
      const { order } = FIELDS[field];
      if (order === undefined || typeof order === 'string') continue;
      expect([...order].sort(), field).toEqual([...(KEYWORD_FIELDS[field].labels?.keys() ?? [])].sort());
    }
  });
});
