/**
 * Where the letters of a file begin. A letter has one header and its sections once, in their order: what comes again, or comes before what it
 * stands behind, is of another letter. So two letters never become one record, also where the header of the second is lost.
 */
import type { Place } from '#mappings/text/places.ts';
import type { FoundLabel } from '../labels/found-label.ts';
import { cellsLeft, isHeaderOnly } from './header-cells.ts';
import { cellsIn, ENDS_LEAD, lineBefore, type Mark, type Marks, otherFields, SECTION_ORDER, withoutCells } from './marks.ts';
import { hasVerdict } from './other-text.ts';

/** A letter as its marks, in their order. */
export interface MarkedLetter {
  /** Where its own text begins, with the letterhead. */
  readonly start: number;
  readonly marks: readonly Mark[];
}

/** Fields of a whole header beside its case number, at least. */
const LEAST_FIELDS = 3;
/** A header is no longer than this, in characters. */
const LONGEST_HEADER = 1200;

/** The letters of a file by the marks of the whole of it. */
export function letterStarts(text: string, { marks, cells }: Marks, pageStarts: readonly number[]): MarkedLetter[] {
  const letters: Growing[] = [];
  const breaks = brokenPages(text, pageStarts);
  const pages = new Set(pageStarts);
  let at = 0;
  marks.forEach((mark, index) => {
    const current = letters.at(-1);
    const behind = current?.marks.at(-1)?.end ?? mark.start;
    while ((breaks[at] ?? text.length) <= behind) at += 1;
    const page = (breaks[at] ?? text.length) <= mark.start ? breaks[at] : undefined;
    if (current === undefined || page !== undefined || begins(text, mark, current, marks[index + 1], cells))
      letters.push(grown(mark, page));
    else grow(current, mark);
  });
  return letters.filter(isLetter).map(({ marks: own, page }) => ({ start: page ?? startOf(text, own, cells, pages), marks: own }));
}

/** A letter as far as its marks are known. */
interface Growing {
  readonly marks: Mark[];
  /** The page that it begins with in the middle of a sentence: those before it are lost. */
  readonly page: number | undefined;
  header: Extract<Mark, { kind: 'header' }> | null;
  first: boolean;
  /** Sections and labels of items. */
  body: number;
  /** Those that no other document prints. */
  own: number;
  /** Of the last section in the order of sections; -1 where there is none. */
  rank: number;
  /** Letters of one kind print issue and summary once for each item. */
  repeats: boolean;
  /** A notice has its summary behind a label in running type, which may stand in any sentence. */
  notice: boolean;
}

function grown(mark: Mark, page: number | undefined): Growing {
  const letter: Growing = { marks: [], page, header: null, first: false, body: 0, own: 0, rank: -1, repeats: false, notice: false };
  grow(letter, mark);
  return letter;
}

function grow(letter: Growing, mark: Mark): void {
  letter.marks.push(mark);
  if (mark.kind === 'first') letter.first = true;
  if (mark.kind === 'header' && mark.caseNumber !== '') letter.header ??= mark;
  if (mark.kind === 'section' || mark.kind === 'part') {
    letter.body += 1;
    letter.own += mark.isOwn ? 1 : 0;
  }
  if (mark.kind !== 'section') return;
  letter.rank = Math.max(letter.rank, SECTION_ORDER.indexOf(mark.id));
  letter.repeats ||= mark.id === 'issue';
  letter.notice ||= mark.id === 'qualifications';
}

/** Whether a mark is of another letter than the one before it. `next`: the mark that follows. */
function begins(text: string, mark: Mark, current: Growing, next: Mark | undefined, cells: readonly FoundLabel[]): boolean {
  const { header, body, rank } = current;
  switch (mark.kind) {
    case 'first':
      return body > 0 || current.first || (header !== null && !isOneHeader(text, header.end, mark.start));
    case 'header': {
      if (body === 0 && mark.caseNumber === '') return false;
      if (body === 0) return header !== null && (mark.caseNumber !== header.caseNumber || !isOneHeader(text, header.end, mark.start));
      // The header of a form or a notice has no letter behind it; one that pages repeat has the rest of its own.
      if (next?.kind !== 'section' && next?.kind !== 'part') return false;
      // Right before a section, or whole; a case that is named in a summary may have a cell beside it, too.
      const isOwn = next.kind === 'section' && isOneHeader(text, mark.end, next.start);
      const isWhole = mark.caseNumber !== '' && otherFields(cells, mark) >= LEAST_FIELDS;
      const restarts = next.kind === 'section' && SECTION_ORDER.indexOf(next.id) <= rank;
      return (isOwn || isWhole) && (restarts || header === null || mark.caseNumber !== header.caseNumber);
    }
    case 'section':
      if (body === 0 && header !== null && !current.first && isDetached(text, header.end, mark)) return true;
      if (!mark.isTitle || mark.id === 'issue' || current.repeats || (mark.id === 'summary' && current.notice)) return false;
      return SECTION_ORDER.indexOf(mark.id) <= rank;
    case 'part':
      return false;
  }
}

