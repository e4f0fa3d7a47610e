/**
 * Which label of the closed list some words are, whatever scanning did to them: letters taken for each other count as the same, blanks and
 * other signs than letters and digits do not count, and then one sign may differ, or two in a label of eight letters or more.
 */
import { editDistance } from '#mappings/text/edit-distance.ts';
import { LABEL_ROWS, type LabelKind, type LabelRow } from './label-rows.ts';

export interface Nearest {
  readonly row: LabelRow;
  /** Signs that differ behind folding. */
  readonly distance: number;
}

/** ASCII signs as they count: letters in lower case, i, 1 and | as l, 0 as o; '' for what does not count. */
const FOLDED: readonly string[] = Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code).toLowerCase();
  if (/[i1|]/.test(sign)) return 'l';
  return sign === '0' ? 'o' : /[a-z2-9]/.test(sign) ? sign : '';
});

/** Letters and digits alone, in lower case, with those made one that are taken for each other: i, l, 1 and |; o and 0. */
export function foldLabel(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at += 1) folded += FOLDED[text.charCodeAt(at)] ?? '';
  return folded;
}

/** The same with rn as m and cl as d. Where a sign of such a pair is changed, the words are nearer without this. */
function merged(folded: string): string {
  return !folded.includes('rn') && !folded.includes('cl') ? folded : folded.replaceAll('rn', 'm').replaceAll('cl', 'd');
}

/** Labels this long may differ in two signs. */
const LONG = 8;
const MOST = 2;

interface Form {
  readonly folded: string;
  /** Which signs stand in it, as bits. */
  readonly kinds: number;
  /** How often each does. */
  readonly signs: Uint8Array;
}

interface Entry {
  /** Null for words that are near a label and mean something else. */
  readonly row: LabelRow | null;
  readonly plain: Form;
  readonly merged: Form;
  readonly most: number;
}

const ENTRIES: readonly Entry[] = LABEL_ROWS.flatMap((row) => {
  const most = row.most ?? (row.words.replace(/[^\p{L}]/gu, '').length >= LONG ? MOST : 1);
  return [entry(row, row.words, most), ...(row.apart ?? []).map((words): Entry => entry(null, words, MOST))];
});
const EXACT = Map.groupBy(ENTRIES, (one) => one.merged.folded);
const BY_LENGTH = Map.groupBy(ENTRIES, ({ plain }) => plain.folded.length);
/** The longest label, folded. */
export const LONGEST_LABEL = Math.max(...BY_LENGTH.keys());
const SHORTEST_LABEL = Math.min(...BY_LENGTH.keys());
/** Pairs of signs that became one in both make the words that much shorter, and more so than the other. */
const SHORTER = 3;

function entry(row: LabelRow | null, words: string, most: number): Entry {
  const plain = formOf(foldLabel(words));
  const short = merged(plain.folded);
  return { row, plain, merged: short === plain.folded ? plain : formOf(short), most };
}

function formOf(folded: string): Form {
  const signs = new Uint8Array(32);
  let kinds = 0;
  for (let at = 0; at < folded.length; at += 1) {
    const sign = folded.charCodeAt(at) & 31;
    signs[sign] = (signs[sign] ?? 0) + 1;
    kinds |= 1 << sign;
  }
  return { folded, kinds, signs };
}

/**
 * The label that folded words are nearest to, of those kinds; null where none is near enough, where a label of another field is as near,
 * or where the words are nearer to others that mean something else.
 */
export function nearestLabel(folded: string, kinds: ReadonlySet<LabelKind>): Nearest | null {
  if (folded.length < SHORTEST_LABEL - 1 || folded.length > LONGEST_LABEL + MOST + SHORTER) return null;
  const short = merged(folded);
  const exact = EXACT.get(short);
  if (exact !== undefined) {
    const row = exact.find((one) => one.row !== null && kinds.has(one.row.kind))?.row ?? null;
    return row === null ? null : { row, distance: 0 };
  }
  const plain = formOf(folded);
  const own = short === folded ? plain : formOf(short);
  let best: Nearest | null = null;
  let rival = Number.POSITIVE_INFINITY;
  let apart = Number.POSITIVE_INFINITY;
  for (let length = folded.length - MOST - SHORTER; length <= folded.length + MOST + SHORTER; length += 1) {
    for (const one of BY_LENGTH.get(length) ?? []) {
      if (one.row !== null && !kinds.has(one.row.kind)) continue;
      const distance = Math.min(
        distanceWithin(own, one.merged, one.most),
        own === plain && one.merged === one.plain ? one.most + 1 : distanceWithin(plain, one.plain, one.most),
      );
      if (distance > one.most) continue;
      if (one.row === null) apart = Math.min(apart, distance);
      else if (best === null) best = { row: one.row, distance };
      else if (distance < best.distance) {
        if (one.row.field !== best.row.field) rival = Math.min(rival, best.distance);
        best = { row: one.row, distance };
      } else if (one.row.field !== best.row.field) rival = Math.min(rival, distance);
    }
  }
  return best === null || rival <= best.distance || apart < best.distance ? null : best;
}

/** How many signs differ between what is printed and words, without those that are taken for each other. */
export function labelDistance(printed: string, words: string): number {
  const [one, other] = [foldLabel(printed), foldLabel(words)];
  return Math.min(editDistance(one, other), editDistance(merged(one), merged(other)));
}

/** The distance of two words, or infinity where it is over `most`, which most pairs are by their signs alone. */
function distanceWithin(one: Form, other: Form, most: number): number {
  if (Math.abs(one.folded.length - other.folded.length) > most) return Number.POSITIVE_INFINITY;
  // A change brings in one sign at most and takes one out at most.
  if (isOver(one.kinds & ~other.kinds, most) || isOver(other.kinds & ~one.kinds, most)) return Number.POSITIVE_INFINITY;
  if (unlike(one.signs, other.signs, 2 * most) > 2 * most) return Number.POSITIVE_INFINITY;
  const distance = editDistance(one.folded, other.folded);
  return distance <= most ? distance : Number.POSITIVE_INFINITY;
}

/** Whether more bits than so many are set. */
function isOver(bits: number, most: number): boolean {
  let left = bits;
  for (let count = 0; left !== 0; count += 1) {
    if (count === most) return true;
    left &= left - 1;
  }
  return false;
}

/** Signs of one of two words without a like in the other; counting stops over `most`. */
function unlike(one: Uint8Array, other: Uint8Array, most: number): number {
  let count = 0;
  for (let sign = 0; sign < one.length && count <= most; sign += 1) count += Math.abs((one[sign] ?? 0) - (other[sign] ?? 0));
  return count;
}
