/**
 * The field table as Elasticsearch settings and mappings: a pure function, written to `elasticsearch.json` by
 * `npm run mappings`. Texts arrive as words of `text/words.ts` joined by blanks, and the server only splits at the blanks
 * (its built-in `whitespace` analyzer, no filters): so the words are the same on every engine and every server version.
 */
import type { TextField } from '#contract/query.ts';
import { KEYWORD_FIELDS, TEXT_FIELDS } from './fields.ts';

/**
 * The kinds of index: disputed items (searched), letters (one head each), letter versions (stored), unreadable files, and
 * the puts that are under way (so that one that was cut off shows).
 */
export const INDEX_KINDS = ['items', 'letters', 'versions', 'unreadable', 'puts'] as const;
export type IndexKind = (typeof INDEX_KINDS)[number];

/** Raised when the same fields come to mean something else; a changed mapping or stemmer tells by itself. */
export const INDEX_VERSION = 1;

/** BM25 as the embedded engine's FTS5 has it: how fast more of a word stops to tell more, and how much the length of the texts counts. */
const K1 = 1.2;
const B = 0.75;
const LIGHTEST = Math.min(...Object.values(TEXT_FIELDS).map(({ weight }) => weight));
/**
 * Texts score as one (`combined_fields`), where none may weigh less than 1. So the lightest weighs 1, and k1 is that many times larger as
 * the heading then weighs: what saturates a word is the same as where a heading weighs 1.
 */
const HEADING = TEXT_FIELDS.heading.weight / LIGHTEST;
const SCALED_K1 = K1 * HEADING;

/** How often each word of a text counts where texts score as one. */
export function combinedWeight(field: TextField): number {
  return TEXT_FIELDS[field].weight / LIGHTEST;
}

/** Brings scores back to those of the plain k1: the server multiplies them by k1 + 1. */
export const COMBINED_BOOST = (K1 + 1) / (SCALED_K1 + 1);

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
  readonly settings: {
    readonly number_of_shards: number;
    readonly auto_expand_replicas: string;
    readonly similarity?: { readonly default: { readonly type: 'BM25'; readonly k1: number; readonly b: number } };
  };
  readonly mappings: {
    readonly dynamic: 'strict';
    readonly _source?: { readonly excludes: string[] };
    readonly properties: Readonly<Record<string, Property>>;
  };
}

// `keyword` without `ignore_above`: a value too long to be indexed fails its letter aloud instead of being left out.
const keyword: Property = { type: 'keyword' };
const day: Property = { type: 'date', format: 'strict_date' };
const whole: Property = { type: 'integer' };
/** Kept as it came and never looked into. */
const kept: Property = { type: 'object', enabled: false };
/** The default one of the index: texts that score as one may have no similarity of their own. */
const similarity = { default: { type: 'BM25', k1: SCALED_K1, b: B } } as const;
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
      { notStored: ['stems', 'words'], similarity },
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
function define(
  properties: Readonly<Record<string, Property>>,
  { notStored = [], ...more }: { readonly notStored?: readonly string[]; readonly similarity?: typeof similarity } = {},
): IndexDefinition {
  return {
    settings: { number_of_shards: 1, auto_expand_replicas: '0-1', ...more },
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
