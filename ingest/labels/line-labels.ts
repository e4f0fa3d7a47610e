/** Labels that are known by their line: titles, labels that are a whole line, and labels that lost their colon before the words of their field. */
import { type FoundLabel, foundLabel } from './found-label.ts';
import type { LabelKind } from './label-rows.ts';
import { foldLabel, LONGEST_LABEL, type Nearest, nearestLabel } from './nearest-label.ts';

const TITLES: ReadonlySet<LabelKind> = new Set<LabelKind>(['title', 'label']);
/** Labels that may be a whole line, or begin one, in running type. */
const RUNNING: ReadonlySet<LabelKind> = new Set<LabelKind>(['label', 'credential', 'item']);
const HEADER: ReadonlySet<LabelKind> = new Set<LabelKind>(['header']);
/** A title wraps over so many lines at most. */
const MOST_TITLE_LINES = 3;
const MOST_TITLE_WORDS = 18;
const LEAST_TITLE = 10;
const LEAST_OPENING = 9;
/** A label in running type has so many words at most, with blanks inside them. */
const MOST_WORDS = 10;
/** Without a colon or the words of a field only so many signs may differ. */
const MOST_WITHOUT_COLON = 1;
const MOST_OF_LINE = 2;
const CAPITAL = /[\p{Lu}\dl|"'(]/u;
const SENTENCE_END = /[.:;!?"')\]]/;

interface Word {
  readonly start: number;
  readonly end: number;
}

/** The labels that lines begin with or are. */
export function lineLabels(text: string): FoundLabel[] {
  const found: FoundLabel[] = [];
  let before = -1;
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from);
    const to = newline === -1 ? text.length : newline;
    const words = wordsOf(text, from, to, MOST_WORDS);
    if (words.length > 0) {
      const label = titleAt(text, from, to) ?? wholeLine(text, words, to, before) ?? opening(text, words, from, before);
      if (label !== null) found.push(label);
      found.push(...titlesInside(text, from, to));
    }
    before = from;
    from = to + 1;
  }
  return found;
}

/** The first words between two places. */
function wordsOf(text: string, from: number, to: number, most: number): Word[] {
  const words: Word[] = [];
  for (let at = from; at < to && words.length < most; ) {
    while (at < to && text.charAt(at).trim() === '') at += 1;
    const start = at;
    while (at < to && text.charAt(at).trim() !== '') at += 1;
    if (at > start) words.push({ start, end: at });
  }
  return words;
}

/** Three words in capitals behind the end of a sentence. */
const CAPITALS_INSIDE = /[.:!?)"'] (?=[\p{Lu}\d|][\p{Lu}\dl|(),&/]{1,20} [\p{Lu}\dl|(),&/]{2,20} [\p{Lu}\dl|(),&/]{2,20})/gu;
/** A title so long may stand behind a sentence, as where line ends were taken out; of a shorter one the words may be said in capitals. */
const LEAST_INSIDE = 17;

/** Titles behind the end of a sentence on one line. */
function titlesInside(text: string, from: number, to: number): FoundLabel[] {
  return [...text.slice(from, to).matchAll(CAPITALS_INSIDE)].flatMap((match) => {
    const found = titleAt(text, from + match.index + match[0].length, to);
    return found !== null && found.distance <= MOST_WITHOUT_COLON && foldLabel(found.text).length >= LEAST_INSIDE ? [found] : [];
  });
}

/** A title in capitals that stands at a place, over up to three lines: the stretch of its words that is nearest to one. */
function titleAt(text: string, from: number, lineEnd: number): FoundLabel | null {
  const words = wordsOf(text, from, lineEnd, MOST_TITLE_WORDS);
  const [first] = words;
  if (first === undefined || !isTitleWord(text, first)) return null;
  const run = capitalsFrom(text, words, lineEnd);
  let best: { nearest: Nearest; end: number } | null = null;
  let folded = '';
  for (const word of run) {
    const piece = text.slice(word.start, word.end);
    folded = foldLabel(`${folded}${piece}`);
    if (folded.length > LONGEST_LABEL + 2) break;
    if (folded.length < LEAST_TITLE) continue;
    const nearest = nearestLabel(folded, TITLES);
    if (nearest === null || nearest.row.bare === true) continue;
    if (best === null || nearest.distance <= best.nearest.distance || goesOn(best.nearest, nearest)) best = { nearest, end: word.end };
  }
  if (best === null) return null;
  const end = /[:;]$/.test(text.slice(first.start, best.end)) ? best.end - 1 : best.end;
  return foundLabel(text, best.nearest, { start: first.start, wordsEnd: end, end, colon: false, isTitle: text[end] !== ':' });
}

/** "DOCUMENTS REVIEWED FOR DETERMINATION" begins with a title too. */
function goesOn(short: Nearest, long: Nearest): boolean {
  return long.row.words.length > short.row.words.length && long.row.words.toUpperCase().startsWith(short.row.words.toUpperCase());
}

