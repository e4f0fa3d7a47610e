/** Records as they are stored: what is left out comes back as it was, and what could not come back is stored in full. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Determination, DeterminationSchema, ItemSchema } from '#contract/determination.ts';
import { bared, filled } from '../../../server/library/bare-record.ts';
import { packRecord, packText, unpackRecord, unpackText } from '../../../server/library/packed-record.ts';
import { makeLetters } from '../../fixtures/drawn-letters.ts';
import { makeLetter } from '../../fixtures/factories.ts';

/** What is empty of a schema: null where it may be, no list's elements, and what must stand there as it is given. */
function emptyOf(schema: z.ZodType, given: unknown): unknown {
  if (schema.safeParse(null).success) return null;
  if (schema instanceof z.ZodArray) return schema.element === ItemSchema && Array.isArray(given) ? [emptyOf(ItemSchema, given[0])] : [];
  if (!(schema instanceof z.ZodObject) || typeof given !== 'object' || given === null) return given;
  const shape = schema.shape as Record<string, z.ZodType>;
  return Object.fromEntries(Object.entries(shape).map(([key, one]) => [key, emptyOf(one, (given as Record<string, unknown>)[key])]));
}

const letter = makeLetter();
const empty = emptyOf(DeterminationSchema, letter.determination) as Determination;

describe('a record made bare', () => {
  it('has a shape for the schema of today, by which nothing empty is stored', () => {
    const [item] = empty.items;
    expect(bared(empty)).toEqual({
      schemaVersion: empty.schemaVersion,
      id: empty.id,
      programme: empty.programme,
      caseNumber: expect.anything(),
      layout: empty.layout,
      published: null,
      items: [{ id: item?.id, number: item?.number }],
      source: empty.source,
    });
  });

  it('comes back as it was, in the order of the schema', () => {
    const records = [empty, ...makeLetters(40, 1).map(({ determination }) => determination)];
    for (const record of records) {
      const bare = bared(record);
      expect(bare).not.toBeNull();
      const back = filled(JSON.parse(JSON.stringify(bare)) as object) as Determination;
      expect(back).toEqual(record);
      expect(Object.keys(back)).toEqual(Object.keys(DeterminationSchema.shape));
      expect(unpackRecord(packRecord(record))).toEqual(record);
    }
  });

  it('keeps every form that a value can have', () => {
    const place = { start: 1, end: 3, quote: 'ab' };
    const values: unknown[] = [
      { value: 'ab', grade: 'stated', rule: 'r', evidence: [place] },
      { value: 'other words', grade: 'inferred', rule: 'r', evidence: [place] },
      { value: null, grade: 'stated', rule: 'r', evidence: [{ ...place, quote: '' }] },
      { value: ['ab'], grade: 'stated', rule: 'r', evidence: [place] },
      { value: 'ab', grade: 'stated', rule: 'r', evidence: [place, place] },
      { value: 'ab', grade: 'stated', rule: 'r', evidence: [] },
      { value: 'ab', grade: 'stated', rule: 'r', evidence: [{ ...place, page: 2 }] },
      { value: 'ab', grade: 'stated', rule: 'r', evidence: [place], more: true },
      'no value at all',
      0,
      '',
      false,
    ];
    for (const priority of values) {
      const record = { ...empty, priority, documentsReviewed: [priority], messages: [priority] };
      const bare = bared(record);
      expect(filled(JSON.parse(JSON.stringify(bare)) as object)).toEqual(record);
    }
  });

  it('is none where that could not be undone', () => {
    const { claimAgeDays: _, ...less } = empty;
    const others: object[] = [
      less,
      { ...empty, more: null },
      { ...empty, priority: undefined },
      { ...empty, priority: ['a list'] },
      { ...empty, diagnoses: [['a list']] },
      { ...empty, diagnoses: null },
      { ...empty, items: [null] },
      { ...empty, items: 'none' },
      { ...empty, dates: {} },
      { ...empty, dates: [] },
      { ...empty, schemaVersion: 3 },
    ];
    for (const record of others) expect(bared(record), JSON.stringify(record).slice(0, 200)).toBeNull();
  });
});

describe('what is stored', () => {
  it('is JSON where it is short and deflated where it is long, of texts as of records', () => {
    const long = makeLetter({ summary: 'A fictional summary. '.repeat(2_000) });
    expect([typeof packRecord(empty), typeof packRecord(long.determination)]).toEqual(['string', 'object']);
    expect([typeof packText({ text: 'short', pageStarts: [0] }).body, typeof packText(long.canonical).body]).toEqual(['string', 'object']);
    expect(unpackRecord(packRecord(long.determination))).toEqual(long.determination);
    expect(unpackText(packText(long.canonical))).toEqual(long.canonical);
  });

  it('is read where JSON comes as bytes', () => {
    const text = { text: 'Fictional \u2013 \ud800 words', pageStarts: [0] };
    const { hash, body } = packText(text);
    expect(unpackText({ hash, body: Buffer.from(body) })).toEqual(text);
    expect(unpackRecord(Buffer.from(packRecord(empty)))).toEqual(empty);
    expect(unpackText({ hash, body: Buffer.from(body).fill(1) })).toBeNull();
  });
});
