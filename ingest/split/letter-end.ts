/**
 * Where a letter ends in a file that goes on behind it. Its last field is the rationale, which no label closes: it ends where a text of another
 * kind opens, once the verdict is told. What could still be the rationale stays with it.
 */
import type { Place } from '#mappings/text/places.ts';
import { isFaxLine, isProductionNumber } from '../clean/stamps.ts';
import { hasVerdict, isClosing, isMark, isOfRationale, isOnRequest, opensOtherText, speaksOfOthers } from './other-text.ts';

/** What is looked at of a paragraph, in characters. */
const OPENING = 600;
/** How far behind what opens another text, or looks like one, a verdict still is the rationale's: it may quote titles, forms and laws. */
const COMES_BACK = { opens: 700, looks: 3000 } as const;
const ENDS_SENTENCE = /[.!?]["'”’)\]]*$/u;

/**
 * The offset at which a letter ends. `from`: the end of its last label or title; `until`: the start of the next letter, or the end of the text;
 * `isClosed`: whether its rationale stands before `from`.
 */
export function letterEnd(text: string, from: number, until: number, pages: ReadonlySet<number>, isClosed = false): number {
  const pieces = piecesOf(text, from, until, pages);
  let verdict = false;
  let closed = isClosed;
  for (const [index, piece] of pieces.entries()) {
    const opens = index > 0 && piece.opens();
    const ends = opens || (index > 0 && !closed && verdict && piece.border !== 'line' && looksOther(pieces, index));
    if (ends && (closed || !comesBack(pieces, index, opens))) return piece.start;
    closed ||= isClosing(piece.opening);
    verdict ||= hasVerdict(text.slice(piece.start, piece.end));
  }
  return until;
}

interface Piece extends Place {
  /** How it is set apart from what stands before it. */
  readonly border: 'page' | 'paragraph' | 'line';
  /** Its first lines. */
  readonly opening: string;
  /** Whether it opens another text, asked once. */
  readonly opens: () => boolean;
}

/** Pieces that are looked at behind one: more of them have no words. */
const MOST_LOOKED_AT = 60;

/** Whether a paragraph is of another text; what has no words is where nothing follows it, and else what follows. */
function looksOther(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces.slice(index, index + MOST_LOOKED_AT).find(({ opening }) => !isMark(opening));
  return piece !== undefined && (piece.opens() || speaksOfOthers(piece.opening));
}

/** Whether the rationale goes on behind a piece that looks like another text: a verdict follows before another such piece does. */
function comesBack(pieces: readonly Piece[], index: number, opens: boolean): boolean {
  const from = pieces[index]?.start ?? 0;
  for (const [at, piece] of pieces.slice(index, index + MOST_LOOKED_AT).entries()) {
    if (piece.start - from > (opens ? COMES_BACK.opens : COMES_BACK.looks)) return false;
    if (at > 0 && piece.border !== 'line' && piece.opens()) return false;
    if (isOfRationale(piece.opening) || (!opens && isOnRequest(piece.opening))) return true;
  }
  return false;
}

/** The stretches between places where another text may begin: at a page, at a paragraph, and at a line behind one that ends a sentence. */
function piecesOf(text: string, from: number, until: number, pages: ReadonlySet<number>): Piece[] {
  const borders: { start: number; border: Piece['border'] }[] = [{ start: from, border: 'paragraph' }];
  let [isEmpty, ended] = [false, false];
  let start = from;
  while (start < until) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 || newline > until ? until : newline;
    const words = text.slice(start, end).trim();
    if (words !== '' && start > from) {
      // A page that goes on with the sentence of the one before it is no border.
      if (pages.has(start) && (ended || !/^\p{Ll}/u.test(words))) borders.push({ start, border: 'page' });
      else if (isEmpty) borders.push({ start, border: 'paragraph' });
      else if (ended) borders.push({ start, border: 'line' });
    }
    isEmpty = words === '';
    if (words !== '') ended = ENDS_SENTENCE.test(words);
    start = end + 1;
  }
  return borders.map(({ start: first, border }, index) => {
    const end = borders[index + 1]?.start ?? until;
    const opening = withoutStamps(text.slice(first, Math.min(end, first + OPENING)));
    let opens: boolean | null = null;
    return {
      start: first,
      end,
      border,
      opening,
      opens: () => {
        opens ??= opensOtherText(opening, border);
        return opens;
      },
    };
  });
}

/** Without the lines that a fax or an office has put on the page. */
function withoutStamps(text: string): string {
  return text
    .split('\n')
    .filter((line) => !isFaxLine(line) && !isProductionNumber(line))
    .join('\n');
}
