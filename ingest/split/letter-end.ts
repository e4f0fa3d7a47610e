/**
 * Where a letter ends in a file that goes on behind it. Its last field is the rationale, which no label closes: it ends where a text of another
 * kind opens. What could still be the rationale stays with it.
 */

import { findVerdicts } from '#mappings/recognise/verdicts/verdict.ts';
import type { Place } from '#mappings/text/places.ts';
import { opensOtherText } from './other-text.ts';

/** What is looked at of a paragraph, in characters. */
const OPENING = 400;
/** A page with so much text that speaks of no request is no page of a rationale. */
const LONG_PAGE = 500;
const OF_A_RATIONALE =
  /\brequest|\bmedical(?:ly)?\b|\bnecess|guideline|\bMTUS\b|\bODG\b|\bACOEM\b|\bpatient\b|\binjured\s+worker\b|\bapplicant\b|\bclaimant\b/i;
const ENDS_SENTENCE = /[.!?]["'”’)\]]*$/u;

/** The offset at which a letter ends. `from`: the end of its last label or title; `until`: the start of the next letter, or the end of the text. */
export function letterEnd(text: string, from: number, until: number, pageStarts: readonly number[]): number {
  for (const { start, border } of bordersIn(text, from, until, pageStarts)) {
    const paragraph = text.slice(start, Math.min(until, start + OPENING)).split(/\n[ \t]*\n/u)[0] ?? '';
    if (opensOtherText(paragraph, border)) return start;
    if (border === 'page' && isOfAnother(text, from, start, pageEnd(start, until, pageStarts))) return start;
  }
  return until;
}

interface Border extends Place {
  readonly border: 'page' | 'paragraph' | 'line';
}

/** Where another text may begin: at a page, at a paragraph, and at a line behind one that ends a sentence. */
function bordersIn(text: string, from: number, until: number, pageStarts: readonly number[]): Border[] {
  const borders: Border[] = [];
  const pages = new Set(pageStarts);
  let [isEmpty, ended] = [false, false];
  let start = from;
  while (start < until) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 || newline > until ? until : newline;
    const words = text.slice(start, end).trim();
    if (words !== '' && start > from) {
      if (pages.has(start)) borders.push({ start, end, border: 'page' });
      else if (isEmpty) borders.push({ start, end, border: 'paragraph' });
      else if (ended) borders.push({ start, end, border: 'line' });
    }
    isEmpty = words === '';
    if (words !== '') ended = ENDS_SENTENCE.test(words);
    start = end + 1;
  }
  return borders;
}

function pageEnd(start: number, until: number, pageStarts: readonly number[]): number {
  return Math.min(until, pageStarts.find((page) => page > start) ?? until);
}

/** Whether a page behind a rationale that has come to its verdict speaks of something else altogether. */
function isOfAnother(text: string, from: number, start: number, end: number): boolean {
  const page = text.slice(start, end);
  if (page.length < LONG_PAGE || OF_A_RATIONALE.test(page)) return false;
  const before = text.slice(from, start).trimEnd();
  return ENDS_SENTENCE.test(before) && findVerdicts(before.slice(-LONG_PAGE)).length > 0;
}
