/**
 * The layout of early and mid 2013: "Notice of Independent Medical Review Determination", dates in prose, each decision a
 * sentence that is printed twice, the case summary at times copied from the utilization review. No whole letter was at hand: built from its
 * known titles and sentences (docs/LAYOUTS.md), so it takes labels in any case, without colons and without blanks.
 */

import { findVerdicts, verdictAtEnd } from '#mappings/recognise/verdicts/verdict.ts';
import { tolerant } from '#mappings/text/ocr.ts';
import { type ScanSpan, scanSpan, trimmed } from '#mappings/text/scan.ts';
import { anchor, detectByAnchors } from './segmenting/anchors.ts';
import { lineOpenings, withLineEnds } from './segmenting/joined-lines.ts';
import type { ItemSections, Layout, Sections } from './segmenting/layout.ts';
import { decisionsOf, joinSections } from './segmenting/notice-join.ts';
import { type SentenceItem, segmentSentenceItems } from './segmenting/sentence-items.ts';
import { findTitles, label } from './segmenting/titles.ts';

const ANCHORS = [
  anchor('Notice of Independent Medical Review Determination', { atLineStart: false }),
  anchor('Dated'),
  anchor('has determined', { atLineStart: false }),
  anchor('An application for Independent Medical Review was filed', { atLineStart: false }),
  anchor('Medical Qualifications of the Expert Reviewer'),
  /^[ \t]*(?:Expert\s*Reviewer\s*)?Case\s*Summary\b/gimu,
];

const TITLES = {
  standing: label(
    'Medical Qualifications of the Expert Reviewer',
    'Medical Qualifications of the Reviewer',
    'Qualifications of the Expert Reviewer',
  ),
  summary: label('Case Summary', 'Expert Reviewer Case Summary', 'Clinical Case Summary'),
  documents: label('Documents Reviewed for Determination', 'Documents Reviewed'),
} as const;

/** "2) MAXIMUS Federal Services, Inc. has determined the request for" */
const STATEMENT_SOURCE = tolerant(
  String.raw`(?:(?<=^|\s)(?<number>\d{1,2})\s*[).:]\s*(?:[\p{L}\p{N},.\s]{0,50}?\s*)?)?has\s*determined\s*(?:that\s*)?(?:the\s*)?request(?:s|ed)?\s*(?:for\s*)?`,
);
const STATEMENT = new RegExp(STATEMENT_SOURCE, 'giu');
/** The organisation's name in front of a sentence that has no number. */
const NAME = new RegExp(tolerant(String.raw`MAXIMUS\s*Federal\s*Services\s*,?\s*(?:Inc\s*\.?)?\s*,?\s*$`), 'iu');
const LONGEST_REQUEST = 1500;
/** "INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE", or the sentence below it: the decisions are printed again behind it. */
const AGAIN = new RegExp(
  tolerant(String.raw`^(?:INDEPENDENT\s*MEDICAL\s*REVIEW\s*DECISION|An\s*application\s*for\s*Independent\s*Medical\s*Review)`),
  'imu',
);
/** Where the documents end and the first item starts. */
const FIRST_ITEM = new RegExp(
  tolerant(String.raw`^(?:1\s*[).:]\s*\S|Regarding\s*the\s*request|(?:Section|Guideline)\S*[^\n]*\brelied\s*(?:up)?on\b)`),
  'imu',
);
const FROM_UR = new RegExp(
  tolerant(
    String.raw`^\s*(?:Disclaimer\s*:\s*)?(?<says>The\s*(?:following\s*)?(?:clinical\s*)?case\s*summary\s*(?:was|is)\s*(?:taken|copied)\s*(?:directly\s*)?from\s*the\s*utilization\s*review[^.:]{0,160}[.:])`,
  ),
  'iu',
);
const REGARDING_WORDS = new RegExp(
  tolerant(String.raw`^(?:(?:Issue\s*|Item\s*)?#?\d{1,2}\s*[).:]\s*)?(?:Regarding\s*(?:the\s*)?requests?\s*(?:for\s*)?)?`),
  'iu',
);

