/**
 * What the layouts of 2014 and of 2016-17 share: titled sections in a fixed order, then for each disputed item a
 * heading that ends in its decision and three labelled parts. Source: the published letters; see docs/LAYOUTS.md.
 */
import type { ScanSpan } from '../text/scan.ts';
import { anchor, findAnchor, trimmed } from './anchors.ts';
import type { ItemSections, Sections } from './layout.ts';

export const TITLES = {
  caseNumber: anchor('Case Number :'),
  standing: anchor('HOW THE IMR FINAL DETERMINATION WAS MADE'),
  credentials: anchor('The Expert Reviewer has the following credentials :'),
  documents: anchor('DOCUMENTS REVIEWED'),
  summary: anchor('CLINICAL CASE SUMMARY'),
  items: anchor('IMR ISSUES, DECISIONS AND RATIONALES'),
} as const;

/** The labels of an item's parts, in the order in which they are printed. */
const PARTS = [
  ['administrator', /^[ \t]*Claims\s*Administrator(?:'s)?\s*guidelines?\s*:/gim],
  ['reviewer', /^[ \t]*(?:MAXIMUS|IMR|Expert\s*Reviewer)(?:'s)?\s*guidelines?\s*:/gim],
  ['rationale', /^[ \t]*Decision\s*rationale\s*:/gim],
] as const satisfies readonly (readonly [string, RegExp])[];
/** What every letter of this family prints. */
export const COMMON_ANCHORS: readonly RegExp[] = [
  TITLES.caseNumber,
  TITLES.standing,
  TITLES.summary,
  TITLES.items,
  ...PARTS.map(([, pattern]) => pattern),
];
type Part = (typeof PARTS)[number][0];

/** "The Final Determination was based on decisions for the disputed items/services set forth below:" */
const ITEMS_LEAD = /^\s*The\s+Final\s+Determination\s+was\s+based\s+on\s+decisions[^:]{0,120}:/i;
/** "The expert reviewer developed the following clinical case summary based on ... all medical records:" */
const SUMMARY_LEAD = /^\s*The\s+expert\s+reviewer\s+developed\s+the\s+following\s+clinical\s+case\s+summary[^:]{0,160}:/i;

/** Cuts a letter at its titles. */
export function segmentTitledLetter(scan: string): Sections {
  const at = {
    standing: findAnchor(scan, TITLES.standing),
    credentials: findAnchor(scan, TITLES.credentials),
    documents: findAnchor(scan, TITLES.documents),
    summary: findAnchor(scan, TITLES.summary),
    items: findAnchor(scan, TITLES.items),
  };
  const firstPart = Math.min(...PARTS.map(([, pattern]) => findAnchor(scan, pattern)?.start ?? scan.length));
  const starts = Object.values(at)
    .filter((span) => span !== null)
    .map((span) => span.start);
  /** From the end of a title to the next title. */
  const section = (title: ScanSpan | null, lead?: RegExp): ScanSpan | null => {
    if (title === null) return null;
    const end = Math.min(scan.length, ...starts.filter((start) => start > title.start));
    const skipped = lead?.exec(scan.slice(title.end, end))?.[0].length ?? 0;
    return trimmed(scan, title.end + skipped, end);
  };
  const itemsFrom = at.items?.end ?? at.summary?.end ?? 0;
  const lead = ITEMS_LEAD.exec(scan.slice(itemsFrom))?.[0].length ?? 0;
  return {
    header: trimmed(scan, 0, Math.min(firstPart, ...starts)),
    standing: section(at.standing),
    credentials: section(at.credentials),
    summary: section(at.summary, SUMMARY_LEAD),
    // Without the title an item's first heading cannot be told from what stands before it.
    items: segmentItems(scan, at.items === null ? firstPart : itemsFrom + lead),
    leftover: [section(at.documents)].filter((span) => span !== null),
  };
}

interface Label {
  readonly part: Part;
  readonly start: number;
  readonly end: number;
}

/** The items from `from` on: a label that does not come after the one before it in the printed order starts a new item. */
function segmentItems(scan: string, from: number): ItemSections[] {
  const order = PARTS.map(([part]) => part);
  const labels = PARTS.flatMap(([part, pattern]) =>
    [...scan.matchAll(pattern)].map((match): Label => ({ part, start: match.index, end: match.index + match[0].length })),
  )
    .filter((label) => label.start >= from)
    .sort((a, b) => a.start - b.start);
  const groups: Label[][] = [];
  for (const label of labels) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group === undefined || last === undefined || order.indexOf(label.part) <= order.indexOf(last.part)) groups.push([label]);
    else group.push(label);
  }
  const items: ItemSections[] = [];
  let before = from;
  groups.forEach((group, index) => {
    const first = group[0];
    if (first === undefined) return;
    const headingStart = index === 0 ? before : startOfHeading(scan, before, first.start);
    const next = groups[index + 1]?.[0];
    const last = group.at(-1) ?? first;
    const end = next === undefined ? scan.length : startOfHeading(scan, last.end, next.start);
    const part = (name: Part): ScanSpan | null => {
      const position = group.findIndex((label) => label.part === name);
      const label = group[position];
      return label === undefined ? null : trimmed(scan, label.end, group[position + 1]?.start ?? end);
    };
    items.push({
      heading: trimmed(scan, headingStart, first.start),
      administrator: part('administrator'),
      reviewer: part('reviewer'),
      rationale: part('rationale'),
    });
    before = last.end;
  });
  return items;
}

/** A line that the request's own sentence may end with before its heading goes on. */
const HEADING_SENTENCE = /(?:was\s+the\s+original\s+request|by\s+the\s+Claims\s+Administrator|original\s+request\s+IMR\s+eligible)\.$/i;
const SENTENCE_END = /[.!?]["')\]]*$/;
const DECISION_AT_END = /(?:upheld|uphold|overturn(?:ed)?|modified)[.*\s]*$/i;

/**
 * Where the heading before an item's first label starts, in the text from the previous item's last label on: after the
 * last empty line. Where the text has none there (some programs write none, and a page border hides it), after the last line
 * that ends a sentence, unless that sentence is the heading's own ("X was the original request.").
 */
function startOfHeading(scan: string, from: number, to: number): number {
  const end = from + scan.slice(from, to).trimEnd().length;
  const lines: { start: number; text: string }[] = [];
  for (let start = from; start < end; ) {
    const newline = scan.indexOf('\n', start);
    const stop = newline === -1 || newline > end ? end : newline;
    lines.push({ start, text: scan.slice(start, stop).trim() });
    start = stop + 1;
  }
  // The decision may stand alone on its line, also behind an empty one: the heading holds words before it.
  let index = lines.length - 1;
  while (index > 0 && !hasRequest(lines.slice(index).map((line) => line.text))) index -= 1;
  for (; index > 0; index -= 1) {
    const above = lines[index - 1]?.text ?? '';
    if (above === '') break;
    if (SENTENCE_END.test(above) && !HEADING_SENTENCE.test(above) && !/\bwas the$|\bby the$/i.test(above)) break;
  }
  return lines[index]?.start ?? from;
}

/** Whether these lines hold a request and not only the decision. */
function hasRequest(lines: readonly string[]): boolean {
  return (
    lines
      .join(' ')
      .replace(DECISION_AT_END, '')
      .replace(/[\s:*]+/g, '') !== ''
  );
}
