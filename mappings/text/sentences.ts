/** The sentences of a line: a full stop ends one where white space and a new beginning follow, and it is no abbreviation's. */
import type { Place } from './places.ts';

export interface Sentence extends Place {
  readonly text: string;
}

const END = /[.!?]["'”’)\]]*\s+(?=["'“‘([]*[\p{Lu}\p{N}])/gu;
const ABBREVIATION = /(?:\b(?:dr|mr|mrs|ms|pg|pp|p|vs|approx|e\.g|i\.e|et al|fig|sec|ed|vol|st)|\d)\.["'”’)\]]*$/i;
/** "J. Smith"; not the end of "the claimant's." */
const INITIAL = /(?<!['’])\b[A-Z]\.["'”’)\]]*$/;
/** "No. 2"; "The answer is no." ends. */
const NUMBER_SIGN = /\bno\.$/i;
/** As references print them, with what goes on behind: another abbreviation, a year, a volume. "He saw Ortho Surg. The cane ..." ends. */
const IN_REFERENCES = /\b(?:Am|Ch|Med|Orthop|Surg|eds)\.$/;
const REFERENCE_GOES_ON = /^(?:\p{Lu}\p{L}{0,9}\.|\d)/u;
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
    const next = match.index + match[0].length;
    if (goesOn(text.slice(Math.max(start, end - LONGEST_ABBREVIATION), end), text.slice(next, next + LONGEST_ABBREVIATION))) continue;
    push(next);
    start = next;
  }
  push(text.length);
  return sentences;
}

/** Whether the stop that ends `before` is an abbreviation's or a number's, so that the sentence goes on with `next`. */
function goesOn(before: string, next: string): boolean {
  if (NUMBERED.test(before) || NUMBER_SIGN.test(before)) return /^\d/.test(next);
  if (IN_REFERENCES.test(before)) return REFERENCE_GOES_ON.test(next);
  return ABBREVIATION.test(before) || INITIAL.test(before);
}
