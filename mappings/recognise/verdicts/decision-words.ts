/** The printed forms of a decision, for headings and for finding where a heading ends. The first that fits counts. */
import type { Decision } from '#contract/lists.ts';
import { tolerant } from '../../text/ocr.ts';

export const DECISION_WORDS = [
  [
    'overturned_in_part',
    tolerant(String.raw`(?:partial(?:ly)?\s+(?:overturn(?:ed)?|up\s?held)|over\s?turned,?\s+in\s+part|up\s?held,?\s+in\s+part|modified)`),
  ],
  ['upheld', tolerant(String.raw`up\s?h(?:e|o)ld`)],
  ['overturned', tolerant(String.raw`over\s?turn(?:ed)?`)],
] as const satisfies readonly (readonly [Decision, string])[];

/** Any of them. */
export const ANY_DECISION = `(?:${DECISION_WORDS.map(([, form]) => form).join('|')})`;
