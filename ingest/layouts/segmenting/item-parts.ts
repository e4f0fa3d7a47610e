/**
 * The disputed items of a titled letter: for each a heading that ends in its decision, then labelled parts in a fixed order
 * (published letters of 2014 to 2017). A label quoted inside a rationale starts no item; it is reported instead.
 */
import { ANY_DECISION } from '#mappings/recognise/verdicts/decision-words.ts';
import { tolerant } from '#mappings/text/ocr.ts';
import type { Place } from '#mappings/text/places.ts';
import { type ScanSpan, scanSpan, trimmed } from '#mappings/text/scan.ts';
import { isReviewersField } from './field-sentences.ts';
import { startOfHeading } from './heading-start.ts';
import type { ItemPart, ItemSections } from './layout.ts';

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
] as const satisfies readonly (readonly [ItemPart, RegExp])[];
const ORDER: readonly ItemPart[] = PARTS.map(([part]) => part);

/** The labels as anchors for telling layouts. */
export const PART_ANCHORS: readonly RegExp[] = PARTS.map(([, pattern]) => pattern);

/** A line that ends as a heading does: where one stands inside a field, an item may have been missed. */
const HEADING_LINE = new RegExp(`^.*:\\s*${ANY_DECISION}\\s*$`, 'gim');
/** A decision with the blanks around it, in characters. */
const LONGEST_DECISION = 80;
const ENDS_IN_DECISION = new RegExp(`(?:\\n|:|\\b(?:is|are))[\\s*]*${ANY_DECISION}[\\s.*]*$`, 'i');

/** What a side's field begins with: such words behind a decision are of a side, whatever became of its label. */
const FIELD_START = new RegExp(
  tolerant(
    String.raw`Decision\s*based\s*on|The\s*(?:Claims\s*Administrator|Expert\s*Reviewer)\s*(?:did\s*not|based)|(?:^|[.:;]\s)Decision\s*rationale`,
  ),
  'giu',
);
const DECISION_INSIDE = new RegExp(`(?:\\n|:|\\b(?:is|are))[\\s*]*${ANY_DECISION}(?=[\\s.*]|$)`, 'giu');

interface Label extends Place {
  readonly part: ItemPart;
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
  const bounds = groups.map((group, index) => headingOf(scan, groups[index - 1]?.at(-1)?.end ?? null, group, from, pageStarts));
  groups.forEach((group, index) => {
    const bound = bounds[index];
    if (bound === undefined) return;
    const end = bounds[index + 1]?.start ?? scan.length;
    const part = (name: ItemPart): ScanSpan | null => {
      const position = group.findIndex((candidate) => candidate.part === name);
      const found = group[position];
      return found === undefined ? null : trimmed(scan, found.end, group[position + 1]?.start ?? end);
    };
    items.push(
      withoutSwallowed(
        scan,
        {
          heading: trimmed(scan, bound.start, bound.end),
          verdicts: null,
          administrator: part('administrator'),
          reviewer: part('reviewer'),
          rationale: part('rationale'),
        },
        group,
      ),
    );
  });
  const fields = items.flatMap((item) => [item.administrator, item.reviewer, item.rationale]).filter((span) => span !== null);
  return {
    items,
    doubtful: [...quoted.map(({ start, end }) => scanSpan(start, end)), ...fields.flatMap((field) => headingsIn(scan, field))],
  };
}

/**
 * Where the heading of a group stands. Right before its first label; where the label of the side before that is lost, the heading ends in its
 * decision, and the side's words behind it are nobody's. `before`: where the last label of the item before ends; null for the first item.
 */
function headingOf(scan: string, before: number | null, group: readonly Label[], from: number, pageStarts: readonly number[]): Place {
  const first = group[0]?.start ?? scan.length;
  const lost = group[0]?.part === 'administrator' ? null : decisionInside(scan, before ?? from, first);
  const end = lost ?? first;
  return { start: before === null ? from : startOfHeading(scan, before, end, pageStarts), end };
}

/** Where the last decision ends behind which the words of a side stand; null where there is none. */
function decisionInside(scan: string, from: number, to: number): number | null {
  const text = scan.slice(from, to);
  const field = [...text.matchAll(FIELD_START)].at(-1);
  if (field === undefined) return null;
  const decision = [...text.slice(0, field.index).matchAll(DECISION_INSIDE)].at(-1);
  return decision === undefined ? null : from + decision.index + decision[0].length;
}

/**
 * The item without fields that swallowed the next one: where a label is missing, the field before it is not known. A reviewer's field that
 * is nothing but sentences of its grammar swallowed nothing: there the letter breaks off.
 */
function withoutSwallowed(scan: string, item: ItemSections, group: readonly Label[]): ItemSections {
  const has = (part: ItemPart) => group.some((label) => label.part === part);
  const unlabelled = ORDER.filter((part) => !has(part));
  if (unlabelled.length === 0) return item;
  const { reviewer } = item;
  const whole = reviewer !== null && isReviewersField(scan.slice(reviewer.start, reviewer.end));
  return {
    ...item,
    administrator: has('reviewer') ? item.administrator : null,
    reviewer: has('rationale') || whole ? reviewer : null,
    unlabelled,
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
 * it begins a whole one (all three labels in order), or where a decision stands right before it, or before the words of a side whose
 * label is lost, and another label follows or the text ends. Otherwise it is quoted.
 */
function groupLabels(scan: string, labels: readonly Label[]): { groups: Label[][]; quoted: Label[] } {
  const runs: Label[][] = [];
  for (const candidate of labels) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const goesOn = last !== undefined && ORDER.indexOf(candidate.part) > ORDER.indexOf(last.part);
    // Between two labels of one item no decision stands: the labels there are lost, and with them the start of an item.
    if (run === undefined || last === undefined || !goesOn || decisionInside(scan, last.end, candidate.start) !== null)
      runs.push([candidate]);
    else run.push(candidate);
  }
  const groups: Label[][] = [];
  const quoted: Label[] = [];
  runs.forEach((run, index) => {
    const group = groups.at(-1);
    const [first] = run;
    if (group === undefined || first === undefined || startsItem(scan, runs[index - 1]?.at(-1)?.end ?? 0, run, index === runs.length - 1))
      groups.push(run);
    else quoted.push(...run);
  });
  return { groups, quoted };
}

/** `behind`: where the label before the run ends. */
function startsItem(scan: string, behind: number, run: readonly Label[], last: boolean): boolean {
  const [first] = run;
  if (first === undefined) return false;
  if (run.length === PARTS.length) return true;
  const from = Math.max(behind, first.start - LONGEST_DECISION);
  const decided = ENDS_IN_DECISION.test(scan.slice(from, first.start).trimEnd());
  if (decided) return last || run.length > 1;
  // The label of a side is lost, whose words stand behind the decision.
  return first.part !== 'administrator' && decisionInside(scan, behind, first.start) !== null;
}

function headingsIn(scan: string, field: ScanSpan): ScanSpan[] {
  return [...scan.slice(field.start, field.end).matchAll(HEADING_LINE)].map((match) =>
    scanSpan(field.start + match.index, field.start + match.index + match[0].length),
  );
}
