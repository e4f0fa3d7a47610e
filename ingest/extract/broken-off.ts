/**
 * Whether a letter breaks off: its last words cannot be the end of any sentence, or its last rationale stops without a full stop before
 * it has concluded anything. Behind a conclusion a full stop that is merely missing tells nothing.
 */
import { findVerdicts } from '#mappings/recognise/verdicts/verdict.ts';
import { type ScanSpan, scanSpan } from '#mappings/text/scan.ts';
import { stem } from '#mappings/text/stem.ts';
import { fold } from '#mappings/text/words.ts';
import { isCutWord } from '#mappings/vocabulary/whole-words.ts';

/** As much of the end as is looked at. */
const TAIL = 200;
/** The last word in small letters, with a blank before it and its hyphen; what stands behind it may only be blanks. */
const LAST_WORD = /(?<=\s)(?<word>\p{Ll}+)(?<hyphen>-?)$/u;
const LEFT_OPEN = /[,;([]$/;
/** "Sincerely," */
const GREETING = /^\p{Lu}[\p{L} ]{0,30},$/u;
/** Words that need another behind them. */
const NO_END: ReadonlySet<string> = new Set(
  'a an the of and or nor but to for from with without by at as is are was were be being has had have not that which who whose these those his her its their my your our if when while because than into upon per via between medically'.split(
    ' ',
  ),
);
/** The shortest beginning of a word that is told from an abbreviation. */
const LEAST_CUT = 4;

/** What a rationale concludes with: the verdict, or what becomes of the request. */
const CONCLUSION =
  /\b(?:medical(?:ly)?\s*(?:necess|appropri)|necessity|necessary|appropriate|certif|authori[sz]|approv|recommend|indicat|warrant|support|establish|uph[eo]ld|overturn|den(?:y|ied)|reasonable)/i;
/** The end of a sentence, or of what stands in its place: a list, an address, a table. */
const ENDED = /[.!?:)\]"'\u2019\u201d\d]$/;

/** Where and how it breaks off; null where it does not. `rationale`: the last one of the letter. */
export function brokenOff(scan: string, rationale: ScanSpan | null): { readonly at: ScanSpan; readonly reason: string } | null {
  const end = scan.trimEnd().length;
  const tail = scan.slice(Math.max(0, end - TAIL), end);
  const { word = '', hyphen = '' } = LAST_WORD.exec(tail)?.groups ?? {};
  const told = (what: string, length: number) => ({ at: scanSpan(end - length, end), reason: `The text ends in the middle of a ${what}.` });
  if (word !== '' && (hyphen !== '' || isCut(fold(word)))) return told('word', word.length + hyphen.length);
  if (NO_END.has(word)) return told('sentence', word.length);
  const line = tail.slice(tail.lastIndexOf('\n') + 1).trim();
  if (LEFT_OPEN.test(line)) return GREETING.test(line) ? null : told('sentence', 1);
  const sentence = tail.slice(Math.max(...['. ', '.\n', '? ', '?\n'].map((stop) => tail.lastIndexOf(stop))) + 1);
  const stops = rationale?.end === end && word !== '' && !ENDED.test(tail) && !CONCLUSION.test(sentence) && !concludes(scan, rationale);
  return stops ? told('sentence', word.length) : null;
}

/** Whether a rationale tells a verdict: what follows it may be advice. */
function concludes(scan: string, { start, end }: ScanSpan): boolean {
  return findVerdicts(scan.slice(start, end)).length > 0;
}

/** A short stem is of a word that the list does not hold. */
function isCut(word: string): boolean {
  return word.length >= LEAST_CUT && stem(word).length >= LEAST_CUT && isCutWord(word);
}
