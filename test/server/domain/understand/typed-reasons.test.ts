/** Reasons as people type them, and the same words where they are none. */
import { describe, expect, it } from 'vitest';
import { ReasonSchema } from '#contract/lists.ts';
import { plainTerms } from '../../../../server/domain/query-language/parse-query.ts';
import { readingOf } from '../../../../server/domain/understand/reading.ts';
import { REASON_ROWS, reasonsIn } from '../../../../server/domain/understand/typed-reasons.ts';
import { expectLinear } from '../../../growth.ts';

const termsOf = (q: string) => readingOf(plainTerms(q, { values: () => [] }) ?? [], new Map()).terms;
const read = (q: string) => {
  const terms = termsOf(q);
  return reasonsIn(terms).map(({ terms: { start, end }, reason }) => {
    const typed = terms.slice(start, end).map((term) => term.typed);
    return `${typed.join(' ')} = ${reason}`;
  });
};

describe('reasons', () => {
  it.each([
    ['denied because documentation is missing', 'because documentation is missing = missing_documentation'],
    ['yoga insufficient documentation', 'insufficient documentation = missing_documentation'],
    ['yoga due to lack of medical records', 'due to lack of medical records = missing_documentation'],
    ['not documented yoga because not documented', 'because not documented = missing_documentation'],
    ['yoga no functional improvement', 'no functional improvement = no_functional_improvement'],
    ['because of lack of objective benefit', 'because of lack of objective benefit = no_functional_improvement'],
    ['because did not help', 'because did not help = no_functional_improvement'],
    ['yoga too many visits', 'too many visits = exceeds_guideline_count'],
    ['too many yoga visits', 'too many = exceeds_guideline_count'],
    ['yoga exceeds the guideline', 'exceeds the guideline = exceeds_guideline_count'],
    ['yoga more than ODG allows', 'more than ODG allows = exceeds_guideline_count'],
    ['yoga guidelines are silent', 'guidelines are silent = guideline_silent'],
    ['yoga not addressed by MTUS', 'not addressed by MTUS = guideline_silent'],
    ['MTUS does not address this', 'MTUS does not address this = guideline_silent'],
    ['yoga because not medically indicated', 'because not medically indicated = criteria_not_met'],
    ['because contraindicated', 'because contraindicated = criteria_not_met'],
  ])('%s', (q, expected) => {
    expect(read(q)).toEqual([expected]);
  });

  it.each([
    'denied because the request did not specify quantity',
    'functional improvement',
    'documentation of swelling',
    'records of yoga',
    'not indicated',
    'many visits',
    'no red flags',
    'no improvement',
    'silent treatment',
    'information',
    'because no kazoo complaints',
  ])('none in: %s', (q) => {
    expect(read(q)).toEqual([]);
  });

  it('are told of each reason that there is', () => {
    expect(new Set(REASON_ROWS.map(({ reason }) => reason))).toEqual(new Set(ReasonSchema.options));
  });

  it.each(['because ', 'no medical ', 'the guidelines ', 'missing documentation '])(
    '2,000 characters of %j cost as much as they are long',
    async (piece) => {
      await expectLinear((text) => Promise.resolve(reasonsIn(termsOf(text))), piece, 2_000);
    },
  );
});
