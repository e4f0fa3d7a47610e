/** A letter made ready to be written: all that can be done before the library is asked, in whatever thread holds the letter. Pure. */
import { type CanonicalText, itemId, type Letter } from '#contract/determination.ts';
import { type IndexDocument, toIndexDocuments } from '#mappings/index-document.ts';
import { recordJson, textJson } from './packed-record.ts';
import { type PreparedLetter, placeOf, type ReadyLetter } from './ready-letter.ts';

/** Longest id of an item, in bytes of UTF-8: what Elasticsearch takes, so that every letter can go to either engine. */
const LONGEST_ID = 512;

/** The letter as it goes to the library, and what an engine indexes of it: nothing of one that cannot be stored. */
export interface Prepared {
  readonly letter: PreparedLetter;
  readonly documents: readonly IndexDocument[];
}

export function prepared(letter: Letter): Prepared {
  const named = nameOf(letter);
  const unnamed = whyUnnamed(letter);
  if (unnamed !== null)
    return { letter: { kind: 'unnamed', ...named, reason: `The letter could not be stored: ${unnamed}` }, documents: [] };
  const placed = { id: named.id, ...placeOf(letter.determination.source) };
  try {
    const documents = toIndexDocuments(letter.determination);
    return { letter: { ...placed, ...ready(letter, documents) }, documents };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { letter: { ...placed, kind: 'unfit', reason: `The letter could not be stored: ${why}` }, documents: [] };
  }
}

/** Throws where the letter is not one: parts are missing, or its items do not bear their own ids. */
function ready({ determination, canonical }: Letter, documents: readonly IndexDocument[]): ReadyLetter {
  const { id, messages } = determination;
  const decidedOn = determination.dates.decided?.value ?? null;
  if (typeof (decidedOn ?? '') !== 'string') throw new Error('its decision day is not a text');
  const ids = new Set(documents.map((document) => document.itemId));
  if (ids.size !== documents.length || documents.some((document) => document.itemId !== itemId(id, document.number))) {
    throw new Error('its disputed items do not bear the ids of their letter and numbers');
  }
  if ([id, ...ids].some((one) => Buffer.byteLength(one) > LONGEST_ID)) {
    throw new Error(`the case number is too long: an id may have ${LONGEST_ID} bytes`);
  }
  // What is no letter may have none, which the types do not tell.
  if (typeof (canonical as CanonicalText | undefined)?.text !== 'string') throw new Error('its text is missing');
  return {
    kind: 'ready',
    decidedOn,
    messages: JSON.stringify([...new Set(messages.map(({ code }) => code))]),
    items: documents.length,
    record: recordJson(determination),
    text: textJson(canonical),
  };
}

/** A letter of which nothing is known yet. */
type Unproven = { readonly [K in 'id']?: unknown } & {
  readonly source?: { readonly [K in 'sha256' | 'fileName' | 'sizeBytes']?: unknown } & {
    readonly part?: { readonly [K in 'key' | 'from']?: unknown } | null;
  };
};

/** Id and version of what may be a broken letter; empty where it has none. */
function nameOf({ determination }: { determination?: Unproven }): { id: string; sha256: string } {
  return { id: String(determination?.id ?? ''), sha256: String(determination?.source?.part?.key ?? determination?.source?.sha256 ?? '') };
}

/** Why nothing can be noted of a letter, not even from which file it is; null where it can. */
function whyUnnamed({ determination }: { determination?: Unproven }): string | null {
  const { id, source } = determination ?? {};
  const part = source?.part ?? { key: source?.sha256, from: 1 };
  if (![id, source?.sha256, part.key].every((value) => typeof value === 'string' && value.isWellFormed()))
    return 'its id or its hash is not a text';
  if (typeof source?.fileName !== 'string') return 'its file name is not a text';
  return [source.sizeBytes, part.from].every(Number.isSafeInteger) ? null : 'the size of its file or its place there is not a number';
}
