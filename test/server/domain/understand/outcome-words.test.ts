/** Words that are a condition: how the review ended, and that a side cited nothing; and where the same words are only words. */
import { describe, expect, it } from 'vitest';
import { parseQuery, plainTerms } from '../../../../server/domain/query-language/parse-query.ts';
import { wordedConditions } from '../../../../server/domain/understand/outcome-words.ts';
import { readingOf } from '../../../../server/domain/understand/reading.ts';

const values = () => [];

/** Each condition as "words typed = field:values"; the words that stay behind a bar. */
function read(q: string): string {
  expect(parseQuery(q, { values }).kind).not.toBe('all');
  const { terms } = readingOf(plainTerms(q, { values }) ?? [], new Map());
  const found = wordedConditions(terms);
  const typed = (from: number, to: number) =>
    terms
      .slice(from, to)
      .map((term) => term.typed.replace(/,$/, ''))
      .join(' ');
  const left = terms.filter((_, at) => !found.some((one) => at >= one.terms.start && at < one.terms.end)).map((term) => term.typed);
  return [...found.map((one) => `${typed(one.terms.start, one.terms.end)} = ${one.field}:${one.values.join('|')}`), left.join(' ')].join(
    ' / ',
  );
}

describe('the words of a condition', () => {
  it.each([
    ['overturned', 'overturned = decision:overturned / '],
    ['overturned chiropractic low back', 'overturned = decision:overturned / chiropractic low back'],
    ['MRI denial overturned', 'denial overturned = decision:overturned / MRI'],
    ['UR decision was reversed, knee', 'UR decision was reversed = decision:overturned / knee'],
    ['overturned denials of acupuncture', 'overturned denials = decision:overturned / of acupuncture'],
    ['upheld', 'upheld = decision:upheld / '],
    ['denial upheld gym', 'denial upheld = decision:upheld / gym'],
    ['not overturned', 'not overturned = decision:upheld / '],
    ['was not upheld', 'was not upheld = decision:overturned|overturned_in_part / '],
    ['overturned in part', 'overturned in part = decision:overturned_in_part / '],
    ['partially overturned knee', 'partially overturned = decision:overturned_in_part / knee'],
    ['partly upheld', 'partly upheld = decision:overturned_in_part / '],
    ['brace found necessary', 'found necessary = decision:overturned / brace'],
    ['found medically necessary', 'found medically necessary = decision:overturned / '],
    ['found not medically necessary', 'found not medically necessary = decision:upheld / '],
    ['not found medically necessary', 'not found medically necessary = decision:upheld / '],
    ['found to be not necessary', 'found to be not necessary = decision:upheld / '],
    ['found unnecessary', 'found unnecessary = decision:upheld / '],
    ['not found unnecessary', 'not found unnecessary = decision:overturned / '],
    ['UR cites none', 'UR cites none = urBasis:none / '],
    ['UR cited no guideline MRI', 'UR cited no guideline = urBasis:none / MRI'],
    ['no guideline cited by claims administrator', 'no guideline cited by claims administrator = urBasis:none / '],
    ['claims administrator did not cite a guideline', 'claims administrator did not cite a guideline = urBasis:none / '],
    ['reviewer cited none', 'reviewer cited none = imrBasis:none / '],
    ['no guidelines were cited by the IMR reviewer', 'no guidelines were cited by the IMR reviewer = imrBasis:none / '],
    ['yoga denied by IMR', 'denied by IMR = decision:upheld / yoga'],
    ['yoga was rejected at the IMR', 'was rejected at the IMR = decision:upheld / yoga'],
    ['IMR denied yoga', 'IMR denied = decision:upheld / yoga'],
    ['yoga approved by IMR', 'approved by IMR = decision:overturned / yoga'],
    ['IMR overturned yoga', 'IMR overturned = decision:overturned / yoga'],
    ['overturned decision of ur yoga', 'overturned decision of ur = decision:overturned / yoga'],
    ['yoga upheld by the reviewer', 'upheld by the reviewer = decision:upheld / yoga'],
    ['upheld on appeal yoga', 'upheld on appeal = decision:upheld / yoga'],
    ['overturned UR cites none', 'overturned = decision:overturned / UR cites none = urBasis:none / '],
    ['overturned or upheld', 'overturned or upheld = decision:overturned|upheld / '],
    ['yoga either upheld or overturned', 'either upheld or overturned = decision:upheld|overturned / yoga'],
    ['upheld/overturned', 'upheld/overturned = decision:upheld|overturned / '],
    ['overturned, not upheld', 'overturned not upheld = decision:overturned / '],
    ['rollover upheld', 'upheld = decision:upheld / rollover'],
    ['forklift collision upheld', 'upheld = decision:upheld / forklift collision'],
    ['commode chair overturned', 'overturned = decision:overturned / commode chair'],
    ['car accident yoga overturned', 'overturned = decision:overturned / car accident yoga'],
    ['truck ramp overturned', 'overturned = decision:overturned / truck ramp'],
    ['truck denial overturned', 'denial overturned = decision:overturned / truck'],
    ['upheld by the court', 'upheld = decision:upheld / by the court'],
    ['MRI without contrast upheld', 'upheld = decision:upheld / MRI without contrast'],
    ['approved', 'approved = decision:overturned / '],
    ['approved aquatherapy', 'approved = decision:overturned / aquatherapy'],
    ['why was yoga approved', 'approved = decision:overturned / why was yoga'],
    ['IMR granted yoga', 'IMR granted = decision:overturned / yoga'],
    ['yoga approvals', 'approvals = decision:overturned / yoga'],
    ['yoga approved in part', 'approved in part = decision:overturned_in_part / yoga'],
    ['yoga allowed on appeal', 'allowed on appeal = decision:overturned / yoga'],
    ['UR cites none overturned', 'UR cites none = urBasis:none / overturned = decision:overturned / '],
  ])('%s', (q, expected) => {
    expect(read(q)).toBe(expected);
  });

  it.each(['24 visits allowed per year', 'yoga failed to be approved', 'rarely approved', 'approved provider', 'adjuster approved yoga'])(
    'none in: %s',
    (q) => {
      expect(read(q)).toBe(q);
    },
  );
});