/** The words in capitals from the start of a line on, and of the lines behind it that begin with such words. */
function capitalsFrom(text: string, words: readonly Word[], lineEnd: number): Word[] {
  const run: Word[] = [];
  let [line, to, lines] = [words, lineEnd, 1];
  for (;;) {
    const capitals = line.findIndex((word) => !isTitleWord(text, word));
    run.push(...(capitals === -1 ? line : line.slice(0, capitals)));
    if (capitals !== -1 || lines === MOST_TITLE_LINES || run.length >= MOST_TITLE_WORDS || text[to + 1] === '\n') return run;
    const from = to + 1;
    if (from >= text.length) return run;
    const newline = text.indexOf('\n', from);
    to = newline === -1 ? text.length : newline;
    line = wordsOf(text, from, to, MOST_TITLE_WORDS);
    lines += 1;
    if (line.length === 0) return run;
  }
}

/** "REVlEWED", "RATIONALE(S)", "&"; two signs may be small, and an l may be an I. */
function isTitleWord(text: string, { start, end }: Word): boolean {
  const word = text.slice(start, end);
  const small = word.match(/[a-km-z]/g)?.length ?? 0;
  const capitals = word.match(/[A-Z]/g)?.length ?? 0;
  return small === 0 ? capitals > 0 || /^[l1I|0&]+$/.test(word) : small <= 2 && capitals > small;
}

/** Without a colon a label of one word is near to too many others. */
function mostOf({ row }: Nearest, most: number): number {
  return /[ /]/.test(row.words) ? most : 0;
}

/** A label that is a whole line without a colon; one of the header only beside another label or a value. */
function wholeLine(text: string, words: readonly Word[], lineEnd: number, before: number): FoundLabel | null {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || !CAPITAL.test(text.charAt(first.start))) return null;
  if (text.slice(last.end, lineEnd).trim() !== '') return null;
  const end = last.end;
  if (/[:;]/.test(text.charAt(end - 1)) || end - first.start > LONGEST_LABEL * 2) return null;
  const folded = foldLabel(text.slice(first.start, end));
  const nearest = nearestLabel(folded, RUNNING);
  if (nearest !== null && nearest.distance <= mostOf(nearest, MOST_OF_LINE)) {
    const wordsEnd = /[.,-]/.test(text.charAt(end - 1)) ? end - 1 : end;
    return foundLabel(text, nearest, { start: first.start, wordsEnd, end, colon: nearest.row.bare !== true });
  }
  const header = nearestLabel(folded, HEADER);
  if (header === null || !isHeaderLine(text, before, lineEnd)) return null;
  return foundLabel(text, header, { start: first.start, wordsEnd: end, end, colon: true });
}

const VALUE_LINE = /^[ \t]*(?:CM\s?\d|[\dlIO]{1,2}\/[\dlIO]|standard\b|expedited\b|regular\b)/i;

/** Whether the line before or the line behind is a label too, or a value: labels of a header stand beside each other. */
function isHeaderLine(text: string, before: number, lineEnd: number): boolean {
  const newline = text.indexOf('\n', lineEnd + 1);
  const lines = [
    text.slice(Math.max(0, before), text.indexOf('\n', Math.max(0, before))),
    text.slice(lineEnd + 1, newline === -1 ? text.length : newline),
  ];
  return lines.some(
    (line) =>
      line.length < LONGEST_LABEL && (VALUE_LINE.test(line) || /:\s*$/.test(line) || nearestLabel(foldLabel(line), HEADER) !== null),
  );
}

/** A label without its colon that begins a line, before words that begin with a capital; the line before ends a sentence, or is none. */
function opening(text: string, words: readonly Word[], from: number, before: number): FoundLabel | null {
  const [first] = words;
  if (first === undefined || !CAPITAL.test(text.charAt(first.start))) return null;
  let folded = '';
  let best: { nearest: Nearest; end: number } | null = null;
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    if (next === undefined) break;
    const piece = text.slice(word.start, word.end);
    folded = foldLabel(`${folded}${piece}`);
    if (/[:;]/.test(piece) || folded.length > LONGEST_LABEL + 2) break;
    if (folded.length < LEAST_OPENING || !CAPITAL.test(text.charAt(next.start))) continue;
    const nearest = nearestLabel(folded, RUNNING);
    if (nearest === null || nearest.distance > mostOf(nearest, MOST_WITHOUT_COLON)) continue;
    if (best === null || nearest.distance <= best.nearest.distance) best = { nearest, end: word.end };
  }
  if (best === null) return null;
  const { row } = best.nearest;
  // A list of states ends in no sign.
  if (row.kind !== 'credential' && !isOpen(text, from, before)) return null;
  const end = best.end;
  const wordsEnd = /[.,;:-]$/.test(text.slice(first.start, end)) ? end - 1 : end;
  return foundLabel(text, best.nearest, { start: first.start, wordsEnd, end, colon: row.bare !== true });
}

/** Whether nothing is left open before a line: the line before is empty or ends a sentence. */
function isOpen(text: string, from: number, before: number): boolean {
  if (before < 0) return true;
  const line = text.slice(before, from).trimEnd();
  return line === '' || SENTENCE_END.test(line.slice(-1));
}
