/** What is indexed of a letter -> what is written for its items. Pure. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { LetterDateSchema } from '#contract/letter-dates.ts';
import type { IndexDocument } from '#mappings/index-document.ts';
import { dayNumberOf } from '#mappings/letter-days.ts';
import { letterWords } from '#mappings/recognise/letter-words.ts';
import { stem } from '#mappings/text/stem.ts';
import { KEYWORDS, orDamaged, TEXTS } from './database.ts';

/** One item, ready to be written. `streams` follow `FTS_COLUMNS`, `sets` follow `KEYWORDS`: the values of each, sorted. */
interface PreparedItem {
  readonly number: number;
  readonly streams: readonly string[];
  readonly sets: readonly (readonly string[])[];
}

export interface PreparedLetter {
  readonly knownInLetter: number;
  /** Its dates in the order of `LetterDateSchema`, as days counted from 1970; null where it has none. */
  readonly days: readonly (number | null)[];
  readonly items: readonly PreparedItem[];
  /** Every word of the texts of its items, once. */
  readonly words: ReadonlySet<string>;
  /** See `streamsOf`. */
  readonly texts: string | Uint8Array;
}

/** Level 1: the text shrinks to 0.4 of its size, and higher levels take several times as long for a few percent more. */
const LEVEL = 1;

/** Longest JSON that is not deflated, in UTF-16 units: making a deflater takes longer than all else that is done with so little. */
const SHORT = 8_192;

export function prepareLetter(documents: readonly IndexDocument[]): PreparedLetter {
  // The items of a letter share its summary, which is often the longest of their texts: it is kept and analysed once.
  const texts: string[] = [];
  const places = new Map<string, number>();
  const placeOf = (text: string): number => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, texts.length);
    return texts.push(text) - 1;
  };
  const items = documents.map(({ texts: fields }) => TEXTS.map((field) => placeOf(fields[field])));
  const all = new Set<string>();
  const streams = texts.map((text) => toStreams(text, all));
  return {
    knownInLetter: documents[0]?.knownInLetter ?? 0,
    days: LetterDateSchema.options.map((date) => dayOrNull(documents[0]?.dates[date] ?? null)),
    items: documents.map(({ number, keywords }, index) => ({
      number,
      streams: (items[index] ?? []).flatMap((place) => streams[place] ?? []),
      sets: KEYWORDS.map((field) => sorted(keywords[field])),
    })),
    words: all,
    texts: packed(JSON.stringify({ texts, items })),
  };
}

function packed(json: string): string | Uint8Array {
  return json.length > SHORT ? deflateRawSync(json, { level: LEVEL }) : json;
}

function sorted(values: readonly string[]): readonly string[] {
  return values.length < 2 ? values : [...values].sort();
}

function dayOrNull(day: string | null): number | null {
  return day === null ? null : dayNumberOf(day);
}

/** The streams of each item of a letter as they were written, from its packed texts. Throws AppError `index-damaged`. */
export function streamsOf(packed: string | Uint8Array): string[][] {
  const json = () => (typeof packed === 'string' ? packed : inflateRawSync(packed).toString());
  const { texts, items } = orDamaged(() => JSON.parse(json()) as { texts: string[]; items: number[][] });
  const streams = texts.map((text) => toStreams(text));
  return items.map((places) => places.flatMap((place) => streams[place] ?? []));
}

/** A text as its words and as their stems; the words are added to `all`. */
function toStreams(text: string, all?: Set<string>): readonly [string, string] {
  const plain = letterWords(text);
  if (all !== undefined) for (const word of plain) all.add(word);
  return [plain.join(' '), plain.map(stem).join(' ')];
}
