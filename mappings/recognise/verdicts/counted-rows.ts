/**
 * What the subject of a verdict makes of it: "none of the visits are medically necessary" is a denial, "only six visits are ..." a part.
 * The lists are asked in the order `not-all`, `none`, `some`; a damaged word of any of them leaves the verdict unclear, never as it is told.
 */
import type { VerdictRow } from './verdict-rows.ts';

const COUNT = String.raw`(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)`;

export const COUNTED_ROWS = [
  {
    kind: 'numbering',
    id: 'numbering.item',
    what: 'A heading’s number, which is no count of the thing behind it',
    pattern: /(?:(?:issue|item)\s*)?#?\d{1,2}\s*[).:]\s*/,
    examples: [
      ['1.Neither the cane nor the walker is medically necessary.', 'upheld'],
      ['Item 2)None of the canes is medically necessary.', 'upheld'],
    ],
    counterexamples: [['Neither the cane nor the walker is medically necessary.', 'upheld']],
  },
  {
    kind: 'not-all',
    id: 'not-all.every',
    what: 'Neither outcome: some may be necessary, and how many is not said',
    pattern: /not\s+(?:all|every|each|the|a)/,
    examples: [
      ['Not all of the visits are medically necessary.', null],
      ['Not every visit is medically necessary.', null],
      ['N0t all of the visits are medically necessary.', null],
    ],
    counterexamples: [['All of the visits are medically necessary.', 'overturned']],
  },
  {
    kind: 'none',
    id: 'none.of-them',
    what: 'The opposite of what is told',
    pattern: /neither|none/,
    examples: [
      ['None of the visits are medically necessary.', 'upheld'],
      ['It is deterrnined none of the visits are medically necessary.', 'upheld'],
      ['N0ne of the visits are medically necessary.', null],
      ['I find n0ne of the visits to be medically necessary.', null],
      ['Neither the cane nor the walker is not medically necessary.', null],
    ],
    counterexamples: [
      ['Both of the visits are medically necessary.', 'overturned'],
      ['No visits are medically necessary.', 'upheld'],
    ],
  },
  {
    kind: 'none',
    id: 'none.no',
    what: 'The same in front of a thing; "no." is a number',
    pattern: /no(?!\.)/,
    examples: [
      ['No further therapy is medically necessary.', 'upheld'],
      ['N0 further therapy is medically necessary.', null],
      ['I find no cane to be medically necessary.', 'upheld'],
    ],
    counterexamples: [
      ['I find No.2 to be medically necessary.', null],
      ['No. 2 is medically necessary.', 'overturned'],
      ['Notable therapy is medically necessary.', 'overturned'],
    ],
  },
  {
    kind: 'some',
    id: 'some.only',
    what: 'A limit in front of the thing',
    pattern: /(?:only|just|at\s+most|up\s+to)\b/,
    examples: [
      ['Only six visits are medically necessary.', 'overturned_in_part'],
      ['On1y six visits are medically necessary.', null],
      ['Up to 6 visits are medically necessary.', 'overturned_in_part'],
      ['Only six visits are not medically necessary.', null],
    ],
    counterexamples: [['Six visits are medically necessary.', 'overturned']],
  },
  {
    kind: 'some',
    id: 'some.half-of',
    what: 'A part of the thing',
    pattern: /(?:a\s+)?(?:half|parts?|portion|some|most)\s+of\s+(?:the|these|those|this)\b/,
    examples: [
      ['Half of the visits are medically necessary.', 'overturned_in_part'],
      ['A portion of this request is medically necessary.', 'overturned_in_part'],
    ],
    counterexamples: [
      ['All of the visits are medically necessary.', 'overturned'],
      ['A trial of the brace is medically necessary.', 'overturned'],
    ],
  },
  {
    kind: 'some',
    id: 'some.six-of',
    what: 'A count of what was asked for',
    pattern: new RegExp(String.raw`(?:the\s+)?(?:first\s+)?${COUNT}\s+(?:out\s+)?of\s+(?:(?:the|these|those)\b|${COUNT}\s)`),
    examples: [
      ['6 of the 12 visits are medically necessary.', 'overturned_in_part'],
      ['The first six of those visits are medically necessary.', 'overturned_in_part'],
      ['Six out of twelve visits are medically necessary.', 'overturned_in_part'],
    ],
    counterexamples: [
      ['Six of them are medically necessary.', 'overturned'],
      ['One MRI of the knee is medically necessary.', 'overturned'],
    ],
  },
  {
    kind: 'some',
    id: 'some.six-visits-of',
    what: 'A counted thing of a count that was asked for; not "one MRI of the spine"',
    pattern: new RegExp(
      String.raw`(?:the\s+)?(?:first\s+)?${COUNT}\s+\p{L}+\s+(?:out\s+)?of\s+(?:the|these|those)\s+(?:${COUNT}|requested)\b`,
      'u',
    ),
    examples: [
      ['Six visits of the requested twelve are medically necessary.', 'overturned_in_part'],
      ['The first 6 visits out of the 12 are medically necessary.', 'overturned_in_part'],
    ],
    counterexamples: [['One MRI of the spine is medically necessary.', 'overturned']],
  },
] as const satisfies readonly VerdictRow[];
