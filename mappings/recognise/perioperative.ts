/** Whether a request belongs to an operation: printed as an associated surgical service, or by its wording. */

import { type Finding, finding } from '../text/finding.ts';
import type { Line } from '../text/line.ts';

const ASSOCIATED = /\bassociated\s+surgical\s+(?:services?|procedures?|items?|equipment|supplies|care)\b/gi;
/** "Pre-op labs", "postoperative", "post-surgical", "perioperative", "intra-operative". */
const AROUND = /\b(?:pre|post|peri|intra)[-\s]?(?:op(?:erative(?:ly)?)?|surg(?:ery|ical(?:ly)?))\b/gi;
/** Help in the operation itself. */
const ASSISTANT = /\b(?:assistant surgeon|surgical assistant|surgeon assistant|assistant PA|PA[\s-]assist\w*|co-?surgeon)\b/gi;

/** The words that print an item as an associated surgical service; null where none do. */
export function extractAssociated(heading: Line, rule: string): Finding<true> | null {
  return told(heading, ASSOCIATED, rule, 'stated');
}

/** The words that place an item before, during or after an operation; null where none do. */
export function extractPerioperative(heading: Line, rule: string): Finding<true> | null {
  return (
    told(heading, AROUND, rule, 'stated') ??
    told(heading, ASSOCIATED, `${rule}.associated`, 'inferred') ??
    told(heading, ASSISTANT, `${rule}.assistant`, 'inferred')
  );
}

function told(heading: Line, pattern: RegExp, rule: string, grade: Finding<true>['grade']): Finding<true> | null {
  const at = [...heading.text.matchAll(pattern)].map(heading.of);
  return at.length === 0 ? null : finding<true>(true, rule, at, grade);
}