/** Whether nothing but cells stands between two places; a notice of assignment has words of its own before its determination begins. */
function isOneHeader(text: string, start: number, end: number): boolean {
  return end - start <= LONGEST_HEADER && cellsLeft(text.slice(start, end)) === '';
}

/** How much may stand between a header and a section that is not its own. */
const DETACHED = 200;
/** Words of the standing paragraph, whose title may be lost. */
const OF_STANDING = /\b(?:expert|physician|professional)\s+reviewer\b|\blicensed\s+to\s+practice\b|\bhow\s+the\s+determination\b/iu;

/** Whether a section is of a letter whose own header is lost: other words stand between it and the header before it. */
function isDetached(text: string, from: number, { id, start }: Extract<Mark, { kind: 'section' }>): boolean {
  if (id !== 'summary' && id !== 'items') return false;
  const between = text.slice(from, start);
  return cellsLeft(between).length > DETACHED && !OF_STANDING.test(between);
}

/** Pages that begin in the middle of a sentence behind one that came to a verdict and its full stop: pages between them are lost. */
function brokenPages(text: string, pageStarts: readonly number[]): number[] {
  return pageStarts.filter((page) => {
    if (page === 0 || !/^\s*\p{Ll}{2}/u.test(text.slice(page, page + 40))) return false;
    const before = text.slice(Math.max(0, page - 200), page).trimEnd();
    return /[.!?]$/u.test(before) && hasVerdict(before);
  });
}

/** A header alone is of a form or a notice, and a label alone may be quoted; other documents print a summary, too. */
function isLetter({ own, body, header, first }: Growing): boolean {
  return header !== null || first ? own > 0 : own > 0 && body > 1;
}

/** A letterhead has some ten lines. */
const MOST_LINES = 14;

/** The start of the line of a letter's first mark, or of the letterhead over it. */
function startOf(text: string, marks: readonly Mark[], cells: readonly FoundLabel[], pages: ReadonlySet<number>): number {
  const first = marks[0]?.start ?? 0;
  const before = lineBefore(text, first);
  // A letter that is quoted in the line of the sentence that names it begins behind that sentence.
  const isHeadless = marks[0]?.kind !== 'first' && (marks[0]?.kind !== 'header' || marks[0].caseNumber === '');
  const isInLine = text.charAt(first - before.length - 1) !== '\n' && before.length < first;
  const led = marks[0]?.kind === 'header' && ENDS_LEAD.test(before);
  if (led && !isHeaderOnly(withoutCells(text, cells, { start: first - before.length, end: first }))) return first;
  // Text without its line ends has its header somewhere in the line.
  if (isInLine) return isHeadless ? text.lastIndexOf('\n', first - 1) + 1 : first;
  const own = first - before.length;
  const below = new Set(cellsIn(cells, { start: own, end: own + LONGEST_HEADER / 2 }).map(({ row }) => row.field));
  let start = own;
  let at = own;
  for (let lines = 0; lines < MOST_LINES && at > 0; lines += 1) {
    const end = at - 1;
    at = text.lastIndexOf('\n', end - 1) + 1;
    const words = text.slice(at, end).trim();
    if (words === '') continue;
    if (!isCells(text, { start: at, end }, cells, below) && !(isHeadless && isDamagedCell(words))) break;
    start = at;
    if (pages.has(at)) break;
  }
  return start;
}

/** A line of a header whose labels could not be read: short, no sentence, with a value or little else. */
function isDamagedCell(words: string): boolean {
  const inSentence = words.match(/(?<!\p{L})\p{Ll}{2,}/gu)?.length ?? 0;
  return inSentence <= 2 && words.length <= 110 && !/[.!?]["'”’)]*$|[.!?]\s+\p{Lu}/u.test(words) && cellsLeft(words).length <= 45;
}

/** Whether a line holds cells of a header and nothing else, none of which the header below has too. */
function isCells(text: string, line: Place, cells: readonly FoundLabel[], below: ReadonlySet<string>): boolean {
  return isHeaderOnly(withoutCells(text, cells, line)) && !cellsIn(cells, line).some(({ row }) => below.has(row.field));
}
