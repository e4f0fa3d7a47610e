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
import type { ScanSpan } from '../text/scan.ts';
import { type Finding, finding, type Note, textFinding, within } from './finding.ts';

export interface Heading {
  readonly heading: Finding<string> | null;
  readonly decision: Finding<Decision> | null;
  readonly originalRequest: Finding<string> | null;
  readonly authorizedAtUr: Finding<string> | null;
  readonly inDispute: Finding<string> | null;
  readonly urAction: Finding<UrAction> | null;
  readonly notes: readonly Note[];
}

/** Printed forms of the decision at the end of a heading; the first that fits counts. */
const DECISIONS = [
  ['overturned_in_part', /(?:partial(?:ly)?\s+overturn(?:ed)?|over\s?turned\s+in\s+part|upheld\s+in\s+part|modified)/],
  ['upheld', /up\s?h(?:e|o)ld/],
  ['overturned', /over\s?turn(?:ed)?/],
] as const satisfies readonly (readonly [Decision, RegExp])[];
const DECISION_END = DECISIONS.map(
  ([decision, form]) => [decision, new RegExp(`(?<colon>:?)[\\s*]*(?<word>${form.source})[\\s*.]*$`, 'di')] as const,
);

const REMAINING =
  /^(?<original>[\s\S]+?)\s+was\s+the\s+original\s+request\.\s*(?<authorized>[\s\S]+?)\s+(?:was|were)\s+authorized\s+by\s+the\s+Claims\s+Administrator\.\s*The\s+remaining\s+(?:IMR\s*-?\s*eligible\s+)?portion\s+of\s+the\s+original\s+request,?\s*(?<dispute>[\s\S]+?)(?:\s+(?:is|are))?\s*$/di;
const STILL_ELIGIBLE =
  /^(?<original>[\s\S]+?)\s+was\s+the\s+original\s+request\.\s*The\s+Claims\s+Administrator\s+authorized\s+(?<authorized>[\s\S]+?),?\s+leaving\s+the\s+original\s+request\s+IMR\s*-?\s*eligible\.\s*The\s+original\s+request,?\s*(?<dispute>[\s\S]+?)(?:\s+(?:is|are))?\s*$/di;
/** Words that only headings of a request granted in part have. */
const TELLS_PART = /was\s+the\s+original\s+request|authorized\s+by\s+the\s+Claims\s+Administrator|IMR\s*-?\s*eligible/i;

/** Reads a heading. `tellsAuthorizedPart`: whether this layout's headings would tell what UR authorized. */
export function extractHeading(scan: string, span: ScanSpan | null, rule: string, tellsAuthorizedPart: boolean): Heading {
  const text = span === null ? '' : scan.slice(span.start, span.end);
  const notes: Note[] = [];
  const note = (code: Note['code'], reason: string) =>
    notes.push({ code, severity: 'warning', rule: `${rule}.item.heading`, reason, at: span });
  let decision: Finding<Decision> | null = null;
  let end = text.length;
  for (const [value, form] of DECISION_END) {
    const match = form.exec(text);
    const word = match?.indices?.groups?.['word'];
    if (span === null || match === null || word === undefined) continue;
    // Without its colon the word ends a heading only where it stands alone on its line.
    const alone = /\n[ \t]*$/.test(text.slice(0, word[0]));
    if (match.groups?.['colon'] !== ':' && !alone) continue;
    decision = finding<Decision>(value, `${rule}.item.decision`, within(span, word[0], word[1]));
    end = match.index;
    break;
  }
  if (decision === null) note('item.decision_missing', 'The heading does not end in a decision; "Upheld" or "Overturned" was expected.');
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
  if (match === null && TELLS_PART.test(request))
    note('item.heading_form', 'The heading tells of a part that was authorized, in words that are not known.');
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
    notes,
  };
}
