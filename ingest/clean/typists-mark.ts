/** The mark of who typed a letter, at its very end: "/bh", "JB/mt", "pm:abc". It stands behind a whole sentence or a signature, on a line of its own or not. */
import type { Place } from '#mappings/text/places.ts';

/** As much of the end as is looked at. */
const TAIL = 120;
/** "/bh", "/JB"; "JB/mt", "pm:abc", "jb: mt"; not "EMG/NCV", nor "b/l" in a sentence. */
const MARK = /(?<=^|[.!?)"'\u2019\u201d][^\S\n]*|\n[^\S\n]*)(?:\/ ?[A-Za-z]{2,4}|[A-Za-z]{2,4} ?[/:] ?[a-z]{2,4})$/;
/** The end of a sentence, a signature or an address: what a mark stands behind. */
const ENDED = /(?:[.!?)"'\u2019\u201d\d]|\b(?:M\.?D|D\.?O|D\.?C|Ph\.?D|MPH|Director|Reviewer)\.?)\s*$/;
/** Two words with a stroke between them. */
const WORDS = /^(?:and|he|him|his|she|her|or|his)[/:]/i;

/** Where the mark stands; null where the text ends without one. */
export function typistsMark(text: string): Place | null {
  const end = text.trimEnd().length;
  const from = Math.max(0, end - TAIL);
  const tail = text.slice(from, end);
  const found = MARK.exec(tail);
  if (found === null || WORDS.test(found[0].trim()) || !ENDED.test(tail.slice(0, found.index))) return null;
  return { start: from + found.index, end };
}
