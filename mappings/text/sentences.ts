/** The sentences of a line: a full stop ends one where white space and a new beginning follow, and it is no abbreviation's. */
import type { Place } from './places.ts';

export interface Sentence extends Place {
  readonly text: string;
}

const END = /[.!?]["'”’)\]]*\s+(?=["'“‘([]*[\p{Lu}\p{N}])/gu;
const ABBREVIATION = /(?:\b(?:dr|mr|mrs|ms|pg|pp|p|no|vs|approx|e\.g|i\.e|et al|fig|sec|ed|vol|st|[A-Z])|\d)\.["'”’)\]]*$/i;
/** As references print them; small letters are words ("am", "al"). */
const IN_REFERENCES = /\b(?:Am|Ch|Med|Orthop|Surg|eds)\.$/;
/** A number ends a sentence too, unless the next one goes on: "12. 5". */
const NUMBERED = /\d\.["'”’)\]]*$/;

const LONGEST_ABBREVIATION = 12;

/** Splits a line into its sentences; places are offsets in the line. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const push = (end: number) => {
    const words = text.slice(start, end);
    const trimmed = words.trim();
    const lead = words.length - words.trimStart().length;
    if (trimmed !== '') sentences.push({ text: trimmed, start: start + lead, end: start + lead + trimmed.length });
  };
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].trimEnd().length;
    const before = text.slice(Math.max(start, end - LONGEST_ABBREVIATION), end);
    const next = text[match.index + match[0].length] ?? '';
    if (NUMBERED.test(before) ? /\d/.test(next) : ABBREVIATION.test(before) || IN_REFERENCES.test(before)) continue;
    push(match.index + match[0].length);
    start = match.index + match[0].length;
  }
  push(text.length);
  return sentences;
}
