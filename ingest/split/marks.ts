/**
 * What tells one letter from the next in a file: the header with its labelled case number, the titles that a letter has once, the labels of its
 * items. They are looked for in the stored text itself, before anything is cut, through the damages of scanning (`ingest/labels`).
 */
import { formatCaseNumber } from '#contract/determination.ts';
import { digitsOf, tolerant } from '#mappings/text/ocr.ts';
import { countBefore, type Place } from '#mappings/text/places.ts';
import { findLabels } from '../labels/find-labels.ts';
import type { FoundLabel } from '../labels/found-label.ts';
import { CASE_LABEL, CASE_NUMBER, isHeaderOnly, OTHER_LABEL } from './header-cells.ts';

/** A title over the header, or a labelled case number that opens one; a title below it; a label of a disputed item, of which there may be many. */
export type Mark = Place &
  (
    | { readonly kind: 'first' }
    | { readonly kind: 'header'; readonly caseNumber: string }
    /** `isTitle`: on lines of its own; other documents have such words in running type. */
    | { readonly kind: 'section'; readonly id: SectionId; readonly isTitle: boolean; readonly isOwn: boolean }
    /** `isLast`: its text stands behind the rationale. */
    | { readonly kind: 'part'; readonly isOwn: boolean; readonly isLast?: true }
  );

/** The sections by which letters are told apart, in the order in which they stand; a layout has some of them. The documents stand now here, now there. */
export const SECTION_ORDER = ['again', 'standing', 'issue', 'credentials', 'qualifications', 'summary', 'items'] as const;
type SectionId = (typeof SECTION_ORDER)[number];

const FIRST: ReadonlySet<string> = new Set(['notice', 'professional']);
const PARTS: ReadonlySet<string> = new Set([
  'documents',
  'administrator',
  'reviewer',
  'rationale',
  'guidelines',
  'rationaleTitle',
  'reviewerQualifications',
]);
/** Other documents print these too. */
const COMMON: ReadonlySet<string> = new Set(['documents', 'summary']);
const COMMON_WORDS: ReadonlySet<string> = new Set(['Rationale']);
/** Sentences that open a field of the letters of 2013. */
const OPENED = new RegExp(
  tolerant(String.raw`^[ \t]*The\s*(?:Claims\s*Administrator|(?:Expert|Physician|Professional)\s*Reviewer)\s*based\b`),
  'gimu',
);

