/** Whether a request belongs to an operation: printed as an associated surgical service, or by its wording. */

import { type Finding, finding } from '../text/finding.ts';
import type { Line } from '../text/line.ts';
import { SERVICES } from '../vocabulary/vocabulary.ts';
import { bestRow } from './services/service-rows.ts';

const ASSOCIATED = /\bassociated\s+surgical\s+(?:services?|procedures?|items?|equipment|supplies|care)\b/gi;
/** "Pre-op labs", "postoperative", "post-surgical", "perioperative", "intra-operative". */
const AROUND = /\b(?:pre|post|peri|intra)[-\s]?(?:op(?:erative(?:ly)?)?|surg(?:ery|ical(?:ly)?))\b/gi;
/** Help in the operation itself. */
const ASSISTANT = /\b(?:assistant surgeon|surgical assistant|surgeon assistant|assistant PA|PA[\s-]assist\w*|co-?surgeon)\b/gi;

/** What comes before, during or after the words behind it, up to a mark. */
const BESIDE =
  /\b(?:(?:after|following|before|during|prior to|subsequent to|at the time of|status[- ]post|post|for)\s|s\/p\s)(?=(?<what>[^.,;:()]{3,80}))/gi;
const OPERATIONS = new Set(
  SERVICES.services.filter(({ category, traits }) => category === 'surg' && !traits.includes('around_operation')).map(({ id }) => id),
);
const AROUND_OPERATION = new Set(SERVICES.services.filter(({ traits }) => traits.includes('around_operation')).map(({ id }) => id));
/** More are in no request; hostile text is not read to its end. */
const MOST = 8;

/** The words that print an item as an associated surgical service; null where none do. */
export function extractAssociated(heading: Line, rule: string): Finding<true> | null {
  return told(heading, ASSOCIATED, rule, 'stated');
}

/** The words that place an item before, during or after an operation; null where none do. */
export function extractPerioperative(heading: Line, rule: string): Finding<true> | null {
  return (
    told(heading, AROUND, rule, 'stated') ??
    told(heading, ASSOCIATED, `${rule}.associated`, 'inferred') ??
    told(heading, ASSISTANT, `${rule}.assistant`, 'inferred') ??
    besideOperation(heading, `${rule}.operation`)
  );
}

/** Whether words name what is done around an operation, and nothing else. */
function isAroundOperation(words: string): boolean {
  const row = bestRow(words);
  return row !== null && AROUND_OPERATION.has(row.id);
}

/** "Walker after total hip replacement": the operation that is named with the word that says when. */
function besideOperation(heading: Line, rule: string): Finding<true> | null {
  for (const match of [...heading.text.matchAll(BESIDE)].slice(0, MOST)) {
    const words = match.groups?.['what'] ?? '';
    const operation = bestRow(words, (id) => OPERATIONS.has(id));
    const ahead = heading.text.slice(0, match.index);
    // "Stay for lumbar fusion": what an operation is for is none, but what it needs.
    if (/^for\b/i.test(match[0]) && !isAroundOperation(ahead)) continue;
    // A second operation is no care around the first.
    if (operation === null || bestRow(ahead, (id) => OPERATIONS.has(id)) !== null) continue;
    const end = match.index + match[0].length + operation.start + operation.length;
    return finding<true>(true, rule, [heading.at(match.index, end)], 'inferred');
  }
  return null;
}

function told(heading: Line, pattern: RegExp, rule: string, grade: Finding<true>['grade']): Finding<true> | null {
  const at = [...heading.text.matchAll(pattern)].map(heading.of);
  return at.length === 0 ? null : finding<true>(true, rule, at, grade);
}
