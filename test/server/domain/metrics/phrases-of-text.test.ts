/** Which words of a text are phrases. Texts are invented. */
import { expect, it } from 'vitest';
import { phrasesOf } from '../../../../server/domain/metrics/phrases-of-text.ts';

const said = (text: string) => phrasesOf(text).map((phrase) => phrase.said);
const keys = (text: string) => phrasesOf(text).map(({ key }) => key);

it.each<[what: string, text: string, phrases: string[]]>([
  [
    'up to four words',
    'home exercise program helped today',
    [
      'home',
      'home exercise',
      'home exercise program',
      'home exercise program helped',
      'exercise',
      'exercise program',
      'exercise program helped',
      'exercise program helped today',
      'program',
      'program helped',
      'program helped today',
      'helped',
      'helped today',
      'today',
    ],
  ],
  ['none that begins or ends with a slight word', 'trial of the brace', ['trial', 'trial of the brace', 'brace']],
  ['a negation at the beginning only, and not alone', 'was not tried without', ['not tried', 'tried']],
  ['none over a comma, a bracket or a full stop', 'Pain, swelling (knee). Gait', ['Pain', 'swelling', 'knee', 'Gait']],
  ['over a hyphen and a slash', 'x-ray', ['x', 'x-ray', 'ray']],
  ['what an apostrophe parts is one word', "patient's knee", ["patient's", "patient's knee", 'knee']],
  ['no bare number at either end', '12 sessions of 2016', ['sessions']],
  ['nor what only joins a sentence to the one before', 'However, given relief', ['relief']],
  ['white space evened', 'red \n flags', ['red', 'red flags', 'flags']],
  ['none of nothing', ' ... ', []],
])('%s', (_, text, phrases) => {
  expect(said(text)).toEqual(phrases);
});

it('inflections are one phrase, and a possessive is its word', () => {
  expect(keys('Failed trials')).toEqual(keys('failing trial'));
  expect(keys("the claimant's knees")).toEqual(keys('claimant knee'));
  expect(keys('no trial')).not.toEqual(keys('trial'));
});
