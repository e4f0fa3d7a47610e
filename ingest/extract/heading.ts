/**
 * The heading of a disputed item: its decision, and what it tells of the request. The last colon before the decision
 * separates them; requests hold colons of their own. A request that UR granted in part is told in one of two sentences
 * (published letters of 2016-17):
 *   "X was the original request. Y was authorized by the Claims Administrator. The remaining IMR eligible portion of the
 *    original request, Z is: Upheld"
 *   "X was the original request. The Claims Administrator authorized Y, leaving the original request IMR eligible. The
 *    original request, X is: Overturned"
 */
import type { Decision, UrAction } from '#contract/lists.ts';
import { DECISION_ENDINGS } from '#mappings/recognise/verdicts/decision-words.ts';
import { type Finding, finding, type Note, textFinding, within } from '#mappings/text/finding.ts';
import { tolerant } from '#mappings/text/ocr.ts';
import type { ScanSpan } from '#mappings/text/scan.ts';

export interface Heading {
  readonly heading: Finding<string> | null;
  readonly decision: Finding<Decision> | null;
  readonly originalRequest: Finding<string> | null;
  readonly authorizedAtUr: Finding<string> | null;
  readonly inDispute: Finding<string> | null;
  readonly urAction: Finding<UrAction> | null;
  /** The heading tells of a part that UR authorized in words that are not known: its numbers may be of either part. */
  readonly partUnclear: boolean;
  readonly notes: readonly Note[];
}

const COLON = /:[\s*]*$/;
/** "Not Upheld" and "Upheld/Overturned" tell no decision. */
const DENIED = /(?:\b(?:not|non|neither|nor|or)|\/|-)\s*$/i;
/** What may stand between a request and its decision where the colon is missing. */
const SEPARATOR = /(?:\s+-|\s+(?:is|are|was|were))?\s*$/;

const REMAINING =
  /^(?<original>[\s\S]+?)\s+was\s+the\s+original\s+request\.\s*(?<authorized>[\s\S]+?)\s+(?:was|were)\s+authorized\s+by\s+the\s+Claims\s+Administrator\.\s*The\s+remaining\s+(?:IMR\s*-?\s*eligible\s+)?portion\s+of\s+the\s+original\s+request,?\s*(?:(?:for|of)\s+)?(?<dispute>[\s\S]+?)(?:\s+(?:is|are))?\s*$/di;
const STILL_ELIGIBLE =
  /^(?<original>[\s\S]+?)\s+was\s+the\s+original\s+request\.\s*The\s+Claims\s+Administrator\s+authorized\s+(?<authorized>[\s\S]+?),?\s+leaving\s+the\s+original\s+request\s+IMR\s*-?\s*eligible\.\s*The\s+original\s+request,?\s*(?:(?:for|of)\s+)?(?<dispute>[\s\S]+?)(?:\s+(?:is|are))?\s*$/di;
/** What follows the words of the original request in every form that was seen: what became of it, then the rest. */
const GOES_ON =
  /\b(?:portion|remain\w*|balance|rest|disputed?|eligible|leaving)\b|\b(?:authorized|certified|approved|granted|modified)\b[^.]{0,400}\.\s+\S/i;
/** Words that hint at a part which UR granted; only where none of them stands, silence means that it denied the whole. */
const TELLS_PART = /original\s+request|IMR\s*-?\s*eligible|\b(?:authorized|certified|approved|granted|modified|partially)\b|\bby\s+UR\b/i;

