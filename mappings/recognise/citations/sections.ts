/**
 * Section lists: "Special Studies, NSAIDs, GI symptoms & cardiovascular risk" is two sections, because the names of the
 * closed list hold commas. The longest name wins; words that the list does not hold stay one section as printed.
 */

import type { Place } from '../../text/places.ts';
import { GUIDELINES } from '../../vocabulary/vocabulary.ts';

/** Letters and digits only: blanks of line ends, hyphens and "&" differ from print to print. */
const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/&|\band\b/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

const NAMES = new Map(
  [...GUIDELINES.sectionNames, ...GUIDELINES.cpmtgTopics, ...GUIDELINES.acoemSectionHeadings].reverse().map((name) => [bare(name), name]),
);
/** Names by length, for those printed with one letter lost, added or swapped: "Inital Care". */
const BY_LENGTH = Map.groupBy(NAMES.keys(), (key) => key.length);
const SHORTEST_TO_MEND = 8;
/** How many pieces between commas one name may hold. */
const MOST_PIECES = 9;
/** A comma or semicolon outside brackets; "3.3 ..." begins a section of its own. */
const NUMBERED = /^\d{1,2}\.(?:\d{1,2}\.?)*\s/;

/** The sections of a printed list, in order. */
export function splitSections(printed: string): string[] {
  const pieces = piecesOf(printed);
  const sections: string[] = [];
  let open: number | null = null;
  const close = (until: number) => {
    if (open !== null) sections.push(printed.slice(pieces[open]?.start, pieces[until - 1]?.end));
    open = null;
  };
  for (let at = 0; at < pieces.length; ) {
    const { count, name } = longestName(printed, pieces, at);
    if (name !== null) {
      close(at);
      sections.push(name);
      at += count;
      continue;
    }
    if (NUMBERED.test(printed.slice(pieces[at]?.start))) close(at);
    open ??= at;
    at += 1;
  }
  close(pieces.length);
  return sections;
}

function longestName(printed: string, pieces: readonly Place[], at: number): { count: number; name: string | null } {
  for (let count = Math.min(MOST_PIECES, pieces.length - at); count > 0; count -= 1) {
    const words = printed.slice(pieces[at]?.start, pieces[at + count - 1]?.end);
    const name = NAMES.get(bare(words)) ?? (count === 1 ? mended(bare(words)) : undefined);
    if (name !== undefined) return { count, name };
  }
  return { count: 1, name: null };
}

function piecesOf(printed: string): Place[] {
  const pieces: Place[] = [];
  let from = 0;
  let depth = 0;
  const push = (until: number) => {
    const text = printed.slice(from, until);
    const start = from + (text.length - text.trimStart().length);
    const end = from + text.trimEnd().length;
    if (end > start) pieces.push({ start, end });
  };
  for (let index = 0; index < printed.length; index += 1) {
    const char = printed[index];
    if (char === '(' || char === '[') depth += 1;
    else if ((char === ')' || char === ']') && depth > 0) depth -= 1;
    else if ((char === ',' || char === ';') && depth === 0) {
      push(index);
      from = index + 1;
    }
  }
  push(printed.length);
  return pieces;
}

/** The one name that differs by a letter lost, added, changed or swapped with the next. */
function mended(word: string): string | undefined {
  if (word.length < SHORTEST_TO_MEND) return undefined;
  const near = [word.length - 1, word.length, word.length + 1]
    .flatMap((length) => BY_LENGTH.get(length) ?? [])
    .filter((name) => !/\d/.test(name) && oneEditApart(word, name));
  return near.length === 1 ? NAMES.get(near[0] ?? '') : undefined;
}

/** Whether two words differ by one letter lost, added, changed or swapped with the next. */
export function oneEditApart(a: string, b: string): boolean {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const left = a.slice(head, a.length - tail);
  const right = b.slice(head, b.length - tail);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
