/** What is stored in Elasticsearch, and the bulk operations that store it. One document is one disputed item of a letter that counts. Pure. */
import { type Determination, itemId } from '#contract/determination.ts';
import type { KeywordField } from '#contract/fields.ts';
import type { DayPair, LetterDate } from '#contract/letter-dates.ts';
import type { TextField } from '#contract/query.ts';
import { DATE_PATHS, DECIDED_WITHIN, keywordPath } from '#mappings/elasticsearch.ts';
import { mapRecord } from '#mappings/fields.ts';
import { type IndexDocument, toIndexDocuments } from '#mappings/index-document.ts';
import { daysBetween } from '#mappings/letter-days.ts';
import { letterWords } from '#mappings/recognise/letter-words.ts';
import { stem } from '#mappings/text/stem.ts';
import type { Query, SearchBody } from './dialect.ts';
import { firstsOf, type ItemFirsts } from './letter-firsts.ts';
import { toTerm } from './terms.ts';

/** One line pair of a bulk request. `owner` is the letter whose it is: it is refused together with its letter. */
export interface Operation {
  readonly owner: string;
  readonly lines: readonly string[];
}

/** Where a letter's operations go, and as what: a change with a lower number cannot undo them, the same one once more changes nothing. */
export interface Target {
  readonly index: string;
  readonly letter: string;
  /** The number of the letter's change. */
  readonly number: number;
}

/**
 * Makes the items of a letter those of `determination`; null: it has none any more. Every other item that it ever had is taken out, whether it is stored
 * or not: an operation that comes late could bring it.
 */
export function itemOperations(target: Target, determination: Determination | null, mostItems: number): Operation[] {
  const wanted = determination === null ? [] : toIndexDocuments(determination);
  const ids = new Set(wanted.map((document) => document.itemId));
  const ever = Array.from({ length: mostItems }, (_, at) => itemId(target.letter, at + 1));
  const analysed = analyser();
  return [
    ...firstsOf(wanted).map(({ document, firsts }) => indexing(target, document.itemId, toItemDocument(document, firsts, analysed))),
    ...removals(
      target,
      ever.filter((id) => !ids.has(id)),
    ),
  ];
}

/**
 * Takes documents out. What is left is a document with the number of the change and nothing else: the server forgets the numbers of what is deleted,
 * at the latest when a node starts again, and a writer that was held up could then put it back in.
 */
export function removals(target: Target, ids: readonly string[]): Operation[] {
  return ids.map((id) => indexing(target, id, { letterId: target.letter }));
}

/** The documents that are there: all but what is left of those that were taken out. */
export const THERE: Query = { exists: { field: keywordPath('caseNumber') } };

/** What is asked, of the documents that are there. */
export function ofThose(body: SearchBody): SearchBody {
  return { ...body, query: { bool: { must: [body.query], filter: [THERE] } } };
}

/** Puts a document in, in the place of the one of this id. */
export function indexing(target: Target, id: string, document: object): Operation {
  return { owner: target.letter, lines: [JSON.stringify({ index: placeOf(target, id) }), JSON.stringify(document)] };
}

function placeOf({ index, number }: Target, id: string): object {
  return { _index: index, _id: id, version: number, version_type: 'external_gte' };
}

/** An item as it can be read back; what the letter does not have is left out. */
interface StoredItem
  extends Pick<IndexDocument, 'itemId' | 'letterId' | 'knownInLetter'>,
    Readonly<Record<KeywordField, readonly string[]>>,
    Readonly<Partial<Record<TextField | (typeof DATE_PATHS)[LetterDate] | (typeof DECIDED_WITHIN)[keyof typeof DECIDED_WITHIN], string>>> {
  readonly itemNumber: number;
  readonly letterFirst: ItemFirsts['letterFirst'];
  /** Whole days between two dates of the letter. */
  readonly days: Partial<Record<DayPair, number>>;
}

/** What is sent: beside it what only the index keeps, each text as its stems and as its words, and by what values the item is the first of its letter. */
type ItemDocument = StoredItem & Readonly<Record<'stems' | 'words', Partial<Record<TextField, string>>>> & Pick<ItemFirsts, 'firsts'>;

type Analysed = (text: string) => { stems: string; words: string };

/** The words of each text as the server splits them again, at blanks. A summary shared by the items is analysed once. */
function analyser(): Analysed {
  const known = new Map<string, { stems: string; words: string }>();
  return (text) => {
    let made = known.get(text);
    if (made === undefined) {
      const inOrder = letterWords(text);
      made = { stems: inOrder.map((word) => toTerm(stem(word))).join(' '), words: inOrder.map(toTerm).join(' ') };
      known.set(text, made);
    }
    return made;
  };
}

function toItemDocument(document: IndexDocument, { letterFirst, firsts }: ItemFirsts, analysed: Analysed): ItemDocument {
  const texts = there(document.texts, (text) => text !== '');
  return {
    ...toStoredItem(document, letterFirst),
    firsts,
    stems: mapRecord(texts, (text) => analysed(text).stems),
    words: mapRecord(texts, (text) => analysed(text).words),
  };
}

/** An index document as it is stored. The server writes no half of a surrogate pair; texts are for reading only, so it is replaced there. */
export function toStoredItem(document: IndexDocument, letterFirst: ItemFirsts['letterFirst']): StoredItem {
  const { itemId, letterId, number, dates, decided, knownInLetter, keywords, texts } = document;
  return {
    itemId,
    letterId,
    itemNumber: number,
    ...keywords,
    ...Object.fromEntries(
      Object.entries(DATE_PATHS).flatMap(([date, path]) => (dates[date as LetterDate] === null ? [] : [[path, dates[date as LetterDate]]])),
    ),
    ...(decided === null ? {} : { [DECIDED_WITHIN.first]: decided.first, [DECIDED_WITHIN.last]: decided.last }),
    knownInLetter,
    letterFirst,
    days: daysBetween(dates),
    ...mapRecord(
      there(texts, (text) => text !== ''),
      (text) => text.toWellFormed(),
    ),
  };
}

function there<K extends string, V>(record: Readonly<Record<K, V>>, isThere: (value: V) => boolean): Record<K, V> {
  return Object.fromEntries(Object.entries<V>(record).filter(([, value]) => isThere(value))) as Record<K, V>;
}