/** Reads a heading. `tellsAuthorizedPart`: whether this layout's headings would tell what UR authorized. */
export function extractHeading(scan: string, printed: ScanSpan | null, rule: string, tellsAuthorizedPart: boolean): Heading {
  const span = printed === null ? null : within(printed, numberOf(scan.slice(printed.start, printed.end)), printed.end - printed.start);
  const text = span === null ? '' : scan.slice(span.start, span.end);
  const notes: Note[] = [];
  const note = (code: Note['code'], reason: string) =>
    notes.push({ code, severity: 'warning', rule: `${rule}.item.heading`, reason, at: span });
  const ending = span === null ? null : decisionAtEnd(text);
  const end = ending?.requestEnd ?? text.length;
  const decision =
    span === null || ending === null
      ? null
      : isBroken(text.slice(0, end)) || hasPieceOfWord(text.slice(0, end), scan)
        ? finding<Decision>('undetermined', `${rule}.item.decision.broken`, within(span, ending.start, ending.end))
        : finding<Decision>(ending.decision, `${rule}.item.decision`, within(span, ending.start, ending.end));
  if (decision === null) note('item.decision_missing', 'The heading does not end in a decision; "Upheld" or "Overturned" was expected.');
  if (decision?.value === 'undetermined')
    note('item.decision_missing', 'Words of the heading are missing before its decision, which may be on another item.');
  const requestSpan = span === null || text.slice(0, end).trim() === '' ? null : within(span, 0, text.slice(0, end).trimEnd().length);
  const heading = textFinding(scan, `${rule}.item.heading`, requestSpan);
  if (heading === null) note('item.field_missing', 'The disputed item has no heading.');
  const request = text.slice(0, end).trimEnd();
  const match = REMAINING.exec(request) ?? STILL_ELIGIBLE.exec(request);
  const part = (name: string): Finding<string> | null => {
    const range = match?.indices?.groups?.[name];
    return span === null || range === undefined ? null : textFinding(scan, `${rule}.item.${name}`, within(span, range[0], range[1]));
  };
  const authorizedAtUr = part('authorized');
  const partUnclear = match === null && TELLS_PART.test(request);
  if (partUnclear) note('item.heading_form', 'The heading tells of a part that was authorized, in words that are not known.');
  const urAction = ((): Finding<UrAction> | null => {
    if (authorizedAtUr !== null) return finding<UrAction>('modified', `${rule}.item.urAction`, authorizedAtUr.at);
    if (heading === null) return null;
    const silent = tellsAuthorizedPart && !TELLS_PART.test(request);
    return finding<UrAction>(
      silent ? 'denied' : 'unknown',
      `${rule}.item.urAction.${silent ? 'whole-request' : 'not-told'}`,
      heading.at,
      'inferred',
    );
  })();
  return {
    heading,
    decision,
    originalRequest: part('original') ?? heading,
    authorizedAtUr,
    inDispute: part('dispute') ?? heading,
    urAction,
    partUnclear,
    notes,
  };
}

/** Another item's decision, with words behind it. */
const INNER_DECISION = new RegExp(tolerant(String.raw`:\s*(?:up\s?held|over\s?turned)\s+(?=\S)`), 'iu');

/** Whether a heading holds the decision of another item, or breaks off in one of its sentences: what ends it may be another item's heading. */
function isBroken(request: string): boolean {
  const opened = /\bwas\s+the\s+original\s+request\./i.exec(request);
  return INNER_DECISION.test(request) || (opened !== null && !GOES_ON.test(request.slice(opened.index + opened[0].length)));
}

/** The end of a word that stands as a word: "neck and upper tion study". */
const PIECE_OF_WORD =
  /(?<=(?<before>\S{1,40})\s{1,4})(?<piece>(?:tions?|sions?|ments?|ness|ally|ically|ity|ties|ology|ous|ive|ated|ical|ing|apy|sis|ines?))(?!\p{L})/gu;

const MOST_PIECES = 8;

/** Whether a heading holds the end of a word whose beginning is lost, as where a page is missing; "injec tion" is whole if the letter knows the word. */
function hasPieceOfWord(request: string, scan: string): boolean {
  const pieces = [...request.matchAll(PIECE_OF_WORD)]
    .slice(0, MOST_PIECES)
    .map(({ groups }) => `${groups?.['before']}${groups?.['piece']}`.toLowerCase());
  if (pieces.length === 0) return false;
  const letter = scan.toLowerCase();
  return pieces.some((word) => !letter.includes(word));
}

/** "1. Norco: Upheld": how long the item's number is that some letters print before the request; "1.5 hours" has none. */
function numberOf(text: string): number {
  return /^(?:(?:Issue|Item)\s*)?#?\d{1,2}\s*[.)]\s+(?=\p{Lu}\p{L})/u.exec(text)?.[0].length ?? 0;
}

/**
 * The decision that ends a heading, and where the request ends before it: behind a colon; or, capitalized, behind a dash, behind "is",
 * or after blanks or a line end.
 */
function decisionAtEnd(text: string): { decision: Decision; start: number; end: number; requestEnd: number } | null {
  for (const [decision, form] of DECISION_ENDINGS) {
    const range = form.exec(text)?.indices?.groups?.['word'];
    if (range === undefined) continue;
    const [start, end] = range;
    const before = text.slice(0, start);
    const colon = COLON.exec(before);
    if (colon !== null) return { decision, start, end, requestEnd: colon.index };
    const capital = /^\p{Lu}/u.test(text.slice(start));
    const dash = /\s-\s*$/.test(before);
    if (!capital || !/\s$/.test(before) || (DENIED.test(before) && !dash)) return null;
    return { decision, start, end, requestEnd: SEPARATOR.exec(before)?.index ?? start };
  }
  return null;
}
