/** Decisions told as sentences: the negation is the only difference, and what is not clear tells nothing. Fictional texts. */
import { describe, expect, it } from 'vitest';
import { findVerdictSentences, findVerdicts, verdictAtEnd } from '../../../ingest/text/verdict.ts';

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
  it.each(['Therefore, the cane is not medically necessary.', 'The requested cane is medically necessary.'])('%j', (text) => {
    expect(told(`It was read. ${text}`)).toEqual([text]);
  });
  it.each([
    'A cane is medically necessary when the knee gives way.',
    'UR found that the request is not medically necessary.',
    'If it were shown that the request is medically necessary, it would be granted.',
    'It is not shown that the request is medically necessary.',
    'Is the request medically necessary?',
  ])('but not %j', (text) => {
    expect(told(text)).toEqual([]);
  });
});
