/** Numbers in words become digits, and a number said twice is said once: "twelve (12) sessions" -> "12 sessions". */
import { editsOf } from '../../text/line.ts';
import type { CleaningStep } from '../../text/scan.ts';

const UNITS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const VALUES: ReadonlyMap<string, number> = new Map([
  ['zero', 0],
  ...UNITS.map((word, index): [string, number] => [word, index + 1]),
  ...TEENS.map((word, index): [string, number] => [word, index + 10]),
  ...TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
]);

/** "twenty-four", "twelve"; not the end of "Synvisc-One". */
const WORD = new RegExp(
  String.raw`(?<![\w-])(?:(${TENS.join('|')})[\s-](${UNITS.join('|')})|(${[...VALUES.keys()].join('|')}))(?![\w]|-(?:on-)?(?:${UNITS.join('|')})\b)`,
  'gi',
);
/** "one hundred twenty", "a hundred and eighty", once the smaller numbers are digits: "1 hundred 20". */
const HUNDREDS = /(?<![\w#.-])(?:([1-9])|a|one) hundred(?:(?: and)? (\d{1,2}))?(?![\w.])/gi;
const TIMES: ReadonlyMap<string, number> = new Map([
  ['once', 1],
  ['twice', 2],
  ['thrice', 3],
]);
const value = (word: string | undefined): number => VALUES.get((word ?? '').toLowerCase()) ?? 0;

/** Steps for a line whose counts are to be read. */
export const NUMBER_STEPS: readonly CleaningStep[] = [
  editsOf(/×|(?<=\d\s?)x'?s\b/gi, () => 'x'),
  editsOf(/(?<![\w-])([BT])IW\b/g, ([, letter]) => `${letter === 'B' ? 2 : 3} x week`),
  editsOf(/(?<![\w-])(half (?:a )?|(?:a |one )?)dozen\b/gi, ([, half]) => (/^half/i.test(half ?? '') ? '6' : '12')),
  editsOf(/(?<![\w-])(once|twice|thrice)\b/gi, ([word]) => `${TIMES.get(word.toLowerCase()) ?? word} times`),
  editsOf(WORD, ([, tens, unit, alone]) => String(alone === undefined ? value(tens) + value(unit) : value(alone))),
  editsOf(HUNDREDS, ([, hundreds, rest]) => String(Number(hundreds ?? 1) * 100 + Number(rest ?? 0))),
  editsOf(/\b(\d{1,4})\s*\(\s*\1\s*\)/g, ([, digits]) => digits ?? ''),
  // A number alone in brackets at the end is a count of what stands before.
  editsOf(/\s*\(\s*#?\s?(\d{1,4})\s*\)(?=\s*$)/g, ([, digits]) => `, ${digits}`),
  editsOf(/\(\s*(\d{1,4})\s*\)/g, ([, digits]) => ` ${digits} `),
  editsOf(/\b(\d{1,4})\s+\1\b(?!\s*[.,]?\d)/g, ([, digits]) => digits ?? ''),
];
