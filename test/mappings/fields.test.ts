/** The field table: what is not stated is a value of its own, and no other means it. */
import { describe, expect, it } from 'vitest';
import { type KeywordField, NOT_STATED } from '#contract/fields.ts';
import { KeywordFieldSchema } from '#contract/query.ts';
import { branchOf, ITEM_FIELDS, isValueOf, KEYWORD_FIELDS, labelOf, valuesOf } from '#mappings/fields.ts';
import { toIndexDocuments } from '#mappings/index-document.ts';
import { labelsOf } from '#mappings/labels.ts';
import { words } from '#mappings/text/words.ts';
import { makeLetters } from '../fixtures/drawn-letters.ts';
import { makeLetter } from '../fixtures/factories.ts';

const LETTERS = [...makeLetters(40, 3), makeLetter({ caseNumber: 'CM90-0000001', decidedOn: null, items: [{ request: 'Sauna' }] })];

describe('what is not stated', () => {
  it('is no value of a list, nor words of one', () => {
    for (const field of KeywordFieldSchema.options) {
      const { labels, notStated } = KEYWORD_FIELDS[field];
      const shown = [...(labels ?? [])].flatMap(([value, label]) => [value, words(label).join(' ')]);
      expect(shown, field).not.toContain(NOT_STATED);
      if (notStated !== null) expect(shown, field).not.toContain(words(notStated).join(' '));
    }
  });

  it('is said in words of the field', () => {
    expect(labelOf('bodyPart', NOT_STATED)).toBe('Body part not stated');
    expect(labelOf('imrGuidelineFamily', NOT_STATED)).toBe('No guideline cited by IMR');
    expect(isValueOf('bodyPart', NOT_STATED)).toBe(true);
    expect(isValueOf('decision', NOT_STATED)).toBe(false);
  });

  it('is the value of an item without one, and of no other, in every field', () => {
    let without = 0;
    for (const { determination } of LETTERS) {
      for (const [at, { keywords }] of toIndexDocuments(determination).entries()) {
        const item = determination.items[at];
        if (item === undefined) throw new Error('a document of no item');
        for (const field of KeywordFieldSchema.options) {
          const own = KEYWORD_FIELDS[field].of(determination, item);
          expect(keywords[field], field).toEqual(own.length === 0 ? [NOT_STATED] : own);
          expect(valuesOf(field, determination, item)).toEqual(keywords[field]);
          if (!KEYWORD_FIELDS[field].several) expect(keywords[field], field).toHaveLength(1);
          // A field that says that every item has a value keeps its word.
          if (KEYWORD_FIELDS[field].notStated === null) expect(own.length, field).toBeGreaterThan(0);
          if (own.length === 0) without += 1;
        }
      }
    }
    expect(without).toBeGreaterThan(0);
  });
});

describe('a letter that prints that no guideline was cited', () => {
  const silent = { printed: 'None.', basis: 'non_mtus', citations: [{ guideline: 'none.not_stated', family: 'none' }] } as const;
  const { determination } = makeLetter({ items: [{ administrator: silent, reviewer: silent }] });
  const [item] = determination.items;
  if (item === undefined) throw new Error('a fictional letter has an item');

  it.each(KeywordFieldSchema.options.filter((field) => /guideline|edition|citation/i.test(field)))('has no value of %s', (field) => {
    expect(valuesOf(field, determination, item)).toEqual([NOT_STATED]);
    expect(isValueOf(field, 'none.not_stated') && KEYWORD_FIELDS[field].list === 'closed').toBe(false);
  });

  it('is shown as it says', () => {
    expect(labelsOf([item])).toMatchObject({ 'none.not_stated': 'No guideline stated', none: 'None stated' });
  });
});

