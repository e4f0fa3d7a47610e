/** Decisions told as sentences: the negation is the only difference, and what is not clear tells nothing. Fictional texts. */
import { describe, expect, it } from 'vitest';
import { findVerdicts, verdictAtEnd } from '#mappings/recognise/verdicts/verdict.ts';
import { findVerdictSentences } from '#mappings/recognise/verdicts/verdict-sentences.ts';

const decisions = (text: string) => findVerdicts(text).map(({ decision }) => decision);

describe('a verdict', () => {
  it.each([
    ['The cane is not medically necessary and appropriate.', 'upheld'],
    ['The cane is notmedically necessary and appropriate.', 'upheld'],
    ['The cane isnot medicallynecessary.', 'upheld'],
    ['The canes are not-medically necessary', 'upheld'],
    ['The caneisnot medically necessary', 'upheld'],
    ['The cane is not seen as rnedically necessary', 'upheld'],
    ['The medical necessity of the cane\nhas not been established', 'upheld'],
    ['none of the services that go with it is medically necessary', 'upheld'],
    ['The cane is medically necessary and appropriate.', 'overturned'],
    ['The cane was deemed to be medicallynecessary', 'overturned'],
    ['I deem the request for a cane to be medically necessary', 'overturned'],
    ['The cane is partially medically necessary', 'overturned_in_part'],
    ['The cane is not not medically necessary', null],
    ['1. Neither the cane nor the walker is medically necessary and appropriate.', 'upheld'],
    ['No further therapy is medically necessary and appropriate.', 'upheld'],
    ['None of the visits are medically necessary', 'upheld'],
    ['Neither the cane nor the walker is not medically necessary', null],
    ['Not all of the visits are medically necessary', null],
    ['Only 6 of the 12 requested visits are medically necessary', 'overturned_in_part'],
    ['Six of the twelve requested visits are medically necessary', 'overturned_in_part'],
    ['6 of the 12 visits are not medically necessary', null],
    ['One MRI of the left knee is medically necessary', 'overturned'],
    ['A trial of the brace is medically necessary', 'overturned'],
    ['I find insufficient evidence for the cane to be medically necessary', null],
    ['I find 1ittle in the file for the cane to be medically necessary', null],
  ])('%j says %s', (text, decision) => {
    expect(decisions(text)).toEqual([decision]);
  });

  it.each([
    'The cane is nol medically necessary',
    'this medically necessary cane',
    'The caneis medically necessary',
    'is medically unnecessary',
  ])('%j says nothing', (text) => {
    expect(decisions(text)).toEqual([]);
  });

  it('ends a text only where nothing but marks stand behind it', () => {
    expect(verdictAtEnd('A cane is medically necessary and appropriate.')).not.toBeNull();
    expect(verdictAtEnd('A cane is medically necessary if the knee gives way.')).toBeNull();
  });
});

describe('a sentence of a rationale tells the verdict', () => {
  const told = (text: string) => findVerdictSentences(text).map(({ start, end }) => text.slice(start, end));
  it.each([
    'Therefore, the cane is not medically necessary.',
    'The requested cane is medically necessary.',
    'Based on the above, a cane is medically necessary for this patient.',
    'I find that the request for a cane is medically necessary.',
    'The remaining portion of the original request, 2 visits, is not medically necessary.',
    'The request for a cane is not medically necessary because the knee holds.',
    'Therefore, none of the requested canes is medically necessary.',
  ])('%j', (text) => {
    expect(told(`It was read. ${text}`)).toEqual([text]);
  });
  it('starts behind its grounds', () => {
    expect(told('As the operation is medically necessary, the requested ice machine is not medically necessary.')).toEqual([
      'the requested ice machine is not medically necessary.',
    ]);
    expect(told('Without any proof of gains, the request is not medically necessary.')).toEqual([
      'the request is not medically necessary.',
    ]);
  });
  it('tells a denial beside an approval, and only there', () => {
    expect(told('The requested cane is medically necessary. The request is denied.')).toHaveLength(2);
    expect(told('The request is denied.')).toEqual([]);
    expect(told('The requested cane is medically necessary. The earlier request was denied.')).toHaveLength(1);
  });
  it('has the item’s own words or "it" as its subject only in the text of that item', () => {
    for (const text of ['It is not medically necessary.', 'Flexeril is not medically necessary.']) {
      expect(findVerdictSentences(text)).toEqual([]);
      expect(findVerdictSentences(text, 'Flexeril 10 mg')).toHaveLength(1);
    }
    expect(findVerdictSentences('The appeal says it is medically necessary.', 'Flexeril 10 mg')).toEqual([]);
    expect(findVerdictSentences('It is medically necessary. It is not medically necessary.', 'Flexeril 10 mg')).toEqual([]);
  });
  it.each([
    'A cane is medically necessary when the knee gives way.',
    'UR found that the request is not medically necessary.',
    'If it were shown that the request is medically necessary, it would be granted.',
    'It is not shown that the request is medically necessary.',
    'Is the request medically necessary?',
    'The provider states the requested MRI is medically necessary.',
    'Therefore, the provider states the requested MRI is medically necessary.',
    'Therefore, I find insufficient evidence in the records for the requested MRI to be medically necessary.',
    'The requested MRI is medically necessary in those with progressive deficits.',
    'The treating doctor writes that the requested tramadol is medically necessary.',
    'The records lack evidence that the requested brace is medically necessary.',
    'I disagree that the requested brace is medically necessary.',
    'The request exceeds what is medically necessary.',
    'The request for more visits than are medically necessary cannot be approved.',
    'The requested brace is medically necessary per Dr. Sample.',
    'According to the provider, the requested brace is medically necessary.',
    'As the provider puts it, the requested brace is medically necessary.',
    'The same request was medically necessary in 2010.',
    'In 2010, the request was medically necessary.',
    'The insurer’s doctor opined that the requested MRI was not medically necessary.',
    'The request was found not medically necessary in the past; today it is medically necessary.',
    'As UR opined, the request is not medically necessary.',
    'The request is not medically necessary according to the adjuster.',
    'The denial of the request is not medically necessary.',
    'The requested brace, but not the requested cane, is medically necessary.',
  ])('but not %j', (text) => {
    expect(told(text)).toEqual([]);
  });
});
