/**
 * The words of a text: the one tokeniser. Engines, highlights, spelling and the reading of queries all use it.
 * Fold (NFKD, marks removed, lower case), then maximal runs of letters and digits. Quotes, phrases and prefixes take the words as
 * they are; plain words are compared by their stems (`stem.ts`, which the browser does not load).
 */
import type { Place } from './places.ts';

/** One word of a text: its folded form and where it stands in the text as given (half-open UTF-16 offsets). */
export interface Token extends Place {
  readonly word: string;
}

const RUN = /[\p{L}\p{N}]+/gu;
const ASCII_RUN = /[a-z0-9]+/g;
const ASCII_ONLY = /^\p{ASCII}*$/u;
/** ASCII as far as no mark can stand behind it, any other character with the marks behind it, or marks that stand behind none. */
const PIECE = /\p{ASCII}+(?!\P{ASCII})|\P{M}\p{M}*|\p{M}+/gsu;
const MARKS = /\p{M}+/gu;

/** The folded form of a text: NFKD without marks, lower case. Not the same length as the text; see `tokenize`. */
export function fold(text: string): string {
  if (ASCII_ONLY.test(text)) return text.toLowerCase();
  const lower = text.normalize('NFKD').replace(MARKS, '').toLowerCase().normalize('NFKD').replace(MARKS, '');
  // A final sigma is lower-cased by what stands behind it, and a word folds the same wherever it stands.
  return lower.replaceAll('ς', 'σ');
}

/** Whether a lower-case ASCII unit is of a word; not so for what stands behind the end of a text (NaN). */
function isAsciiWord(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

/** The words of a text in order. "EMG/NCV" is two words; "7.5mg" is "7" and "5mg". */
export function tokenize(text: string): Token[] {
  if (ASCII_ONLY.test(text)) {
    const lower = text.toLowerCase();
    const tokens: Token[] = [];
    for (let end = 0; end < lower.length; end += 1) {
      const start = end;
      while (isAsciiWord(lower.charCodeAt(end))) end += 1;
      if (end > start) tokens.push({ word: lower.slice(start, end), start, end });
    }
    return tokens;
  }
  // Folded piece by piece (a character with the marks behind it), so that every folded unit knows where it came from.
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const piece of text.matchAll(PIECE)) {
    const part = fold(piece[0]);
    folded += part;
    const plain = ASCII_ONLY.test(piece[0]); // every unit of it came from one of its own
    for (let unit = 0; unit < part.length; unit += 1) {
      starts.push(plain ? piece.index + unit : piece.index);
      ends.push(piece.index + (plain ? unit + 1 : piece[0].length));
    }
  }
  return Array.from(folded.matchAll(RUN), (run) => ({
    word: run[0],
    start: starts[run.index] ?? 0,
    end: ends[run.index + run[0].length - 1] ?? text.length,
  }));
}

/** The words of a text without their places. */
export function words(text: string): string[] {
  return ASCII_ONLY.test(text) ? (text.toLowerCase().match(ASCII_RUN) ?? []) : (fold(text).match(RUN) ?? []);
}

/** The words of a text that have at least so many signs: for seeing whether two texts speak of one thing. */
export function longWords(text: string, least: number): string[] {
  return words(text).filter((word) => word.length >= least);
}
