/**
 * A letter -> what is written for it. All that can fail on a letter fails here, before the first row is written, so
 * that one broken letter costs nothing but itself. Pure; a later version may run it in workers.
 */
import { itemId, type Letter } from '#contract/determination.ts';
import type { KeywordField } from '#contract/query.ts';
import { toIndexDocuments } from '#mappings/fields.ts';
import { stem } from '#mappings/text/stem.ts';
import { words } from '#mappings/text/words.ts';
import { KEYWORDS, TEXTS } from './database.ts';
import { packBody } from './packed-letter.ts';

/** One item, ready to be written. `streams` follow `FTS_COLUMNS`; `sets` are the JSON value sets of the keyword fields. */
interface PreparedItem {
  readonly number: number;
  readonly streams: readonly string[];
  readonly sets: readonly { field: KeywordField; vals: string }[];
}

export interface PreparedLetter {
  readonly id: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly decidedOn: string | null;
  /** JSON list of the message codes, each once. */
  readonly messages: string;
  readonly determination: Uint8Array;
  readonly canonical: Uint8Array;
  readonly items: readonly PreparedItem[];
  /** Every word of the texts of its items, once. */
  readonly words: ReadonlySet<string>;
}

/** Throws where the letter is not one: parts are missing, or its items do not bear their own ids. */
export function prepareLetter({ determination, canonical }: Letter): PreparedLetter {
  const { id, source, messages } = determination;
  const documents = toIndexDocuments(determination);
  const decidedOn = determination.dates.decided?.value ?? null;
  if (![id, source.sha256, source.fileName, decidedOn ?? ''].every((value) => typeof value === 'string')) {
    throw new Error('its id, file or decision day is not a text');
  }
  const ids = new Set(documents.map((document) => document.itemId));
  if (ids.size !== documents.length || documents.some((document) => document.itemId !== itemId(id, document.number))) {
    throw new Error('its disputed items do not bear the ids of their letter and numbers');
  }
  // The items of a letter share its summary, which is often the longest of their texts: it is analysed once.
  const streams = new Map<string, readonly string[]>();
  const all = new Set<string>();
  const streamsOf = (text: string): readonly string[] => {
    const known = streams.get(text);
    if (known !== undefined) return known;
    const plain = words(text);
    for (const word of plain) all.add(word);
    const made = [plain.join(' '), plain.map(stem).join(' ')];
    streams.set(text, made);
    return made;
  };
  return {
    id,
    sha256: source.sha256,
    fileName: source.fileName,
    decidedOn,
    messages: JSON.stringify([...new Set(messages.map(({ code }) => code))]),
    determination: packBody(determination),
    canonical: packBody(canonical),
    items: documents.map(({ number, texts, keywords }) => ({
      number,
      streams: TEXTS.flatMap((field) => streamsOf(texts[field])),
      sets: KEYWORDS.map((field) => ({ field, vals: JSON.stringify([...keywords[field]].sort()) })),
    })),
    words: all,
  };
}
