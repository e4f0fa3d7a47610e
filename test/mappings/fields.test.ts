/** The field table: what is not stated is a value of its own, and no other means it. */
import { describe, expect, it } from 'vitest';
import { KeywordFieldSchema, NOT_STATED } from '#contract/query.ts';
import { isValueOf, KEYWORD_FIELDS, labelOf, valuesOf } from '#mappings/fields.ts';
import { toIndexDocuments } from '#mappings/index-document.ts';
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
