/** The pieces of a section that lists several things: "1.", "(1)", "a.", bullets, or one on each line. */
import { type ScanSpan, scanSpan, trimmed } from '#mappings/text/scan.ts';

/** What marks the pieces. */
export type ListKind = 'number' | 'letter' | 'bullet' | 'line';

export interface ListPieces {
  readonly pieces: readonly ScanSpan[];
  /** Null where the section is one piece without a mark. */
  readonly kind: ListKind | null;
}

const NUMBERED = /^(?:Issue\s*|Item\s*)?(?:#?(?<number>\d{1,2})\s*[).:]|\((?<round>\d{1,2})\))\s+(?=\S)/gimu;
const LETTERED = /^(?:(?<letter>[a-h])[).]|\((?<round>[a-h])\))\s+(?=\S)/gimu;
const BULLET = /^[•●▪◦·*o-]\s+(?=\S)/gmu;

/** Cuts a section. `wanted`: the mark that counts; a list by lines only counts with "any", and only where no line goes on in the next. */
export function listPieces(scan: string, section: ScanSpan | null, wanted: ListKind | 'any'): ListPieces {
  if (section === null) return { pieces: [], kind: null };
  const text = scan.slice(section.start, section.end);
  for (const [kind, marks] of [
    ['number', inOrder(text, NUMBERED, Number)],
    ['letter', inOrder(text, LETTERED, (letter) => letter.toLowerCase().charCodeAt(0))],
    ['bullet', [...text.matchAll(BULLET)]],
  ] as const) {
    if (wanted !== 'any' && wanted !== kind) continue;
    const [first] = marks;
    // One mark in the middle of a text is of a list in it, and so are letters and bullets behind other words.
    if (first === undefined || ((marks.length === 1 || kind !== 'number') && first.index > 0)) continue;
    if (marks.length === 1 && kind !== 'number') continue;
    const pieces = marks.flatMap((mark, index) => {
      const end = marks[index + 1]?.index ?? text.length;
      return trimmed(scan, section.start + mark.index + mark[0].length, section.start + end) ?? [];
    });
    return { pieces, kind };
  }
  const lines = wanted === 'any' ? lineList(text) : [];
  if (lines.length > 1)
    return { pieces: lines.map(({ start, end }) => scanSpan(section.start + start, section.start + end)), kind: 'line' };
  return { pieces: [section], kind: null };
}

/** The marks that count on from the first; a section of one issue in a letter of several may start at any. */
function inOrder(text: string, pattern: RegExp, countOf: (sign: string) => number): RegExpExecArray[] {
  const marks: RegExpExecArray[] = [];
  let next: number | null = null;
  for (const match of text.matchAll(pattern)) {
    const value = countOf(match.groups?.['number'] ?? match.groups?.['letter'] ?? match.groups?.['round'] ?? '');
    if (next !== null && value !== next) continue;
    marks.push(match);
    next = value + 1;
  }
  return marks;
}

/** A line that goes on in the next one, and one that goes on from the one before. */
const GOES_ON = /(?:[,:(/-]|\b(?:of|for|the|and|or|with|without|to|at|per|in|on|by|a|an|left|right|is|are|medically|not|x))$/iu;
const CONTINUES = /^(?:Medically|Necessary|Appropriate)\b/iu;
/** Lines this long may have been broken by the page's width. */
const LONGEST_LINE = 60;

/** Lines that each are a thing of their own; none where any of them may go on. */
function lineList(text: string): { start: number; end: number }[] {
  const lines = [...text.matchAll(/[^\n]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0].trim(),
  }));
  const broken = lines.some(
    (line, index) =>
      line.text.length > LONGEST_LINE ||
      !/^[\p{Lu}\d]/u.test(line.text) ||
      !/\p{L}{3}/u.test(line.text) ||
      CONTINUES.test(line.text) ||
      (index < lines.length - 1 && GOES_ON.test(line.text)),
  );
  // "Is the request for a brace / Medically necessary?" is one question.
  const question = text.trimEnd().endsWith('?') && !lines.every((line) => line.text.endsWith('?'));
  return broken || question ? [] : lines;
}
