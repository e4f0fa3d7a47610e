/** DMHC's Findings in every form in which they are published, told by fictional rows. */
import { describe, expect, it } from 'vitest';
import { splitFindings, verdictOf } from '../../../../ingest/programmes/dmhc/split-findings.ts';
import { expectLinear } from '../../../growth.ts';

/** The parts as words. */
function parts(text: string) {
  const words = (place: { start: number; end: number } | null) => (place === null ? null : text.slice(place.start, place.end));
  const { summary, findings, result, qualifications } = splitFindings(text);
  return { summary: words(summary), findings: words(findings), result: words(result), qualifications: words(qualifications) };
}

const SUMMARY = 'The patient has requested a kite harness for a sore wing. The plan denied it.';
const FINDINGS = 'The physician reviewer found that the harness is the usual care for a sore wing.';
const RESULT = 'The reviewer determined that the harness is medically necessary. Therefore, the Health Plan’s denial should be overturned.';
const WHO = 'The reviewer is board certified in internal medicine and is actively practicing.';

describe('with headings', () => {
  const all = { summary: SUMMARY, findings: FINDINGS, result: RESULT, qualifications: WHO };

  it.each([
    [
      'in one line',
      `Nature of Statutory Criteria/Case Summary: ${SUMMARY} Findings: ${FINDINGS} Final Result: ${RESULT} Credentials/Qualifications: ${WHO}`,
    ],
    [
      'in paragraphs',
      `Nature of Statutory Criteria/Case Summary: ${SUMMARY}\n\nFindings: ${FINDINGS}\n\nFinal Result: ${RESULT}\n\nCredentials/Qualifications: ${WHO}`,
    ],
    [
      'indented',
      `Nature of Statutory Criteria / Case Summary:\n  ${SUMMARY}\n  Findings:\n  ${FINDINGS}\n  Final Result:\n  ${RESULT}\n  Qualifications:\n  ${WHO}`,
    ],
    [
      'in capitals',
      `NATURE OF STATUTORY CRITERIA/CASE SUMMARY: ${SUMMARY}\nFINDINGS: ${FINDINGS}\nFINAL RESULT: ${RESULT}\nCREDENTIALS/QUALIFICATIONS: ${WHO}`,
    ],
    [
      'in small letters on lines',
      `nature of statutory criteria/case summary: ${SUMMARY}\nfindings: ${FINDINGS}\nfinal result: ${RESULT}\ncredentials/qualifications: ${WHO}`,
    ],
    [
      'without colons',
      `Case Summary\n${SUMMARY}\n\nFindings\n${FINDINGS}\n\nFinal Determination\n${RESULT}\n\nSummary of Qualifications\n${WHO}`,
    ],
    ['with dashes', `Case Summary - ${SUMMARY}\nFindings - ${FINDINGS}\nFinal Decision - ${RESULT}\nReviewer Qualifications - ${WHO}`],
    [
      'without a heading of the qualifications',
      `Nature of Statutory Criteria/Case Summary: ${SUMMARY} Findings: ${FINDINGS} Final Result: ${RESULT} ${WHO}`,
    ],
    ['without a heading of the summary', `${SUMMARY} Findings: ${FINDINGS} Final Result: ${RESULT} Credentials/Qualifications: ${WHO}`],
  ])('%s', (_, text) => {
    expect(parts(text)).toEqual(all);
  });

  it('but that of the findings, which begin where the reviewers speak', () => {
    expect(parts(`Nature of Statutory Criteria/Case Summary: ${SUMMARY} ${FINDINGS} Final Result: ${RESULT}`)).toEqual({
      summary: SUMMARY,
      findings: FINDINGS,
      result: RESULT,
      qualifications: null,
    });
  });

  it('and some of them only', () => {
    expect(parts(`Findings: ${FINDINGS} Final Result: ${RESULT}`)).toEqual({
      summary: null,
      findings: FINDINGS,
      result: RESULT,
      qualifications: null,
    });
    expect(parts(`${FINDINGS} Final Result: ${RESULT}`)).toMatchObject({ summary: null, findings: FINDINGS, result: RESULT });
    expect(parts(`Nature of Statutory Criteria/Case Summary: ${SUMMARY}`)).toEqual({
      summary: SUMMARY,
      findings: null,
      result: null,
      qualifications: null,
    });
  });

  it('of a panel', () => {
    const votes =
      '2 of 3 reviewers determined that the drug is likely to be more beneficial for the kite than any standard therapy. 1 of 3 reviewers determined that the drug is not likely to be more beneficial.';
    const text = `Nature of Statutory Criteria/Case Summary: ${SUMMARY} Findings: Three physician reviewers evaluated this case. ${FINDINGS} Final Results: ${votes} Summary of Qualifications: ${WHO}`;
    expect(parts(text)).toEqual({
      summary: SUMMARY,
      findings: `Three physician reviewers evaluated this case. ${FINDINGS}`,
      result: votes,
      qualifications: WHO,
    });
    expect(verdictOf(votes)).toBe('overturned');
  });

  it('that clinical data only seem to be', () => {
    const summary =
      'An MRI was done. Findings: a swollen wing. The pathology said as final result: nothing. Final result: benign. He has no further findings: he flies.';
    const text = `Nature of Statutory Criteria/Case Summary: ${summary} Findings: ${FINDINGS} Final Result: ${RESULT} Credentials/Qualifications: ${WHO}`;
    expect(parts(text)).toEqual({ summary, findings: FINDINGS, result: RESULT, qualifications: WHO });
  });

  it('that stand inside a sentence only', () => {
    const text = `On examination the clinical findings: a sore wing, a bent beak. The final result: pain. Her credentials: none. ${RESULT}`;
    expect(parts(text)).toEqual({ summary: null, findings: text, result: RESULT, qualifications: null });
  });

  it('with nothing behind one', () => {
    expect(parts(`Findings: ${FINDINGS} Final Result:`)).toEqual({ summary: null, findings: FINDINGS, result: null, qualifications: null });
  });
});

