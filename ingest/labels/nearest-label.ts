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

/** Letters and digits alone, in lower case, with those made one that are taken for each other: i, l, 1 and |; o and 0; rn and m; cl and d. */
export function foldLabel(text: string): string {
  let folded = '';
  let last = '';
  for (let at = 0; at < text.length; at += 1) {
    const sign = FOLDED[text.charCodeAt(at)] ?? '';
    if (sign === '') continue;
    if (last === 'r' && sign === 'n') last = 'm';
    else if (last === 'c' && sign === 'l') last = 'd';
    else {
      folded += last;
      last = sign;
    }
  }
  return folded + last;
}

/** Labels this long may differ in two signs. */
const LONG = 8;
const MOST = 2;

interface Entry {
  /** Null for words that are near a label and mean something else. */
  readonly row: LabelRow | null;
  readonly folded: string;
  readonly signs: Uint8Array;
  readonly most: number;
}

const ENTRIES: readonly Entry[] = LABEL_ROWS.flatMap((row) => {
  const folded = foldLabel(row.words);
  const most = row.most ?? (row.words.replace(/[^\p{L}]/gu, '').length >= LONG ? MOST : 1);
  const apart = (row.apart ?? []).map((words): Entry => entry(null, foldLabel(words), MOST));
  return [entry(row, folded, most), ...apart];
});
const EXACT = Map.groupBy(ENTRIES, ({ folded }) => folded);
const BY_LENGTH = Map.groupBy(ENTRIES, ({ folded }) => folded.length);
/** The longest label, folded. */
export const LONGEST_LABEL = Math.max(...BY_LENGTH.keys());
export const SHORTEST_LABEL = Math.min(...BY_LENGTH.keys());

function entry(row: LabelRow | null, folded: string, most: number): Entry {
  return { row, folded, signs: signsOf(folded), most };
}

/**
 * The label that folded words are nearest to, of those kinds; null where none is near enough, where a label of another field is as near,
 * or where the words are as near to others that mean something else.
 */
export function nearestLabel(folded: string, kinds: ReadonlySet<LabelKind>): Nearest | null {
  if (folded.length < SHORTEST_LABEL - 1 || folded.length > LONGEST_LABEL + MOST) return null;
  const exact = EXACT.get(folded);
  if (exact !== undefined) {
    const row = exact.find((one) => one.row !== null && kinds.has(one.row.kind))?.row ?? null;
    return row === null ? null : { row, distance: 0 };
  }
  const signs = signsOf(folded);
  let best: Nearest | null = null;
  let rival = Number.POSITIVE_INFINITY;
  for (let length = folded.length - MOST; length <= folded.length + MOST; length += 1) {
    for (const one of BY_LENGTH.get(length) ?? []) {
      if (one.row !== null && !kinds.has(one.row.kind)) continue;
      if (Math.abs(length - folded.length) > one.most) continue;
      // A change brings in one sign at most and takes one out at most.
      if (unlike(signs, one.signs, 2 * one.most) > 2 * one.most) continue;
      const distance = editDistance(folded, one.folded);
      if (distance > one.most) continue;
      if (one.row === null) rival = Math.min(rival, distance);
      else if (best === null) best = { row: one.row, distance };
      else if (distance < best.distance) {
        if (one.row.field !== best.row.field) rival = Math.min(rival, best.distance);
        best = { row: one.row, distance };
      } else if (one.row.field !== best.row.field) rival = Math.min(rival, distance);
    }
  }
  return best === null || rival <= best.distance ? null : best;
}

/** How often each sign stands in folded words. */
function signsOf(folded: string): Uint8Array {
  const signs = new Uint8Array(32);
  for (let at = 0; at < folded.length; at += 1) {
    const sign = folded.charCodeAt(at) & 31;
    signs[sign] = (signs[sign] ?? 0) + 1;
  }
  return signs;
}

/** Signs of one of two words without a like in the other; counting stops over `most`. */
function unlike(one: Uint8Array, other: Uint8Array, most: number): number {
  let count = 0;
  for (let sign = 0; sign < one.length && count <= most; sign += 1) count += Math.abs((one[sign] ?? 0) - (other[sign] ?? 0));
  return count;
}
