/** What is stored in Elasticsearch, and the bulk operations that store it. One document is one disputed item of a letter that counts. Pure. */
import type { Determination } from '#contract/determination.ts';
import type { DayPair } from '#contract/letter-dates.ts';
import type { TextField } from '#contract/query.ts';
import { type IndexDocument, toIndexDocuments } from '#mappings/index-document.ts';
import { daysBetween } from '#mappings/letter-days.ts';
import { stem } from '#mappings/text/stem.ts';
import { words } from '#mappings/text/words.ts';
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

/** Makes the items of a letter those of `determination`, where some are stored. */
export function itemOperations(target: Target, determination: Determination, stored: readonly string[]): Operation[] {
  const wanted = toIndexDocuments(determination);
  const ids = new Set(wanted.map((document) => document.itemId));
  const analysed = analyser();
  return [...wanted.map((document) => indexing(target, toItemDocument(document, analysed))), ...deletions(target, without(stored, ids))];
}

/** Takes items out; one that is not there is no failure. */
export function deletions(target: Target, itemIds: readonly string[]): Operation[] {
  return itemIds.map((id) => ({ owner: target.letter, lines: [JSON.stringify({ delete: placeOf(target, id) })] }));
}

function indexing(target: Target, document: ItemDocument): Operation {
  return { owner: target.letter, lines: [JSON.stringify({ index: placeOf(target, document.itemId) }), JSON.stringify(document)] };
}

function placeOf({ index, number }: Target, id: string): object {
  return { _index: index, _id: id, version: number, version_type: 'external_gte' };
}

function without(ids: readonly string[], others: ReadonlySet<string>): string[] {
  return ids.filter((id) => !others.has(id));
}

/** An item as it is stored: each text as its stems and as its words. */
interface ItemDocument extends Omit<IndexDocument, 'texts' | 'caseNumber' | 'dates'> {
  readonly decidedOn: string | null;
  /** Whole days between two dates of the letter; a pair of which it lacks one is left out. */
  readonly days: Partial<Record<DayPair, number>>;
  readonly stems: Partial<Record<TextField, string>>;
  readonly words: Partial<Record<TextField, string>>;
}

type Analysed = (text: string) => { stems: string; words: string };

/** The words of each text as the server splits them again, at blanks. A summary shared by the items is analysed once. */
function analyser(): Analysed {
  const known = new Map<string, { stems: string; words: string }>();
  return (text) => {
    let made = known.get(text);
    if (made === undefined) {
      const inOrder = words(text);
      made = { stems: inOrder.map((word) => toTerm(stem(word))).join(' '), words: inOrder.map(toTerm).join(' ') };
      known.set(text, made);
    }
    return made;
  };
}

function toItemDocument(document: IndexDocument, analysed: Analysed): ItemDocument {
  const stems: Partial<Record<TextField, string>> = {};
  const unstemmed: Partial<Record<TextField, string>> = {};
  for (const [field, text] of Object.entries(document.texts) as [TextField, string][]) {
    if (text === '') continue;
    const made = analysed(text);
    stems[field] = made.stems;
    unstemmed[field] = made.words;
  }
  const { itemId, letterId, number, dates, knownInLetter, keywords } = document;
  return { itemId, letterId, number, decidedOn: dates.decided, knownInLetter, days: daysBetween(dates), keywords, stems, words: unstemmed };
}
