/**
 * Reading costs no more than in proportion to what is read, whatever a letter repeats: a fictional letter with a run of one token at each
 * of its places is read, and four times the run may not cost much more than four times. An expression that tries a run again from each
 * of its places costs sixteen times.
 */
import { describe, expect, it } from 'vitest';
import { readLetter } from '../../ingest/pipeline.ts';
import { makeLetter } from '../fixtures/letters/generate.ts';
import { toMarkdown } from '../fixtures/letters/render/to-markdown.ts';
import { toText } from '../fixtures/letters/render/to-text.ts';
import { expectLinear } from '../growth.ts';

const BLANKS = [' ', '\t', '\n', ' \n', '\n ', '\t\n', '\r\n', '\f', '\u00a0', '\u00a0 ', '\u2003', '\v'];
const SIGNS = [
  '-',
  '*',
  '_',
  '.',
  ',',
  ';',
  ':',
  '(',
  ')',
  '[',
  ']',
  '"',
  "'",
  '“',
  '/',
  '|',
  '#',
  '•',
  '\u00ad',
  '\u00ad\n',
  '-\n',
  ' - ',
  ', ',
  '. ',
  '; ',
  '…',
];
const LETTERS = ['a', 'a ', '1', '1 ', '0', 'A. ', '1. ', '1) ', '(1) ', 'é', '1/', '10/', 'L4-', 'x 2 ', '2 x ', '<', '&'];
const WORDS = [
  'page 1\n',
  'page ',
  'Page 2 of 5\n',
  'Case Number: ',
  'IMR ',
  'Final Determination Letter for IMR Case Number ',
  'not ',
  'is ',
  'and ',
  'the ',
  'of the ',
  'the request is ',
  'not medically necessary. ',
  'Issue ',
  ': Upheld\n',
  'Decision rationale: ',
  'Claims Administrator guideline: ',
  'MAXIMUS guideline: ',
  'MTUS ',
  'ODG, ',
  'ACOEM ',
  'Chapter 5, ',
  'Section(s): ',
  'pages 3-4, ',
  'et al. ',
  '; 2016;',
  'http://',
  'Dr. ',
  'Norco ',
  '5 mg ',
  '#60 ',
  '12 visits ',
  '2 visits per week ',
  'physical therapy ',
  'left knee ',
  '97110, ',
  '1/2/2016 ',
  'Board Certified in ',
  'State(s) of Licensure: ',
];
/** Characters of a run. */
const LENGTH = 8_000;
/** What is quadratic in so many such runs takes seconds of processor time; under this nothing is told. */
const NOTHING_MS = 120;

/** Where runs are put: at the start, behind what is found here, and at the end. */
const PLACES = [
  /Case Number:(?:<\/b>)?\s/,
  /Decision Date:(?:<\/b>)?\s/,
  /Specialty: |Certified in /,
  /Summary:?\n[\s\S]{0,300}?\n\n/i,
  /\n\n[^\n]{4,60}(?=:(?:\*\*)? (?:Upheld|Overturned))|has determined the request for /,
  /Administrator guideline:(?:\*\*)? |Administrator based /,
  /MAXIMUS guideline:(?:\*\*)? |Reviewer (?:based|found) /,
  /Decision rationale:(?:\*\*)? |Rationale for the Decision:\s/,
];

function withRuns(text: string, run: string): string {
  const found = PLACES.flatMap((place) => {
    const match = place.exec(text);
    return match === null ? [] : [match.index + match[0].length];
  });
  const places = [0, ...found, text.length].sort((a, b) => b - a);
  return places.reduce((so, at) => `${so.slice(0, at)}${run}x ${so.slice(at)}`, text);
}

const ALL = [...BLANKS, ...SIGNS, ...LETTERS, ...WORDS];
const FORMS: readonly (readonly [string, string, readonly string[]])[] = [
  ['a letter of 2016', toText(makeLetter({ seed: 1000, layout: '2016' })), ALL],
  ['a notice of 2013', toText(makeLetter({ seed: 1000, layout: '2013-notice' })), ALL],
  // Its words are read as those of any other letter are; its signs are Markdown.
  ['a letter in Markdown', toMarkdown(makeLetter({ seed: 1000, layout: '2014' })), [...BLANKS, ...SIGNS]],
];

describe.each(FORMS)('the cost of %s', (_, text, tokens) => {
  it('has a place for most runs', () => {
    expect(withRuns(text, '@').split('@').length).toBeGreaterThan(6);
  });

  it.each(tokens)('grows no faster than a run of %j', async (token) => {
    await expectLinear((run) => readLetter(new TextEncoder().encode(withRuns(text, run)), 'letter.txt'), token, LENGTH, NOTHING_MS);
  });
});
