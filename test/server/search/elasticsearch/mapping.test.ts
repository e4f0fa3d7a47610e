/** The generated mapping: what it must hold, and that the file in the repository is what the field table says. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { INDEX_KINDS, toElasticsearchDefinitions } from '#mappings/elasticsearch.ts';
import { KEYWORD_FIELDS, TEXT_FIELDS } from '#mappings/fields.ts';
import { concreteName } from '../../../../server/search/elasticsearch/names.ts';

const definitions = toElasticsearchDefinitions();

describe('the Elasticsearch mapping', () => {
  it('is written to mappings/elasticsearch.json as the field table says (npm run mappings)', () => {
    const file = new URL('../../../../mappings/elasticsearch.json', import.meta.url);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(definitions);
  });

  it('has every field of the table: keywords whole, texts as stems and as words', () => {
    const { properties } = definitions.items.mappings;
    expect(Object.keys(properties['keywords']?.properties ?? {})).toEqual(Object.keys(KEYWORD_FIELDS));
    for (const stream of ['stems', 'words']) expect(Object.keys(properties[stream]?.properties ?? {})).toEqual(Object.keys(TEXT_FIELDS));
    for (const field of Object.values(properties['keywords']?.properties ?? {})) expect(field).toEqual({ type: 'keyword' });
  });

  it.each(INDEX_KINDS)('takes no field into %s that it does not know', (kind) => {
    expect(definitions[kind].mappings.dynamic).toBe('strict');
  });

  it('names an index after its mapping, so that another mapping or stemmer gets another name', () => {
    const { items } = definitions;
    const other = { ...items, mappings: { ...items.mappings, properties: { ...items.mappings.properties, more: {} } } };
    expect(concreteName('imr-items', items)).toMatch(/^imr-items-v1-[0-9a-f]{12}$/);
    expect(concreteName('imr-items', other)).not.toBe(concreteName('imr-items', items));
    expect(concreteName('imr-items', items, 'stems 0')).not.toBe(concreteName('imr-items', items));
  });
});
