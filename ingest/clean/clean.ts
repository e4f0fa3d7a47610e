/** The cleaning steps of the scan copy. Each shows what it changes; none changes what a letter says. */
import { editsOf } from '#mappings/text/line.ts';
import type { CleaningStep } from '#mappings/text/scan.ts';
import { repairLabels } from './repair-labels.ts';

const EVENED: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '″': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  '…': '...',
};

/** Curly quotes, long dashes and ligatures become plain: "“notmedically”" -> "\"notmedically\"". */
const evenQuotes = editsOf(/[‘’‚′“”„″‐-—−ﬀ-ﬄ…]/gu, ([found]) => EVENED[found] ?? found);

/** Blanks of every kind become one blank; soft hyphens and zero-width marks go. Line ends stay. */
const evenBlanks = editsOf(/[^\S\n]+|[\u00ad\u200b-\u200d\u2060\ufeff]+/gu, ([found]) => (/\s/u.test(found) ? ' ' : ''));

/** Blanks at either side of a line end go, and more than one empty line becomes one. */
const trimLines = editsOf(/ *\n(?: *\n)* */g, ([found]) => (found.indexOf('\n') === found.lastIndexOf('\n') ? '\n' : '\n\n'));

/**
 * A word broken at a line end is whole again: "licensed to prac-\ntice". Before a capital or a digit the hyphen is the
 * word's own ("Non-\nMTUS"), and it stays. Stored values keep what is printed; only the scan copy is joined.
 */
const joinBrokenWords = editsOf(/(?<=\p{Ll})-\n(?=\p{Ll})/gu, () => '');

/** A soft hyphen at a line end breaks a word: "guide\u00ad\nline". */
const joinSoftHyphens = editsOf(/\u00ad[^\S\n]*\n[^\S\n]*(?=\p{L})/gu, () => '');

/** Marks of bold and italic type that a converter left in plain text: "**Decision rationale:**". */
const dropEmphasis = editsOf(
  /(?<![\p{L}\p{N}*_])(?:\*{1,3}|_{1,3})(?=[^\s*_])|(?<=[^\s*_])(?:\*{1,3}|_{1,3})(?![\p{L}\p{N}*_])|\*{2,3}/gu,
  () => '',
);

/** What cleans prose of any kind. */
export const PROSE_CLEANING: readonly CleaningStep[] = [joinSoftHyphens, evenQuotes, dropEmphasis, evenBlanks, trimLines, joinBrokenWords];

export const CLEANING: readonly CleaningStep[] = [...PROSE_CLEANING, repairLabels];