describe('without headings', () => {
  it('the whole is the findings, and the sentences of the verdict the result', () => {
    expect(parts(`${SUMMARY} ${FINDINGS} ${RESULT}`)).toEqual({
      summary: null,
      findings: `${SUMMARY} ${FINDINGS} ${RESULT}`,
      result: RESULT,
      qualifications: null,
    });
  });

  it('and the qualifications run on', () => {
    const who = `${WHO} She holds a licence to fly.`;
    const text = `${SUMMARY} The reviewer determined that the stay was not medically necessary. ${who}`;
    expect(parts(text)).toEqual({
      summary: null,
      findings: `${SUMMARY} The reviewer determined that the stay was not medically necessary.`,
      result: 'The reviewer determined that the stay was not medically necessary.',
      qualifications: who,
    });
  });

  it('nor a verdict', () => {
    const text = 'The plan determined that the stay was not medically necessary. The patient asks whether it was medically necessary.';
    expect(parts(text)).toEqual({ summary: null, findings: text, result: null, qualifications: null });
  });

  it.each(['', ' ', '.', 'x', '-', '\n'])('nor words: %j', (text) => {
    expect(parts(text)).toEqual({ summary: null, findings: null, result: null, qualifications: null });
  });
});

describe('splitting', () => {
  it.each([
    'Findings: ',
    '\nFindings\n',
    'Final Result: x. ',
    'Nature of Statutory Criteria/',
    '. ',
    '\n',
    ' ',
    'The reviewer is board certified. ',
    'The denial should be upheld. ',
    'Credentials/Qualifications:\n',
    'a',
  ])('costs as much as the text is long: %j', async (unit) => {
    await expectLinear(splitFindings, unit);
  });
});