/** A number of early 2013 has no letters before it; its label says what it is. */
const EARLY_NUMBER = String.raw`(?<early>13\s?-\s?\d{6})\b`;
const LABELLED = new RegExp(
  String.raw`\b(?:${CASE_LABEL}\s*[:;.]?\s*${CASE_NUMBER}|(?:MAXIMUS|IMR)\s*${CASE_LABEL}\s*[:;.]?\s*${EARLY_NUMBER})`,
  'giu',
);
const LABEL = new RegExp(String.raw`\b${CASE_LABEL}\s*[:;]`, 'giu');
/** The number right behind its label, or the next label of a column of them. */
const VALUE = new RegExp(String.raw`^\s*(?:${CASE_NUMBER}|${EARLY_NUMBER})`, 'iu');
const OTHER_FIRST = new RegExp(String.raw`^\s*${OTHER_LABEL}\s*[:;]`, 'iu');
const ANY_NUMBER = new RegExp(String.raw`\b${CASE_NUMBER}`, 'iu');
/** "The Final Determination was based on decisions for the disputed items/services set forth below:" */
const ITEMS_LEAD = new RegExp(tolerant(String.raw`^[ \t]*The\s*Final\s*Determination\s*was\s*based\s*on\s*decisions`), 'gimu');
/** Between the cells of one header, and between a title and its sentence. */
const LONGEST_GAP = 160;
/** How near to its case number a header holds another label. */
const WITHIN = 600;
/** Cells before a label are looked at as far as this, in characters. */
const MOST_BEFORE = 300;
/** How a sentence ends that a quoted letter follows in the same line. */
export const ENDS_LEAD = /[:.]\s*["'“]?\s*$/u;
/** A letter goes on behind its header with another cell or a line of its own, prose goes on in the line. */
const GOES_ON = new RegExp(String.raw`^[ \t|]*(?:$|\n|${OTHER_LABEL}\b|HOW\s+THE\b)`, 'iu');

/** What is found in a file, each in its order. */
export interface Marks {
  readonly marks: readonly Mark[];
  /** The labels of headers. */
  readonly cells: readonly FoundLabel[];
}

/** The marks of a file. */
export function marksIn(text: string): Marks {
  // What a page repeats with "(continued)" is the same section.
  const labels = findLabels(text).filter(({ end }) => !/^[ \t]*[-–—(]*\s?cont(?:inued|'d|d)?\b/iu.test(text.slice(end, end + 20)));
  const cells = labels.filter(({ row }) => row.kind === 'header');
  const marks = [
    ...labels.flatMap(markOf),
    ...places(text, OPENED).map((place): Mark => ({ ...place, kind: 'part', isOwn: true })),
    ...headersIn(text, cells),
    ...untitledItems(text, labels),
    ...unnumberedHeaders(text, cells),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  return { marks, cells };
}

/** The labels of headers in a stretch. */
export function cellsIn(cells: readonly FoundLabel[], { start, end }: Place): readonly FoundLabel[] {
  return cells.slice(countBefore(cells, start), countBefore(cells, end));
}

/** A stretch without the labels of headers in it. */
export function withoutCells(text: string, cells: readonly FoundLabel[], { start, end }: Place): string {
  let left = '';
  let from = start;
  for (const cell of cellsIn(cells, { start, end })) {
    left += `${text.slice(from, cell.start)} `;
    from = Math.min(end, cell.end);
  }
  return left + text.slice(from, end);
}

function markOf({ row, start, end }: FoundLabel): Mark[] {
  const id = SECTION_ORDER.find((section) => section === row.field);
  if (id !== undefined) return [{ start, end, kind: 'section', id, isTitle: row.kind !== 'label', isOwn: !COMMON.has(id) }];
  if (FIRST.has(row.field)) return [{ start, end, kind: 'first' }];
  if (!PARTS.has(row.field)) return [];
  const isOwn = !COMMON.has(row.field) && !COMMON_WORDS.has(row.words);
  return [{ start, end, kind: 'part', isOwn, ...(row.field === 'reviewerQualifications' ? { isLast: true } : {}) }];
}

/** A labelled case number anywhere in a text. */
export interface LabelledNumber extends Place {
  readonly caseNumber: string;
}

/** Every case number that stands behind a label, be it a header's or another's. */
export function labelledNumbers(text: string): LabelledNumber[] {
  return [...text.matchAll(LABELLED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    caseNumber: numberOf(match.groups ?? {}),
  }));
}

/** Labels in one column and their values in another: what stands behind the label is the next label. */
function headersIn(text: string, cells: readonly FoundLabel[]): Mark[] {
  const found = cells.filter(({ row }) => row.field === 'caseNumber').map(({ start, end }): Place => ({ start, end }));
  // In a line of other words a label is found by its own words alone.
  const starts = new Set(found.map(({ start }) => start));
  const inLine = places(text, LABEL).filter(({ start }) => !starts.has(start));
  return [...found, ...inLine].flatMap(({ start, end }): Mark[] => {
    const behind = text.slice(end, end + WITHIN);
    const match = VALUE.exec(behind) ?? (OTHER_FIRST.test(behind) ? ANY_NUMBER.exec(behind) : null);
    const caseNumber = match === null ? '' : numberOf(match.groups ?? {});
    const one = { start, end: end + (match === null ? 0 : match.index + match[0].length), caseNumber };
    return isHeader(text, one, cells) ? [{ ...one, kind: 'header' }] : [];
  });
}

/** The sentence that stands behind the title of the items, where that title is lost. */
function untitledItems(text: string, labels: readonly FoundLabel[]): Mark[] {
  const titles = labels.filter(({ row }) => row.field === 'items');
  const titleBefore = (at: number) => titles[countBefore(titles, at) - 1];
  return places(text, ITEMS_LEAD)
    .filter(({ start }) => start - (titleBefore(start)?.end ?? Number.NEGATIVE_INFINITY) >= LONGEST_GAP)
    .map((place): Mark => ({ ...place, kind: 'section', id: 'items', isTitle: true, isOwn: true }));
}

/** Headers whose case number is lost: cells on lines of their own right before a title. */
function unnumberedHeaders(text: string, cells: readonly FoundLabel[]): Mark[] {
  const marks: Mark[] = [];
  for (let from = 0; from < cells.length; ) {
    let to = from + 1;
    while (to < cells.length && (cells[to]?.start ?? 0) - (cells[to - 1]?.end ?? 0) < LONGEST_GAP) to += 1;
    const [first, last] = [cells[from], cells[to - 1]];
    const fields = new Set(cells.slice(from, to).map(({ row }) => row.field));
    if (
      first !== undefined &&
      last !== undefined &&
      fields.size > 1 &&
      !fields.has('caseNumber') &&
      lineBefore(text, first.start).trim() === ''
    )
      marks.push({ start: first.start, end: last.end, kind: 'header', caseNumber: '' });
    from = to;
  }
  return marks;
}

/** Whether a labelled number opens a header: it is a cell of its own, and others are near. */
function isHeader(text: string, { start, end, caseNumber }: LabelledNumber, cells: readonly FoundLabel[]): boolean {
  const before = lineBefore(text, start);
  const quoted = caseNumber !== '' && ENDS_LEAD.test(before) && GOES_ON.test(text.slice(end, end + 80));
  if (!quoted && !isHeaderOnly(withoutCells(text, cells, { start: start - before.length, end: start }))) return false;
  if (speaksOn(text.slice(end, end + 80))) return false;
  return otherFields(cells, { start, end }) > 0;
}

/** Whether a line goes on with a sentence behind a number that it names. */
function speaksOn(behind: string): boolean {
  const [rest = ''] = behind.split('\n');
  return /^\s*[,;)]/u.test(rest) || (rest.match(/(?<!\p{L})\p{Ll}{2,}/gu)?.length ?? 0) > 2;
}

/** How many other fields of a header stand beside a number, each near to the next. */
export function otherFields(cells: readonly FoundLabel[], { start, end }: Place): number {
  const fields = new Set(cellsIn(cells, { start, end }).map(({ row }) => row.field));
  let low = start;
  for (const cell of cellsIn(cells, { start: start - WITHIN / 2, end: start }).toReversed()) {
    if (low - cell.end > LONGEST_GAP) break;
    fields.add(cell.row.field);
    low = cell.start;
  }
  let high = end;
  for (const cell of cellsIn(cells, { start: end, end: end + WITHIN })) {
    if (cell.start - high > LONGEST_GAP) break;
    fields.add(cell.row.field);
    high = cell.end;
  }
  fields.delete('caseNumber');
  return fields.size;
}

/** The words of a line before a place in it, the last ones where they are many. */
export function lineBefore(text: string, at: number): string {
  const words = text.slice(Math.max(0, at - MOST_BEFORE), at);
  return words.slice(words.lastIndexOf('\n') + 1);
}

function numberOf({ year, serial, early }: Readonly<Record<string, string | undefined>>): string {
  const [first, last] = early === undefined ? [year ?? '', serial ?? ''] : early.split('-').map((part) => part.trim());
  return formatCaseNumber(digitsOf(first ?? ''), digitsOf(last ?? ''));
}

function places(text: string, pattern: RegExp): Place[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
