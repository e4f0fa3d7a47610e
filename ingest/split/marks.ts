/**
 * What tells one letter from the next in a file: the header with its labelled case number, and the titles that a letter has once. They are
 * looked for in the stored text itself, before anything is cut, and bear letters taken for each other.
 */
import { formatCaseNumber } from '#contract/determination.ts';
import { digitsOf, tolerant } from '#mappings/text/ocr.ts';
import type { Place } from '#mappings/text/places.ts';

/** A title over the header, or a labelled case number that opens one; a title below it; a label of a disputed item, of which there may be many. */
export type Mark = Place &
  (
    | { readonly kind: 'first' }
    | { readonly kind: 'header'; readonly caseNumber: string }
    | { readonly kind: 'section'; readonly id: SectionId }
    | { readonly kind: 'part' }
  );

/** The sections by which letters are told apart, in the order in which they stand; a layout has some of them. */
export const SECTION_ORDER = ['standing', 'issue', 'credentials', 'qualifications', 'documents', 'summary', 'items'] as const;
export type SectionId = (typeof SECTION_ORDER)[number];

const line = (words: string) => new RegExp(String.raw`^[ \t]*${tolerant(words)}[ \t]*[:;]?[ \t]*$`, 'gmu');
const lineOfAnyCase = (words: string) => new RegExp(line(words).source, 'gimu');
const opening = (words: string) => new RegExp(String.raw`(?:^[ \t]*|(?<=[.!?]\s))${tolerant(words)}\s*[:;]`, 'gimu');

const FIRST: readonly RegExp[] = [
  lineOfAnyCase(String.raw`Notice\s*of\s*Independent\s*Medical\s*Review\s*Determination`),
  line(String.raw`MEDICAL\s*PROFESSIONAL\s*REVIEW`),
];

const SECTIONS: readonly (readonly [SectionId, RegExp])[] = [
  ['standing', line(String.raw`HOW\s*THE\s*(?:IMR\s*)?(?:FINAL\s*)?DETERMINATION\s*WAS\s*MADE`)],
  ['issue', line(String.raw`ISSUE\(?S?\)?\s*(?:AT|IN)\s*DISPUTE`)],
  ['credentials', opening(String.raw`The\s*Expert\s*Reviewer\s*has\s*the\s*following\s*credentials`)],
  ['qualifications', opening(String.raw`(?:Medical\s*)?Qualifications\s*of\s*the\s*(?:Expert\s*)?Reviewer`)],
  ['documents', line(String.raw`DOCUMENTS\s*REVIEWED(?:\s*FOR\s*DETERMINATION)?`)],
  ['summary', line(String.raw`(?:CLINICAL\s*)?(?:CASE\s*)?SUMMARY`)],
  ['summary', opening(String.raw`(?:Expert\s*Reviewer\s*|Clinical\s*)?Case\s*Summary`)],
  ['items', line(String.raw`(?:IMR\s*)?ISSUE\(?S?\)?\s*,?\s*DECISION\(?S?\)?\s*,?\s*(?:AND|&)\s*RATIONALE\(?S?\)?`)],
  ['items', line(String.raw`IMR\s*DECISION\(?S?\)?\s*(?:AND|&)\s*RATIONALE\(?S?\)?`)],
];

/** Labels of a disputed item, and titles that stand behind the items. */
const PARTS: readonly RegExp[] = [
  new RegExp(tolerant(String.raw`(?:Claims\s*Administrator|MAXIMUS|IMR|Expert\s*Reviewer)(?:['’]s)?\s*guidelines?\s*[:;]`), 'giu'),
  new RegExp(tolerant(String.raw`\b(?:decision\s*rationale|rationale\s*for\s*the\s*decision)\s*[:;]`), 'giu'),
  new RegExp(
    tolerant(String.raw`^[ \t]*(?:RATIONALE\s*FOR\s*WHY\s*THE|MEDICAL\s*TREATMENT\s*GUIDELINE|MEDICAL\s*REVIEWER['’]?S?\s*QUALIFICATIONS)`),
    'gmu',
  ),
  new RegExp(tolerant(String.raw`^[ \t]*The\s*(?:Claims\s*Administrator|(?:Expert|Physician|Professional)\s*Reviewer)\s*based\b`), 'gimu'),
];

