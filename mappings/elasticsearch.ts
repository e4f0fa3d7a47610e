/**
 * The field table as Elasticsearch settings and mappings: a pure function, written to `elasticsearch.json` by
 * `npm run mappings`. Texts arrive as words of `text/words.ts` joined by blanks, and the server only splits at the blanks
 * (its built-in `whitespace` analyzer, no filters): so the words are the same on every engine and every server version.
 */
import { KEYWORD_FIELDS, TEXT_FIELDS } from './fields.ts';

/**
 * The kinds of index: disputed items (searched), letters (one head each), letter versions (stored), unreadable files, and
 * the puts that are under way (so that one that was cut off shows).
 */
export const INDEX_KINDS = ['items', 'letters', 'versions', 'unreadable', 'puts'] as const;
export type IndexKind = (typeof INDEX_KINDS)[number];

/** Raised when the same fields come to mean something else ; a changed mapping or stemmer tells by itself. */
export const INDEX_VERSION = 1;

interface Property {
  readonly type?: 'keyword' | 'date' | 'integer' | 'text' | 'object';
  readonly format?: string;
  readonly index?: boolean;
  readonly doc_values?: boolean;
  readonly enabled?: boolean;
  readonly dynamic?: 'strict';
  readonly analyzer?: 'whitespace';
  readonly index_options?: 'freqs' | 'positions';
  readonly properties?: Readonly<Record<string, Property>>;
}

/** What an index is created with. */
export interface IndexDefinition {
  readonly settings: { readonly number_of_shards: number; readonly auto_expand_replicas: string };
  readonly mappings: {
    readonly dynamic: 'strict';
    readonly _source?: { readonly excludes: readonly string[] };
    readonly properties: Readonly<Record<string, Property>>;
  };
}

// `keyword` without `ignore_above`: a value too long to be indexed fails its letter aloud instead of being left out.
const keyword: Property = { type: 'keyword' };
const day: Property = { type: 'date', format: 'strict_date' };
const whole: Property = { type: 'integer' };
/** Kept as it came and never looked into. */
const kept: Property = { type: 'object', enabled: false };
/** Words that are only looked up: no positions. */
const stems: Property = { type: 'text', analyzer: 'whitespace', index_options: 'freqs' };
const words: Property = { type: 'text', analyzer: 'whitespace', index_options: 'positions' };

/** One definition for each kind of index. */
export function toElasticsearchDefinitions(): Record<IndexKind, IndexDefinition> {
  return {
    items: define(
      {
        itemId: keyword,
        letterId: keyword,
        number: whole,
        decidedOn: day,
        keywords: each(KEYWORD_FIELDS, keyword),
        stems: each(TEXT_FIELDS, stems),
        words: each(TEXT_FIELDS, words),
      },
      ['stems', 'words'],
    ),
    letters: define({
      letterId: keyword,
      sha256: keyword,
      decidedOn: day,
      itemIds: kept,
      versionCount: whole,
      messageCodes: keyword,
      versions: kept,
    }),
    versions: define({ letterId: keyword, sha256: keyword, determination: kept, canonical: kept }),
    unreadable: define({ sha256: keyword, fileName: keyword, letter: kept }),
    puts: define({ letters: kept, taken: whole }),
  };
}

/**
 * One shard each: counts of one shard have no error bound, and some million items fit. Replicas appear with a second node.
 */
function define(properties: Readonly<Record<string, Property>>, notStored: readonly string[] = []): IndexDefinition {
  return {
    settings: { number_of_shards: 1, auto_expand_replicas: '0-1' },
    mappings: {
      dynamic: 'strict',
      ...(notStored.length === 0 ? {} : { _source: { excludes: notStored.map((name) => `${name}.*`) } }),
      properties,
    },
  };
}

function each(table: Readonly<Record<string, unknown>>, property: Property): Property {
  return { type: 'object', dynamic: 'strict', properties: Object.fromEntries(Object.keys(table).map((name) => [name, property])) };
}
