/**
 * What the layouts since 2014 share: titled sections in a fixed order, then the disputed items. Source: the
 * published letters; see docs/LAYOUTS.md.
 */
import { tolerant } from '#mappings/text/ocr.ts';
import { type ScanSpan, trimmed } from '#mappings/text/scan.ts';
import { anchor } from './anchors.ts';
import { startOfHeading } from './heading-start.ts';
import { firstLabel, PART_ANCHORS, segmentItems } from './item-parts.ts';
import type { Sections } from './layout.ts';
import { findTitles, openingLabel, title } from './titles.ts';

/** The titles in the order in which they stand. */
const TITLES = {
  standing: title('HOW THE IMR FINAL DETERMINATION WAS MADE', 'HOW THE FINAL DETERMINATION WAS MADE', 'HOW THE IMR DETERMINATION WAS MADE'),
  credentials: openingLabel('The Expert Reviewer has the following credentials'),
  documents: title('DOCUMENTS REVIEWED'),
  summary: title('CLINICAL CASE SUMMARY', 'CASE SUMMARY', 'CLINICAL SUMMARY'),
  items: title('IMR ISSUES, DECISIONS AND RATIONALES', 'IMR ISSUE(S), DECISION(S) AND RATIONALE(S)', 'ISSUES, DECISIONS AND RATIONALES'),
} as const;

/** What every letter of this family prints. */
export const COMMON_ANCHORS: readonly RegExp[] = [
  anchor('Case Number :'),
  anchor('HOW THE IMR FINAL DETERMINATION WAS MADE'),
  anchor('CLINICAL CASE SUMMARY'),
  anchor('IMR ISSUES, DECISIONS AND RATIONALES'),
  ...PART_ANCHORS,
];

const GUIDELINE_LABEL = new RegExp(tolerant(String.raw`^[ \t]*MAXIMUS\s*guideline`), 'imu');

/** The reviewer's organisation as a layout spells it: in the guideline label where one stands, for letterheads kept the old spelling. */
export function organisationAnchor(scan: string, spelled: 'MAXIMUS' | 'Maximus'): RegExp {
  const words = GUIDELINE_LABEL.test(scan) ? 'guideline' : '(?:Federal|guideline)';
  return new RegExp(tolerant(String.raw`\b${spelled}\s*${words}`), 'gu');
}

/** "The Final Determination was based on decisions for the disputed items/services set forth below:" */
const ITEMS_LEAD = new RegExp(tolerant(String.raw`^\s*The\s*Final\s*Determination\s*was\s*based\s*on\s*decisions[^:]{0,120}:`), 'im');
/** "The expert reviewer developed the following clinical case summary based on ... all medical records:" */
const SUMMARY_LEAD = new RegExp(
  tolerant(String.raw`^\s*The\s*expert\s*reviewer\s*developed\s*the\s*following\s*clinical\s*case\s*summary[^:]{0,160}:`),
  'i',
);

/** Cuts a letter at its titles. `pageStarts`: where pages start in the scan copy. */
export function segmentTitledLetter(scan: string, pageStarts: readonly number[]): Sections {
  const at = findTitles(scan, TITLES);
  const itemsFrom = startOfItems(scan, at.items, at.summary, pageStarts);
  const starts = Object.values(at)
    .filter((span) => span !== null)
    .map((span) => span.start);
  const borders = itemsFrom === null ? starts : [...starts, itemsFrom.title];
  /** From the end of a title to the next one. */
  const section = (from: ScanSpan | null, lead?: RegExp): ScanSpan | null => {
    if (from === null) return null;
    const end = Math.min(scan.length, ...borders.filter((start) => start > from.start));
    const skipped = lead?.exec(scan.slice(from.end, end))?.[0].length ?? 0;
    return trimmed(scan, from.end + skipped, end);
  };
  const { items, doubtful } = itemsFrom === null ? { items: [], doubtful: [] } : segmentItems(scan, itemsFrom.first, pageStarts);
  return {
    header: trimmed(scan, 0, Math.min(scan.length, ...borders)),
    prose: null,
    standing: section(at.standing),
    credentials: section(at.credentials),
    summary: section(at.summary, SUMMARY_LEAD),
    summaryFromUr: null,
    documents: section(at.documents),
    items,
    leftover: [],
    doubtful,
  };
}

/** Where the items' section starts, and where its first heading does. Without its title the standing sentence tells, else the first label. */
function startOfItems(
  scan: string,
  title: ScanSpan | null,
  summary: ScanSpan | null,
  pageStarts: readonly number[],
): { title: number; first: number } | null {
  if (title !== null) {
    const lead = ITEMS_LEAD.exec(scan.slice(title.end));
    return { title: title.start, first: title.end + (lead?.index === 0 ? lead[0].length : 0) };
  }
  const behind = summary?.end ?? 0;
  const lead = ITEMS_LEAD.exec(scan.slice(behind));
  if (lead !== null) return { title: behind + lead.index, first: behind + lead.index + lead[0].length };
  const label = firstLabel(scan, behind);
  if (label === null) return null;
  const first = startOfHeading(scan, behind, label, pageStarts, true);
  return { title: first, first };
}