describe('only words', () => {
  it.each([
    'denied',
    'modified',
    'surgery was not approved',
    "surgery wasn't approved",
    'sling not yet approved',
    'surgery was previously approved',
    'sling because surgery was approved',
    'approved by UR',
    'UR approved six visits',
    'not FDA approved',
    'FDA-approved',
    'prior approval',
    'allowed to walk',
    'denial',
    'not medically necessary',
    'truck overturned neck pain',
    'overturned vehicle',
    'reversed lordosis',
    'reversed total shoulder arthroplasty',
    'truck was overturned',
    'overturned the tractor',
    'overturning',
    'found',
    'UR cites odg',
    'no guideline cited',
    'claims administrator',
  ])('%s', (q) => {
    expect(read(q)).toBe(q);
  });
});

describe('a negation before an outcome', () => {
  it.each([
    ['not been overturned', 'upheld'],
    ['has not yet been overturned', 'upheld'],
    ['cannot be overturned', 'upheld'],
    ["can't be overturned", 'upheld'],
    ['not found to be overturned', 'upheld'],
    ['no denials overturned', 'upheld'],
    ['none of the denials overturned', 'upheld'],
    ['nothing was overturned', 'upheld'],
    ["wasn't overturned", 'upheld'],
    ['wasn’t overturned', 'upheld'],
    ['wasnt overturned', 'upheld'],
    ['never overturned', 'upheld'],
    ['not-overturned', 'upheld'],
    ['without being upheld', 'overturned|overturned_in_part'],
    ['UR decision has never been upheld', 'overturned|overturned_in_part'],
    ["hasn't been found medically necessary", 'upheld'],
    ['never found unnecessary', 'overturned'],
  ])('turns it round: %s', (q, values) => {
    expect(read(q)).toBe(`${q} = decision:${values} / `);
  });

  it.each([
    'no yoga overturned',
    'not a wobble board overturned',
    'never got the wobble board upheld',
    'neither upheld nor overturned',
    'not overturned or upheld',
    'not not overturned',
    'whether or not overturned',
    'overturned or not',
    'unless overturned',
    'no board found necessary',
  ])('leaves words where it is not plain: %s', (q) => {
    expect(read(q)).toBe(q);
  });

  it('reads no outcome as its plain value, whatever stands between', () => {
    const negations = ['not', 'never', 'no', 'none', 'nothing', 'cannot', "wasn't", 'didn’t', 'hasnt'];
    const between = ['', 'been', 'yet been', 'yoga', 'a foam roller', 'the UR denial', 'one yoga class ever'];
    for (const negation of negations) {
      for (const some of between) {
        expect(read(`${negation} ${some} overturned`)).not.toContain('decision:overturned');
        expect(read(`${negation} ${some} upheld`)).not.toContain('decision:upheld');
      }
    }
  });
});
