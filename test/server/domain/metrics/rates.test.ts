/** The overturned rate: what is counted in it, and when there is none. */
import { expect, it } from 'vitest';
import { overturnedRate } from '../../../../server/domain/metrics/rates.ts';

const counts = (upheld: number, overturned: number, in_part: number, undetermined: number, letters: number, knownLetters = letters) => ({
  items: upheld + overturned + in_part + undetermined,
  letters: { count: letters, exact: true },
  knownLetters: { count: knownLetters, exact: true },
  decisions: { upheld, overturned, overturned_in_part: in_part, undetermined },
  knownInLetters: 2 * (upheld + overturned + in_part),
});

it.each([
  ['items overturned of those with a known decision', counts(8, 3, 0, 0, 11), { n: 3, of: 11 }],
  ['in part counted below the line and never above', counts(8, 3, 4, 0, 9), { n: 3, of: 15 }],
  ['undetermined items left out of both', counts(8, 3, 0, 20, 9), { n: 3, of: 11 }],
  ['ten items of five letters: the least', counts(10, 0, 0, 0, 5), { n: 0, of: 10 }],
  ['nine items: none', counts(6, 3, 0, 0, 9), null],
  ['nine known of many: none', counts(6, 3, 0, 20, 9), null],
  ['four letters: none', counts(20, 10, 0, 0, 4), null],
  ['twelve known in four letters and one undetermined in a fifth: none', counts(12, 0, 0, 1, 5, 4), null],
  ['known ones in five letters of more: the least', counts(8, 2, 0, 9, 9, 5), { n: 2, of: 10 }],
  ['no items: none', counts(0, 0, 0, 0, 0), null],
])('the overturned rate is %s', (_, given, expected) => {
  expect(overturnedRate(given)).toEqual(expected);
});