/** What opens a line of such a letter, to find its lines where they were joined. Titles of running type have their colon there. */
const OPENINGS = lineOpenings(
  [
    String.raw`(?:Medical\s*)?Qualifications\s*of\s*the\s*(?:Expert\s*)?Reviewer\s*:`,
    String.raw`(?:Expert\s*Reviewer\s*)?(?:Clinical\s*)?Case\s*Summary\s*:`,
    String.raw`Documents\s*Reviewed(?:\s*for\s*Determination)?\s*:`,
    String.raw`INDEPENDENT\s*MEDICAL\s*REVIEW\s*DECISION\s*AND\s*RATIONALE`,
    String.raw`An\s*application\s*for\s*Independent\s*Medical\s*Review\s*was\s*filed`,
    String.raw`(?:Issue\s*|Item\s*)?#?\d{1,2}\s*[).:]\s*Regarding\s*the\s*request`,
    String.raw`Regarding\s*the\s*request[^.:]{1,200}:`,
    String.raw`\d{1,2}\s*[).:]\s*MAXIMUS\s*Federal\s*Services`,
    String.raw`(?:Medical\s*Treatment\s*)?(?:Guidelines?|Sections?)\b[^.:]{0,80}\brelied\s*(?:up)?on\s*by\s*the\s*(?:Claims?\s*Administrator|Expert\s*Reviewer)[^.:]{0,60}:`,
    String.raw`Rationale\s*for\s*(?:the|its|his\/her|their)\s*Decision\s*:`,
    String.raw`Effect\s*of\s*the\s*Decision\s*:`,
    String.raw`Sincerely\s*,`,
  ].map(tolerant),
);

interface Statement {
  readonly number: number | null;
  readonly printing: 1 | 2;
  readonly start: number;
  readonly request: ScanSpan | null;
  readonly whole: ScanSpan;
}

function segment(text: string, pageStarts: readonly number[]): Sections {
  const scan = withLineEnds(text, OPENINGS);
  const at = findTitles(scan, TITLES);
  const front = Math.min(scan.length, ...Object.values(at).flatMap((span) => (span === null ? [] : [span.start])));
  const statements = statementsIn(scan, front);
  const itemsFrom = startOfItems(scan, at.documents ?? at.summary ?? at.standing, statements);
  const borders = [...Object.values(at).flatMap((span) => (span === null ? [] : [span.start])), itemsFrom];
  const section = (from: ScanSpan | null): ScanSpan | null =>
    from === null ? null : trimmed(scan, from.end, Math.min(scan.length, ...borders.filter((start) => start > from.start)));
  const { items, closing, doubtful } = segmentSentenceItems(scan, itemsFrom, scan.length, pageStarts);
  const summary = section(at.summary);
  const fromUr = summary === null ? null : copied(scan, summary);
  return {
    header: trimmed(scan, 0, statements[0]?.start ?? front),
    prose: trimmed(scan, 0, front),
    standing: section(at.standing),
    credentials: null,
    summary: summary === null || fromUr === null ? summary : unquoted(scan, fromUr.end, summary.end),
    summaryFromUr: fromUr,
    documents: section(at.documents),
    items: joined(scan, statements, items),
    leftover: closing === null ? [] : [closing],
    doubtful,
  };
}

function statementsIn(scan: string, until: number): Statement[] {
  const again = AGAIN.exec(scan.slice(0, until))?.index ?? until;
  const matches = [...scan.slice(0, until).matchAll(STATEMENT)];
  const printing = printings(
    matches.map(({ index, groups }) => ({ start: index, number: groups?.['number'] })),
    again,
  );
  return matches.map((match, index) => {
    const from = match.index + match[0].length;
    const limit = Math.min(until, from + LONGEST_REQUEST, matches[index + 1]?.index ?? until);
    const body = scan.slice(from, limit);
    const verdict = findVerdicts(body)[0];
    const paragraph = body.search(/\n\n|\n(?=An\s+application|INDEPENDENT)/);
    const start = match.index - (NAME.exec(scan.slice(Math.max(0, match.index - 60), match.index))?.[0].length ?? 0);
    const close = verdict === undefined ? from + (paragraph === -1 ? body.length : paragraph) : from + verdict.end;
    return {
      number: match.groups?.['number'] === undefined ? null : Number(match.groups['number']),
      printing: printing[index] ?? 1,
      start,
      request: verdict === undefined ? null : trimmed(scan, from, from + verdict.start),
      whole: trimmed(scan, start, close) ?? scanSpan(start, from),
    };
  });
}

