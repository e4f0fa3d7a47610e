/**
 * The layout of late 2013 to mid 2014: "MAXIMUS FEDERAL SERVICES, INC. / Independent Medical Review", titled sections with the
 * documents reviewed, numbered items, guidelines told in sentences ("The Claims Administrator based its decision on ..."). No
 * whole letter was at hand: built from its known titles and sentences (docs/LAYOUTS.md).
 */
import { ANY_DECISION } from '#mappings/recognise/verdicts/decision-words.ts';
import { findVerdicts, verdictAtEnd } from '#mappings/recognise/verdicts/verdict.ts';
import { findVerdictSentences } from '#mappings/recognise/verdicts/verdict-sentences.ts';
import { tolerant } from '#mappings/text/ocr.ts';
import { type ScanSpan, scanSpan, trimmed } from '#mappings/text/scan.ts';
import { anchor, detectByAnchors } from './segmenting/anchors.ts';
import { hasVerdictWords, numberAt, sideToldTwice, skips } from './segmenting/broken-run.ts';
import type { ItemSections, Layout, Sections } from './segmenting/layout.ts';
import { firstSentenceItem, type SentenceItem, segmentSentenceItems } from './segmenting/sentence-items.ts';
import { findTitles, title } from './segmenting/titles.ts';

const ANCHORS = [
  /\bMAXIMUS\s*FEDERAL\s*SERVICES\s*,?\s*INC\s*\.?\s*Independent\s*Medical\s*Review\b/giu,
  anchor('UR Denial Date', { atLineStart: false }),
  anchor('HOW THE IMR FINAL DETERMINATION WAS MADE'),
  anchor('DOCUMENTS REVIEWED'),
  anchor('CLINICAL CASE SUMMARY'),
  new RegExp(tolerant(String.raw`^[ \t]*IMR\s*DECISION\(?S?\)?\s*(?:AND|&)\s*RATIONALE\(?S?\)?`), 'gimu'),
  anchor('The Claims Administrator', { atLineStart: false }),
  new RegExp(tolerant(String.raw`\bPhysician\s*Reviewer'?s?\s*decision\s*rationale\b`), 'giu'),
];

const TITLES = {
  standing: title('HOW THE IMR FINAL DETERMINATION WAS MADE', 'HOW THE IMR DETERMINATION WAS MADE'),
  documents: title('DOCUMENTS REVIEWED', 'DOCUMENTS REVIEWED FOR DETERMINATION'),
  summary: title('CLINICAL CASE SUMMARY', 'CASE SUMMARY'),
  items: title(
    'IMR DECISION(S) AND RATIONALE(S)',
    'IMR DECISIONS AND RATIONALES',
    'IMR DECISION AND RATIONALE',
    'IMR ISSUES, DECISIONS AND RATIONALES',
  ),
} as const;

