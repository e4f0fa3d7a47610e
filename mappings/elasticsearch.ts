/**
 * The field table as Elasticsearch settings and mappings: a pure function, written to `elasticsearch.json` by
 * `npm run mappings`. A document is flat and has plain names, for whoever looks at it with Kibana. What this program asks of texts are streams of its
 * own beside them (`stems.*`, `words.*`): words of `text/words.ts` joined by blanks, which the server only splits at the blanks (its built-in
 * `whitespace` analyzer, no filters): so the words are the same on every engine and every server version.
 */

import type { KeywordField } from '#contract/fields.ts';
import { DAY_PAIRS, type DayPair, type LetterDate } from '#contract/letter-dates.ts';
import type { TextField } from '#contract/query.ts';
import { ITEM_FIELDS, KEYWORD_FIELDS, TEXT_FIELDS } from './fields.ts';

/** Raised when the same fields come to mean something else; a changed mapping or stemmer tells by itself. 1: as before there was a library; 2: nested. */
export const INDEX_VERSION = 3;

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

/** Where the values of a keyword field stand in a document. */
export function keywordPath(field: KeywordField): string {
  return field;
}

/** Where the whole days between two dates stand. */
export function daysPath(pair: DayPair): string {
  return `days.${pair}`;
}

/** Where it stands whether an item is the first of its letter, and the first with a known decision. */
export const LETTER_FIRST = 'letterFirst';

/** Where the values of a field stand by which an item is the first of its letter: of all its items (`any`), or of those with a known decision. */
export function firstsPath(first: 'any' | 'known', field: KeywordField): string {
  return `firsts.${first}.${field}`;
}

/** The letter's dates, by the names that they have in a document. */
export const DATE_PATHS = {
  injury: 'injuredOn',
  urDenial: 'deniedOn',
  applicationReceived: 'receivedOn',
  assigned: 'assignedOn',
  decided: 'decidedOn',
} as const satisfies Readonly<Record<LetterDate, string>>;

/** The first and the last day on which an item may have been decided: the same, where its day is known. */
export const DECIDED_WITHIN = { first: 'decidedFirst', last: 'decidedLast' } as const;

interface Property {
  readonly type?: 'keyword' | 'date' | 'integer' | 'long' | 'text' | 'object' | 'binary';
  readonly index?: false;
  readonly format?: string;
  readonly dynamic?: 'strict';
  readonly analyzer?: 'whitespace' | 'standard';
  readonly index_options?: 'freqs' | 'positions';
  readonly properties?: Readonly<Record<string, Property>>;
}

/** What of a document only the index keeps: streams that this program asks, and no text to read. */
export const OWN_STREAMS = ['stems', 'words', 'firsts'] as const;

/** What an index is created with. */
export interface IndexDefinition {
  readonly settings: {
    readonly number_of_shards: number;
    readonly number_of_replicas?: number;
    readonly auto_expand_replicas: string | false;
    readonly refresh_interval: string;
    readonly codec?: 'best_compression';
    readonly query?: { readonly default_field: readonly string[] };
    readonly similarity?: { readonly default: { readonly type: 'BM25'; readonly k1: number; readonly b: number } };
  };
  readonly mappings: {
    readonly dynamic: 'strict';
    readonly _source?: { readonly excludes: string[] };
    readonly properties: Readonly<Record<string, Property>>;
  };
}

// `keyword` without `ignore_above`: a value too long to be indexed is refused aloud instead of being left out.
const keyword: Property = { type: 'keyword' };
/** A keyword that is only counted. */
const counted: Property = { type: 'keyword', index: false };
const day: Property = { type: 'date', format: 'strict_date' };
const whole: Property = { type: 'integer' };
/** The default one of the index: texts that score as one may have no similarity of their own. */
const similarity = { default: { type: 'BM25', k1: SCALED_K1, b: B } } as const;
/** Words that are only looked up: no positions. */
const stems: Property = { type: 'text', analyzer: 'whitespace', index_options: 'freqs' };
const words: Property = { type: 'text', analyzer: 'whitespace', index_options: 'positions' };
/** Texts as they are printed, for other programs: this one asks its own streams. */
const readable: Property = { type: 'text', analyzer: 'standard' };

const settings = {
  // Some million items fit in one; whoever makes an index may ask for more. Replicas appear with a second node.
  number_of_shards: 1,
  auto_expand_replicas: '0-1',
  // What is written is made visible by whoever wrote it, all of a batch at once, and not by a clock in the midst of it.
  refresh_interval: '-1',
} as const;

/** How the index of the disputed items is made: one document an item. */
export function toItemsDefinition(): IndexDefinition {
  return {
    settings: {
      ...settings,
      // Where somebody types words without a field, as in Kibana: the texts that can be read.
      query: { default_field: Object.keys(TEXT_FIELDS) },
      similarity,
    },
    mappings: {
      dynamic: 'strict',
      _source: { excludes: [...OWN_STREAMS] },
      properties: {
        itemId: keyword,
        letterId: keyword,
        itemNumber: whole,
        ...each(Object.keys(KEYWORD_FIELDS), keyword),
        ...each([...Object.values(DATE_PATHS), ...Object.values(DECIDED_WITHIN)], day),
        knownInLetter: whole,
        letterFirst: keyword,
        firsts: inside({ any: inside(each(ITEM_FIELDS, counted)), known: inside(each(ITEM_FIELDS, counted)) }),
        days: inside(Object.fromEntries(DAY_PAIRS.map(({ pair }) => [pair, whole]))),
        ...each(Object.keys(TEXT_FIELDS), readable),
        stems: inside(each(Object.keys(TEXT_FIELDS), stems)),
        words: inside(each(Object.keys(TEXT_FIELDS), words)),
      },
    },
  };
}

/**
 * How the index beside it is made: one document a letter, its record and its text as the library packs them; and one that says how far both are, and
 * which program wrote last. No search for items comes here.
 */
export function toRecordsDefinition(): IndexDefinition {
  const packed: Property = { type: 'binary' };
  return {
    settings: { ...settings, codec: 'best_compression' },
    mappings: {
      dynamic: 'strict',
      properties: {
        letterId: keyword,
        caseNumber: keyword,
        decidedOn: day,
        messages: keyword,
        record: packed,
        text: packed,
        textHash: packed,
        library: keyword,
        change: { type: 'long' },
        writer: keyword,
      },
    },
  };
}

function each(names: readonly string[], property: Property): Record<string, Property> {
  return Object.fromEntries(names.map((name) => [name, property]));
}

function inside(properties: Readonly<Record<string, Property>>): Property {
  return { type: 'object', dynamic: 'strict', properties };
}
