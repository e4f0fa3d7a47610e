/**
 * The printed labels and titles of a text, through the damages of scanning, each with its clean form. Bounded, so that no prose becomes a
 * label: a label stands at a line's start, behind the end of a sentence, a decision or a header value, and ends in a colon or a semicolon; where
 * that is lost, right before the words that its field begins with; a title is a whole line or the capitals at its start. The text is gone through
 * once by its lines and once by its colons, and nothing is compared elsewhere.
 */
import { tolerant } from '#mappings/text/ocr.ts';
import { type FoundLabel, foundLabel } from './found-label.ts';
import { type HeaderValue, LABEL_ROWS, type LabelKind, type LabelRow } from './label-rows.ts';
import { beforeOf, KINDS_BEHIND, startsBefore } from './label-starts.ts';
import { lineLabels } from './line-labels.ts';
import { foldLabel, LONGEST_LABEL, labelDistance, type Nearest, nearestLabel } from './nearest-label.ts';

/** A label with blanks inside its words and between them. */
const REACH = LONGEST_LABEL * 2;
const DAY = String.raw`(?:[\dlIO]{1,2}\/[\dlIO]|(?:January|February|March|April|May|June|July|August|September|October|November|December)\s)`;
const VALUES: Readonly<Record<HeaderValue, string>> = {
  day: DAY,
  caseNumber: String.raw`(?:CM|IMR)?\s?[\dlIO]{2}\s?-?\s?[\dlIO]{4}`,
  priority: String.raw`(?:standard|regular|expedited)\b`,
};
const BEHIND = Object.fromEntries(
  Object.entries(VALUES).map(([id, source]) => [id, new RegExp(String.raw`^\s*${source}`, 'i')]),
) as Readonly<Record<HeaderValue, RegExp>>;
/** What a field of an item begins with, and header values: before one of these a label may have lost its colon. */
const OPENERS = new RegExp(
  String.raw`(?<=\s)(?:${tolerant(String.raw`Decisions?\s{0,2}based\s|The\s{0,2}(?:Claims\s{0,2}Administrator|Expert\s{0,2}Reviewer)\s`)}|(?<value>${Object.values(VALUES).join('|')}))`,
  'giu',
);
const COLON = /[:;]/g;

/** How far behind a colon the value of a header label begins. */
const VALUE_REACH = 30;

/** The labels of a text in order; none overlaps another. */
export function findLabels(text: string): FoundLabel[] {
  const found = [...lineLabels(text), ...endedLabels(text), ...openedLabels(text), ...wrappedLabels(text)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  const kept: FoundLabel[] = [];
  for (const label of found) {
    const last = kept.at(-1);
    if (last === undefined || last.end <= label.start) kept.push(label);
    else if (label.distance < last.distance || (label.distance === last.distance && label.end > last.end)) kept[kept.length - 1] = label;
  }
  return kept;
}

/** Labels that end in a colon, or in the semicolon that it became. */
function endedLabels(text: string): FoundLabel[] {
  return [...text.matchAll(COLON)].flatMap(({ index }) => {
    const best = bestBefore(text, index);
    if (best === null) return [];
    const { nearest, start } = best;
    if (nearest.row.kind === 'header' && nearest.distance > 0 && !isBeforeValue(text, nearest.row, start, index + 1)) return [];
    return [foundLabel(text, nearest, { start, wordsEnd: index, end: index + 1, colon: true })];
  });
}

/** Labels without a colon right before the words of a field or a value. */
function openedLabels(text: string): FoundLabel[] {
  return [...text.matchAll(OPENERS)].flatMap(({ index, groups }) => {
    let end = index;
    while (end > 0 && text.charAt(end - 1).trim() === '') end -= 1;
    if (/[:;]/.test(text.charAt(end - 1))) return [];
    const wordsEnd = /[.,-]/.test(text.charAt(end - 1)) ? end - 1 : end;
    const isValue = groups?.['value'] !== undefined;
    const best = bestBefore(text, wordsEnd, isValue ? 'header' : 'item');
    if (best === null) return [];
    const { nearest, start, before } = best;
    if (isValue && (before === 'sentence' || !isBeforeValue(text, nearest.row, start, end))) return [];
    return [foundLabel(text, nearest, { start, wordsEnd, end, colon: true })];
  });
}

/** The label that ends at a place, nearest of all starts before it; of two as near the longer one. `kind`: only of that one. */
function bestBefore(text: string, end: number, kind?: LabelKind) {
  let best: { nearest: Nearest; start: number; before: ReturnType<typeof beforeOf> } | null = null;
  for (const { at, before } of startsBefore(text, end, REACH)) {
    if (kind !== undefined && !KINDS_BEHIND[before].has(kind)) continue;
    const nearest = nearestLabel(foldLabel(text.slice(at, end)), KINDS_BEHIND[before]);
    if (
      nearest !== null &&
      (kind === undefined || nearest.row.kind === kind) &&
      (best === null || nearest.distance <= best.nearest.distance)
    )
      best = { nearest, start: at, before };
  }
  return best;
}

/** Whether the value of a header label stands behind it; a column of labels has none, and each is a line. */
function isBeforeValue(text: string, { value = 'day' }: LabelRow, start: number, end: number): boolean {
  if (BEHIND[value].test(text.slice(end, end + VALUE_REACH))) return true;
  return beforeOf(text, start) === 'line' && /^[ \t]*(?:\n|$)/.test(text.slice(end, end + VALUE_REACH));
}

const APPLICATION = LABEL_ROWS.find(({ field }) => field === 'applicationReceived');
/** The cell's label wraps around its value: "Application 11/03/2016", then "Received:" on the next line. */
const WRAPPED =
  /[ \t]{1,30}[\dlIO]{1,2}\/[\dlIO]{1,2}\/[\dlIO]{4}[ \t]{0,30}\n[ \t]*(?<rest>[\p{Lu}\dl|]\S{0,10}(?:[ \t]\S{1,9})?)[ \t]*(?:\n|$)/giu;
/** "Application" with a blank inside it and two signs more. */
const WRAPPED_REACH = 14;

function wrappedLabels(text: string): FoundLabel[] {
  if (APPLICATION === undefined) return [];
  const row = (words: string): Nearest => ({ row: { ...APPLICATION, words }, distance: 0 });
  return [...text.matchAll(WRAPPED)].flatMap((match): FoundLabel[] => {
    const rest = match.groups?.['rest'] ?? '';
    const wordEnd = match.index;
    const start = startsBefore(text, wordEnd, WRAPPED_REACH).find(({ at }) => isNear(text.slice(at, wordEnd), 'Application', 2))?.at;
    if (start === undefined || !isNear(rest, 'Received', 1)) return [];
    const from = match.index + match[0].lastIndexOf(rest);
    const end = from + rest.length;
    const wordsEnd = /[:;.]$/.test(rest) ? end - 1 : end;
    return [
      foundLabel(text, row('Application'), { start, wordsEnd: wordEnd, end: wordEnd, colon: false }),
      foundLabel(text, row('Received'), { start: from, wordsEnd, end, colon: true }),
    ];
  });
}

function isNear(printed: string, words: string, most: number): boolean {
  return labelDistance(printed, words) <= most;
}
