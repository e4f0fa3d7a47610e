/** Numbers in words become digits, and a number said twice is said once: "twelve (12) sessions" -> "12 sessions". In this order. */
import type { StepRow } from './row.ts';

const UNITS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const VALUES: ReadonlyMap<string, number> = new Map([
  ['zero', 0],
  ...UNITS.map((word, index): [string, number] => [word, index + 1]),
  ...TEENS.map((word, index): [string, number] => [word, index + 10]),
  ...TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
]);
const TIMES: ReadonlyMap<string, number> = new Map([
  ['once', 1],
  ['twice', 2],
  ['thrice', 3],
]);
const value = (word: string | undefined): number => VALUES.get((word ?? '').toLowerCase()) ?? 0;

export const NUMBER_ROWS = [
  {
    id: 'number.times-sign',
    what: 'The sign of multiplication and the plural of x are an x',
    pattern: /×|(?<=\d\s?)(?:x'?s\b|\*(?=\s?\d))/gi,
    becomes: () => 'x',
    examples: [
      ['Massage 2 × 4', 'Massage 2 x 4'],
      ['Massage 2 * 4', 'Massage 2 x 4'],
      ["Massage 3x's a week", 'Massage 3x a week'],
      ['Massage 3 xs a week', 'Massage 3 x a week'],
    ],
    counterexamples: ['X-rays of the wrist'],
  },
  {
    id: 'number.biw',
    what: 'BIW and TIW, as prescriptions shorten twice and three times a week',
    pattern: /(?<![\w-])([BT])IW\b/gi,
    becomes: ([, letter]) => `${letter?.toUpperCase() === 'B' ? 2 : 3} x week`,
    examples: [
      ['Hand therapy BIW', 'Hand therapy 2 x week'],
      ['Hand therapy TIW', 'Hand therapy 3 x week'],
      ['Hand therapy tiw', 'Hand therapy 3 x week'],
    ],
    counterexamples: ['Hand therapy at the BIWA clinic'],
  },
  {
    id: 'number.dozen',
    what: 'A dozen and half a dozen',
    pattern: /(?<![\w-])(half (?:a )?|(?:a |one )?)dozen\b/gi,
    becomes: ([, half]) => (/^half/i.test(half ?? '') ? '6' : '12'),
    examples: [
      ['A dozen massages', '12 massages'],
      ['Half a dozen massages', '6 massages'],
    ],
    counterexamples: ['Dozens of massages'],
  },
  {
    id: 'number.times-in-words',
    what: 'Once, twice, thrice',
    pattern: /(?<![\w-])(once|twice|thrice)\b/gi,
    becomes: ([word]) => `${TIMES.get(word.toLowerCase()) ?? word} times`,
    examples: [
      ['Massage once a week', 'Massage 1 times a week'],
      ['Massage twice a week', 'Massage 2 times a week'],
    ],
    counterexamples: ['Massage at-once'],
  },
  {
    id: 'number.words',
    what: '"twenty-four", "twelve"; not the end of "Synvisc-One"',
    pattern: new RegExp(
      String.raw`(?<![\w-])(?:(${TENS.join('|')})[\s-](${UNITS.join('|')})|(${[...VALUES.keys()].join('|')}))(?![\w]|-(?:on-)?(?:${UNITS.join('|')})\b)`,
      'gi',
    ),
    becomes: ([, tens, unit, alone]) => String(alone === undefined ? value(tens) + value(unit) : value(alone)),
    examples: [
      ['Twelve massages', '12 massages'],
      ['Twenty-four massages', '24 massages'],
    ],
    counterexamples: ['Synvisc-One injection', 'one-on-one supervision', 'Often at the tenth visit'],
  },
  {
    id: 'number.one-week',
    what: '"per one week" is "per week"',
    pattern: /(?<=\b(?:per|each|every) )1 (?=(?:week|wk)\b)/gi,
    becomes: () => '',
    after: ['number.words'],
    examples: [
      ['2 times per 1 week', '2 times per week'],
      ['2 visits every one week', '2 visits every week'],
    ],
    counterexamples: ['Once every 2 weeks', 'Massage for 1 week'],
  },
  {
    id: 'number.hundreds',
    what: '"a hundred and eighty", once the smaller numbers are digits: "1 hundred 20"',
    pattern: /(?<![\w#.-])(?:([1-9])|a|one) hundred(?:(?: and)? (\d{1,2}))?(?![\w.])/gi,
    becomes: ([, hundreds, rest]) => String(Number(hundreds ?? 1) * 100 + Number(rest ?? 0)),
    after: ['number.words'],
    examples: [
      ['a hundred tablets', '100 tablets'],
      ['One hundred twenty tablets', '120 tablets'],
      ['Two hundred and ten tablets', '210 tablets'],
    ],
    counterexamples: ['The hundred tablets', 'Several hundreds'],
  },
  {
    id: 'number.in-brackets-again',
    what: 'The same number once more in brackets',
    pattern: /\b(\d{1,4})\s*\(\s*\1\s*\)/g,
    becomes: ([, digits]) => digits ?? '',
    after: ['number.words'],
    examples: [
      ['12 (12) massages', '12 massages'],
      ['Twelve (12) massages', '12 massages'],
    ],
    counterexamples: ['12 (10) massages'],
  },
  {
    id: 'number.in-brackets-last',
    what: 'A number alone in brackets at the end is a count of what stands before',
    pattern: /\s*\(\s*#?\s?(\d{1,4})\s*\)(?=\s*$)/g,
    becomes: ([, digits]) => `, ${digits}`,
    examples: [
      ['Massage (6)', 'Massage, 6'],
      ['Wrist splint (#2)', 'Wrist splint, 2'],
    ],
    counterexamples: ['Massage (6 weeks)', '(6) massages'],
  },
  {
    id: 'number.in-brackets',
    what: 'A number alone in brackets anywhere else',
    pattern: /\(\s*(\d{1,4})\s*\)/g,
    becomes: ([, digits]) => ` ${digits} `,
    examples: [['(6) massages', '6 massages']],
    counterexamples: ['Massage (6)', '(97124) massages'],
  },
  {
    id: 'number.said-twice',
    what: 'The same number twice in a row',
    pattern: /\b(\d{1,4})\s+\1\b(?!\s*[.,]?\d)/g,
    becomes: ([, digits]) => digits ?? '',
    after: ['number.words'],
    examples: [
      ['12 12 massages', '12 massages'],
      ['Twelve 12 massages', '12 massages'],
    ],
    counterexamples: ['12 10 massages', '2 2.5 mg tablets'],
  },
] as const satisfies readonly StepRow[];
