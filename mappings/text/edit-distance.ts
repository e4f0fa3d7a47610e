/**
 * How far one text is from another, in single changes: one unit more, less or other, or two neighbours swapped, and no place is changed
 * twice (optimal string alignment). `natural` counts them; what the two have in common at both ends, and what is plainly too far, never
 * gets there. Strings count UTF-16 units; give lists for characters.
 */
import distances from 'natural/lib/natural/distance/levenshtein_distance.js';

const RESTRICTED = { restricted: true };

/** The least number of changes that make one text the other. */
export function editDistance(a: ArrayLike<string>, b: ArrayLike<string>): number {
  const [left, right] = withoutCommonEnds(a, b);
  return counted(left, right);
}

/** Whether so many changes are enough. */
export function isWithin(a: ArrayLike<string>, b: ArrayLike<string>, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  const [ofA, ofB] = [kindsOf(a), kindsOf(b)];
  // A change brings in one kind of unit at most and takes one out at most; a swap none.
  if (bitsOf(ofA & ~ofB) > most || bitsOf(ofB & ~ofA) > most) return false;
  const [left, right] = withoutCommonEnds(a, b);
  return unpaired(left, right) <= most && counted(left, right) <= most;
}

function counted(a: ArrayLike<string>, b: ArrayLike<string>): number {
  return a.length === 0 || b.length === 0 ? a.length + b.length : distances.DamerauLevenshteinDistance(a, b, RESTRICTED);
}

/** Units without a like in the other text, of the text that has more of them: a change pairs one of each at most, a swap none. */
function unpaired(a: ArrayLike<string>, b: ArrayLike<string>): number {
  const left = Array.from({ length: b.length }, (_, at) => b[at]);
  let more = 0;
  for (let at = 0; at < a.length; at += 1) {
    const like = left.indexOf(a[at]);
    if (like === -1) more += 1;
    else left.splice(like, 1);
  }
  return Math.max(more, left.length);
}

/** Which units stand in a text, as bits; units that share a bit count as one. */
function kindsOf(text: ArrayLike<string>): number {
  let kinds = 0;
  for (let at = 0; at < text.length; at += 1) kinds |= 1 << ((text[at] ?? '').charCodeAt(0) & 31);
  return kinds;
}

function bitsOf(kinds: number): number {
  let [left, count] = [kinds, 0];
  while (left !== 0) {
    left &= left - 1;
    count += 1;
  }
  return count;
}

function withoutCommonEnds(a: ArrayLike<string>, b: ArrayLike<string>): [ArrayLike<string>, ArrayLike<string>] {
  let start = 0;
  let [endOfA, endOfB] = [a.length, b.length];
  while (start < endOfA && start < endOfB && a[start] === b[start]) start += 1;
  while (endOfA > start && endOfB > start && a[endOfA - 1] === b[endOfB - 1]) {
    endOfA -= 1;
    endOfB -= 1;
  }
  return [part(a, start, endOfA), part(b, start, endOfB)];
}

function part(text: ArrayLike<string>, start: number, end: number): ArrayLike<string> {
  return typeof text === 'string' ? text.slice(start, end) : Array.prototype.slice.call(text, start, end);
}
