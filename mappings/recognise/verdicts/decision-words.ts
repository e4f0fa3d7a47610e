/** The printed forms of a decision, for headings and for finding where a heading ends. */
import type { Decision } from '#contract/lists.ts';
import { tolerant } from '../../text/ocr.ts';
import { type ListRow, listOf } from '../list-rows.ts';

type PrintedDecision = Extract<Decision, 'overturned_in_part' | 'upheld' | 'overturned'>;
/** An example tells the decision that a heading ends in. */
export type DecisionRow = ListRow<PrintedDecision, PrintedDecision | 'nothing'>;

export const DECISION_ROWS: readonly DecisionRow[] = [
  {
    kind: 'overturned_in_part',
    id: 'overturned_in_part.partially',
    what: 'Part in front of either word; so it is asked before them',
    pattern: /partial(?:ly)?\s+(?:overturn(?:ed)?|up\s?held)/,
    examples: [
      ['A cane: Partially Overturned', 'overturned_in_part'],
      ['A cane: Partial Upheld.', 'overturned_in_part'],
      ['A cane: Partia1ly Overturnecl', 'overturned_in_part'],
    ],
    counterexamples: [['A partial brace: Overturned', 'overturned']],
  },
  {
    kind: 'overturned_in_part',
    id: 'overturned_in_part.in-part',
    what: 'Part behind either word',
    pattern: /over\s?turned,?\s+in\s+part|up\s?held,?\s+in\s+part/,
    examples: [
      ['A cane: Overturned in part', 'overturned_in_part'],
      ['A cane: Up held, in part', 'overturned_in_part'],
    ],
    counterexamples: [['Overturned bed, spare part', 'nothing']],
  },
  {
    kind: 'overturned_in_part',
    id: 'overturned_in_part.modified',
    what: 'The request was changed',
    pattern: /modified/,
    examples: [['A cane: Modified', 'overturned_in_part']],
    counterexamples: [['A modified cane: Upheld', 'upheld']],
  },
  {
    kind: 'upheld',
    id: 'upheld.upheld',
    what: 'The UR decision stands; "uphold" and a lost or a blank too many are misprints of it',
    pattern: /up\s?h(?:e|o)ld/,
    examples: [
      ['A cane: Upheld', 'upheld'],
      ['A cane: Up hold', 'upheld'],
      ['A cane: Uphelcl', 'upheld'],
    ],
    counterexamples: [
      ['A cane: Held up', 'nothing'],
      ['Upheld cane', 'nothing'],
    ],
  },
  {
    kind: 'overturned',
    id: 'overturned.overturned',
    what: 'The UR decision falls',
    pattern: /over\s?turn(?:ed)?/,
    examples: [
      ['A cane: Overturned', 'overturned'],
      ['A cane: Over turn', 'overturned'],
    ],
    counterexamples: [
      ['A cane: Turned over', 'nothing'],
      ['A cane: Upheld', 'upheld'],
    ],
  },
];

/** In this order: the first that fits counts, since a part is told by the word of a whole and another. */
const ORDER: readonly PrintedDecision[] = ['overturned_in_part', 'upheld', 'overturned'];

/** Each decision with what a text ends in that prints it; group `word` is the decision's words alone. */
export const DECISION_ENDINGS = decisionEndings(DECISION_ROWS);

/** The same by these rows. */
export function decisionEndings(rows: readonly DecisionRow[]): readonly (readonly [PrintedDecision, RegExp])[] {
  return ORDER.map((decision) => {
    const form = tolerant(listOf(rows, decision));
    return [decision, new RegExp(String.raw`(?<!\p{L})(?<word>${form})[\s*.]*$`, 'diu')];
  });
}

/** Any of them. */
export const ANY_DECISION = `(?:${ORDER.map((decision) => tolerant(listOf(DECISION_ROWS, decision))).join('|')})`;