/** Which printing each statement is of: the second starts behind its title, or where the numbers start again. */
function printings(statements: readonly { start: number; number: string | undefined }[], again: number): (1 | 2)[] {
  const seen = new Set<string>();
  let printing: 1 | 2 = 1;
  return statements.map(({ start, number }) => {
    if (start > again || (number !== undefined && seen.has(number))) printing = 2;
    if (number !== undefined) seen.add(number);
    return printing;
  });
}

/** The items' sections start at the first numbered line or title behind the documents; statements are no items' sections. */
function startOfItems(scan: string, behind: ScanSpan | null, statements: readonly Statement[]): number {
  const from = Math.max(behind?.end ?? 0, ...statements.map(({ whole }) => whole.end));
  const first = FIRST_ITEM.exec(scan.slice(from));
  return first === null ? scan.length : from + first.index;
}

/** Items with their statements. Each printing of a decision is kept; whether they agree is for the extractor to say. */
function joined(scan: string, statements: readonly Statement[], sections: readonly SentenceItem[]): ItemSections[] {
  const requests = sections.map(({ heading }) => requestOf(scan, heading));
  const parts = sections.map(({ number }, index) => {
    const request = requests[index] ?? null;
    return { number, words: request === null ? '' : scan.slice(request.start, request.end) };
  });
  return joinSections(decisionsOf(scan, statements), parts).map(({ decided, section: index, unjoined }): ItemSections => {
    const section = index === null ? undefined : sections[index];
    const own = decided?.statements ?? [];
    // Some letters print the sentence once more over the item's own sections.
    const again = section?.heading != null && tellsVerdict(scan, section.heading) ? section.heading : null;
    const request = own.find((statement) => statement.request !== null)?.request ?? null;
    const printed = index === null ? null : (requests[index] ?? null);
    const alone = unjoined && again === null;
    return {
      heading: request ?? printed,
      verdicts: alone ? (printed === null ? [] : [printed]) : [...own.map(({ whole }) => whole), ...(again === null ? [] : [again])],
      unjoined: alone,
      administrator: section?.administrator ?? null,
      reviewer: section?.reviewer ?? null,
      rationale: section?.rationale ?? null,
      ...(section?.unlabelled === undefined ? {} : { unlabelled: section.unlabelled }),
    };
  });
}

/** "1) Regarding the request for a cane:" -> "a cane" */
function requestOf(scan: string, heading: ScanSpan | null): ScanSpan | null {
  if (heading === null) return null;
  const text = scan.slice(heading.start, heading.end);
  const statement = new RegExp(STATEMENT_SOURCE, 'iu').exec(text);
  const lead = statement === null ? (REGARDING_WORDS.exec(text)?.[0].length ?? 0) : statement.index + statement[0].length;
  const end = verdictAtEnd(text)?.start ?? text.replace(/(?<![\s:.])[\s:.]+$/, '').length;
  return trimmed(scan, heading.start + lead, heading.start + Math.max(lead, end));
}

function tellsVerdict(scan: string, heading: ScanSpan): boolean {
  return verdictAtEnd(scan.slice(heading.start, heading.end)) !== null;
}

function copied(scan: string, summary: ScanSpan): ScanSpan | null {
  const match = FROM_UR.exec(scan.slice(summary.start, summary.end));
  return match === null ? null : scanSpan(summary.start, summary.start + match[0].length);
}

/** The copied words without the quotes around them. */
function unquoted(scan: string, from: number, to: number): ScanSpan | null {
  const span = trimmed(scan, from, to);
  const text = span === null ? '' : scan.slice(span.start, span.end);
  return span !== null && /^"[\s\S]+"$/.test(text) ? trimmed(scan, span.start + 1, span.end - 1) : span;
}

export const maximus2013Notice: Layout = {
  id: 'maximus-2013-notice',
  years: 'early and mid 2013',
  tellsAuthorizedPart: false,
  tellsAdministrator: true,
  onePrintingTells: false,
  headerFields: ['caseNumber', 'decided', 'urDenial', 'applicationReceived'],
  detect: (scan) => detectByAnchors(scan, ANCHORS),
  segment,
};
