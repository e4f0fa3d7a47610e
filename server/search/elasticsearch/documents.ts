/**
 * What is stored in Elasticsearch, and the bulk operations that store it. Pure.
 * A letter's head (`letters`) names all its versions and the current one; it is written last and is the moment at which
 * a put counts. A version is only changed by a put that replaces it; items are those of the current version only.
 */
import type { CanonicalText, Determination, Letter, UnreadableLetter } from '#contract/determination.ts';
import type { TextField } from '#contract/query.ts';
import { type IndexDocument, toIndexDocuments } from '#mappings/fields.ts';
import { stem } from '#mappings/text/stem.ts';
import { words } from '#mappings/text/words.ts';
import type { Aliases } from './names.ts';
import { toTerm } from './terms.ts';

/** One version as its letter's head lists it. `sequence` counts puts of this letter, from 1. */
export interface VersionEntry {
  readonly sha256: string;
  readonly fileName: string;
  readonly decidedOn: string | null;
  readonly sequence: number;
}

/** The head of a letter. `sha256`, `decidedOn`, `itemIds` and `messageCodes` are those of the current version. */
export interface HeadDocument {
  readonly letterId: string;
  readonly sha256: string;
  readonly decidedOn: string | null;
  readonly itemIds: readonly string[];
  readonly versionCount: number;
  readonly messageCodes: readonly string[];
  readonly versions: readonly VersionEntry[];
}

/** One stored letter, whole. */
export interface VersionDocument {
  readonly letterId: string;
  readonly sha256: string;
  readonly determination: Determination;
  readonly canonical: CanonicalText;
}

/** A letter whose items are being written, and the ids of all items it may have before or after. */
export interface TouchedLetter {
  readonly letterId: string;
  readonly itemIds: readonly string[];
}

/** A put (or removal) under way: written before its first item, deleted after its last head. See `cut-off.ts`. */
export interface PutDocument {
  readonly letters: readonly TouchedLetter[];
  /** How many programs took it for cut off and settled its letters. */
  readonly taken: number;
}

export interface UnreadableDocument {
  readonly sha256: string;
  readonly fileName: string;
  readonly letter: UnreadableLetter;
}

/** One line pair of a bulk request. `owner` is whose it is: it fails together with its letter. */
export interface Operation {
  readonly owner: string;
  readonly lines: readonly string[];
}

/** Where a head was read, so that it is only replaced if nobody else has done so. */
export interface Seen {
  readonly seqNo: number;
  readonly primaryTerm: number;
}

/** Stores a version. */
export function versionOperation(aliases: Aliases, letter: Letter): Operation {
  const { determination, canonical } = letter;
  const document: VersionDocument = { letterId: determination.id, sha256: determination.source.sha256, determination, canonical };
  return index(aliases.versions, document.sha256, determination.id, document);
}

/** Makes the stored items of a letter those of `determination`, where the items `before` were stored until now. */
export function itemOperations(aliases: Aliases, determination: Determination, before: readonly string[]): Operation[] {
  const wanted = toIndexDocuments(determination);
  const ids = new Set(wanted.map((document) => document.itemId));
  const analysed = analyser();
  return [
    ...wanted.map((document) => index(aliases.items, document.itemId, determination.id, toItemDocument(document, analysed))),
    ...before.filter((id) => !ids.has(id)).map((id) => deletion(aliases.items, id, determination.id)),
  ];
}

/** Writes a head; refused by the server where another program wrote it since `seen` (null: since it was not there). */
export function headOperation(aliases: Aliases, head: HeadDocument, seen: Seen | null): Operation {
  return guarded({ _index: aliases.letters, _id: head.letterId }, head.letterId, head, seen);
}

/** Notes a put as under way; refused as a head is. */
export function putOperation(aliases: Aliases, id: string, put: PutDocument, seen: Seen | null): Operation {
  return guarded({ _index: aliases.puts, _id: id }, id, put, seen);
}

/** Takes the note of a put away; refused where another program wrote it since `seen`. */
export function putDoneOperation(aliases: Aliases, id: string, seen: Seen): Operation {
  const place = { _index: aliases.puts, _id: id, if_seq_no: seen.seqNo, if_primary_term: seen.primaryTerm };
  return { owner: id, lines: [JSON.stringify({ delete: place })] };
}

export function unreadableOperation(aliases: Aliases, letter: UnreadableLetter): Operation {
  const document: UnreadableDocument = { sha256: letter.source.sha256, fileName: letter.source.fileName, letter };
  return index(aliases.unreadable, document.sha256, document.sha256, document);
}

/** Takes a document out; one that is not there is no failure. */
export function deletion(alias: string, id: string, owner: string): Operation {
  return { owner, lines: [JSON.stringify({ delete: { _index: alias, _id: id } })] };
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

function toItemDocument(document: IndexDocument, analysed: Analysed): object {
  const stems: Partial<Record<TextField, string>> = {};
  const unstemmed: Partial<Record<TextField, string>> = {};
  for (const [field, text] of Object.entries(document.texts) as [TextField, string][]) {
    if (text === '') continue;
    const made = analysed(text);
    stems[field] = made.stems;
    unstemmed[field] = made.words;
  }
  const { itemId, letterId, number, decidedOn, keywords } = document;
  return { itemId, letterId, number, decidedOn, keywords, stems, words: unstemmed };
}

function index(alias: string, id: string, owner: string, document: object): Operation {
  return { owner, lines: [JSON.stringify({ index: { _index: alias, _id: id } }), JSON.stringify(document)] };
}

function guarded(place: { _index: string; _id: string }, owner: string, document: object, seen: Seen | null): Operation {
  const action = seen === null ? { create: place } : { index: { ...place, if_seq_no: seen.seqNo, if_primary_term: seen.primaryTerm } };
  return { owner, lines: [JSON.stringify(action), JSON.stringify(document)] };
}
