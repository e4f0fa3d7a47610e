/** The generated mapping: what it must hold, that the file in the repository is what the field table says, and how an index is named after it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DATE_PATHS, DECIDED_WITHIN, INDEX_VERSION, toItemsDefinition, toRecordsDefinition } from '#mappings/elasticsearch.ts';
import { KEYWORD_FIELDS, TEXT_FIELDS } from '#mappings/fields.ts';
import { concreteName, madeNow, readName } from '../../../../server/search/elasticsearch/names.ts';

const definition = toItemsDefinition();

describe('the Elasticsearch mapping', () => {
  it('is written to mappings/elasticsearch.json as the field table says (npm run mappings)', () => {
    const file = new URL('../../../../mappings/elasticsearch.json', import.meta.url);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ items: definition, records: toRecordsDefinition() });
  });

  it('has every field of the table under its own name: keywords whole, texts as they are printed, as stems and as words', () => {
    const { properties } = definition.mappings;
    for (const field of Object.keys(KEYWORD_FIELDS)) expect(properties[field], field).toEqual({ type: 'keyword' });
    for (const field of Object.keys(TEXT_FIELDS)) expect(properties[field], field).toEqual({ type: 'text', analyzer: 'standard' });
    for (const path of Object.values(DATE_PATHS)) expect(properties[path], path).toEqual({ type: 'date', format: 'strict_date' });
    for (const stream of ['stems', 'words']) expect(Object.keys(properties[stream]?.properties ?? {})).toEqual(Object.keys(TEXT_FIELDS));
  });

  it('has no name twice', () => {
    const names = ['itemId', 'letterId', 'itemNumber', 'knownInLetter', 'letterFirst', 'firsts', 'days', 'stems', 'words'];
    const all = [
      ...names,
      ...Object.keys(KEYWORD_FIELDS),
      ...Object.keys(TEXT_FIELDS),
      ...Object.values(DATE_PATHS),
      ...Object.values(DECIDED_WITHIN),
    ];
    expect(Object.keys(definition.mappings.properties).sort()).toEqual([...all].sort());
    expect(new Set(all).size).toBe(all.length);
  });

  it('takes no field that it does not know', () => {
    expect(definition.mappings.dynamic).toBe('strict');
  });
});

describe('the name of an index', () => {
  const other = { ...definition, mappings: { ...definition.mappings, properties: { ...definition.mappings.properties, more: {} } } };

  it('says its mapping, its stemmer and its generation, and is read back', () => {
    const name = concreteName('imr-items', madeNow(12));
    expect(name).toMatch(/^imr-items-v3-[0-9a-f]{12}-[0-9a-f]{12}-12$/);
    expect(readName('imr-items', name)).toEqual(madeNow(12));
    expect(madeNow(1, other)).toMatchObject({
      mapping: expect.not.stringContaining(madeNow(1).mapping) as string,
      stemmer: madeNow(1).stemmer,
    });
    expect(madeNow(1, [definition, toRecordsDefinition()], 'stems 0')).toMatchObject({ mapping: madeNow(1).mapping });
    expect(madeNow(1, [definition, toRecordsDefinition()], 'stems 0').stemmer).not.toBe(madeNow(1).stemmer);
  });

  it('is known for one of an earlier version or of a program that had no library, and for no other', () => {
    expect(readName('imr-items', 'imr-items-v1-0123456789ab')).toBe('earlier');
    expect(readName('imr-items', 'imr-items-v2-0123456789ab-cba987654321-3')).toEqual({
      version: 2,
      mapping: '0123456789ab',
      stemmer: 'cba987654321',
      generation: 3,
    });
    for (const name of [
      'imr-items',
      'imr-items-v0-0123456789ab',
      `imr-items-v${INDEX_VERSION + 1}-0123456789ab-0123456789ab-1`,
      'imr2-items-v1-0123456789ab',
    ]) {
      expect(readName('imr-items', name), name).toBeNull();
    }
  });
});
