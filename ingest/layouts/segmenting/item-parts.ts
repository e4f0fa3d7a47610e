/**
 * The disputed items of a titled letter: for each a heading that ends in its decision, then labelled parts in a fixed order
 * (published letters of 2014 to 2017). A label quoted inside a rationale starts no item; it is reported instead.
 */
import { ANY_DECISION } from '#mappings/recognise/verdicts/decision-words.ts';
import { tolerant } from '#mappings/text/ocr.ts';
import type { Place } from '#mappings/text/places.ts';
import { type ScanSpan, scanSpan, trimmed } from '#mappings/text/scan.ts';
import { startOfHeading } from './heading-start.ts';
import type { ItemSections } from './layout.ts';

/** A label starts a line or follows a sentence; its colon may be lost before the words that a field begins with. */
const label = (words: string) =>
  new RegExp(
    String.raw`(?:^|(?<=[.:;!?"')] ))${tolerant(words)}(?:\s*:|(?=\s+(?:${tolerant(String.raw`Decision\s+based\s+on|The\s+(?:Claims\s+Administrator|Expert\s+Reviewer)`)})\b))`,
    'gimu',
  );

/** The labels of an item's parts, in the order in which they are printed. */
const PARTS = [
  ['administrator', label(String.raw`Claims\s*Administrator(?:'s)?\s*guidelines?`)],
  ['reviewer', label(String.raw`(?:MAXIMUS|IMR|Expert\s*Reviewer)(?:'s)?\s*guidelines?`)],
  ['rationale', label(String.raw`Decision\s*rationale`)],
] as const satisfies readonly (readonly [string, RegExp])[];
type Part = (typeof PARTS)[number][0];
const ORDER: readonly Part[] = PARTS.map(([part]) => part);

/** The labels as anchors for telling layouts. */
export const PART_ANCHORS: readonly RegExp[] = PARTS.map(([, pattern]) => pattern);

/** A line that ends as a heading does: where one stands inside a field, an item may have been missed. */
const HEADING_LINE = new RegExp(`^.*:\\s*${ANY_DECISION}\\s*$`, 'gim');
/** A decision with the blanks around it, in characters. */
const LONGEST_DECISION = 80;
const ENDS_IN_DECISION = new RegExp(`(?:\\n|:|\\b(?:is|are))[\\s*]*${ANY_DECISION}[\\s.*]*$`, 'i');

interface Label extends Place {
  readonly part: Part;
}

export interface SegmentedItems {
  readonly items: readonly ItemSections[];
  /** Labels and headings inside fields that were not taken for an item's start. */
  readonly doubtful: readonly ScanSpan[];
}

/** Where the first label stands at or behind `from`; null where there is none. */
export function firstLabel(scan: string, from: number): number | null {
  return labelsOf(scan, from)[0]?.start ?? null;
}

/** The items from `from` on, to the end of the text. */
export function segmentItems(scan: string, from: number, pageStarts: readonly number[]): SegmentedItems {
  const labels = labelsOf(scan, from);
  const { groups, quoted } = groupLabels(scan, labels);
  const items: ItemSections[] = [];
  groups.forEach((group, index) => {
    const [first] = group;
    if (first === undefined) return;
    const before = groups[index - 1]?.at(-1);
    const headingStart = before === undefined ? from : startOfHeading(scan, before.end, first.start, pageStarts);
    const next = groups[index + 1]?.[0];
    const last = group.at(-1) ?? first;
    const end = next === undefined ? scan.length : startOfHeading(scan, last.end, next.start, pageStarts);
    const part = (name: Part): ScanSpan | null => {
      const position = group.findIndex((candidate) => candidate.part === name);
      const found = group[position];
      return found === undefined ? null : trimmed(scan, found.end, group[position + 1]?.start ?? end);
    };
    items.push({
      heading: trimmed(scan, headingStart, first.start),
      verdicts: null,
      administrator: part('administrator'),
      reviewer: part('reviewer'),
      rationale: part('rationale'),
    });
  });
  const fields = items.flatMap((item) => [item.administrator, item.reviewer, item.rationale]).filter((span) => span !== null);
  return {
    items,
    doubtful: [...quoted.map(({ start, end }) => scanSpan(start, end)), ...fields.flatMap((field) => headingsIn(scan, field))],
  };
}

function labelsOf(scan: string, from: number): Label[] {
  return PARTS.flatMap(([part, pattern]) =>
    [...scan.matchAll(pattern)].map((match): Label => ({ part, start: match.index, end: match.index + match[0].length })),
  )
    .filter(({ start }) => start >= from)
    .sort((a, b) => a.start - b.start);
}

/**
 * Labels by item. A label that does not come after the one before it in the printed order may start a new item: it does where
 * it begins a whole one (all three labels in order), or where a decision stands right before it and a rationale follows or
 * the text ends. Otherwise it is quoted.
 */
function groupLabels(scan: string, labels: readonly Label[]): { groups: Label[][]; quoted: Label[] } {
  const runs: Label[][] = [];
  for (const candidate of labels) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run === undefined || last === undefined || ORDER.indexOf(candidate.part) <= ORDER.indexOf(last.part)) runs.push([candidate]);
    else run.push(candidate);
  }
  const groups: Label[][] = [];
  const quoted: Label[] = [];
  runs.forEach((run, index) => {
    const group = groups.at(-1);
    const [first] = run;
    if (group === undefined || first === undefined || startsItem(scan, group, run, index === runs.length - 1)) groups.push(run);
    else quoted.push(...run);
  });
  return { groups, quoted };
}

function startsItem(scan: string, before: readonly Label[], run: readonly Label[], last: boolean): boolean {
  const [first] = run;
  if (first === undefined) return false;
  if (run.length === PARTS.length) return true;
  const from = Math.max(before.at(-1)?.end ?? 0, first.start - LONGEST_DECISION);
  const decided = ENDS_IN_DECISION.test(scan.slice(from, first.start).trimEnd());
  return decided && (last || run.some(({ part }) => part === 'rationale'));
}

function headingsIn(scan: string, field: ScanSpan): ScanSpan[] {
  return [...scan.slice(field.start, field.end).matchAll(HEADING_LINE)].map((match) =>
    scanSpan(field.start + match.index, field.start + match.index + match[0].length),
  );
}