describe('what lies under what', () => {
  it('is as the vocabulary says, and every branch is a value of its field', () => {
    for (const field of KeywordFieldSchema.options) {
      const { under, labels } = KEYWORD_FIELDS[field];
      if (under === undefined) {
        expect(branchOf(field, 'any'), field).toBeUndefined();
        continue;
      }
      expect(branchOf(field, NOT_STATED)).toBe(NOT_STATED);
      for (const value of labels?.keys() ?? []) {
        const branch = branchOf(field, value);
        expect(KEYWORD_FIELDS[under.branch].labels?.has(branch ?? ''), `${field} ${value}`).toBe(true);
      }
    }
    expect(branchOf('service', 'rehab.pt')).toBe('rehab');
    // A chapter of ACOEM that the MTUS never took over: its id says otherwise.
    expect(branchOf('imrGuideline', 'mtus.acoem2.ch06')).toBe('acoem');
  });

  it('is what the record says of each item', () => {
    for (const { determination } of LETTERS) {
      for (const item of determination.items) {
        for (const field of KeywordFieldSchema.options) {
          const { under, of } = KEYWORD_FIELDS[field];
          if (under === undefined) continue;
          const branches = of(determination, item).map((leaf) => branchOf(field, leaf));
          expect(new Set(branches), field).toEqual(new Set(KEYWORD_FIELDS[under.branch].of(determination, item)));
        }
      }
    }
  });
});

describe('the table', () => {
  it('has words for every value of a closed list and of no other', () => {
    for (const field of KeywordFieldSchema.options) {
      const { list, labels } = KEYWORD_FIELDS[field];
      expect(labels !== null, field).toBe(list === 'closed');
      if (labels === null) continue;
      for (const { determination } of LETTERS)
        for (const item of determination.items)
          for (const value of KEYWORD_FIELDS[field].of(determination, item)) expect(labels.has(value), `${field} ${value}`).toBe(true);
    }
  });

  it('has no name, label or column twice', () => {
    const rows = Object.values(KEYWORD_FIELDS);
    for (const names of [
      rows.flatMap(({ typed }) => typed),
      rows.map(({ label }) => label),
      rows.flatMap(({ column }) => column?.key ?? []),
    ])
      expect(new Set(names).size).toBe(names.length);
  });

  it('knows quarters, in words', () => {
    const day = (decidedOn: string) => makeLetter({ decidedOn }).determination;
    const quarters = ['2016-01-01', '2016-03-31', '2016-04-01', '2016-12-31'].map((decidedOn) => {
      const determination = day(decidedOn);
      return determination.items.slice(0, 1).flatMap((item) => KEYWORD_FIELDS.decidedQuarter.of(determination, item));
    });
    expect(quarters).toEqual([['2016-Q1'], ['2016-Q1'], ['2016-Q2'], ['2016-Q4']]);
    expect(labelOf('decidedQuarter', '2016-Q4')).toBe('Q4 2016');
  });

  it('has the treatment categories of the DWC without the marks of its form', () => {
    const { labels } = KEYWORD_FIELDS.dwcCategory;
    expect(labels?.has('Pharmaceuticals: Opioids')).toBe(true);
    for (const words of labels?.keys() ?? []) expect(words).toMatch(/^[^*\\':]+(?:: [^*\\':]+)*$/);
  });

  it('reads a field of the letter alike for all of its items, and of the others some field differs', () => {
    const letters = makeLetters(200, 5).map(({ determination }) => determination);
    const differs = (field: KeywordField) =>
      letters.some(
        (determination) => new Set(determination.items.map((item) => JSON.stringify(valuesOf(field, determination, item)))).size > 1,
      );
    const fields = Object.keys(KEYWORD_FIELDS) as KeywordField[];
    expect(fields.filter((field) => !ITEM_FIELDS.includes(field) && differs(field))).toEqual([]);
    expect(ITEM_FIELDS.filter(differs)).toEqual(expect.arrayContaining(['decision', 'service', 'drug', 'imrGuideline', 'bodyPart']));
  });

  it('holds no half of a surrogate pair', () => {
    const { determination } = makeLetter({ specialties: ['Pain \ud83d Medicine'] });
    expect(determination.items.flatMap((item) => valuesOf('specialty', determination, item))).toEqual(['Pain \ufffd Medicine']);
  });
});
