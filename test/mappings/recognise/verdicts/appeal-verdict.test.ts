/** What becomes of a denial, by the words of the reviewers of sister programmes. */
import { describe, expect, it } from 'vitest';
import { APPEAL_ROWS, type AppealRow } from '#mappings/recognise/verdicts/appeal-rows.ts';
import { appealDecision, appealReader, appealVerdicts } from '#mappings/recognise/verdicts/appeal-verdict.ts';
import { expectLinear } from '../../../growth.ts';
import { walkDecidingRows, walkLists } from '../walk-deciding-rows.ts';

describe('rows of what becomes of a denial', () => {
  walkDecidingRows<AppealRow>({
    rows: APPEAL_ROWS,
    readBy: (rows) => {
      const { decision } = appealReader(rows);
      return (text) => decision(text) ?? 'nothing';
    },
  });
  walkLists(APPEAL_ROWS);
});

describe('what a text decides', () => {
  it.each([
    [
      'The reviewer determined that the service at issue was medically necessary. Therefore, the Health Plan’s denial should be overturned.',
      'overturned',
    ],
    [
      'The health plan stated that the stay was not medically necessary. The reviewer disagrees: the denial should be overturned.',
      'overturned',
    ],
    ['Overturned.', 'overturned'],
    ['Denial: Upheld', 'upheld'],
    ['All three reviewers determined that the drug is likely to be more beneficial than any standard therapy.', 'overturned'],
    ['The denial should be upheld in part and overturned in part.', 'overturned_in_part'],
    ['The denial was upheld by the plan on internal appeal. The service was medically necessary.', 'overturned'],
    // Of two services each has its own: the text as a whole decides neither.
    ['The stay was medically necessary. The brace was not medically necessary.', null],
    [
      '1 of 2 reviewers determined that the denial should be upheld. 1 of 2 reviewers determined that the denial should be overturned.',
      null,
    ],
    ['The knee improved.', null],
    ['', null],
  ])('%s: %s', (text, decision) => {
    expect(appealDecision(text)).toBe(decision);
  });

  it('follows the majority, also where the verdict stands behind the count', () => {
    const panel =
      'Two of the three reviewers agree. The drug was medically necessary. One of the three reviewers disagrees. The drug was not medically necessary.';
    expect(appealDecision(panel)).toBe('overturned');
    expect(appealVerdicts(panel).map(({ votes }) => votes)).toEqual([2, 1]);
  });

  it('tells the sentences', () => {
    const text = 'She was seen in May. The kite was medically necessary. The weather was fine.';
    expect(appealVerdicts(text).map(({ start, end }) => text.slice(start, end))).toEqual(['The kite was medically necessary.']);
  });
});

describe('reading', () => {
  it.each([
    'The plan determined that it is not medically necessary ',
    'the denial should not be ',
    'is likely to be more ',
    '2 of 3 reviewers ',
    'is ',
    'was not, ',
    'The denial was upheld. ',
    'plan plan plan said ',
    ' ',
  ])('costs as much as the text is long: %s', async (unit) => {
    await expectLinear(appealDecision, unit);
  });
});