/** "The physician reviewer developed the following clinical case summary based on a review of the case file, ...:" */
const SUMMARY_LEAD = new RegExp(
  tolerant(String.raw`^\s*The\s*(?:expert|physician)\s*reviewer\s*developed\s*the\s*following\s*clinical\s*case\s*summary[^:]{0,160}:`),
  'iu',
);
/** "The Final Determination was based on decisions for the disputed items/services set forth below:" */
const ITEMS_LEAD = new RegExp(tolerant(String.raw`^\s*The\s*Final\s*Determination\s*was\s*based\s*on\s*decisions[^:]{0,120}:`), 'iu');
const ANY_ITEMS_LEAD = new RegExp(ITEMS_LEAD.source, 'imu');
/** What stands before the request of a heading: its number, and the words of a full sentence. */
const HEADING_LEAD =
  /^(?:(?:Issue\s*|Item\s*)?#?\d{1,2}\s*[).:]\s*)?(?:(?:Regarding\s*)?(?:MAXIMUS\s*Federal\s*Services\s*,?\s*(?:Inc\s*\.?)?\s*has\s*determined\s*(?:that\s*)?)?The\s+requests?\s+for\s+)?/iu;

function segment(scan: string, pageStarts: readonly number[]): Sections {
  const at = findTitles(scan, TITLES);
  const untitled = at.items === null ? untitledItems(scan, at.summary?.end ?? at.documents?.end ?? 0, pageStarts) : null;
  const starts = [
    ...Object.values(at).flatMap((span) => (span === null ? [] : [span.start])),
    ...(untitled === null ? [] : [untitled.start]),
  ];
  const section = (from: ScanSpan | null, lead?: RegExp): ScanSpan | null => {
    if (from === null) return null;
    const end = Math.min(scan.length, ...starts.filter((start) => start > from.start));
    return trimmed(scan, from.end + (lead?.exec(scan.slice(from.end, end))?.[0].length ?? 0), end);
  };
  const itemsAt = section(at.items, ITEMS_LEAD) ?? (untitled === null ? null : trimmed(scan, untitled.first, scan.length));
  const { items, closing, doubtful } =
    itemsAt === null ? { items: [], closing: null, doubtful: [] } : segmentSentenceItems(scan, itemsAt.start, itemsAt.end, pageStarts);
  return {
    header: trimmed(scan, 0, Math.min(scan.length, ...starts)),
    prose: trimmed(scan, 0, Math.min(scan.length, ...starts)),
    standing: section(at.standing),
    credentials: null,
    summary: section(at.summary, SUMMARY_LEAD),
    summaryFromUr: null,
    documents: section(at.documents),
    items: items.map((item, index) => withDecision(scan, item, numberAt(scan, items[index + 1]?.heading ?? null))),
    leftover: closing === null ? [] : [closing],
    doubtful,
  };
}

/** Without its title the items' section starts at its standing sentence, else at the first heading. */
function untitledItems(scan: string, behind: number, pageStarts: readonly number[]): { start: number; first: number } | null {
  const lead = ANY_ITEMS_LEAD.exec(scan.slice(behind));
  if (lead !== null) return { start: behind + lead.index, first: behind + lead.index + lead[0].length };
  const first = firstSentenceItem(scan, behind, pageStarts);
  return first === null ? null : { start: first, first };
}

/** A heading is a sentence ("1. A cane is not medically necessary and appropriate."), or ends in its decision ("1. A cane: Upheld"). */
function withDecision(scan: string, item: SentenceItem, next: number | null): ItemSections {
  const { heading, rationale, administrator, reviewer, unlabelled } = item;
  const sides = { administrator, reviewer, ...(unlabelled === undefined ? {} : { unlabelled }) };
  if (heading === null) return { heading, verdicts: null, rationale, ...sides };
  const text = scan.slice(heading.start, heading.end);
  const lead = HEADING_LEAD.exec(text)?.[0].length ?? 0;
  const verdict = verdictAtEnd(text);
  if (verdict !== null && verdict.start > lead) {
    const request = trimmed(scan, heading.start + lead, heading.start + verdict.start);
    return { heading: request, verdicts: [heading], rationale, ...sides };
  }
  const rest = trimmed(scan, heading.start + lead, heading.end);
  if (ENDS_IN_WORD.test(text) || rationale === null) return { heading: rest, verdicts: null, rationale, ...sides };
  // The heading ends in no decision: what the reviewer's own verdict says counts, where it is surely on this item.
  const told = findVerdictSentences(scan.slice(rationale.start, rationale.end)).map(({ start, end }) =>
    scanSpan(rationale.start + start, rationale.start + end),
  );
  const request =
    rest === null
      ? null
      : trimmed(scan, rest.start, rest.start + scan.slice(rest.start, rest.end).replace(/(?<![\s:.])[\s:.]+$/, '').length);
  const inside = findVerdicts(text).filter(({ decision, start }) => decision !== null && start > lead)[0];
  if (inside !== undefined) {
    const named = trimmed(scan, heading.start + lead, heading.start + inside.start);
    return { heading: named, verdicts: [scanSpan(heading.start + inside.start, heading.start + inside.end), ...told], rationale, ...sides };
  }
  const number = numberAt(scan, heading);
  const whole = number !== null && administrator !== null && reviewer !== null;
  const unsure =
    !whole ||
    skips(number, next) ||
    hasVerdictWords(text) ||
    sideToldTwice(scan.slice(heading.end, Math.max(heading.end, rationale.start)));
  return { heading: request, verdicts: unsure ? told.slice(0, 1) : told, unjoined: unsure && told.length > 0, rationale, ...sides };
}

const ENDS_IN_WORD = new RegExp(String.raw`${ANY_DECISION}[\s*.]*$`, 'iu');

export const maximus2013Review: Layout = {
  id: 'maximus-2013-review',
  years: 'late 2013 to mid 2014',
  tellsAuthorizedPart: false,
  tellsAdministrator: true,
  onePrintingTells: false,
  headerFields: ['caseNumber', 'urDenial'],
  detect: (scan) => detectByAnchors(scan, ANCHORS),
  segment,
};