/** A case number as a header prints it: "CM13-0000123", "IMR 13-000123"; digits may have been taken for letters. */
export const CASE_NUMBER = String.raw`(?:CM|IMR)\s?-?\s?(?<year>[\dlIO]{2})\s?-?\s?(?<serial>[\dlIO]{4,7})\b`;
const CASE_LABEL = String.raw`(?:(?:MAXIMUS|IMR)\s*)?${tolerant(String.raw`Case\s*(?:Number|No\.?|#)`)}`;
/** The other labels of a header. */
export const OTHER_LABEL = tolerant(
  String.raw`(?:Date\s*Assigned|Date\s*of\s*Injury|Decision\s*Date|Dated|UR\s*(?:Denial|Decision)\s*Date|Date\s*of\s*(?:UR\s*)?(?:Denial|Decision)|Priority|(?:IMR\s*)?Application(?:\s*Received)?|Employee|Claim\s*Number)`,
);
export const DAY = String.raw`[\dlIO]{1,2}\/[\dlIO]{1,2}\/[\dlIO]{4}`;
/** A number of early 2013 has no letters before it; its label says what it is. */
const EARLY_NUMBER = String.raw`(?<early>1[2-4]\s?-\s?\d{6,7})\b`;
const LABELLED = new RegExp(String.raw`\b${CASE_LABEL}\s*[:;.]?\s*(?:${CASE_NUMBER}|${EARLY_NUMBER})`, 'giu');
/** Labels in one column and their values in another: what stands behind the label is the next label. */
const LABEL_ALONE = new RegExp(String.raw`\b${CASE_LABEL}\s*[:;]\s*(?=${OTHER_LABEL}\s*[:;])`, 'giu');
const ANY_NUMBER = new RegExp(String.raw`\b${CASE_NUMBER}`, 'iu');
/** What a header holds beside its case number, near to it. */
const COMPANION = new RegExp(String.raw`\b${OTHER_LABEL}\s*(?:[:;]|(?=\s+${DAY}))`, 'giu');
const WITHIN = 600;
/** What may stand before a label in its line: nothing, another cell, or a day. */
const CELLS_BEFORE = new RegExp(
  String.raw`^\s*(?:(?:${OTHER_LABEL}(?:\s*[:;])?|Received\s*[:;]|${DAY}|Standard|Regular|Expedited)[\s|]*)*$`,
  'iu',
);
/** Cells before a label are looked at as far as this, in characters. */
const MOST_BEFORE = 300;
/** How a sentence ends that a quoted letter follows in the same line. */
export const ENDS_LEAD = /[:.]\s*["'“]?\s*$/u;
/** A letter goes on behind its header with another cell or a line of its own, prose goes on in the line. */
const GOES_ON = new RegExp(String.raw`^[ \t|]*(?:$|\n|${OTHER_LABEL}\b|HOW\s+THE\b)`, 'iu');

/** The marks of a file in their order. */
export function marksIn(text: string): Mark[] {
  const found: Mark[] = [
    ...FIRST.flatMap((pattern) => places(text, pattern).map((place): Mark => ({ ...place, kind: 'first' }))),
    ...SECTIONS.flatMap(([id, pattern]) => places(text, pattern).map((place): Mark => ({ ...place, kind: 'section', id }))),
    ...PARTS.flatMap((pattern) => places(text, pattern).map((place): Mark => ({ ...place, kind: 'part' }))),
    ...headersIn(text),
  ];
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
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

function headersIn(text: string): Mark[] {
  const labelled = labelledNumbers(text);
  const starts = new Set(labelled.map(({ start }) => start));
  const apart = places(text, LABEL_ALONE)
    .filter(({ start }) => !starts.has(start))
    .map((place): LabelledNumber => {
      const groups = ANY_NUMBER.exec(text.slice(place.end, place.end + WITHIN))?.groups;
      return { ...place, caseNumber: groups === undefined ? '' : numberOf(groups) };
    });
  return [...labelled, ...apart].filter((one) => isHeader(text, one)).map((one): Mark => ({ ...one, kind: 'header' }));
}

/** Whether a labelled number opens a header: it is a cell of its own, and others are near. */
function isHeader(text: string, { start, end, caseNumber }: LabelledNumber): boolean {
  const before = lineBefore(text, start);
  const quoted = caseNumber !== '' && ENDS_LEAD.test(before) && GOES_ON.test(text.slice(end, end + 80));
  if (!quoted && !CELLS_BEFORE.test(before)) return false;
  const near = text.slice(Math.max(0, start - WITHIN / 2), end + WITHIN);
  return near.match(COMPANION) !== null;
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
