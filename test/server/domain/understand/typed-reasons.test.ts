/** Reasons as people type them, and the same words where they are none. */
import { describe, expect, it } from 'vitest';
import { ReasonSchema } from '#contract/list-schemas.ts';
import type { Reason } from '#contract/lists.ts';
import { plainTerms } from '../../../../server/domain/query-language/parse-query.ts';
import { readingOf } from '../../../../server/domain/understand/reading.ts';
import { reasonsIn } from '../../../../server/domain/understand/typed-reasons.ts';
import { REASON_ROWS } from '../../../../server/domain/understand/typed-reasons-rows.ts';
import { expectLinear } from '../../../growth.ts';

const termsOf = (q: string) => readingOf(plainTerms(q, { values: () => [] }) ?? [], new Map()).terms;
const read = (q: string) => {
  const terms = termsOf(q);
  return reasonsIn(terms).map(({ terms: { start, end }, reason }) => {
    const typed = terms.slice(start, end).map((term) => term.typed);
    return `${typed.join(' ')} = ${reason}`;
  });
};

/** What is typed, and the words of it that are read: a vertical bar at both ends. */
const ASKED: Readonly<Record<Reason, readonly string[]>> = {
  missing_documentation: [
    'denied |because the request did not specify| quantity',
    'yoga |since the prescription fails to state| a dose',
    'denied |because documentation is missing|',
    'yoga |insufficient documentation|',
    'yoga |due to lack of medical records|',
    'not documented yoga |because not documented|',
    "yoga |because it wasn't documented|",
    "|records weren't provided|",
    '|documentation has not been submitted|',
  ],
  no_functional_improvement: [
    'yoga |no functional improvement|',
    '|because of lack of objective benefit|',
    '|because did not help|',
    "|since it didn't help|",
    '|no functional improvement documented|',
    '|no documentation of functional improvement|',
    '|functional improvement was not documented|',
    "|functional gains haven't been shown|",
    'yoga |did not show any functional improvement|',
    '|failed to demonstrate objective functional gains|',
  ],
  exceeds_guideline_count: [
    'yoga |too many visits|',
    '|too many| yoga visits',
    'yoga |exceeds the guideline|',
    'yoga |more than ODG allows|',
    'yoga |exceeds the recommended number|',
    '|more visits than recommended|',
  ],
  not_recommended: [
    'yoga |not recommended by ODG|',
    "yoga |isn't recommended by the guidelines|",
    "|ODG doesn't recommend it|",
    '|the guidelines do not recommend this|',
    '|MTUS recommends against it|',
    'yoga |because not recommended|',
    "yoga |because it isn't recommended|",
  ],
  guideline_silent: [
    'yoga |guidelines are silent|',
    '|guideline silent|',
    'yoga |not addressed by MTUS|',
    '|MTUS does not address this|',
    "|guidelines don't mention it|",
  ],
  criteria_not_met: [
    'yoga |because not medically indicated|',
    '|because contraindicated|',
    '|criteria not met|',
    'yoga |guideline criteria were not met|',
    "|criteria weren't met|",
    '|criteria unmet|',
    '|unmet criteria|',
    '|no criteria met|',
    '|none of the criteria are met|',
    'yoga |does not meet criteria|',
    "yoga |doesn't meet the MTUS criteria|",
    'yoga |failed to meet all criteria|',
    'criteria for yoga |not met|',
    'criteria for hot yoga |have not been met|',
  ],
  conservative_care_not_tried: [
    'yoga denied because kazoo lessons |was not tried first|',
    'because kazoo lessons |were not tried|',
    '|no conservative care|',
    '|lack of documentation of conservative treatment|',
    '|no trial of conservative treatment|',
    '|without non-operative care|',
    '|conservative care not exhausted|',
    "|conservative treatment hasn't failed|",
    '|failed conservative care is not documented|',
    'yoga |has not failed first-line treatment|',
    '|did not try conservative care first|',
    '|without trying conservative measures first|',
    'kazoo |should be tried first|',
  ],
  already_done: [
    'repeat yoga |already done|',
    'yoga |has already been done|',
    'yoga |was already performed|',
    '|because already received| yoga',
    '|duplicate request|',
    '|duplicate of an earlier request|',
    '|redundant tests|',
  ],
  alternative_suffices: [
    'home exercise |is enough|',
    'a home exercise program |is sufficient|',
    'home exercise |would suffice|',
    '|a cheaper alternative is available|',
    '|alternatives exist|',
    'vitamins |available over the counter|',
  ],
  primary_not_necessary: [
    '|surgery was not approved|',
    "|the surgery wasn't necessary| cooling unit",
    'cooling unit |because surgery was not approved|',
    'cooling unit |because the surgery was denied|',
    'cooling unit |because the surgery was found not medically necessary|',
    'cooling unit because the shoulder |surgery is not medically necessary|',
    '|the associated procedure is not supported|',
  ],
  criteria_met: [
    '|met criteria|',
    'yoga |meets the ODG criteria|',
    '|criteria met|',
    '|all criteria have been met|',
    'yoga |because criteria are satisfied|',
    'criteria for yoga |were met|',
  ],
  functional_improvement_shown: [
    '|functional improvement documented|',
    '|functional gains have been shown|',
    'yoga |evidence of functional improvement|',
    '|because of documented objective functional benefit|',
  ],
  within_guideline_count: [
    '|within guidelines|',
    'yoga |is within ODG limits|',
    '|within the recommended number|',
    '|within MTUS guidelines|',
  ],
  conservative_care_failed: [
    '|conservative care failed|',
    'yoga |conservative treatment has failed|',
    "|conservative measures didn't help|",
    '|failed conservative treatment|',
    '|failure of prior conservative care|',
    '|refractory to non-surgical treatment|',
    '|no relief from conservative care|',
    '|did not respond to conservative therapy|',
  ],
  new_or_changed_findings: [
    'yoga |new symptoms|',
    '|new or worsening symptoms|',
    '|changed clinical findings|',
    '|symptoms have worsened|',
    '|significant change in symptoms|',
    'yoga |because of worsening|',
  ],
  perioperative_standard: [
    '|post-operative standard|',
    '|postop standard of care|',
    '|standard postoperative care|',
    '|usual after surgery|',
    '|standard of care| after shoulder surgery',
  ],
  monitoring_or_safety: ['|safety monitoring|', '|for safety reasons|', '|to monitor for side effects|', '|needed for monitoring|'],
};
const CASES = Object.entries(ASKED).flatMap(([reason, asked]) =>
  asked.map((marked) => ({ reason, marked, q: marked.replaceAll('|', '') })),
);

describe('reasons', () => {
  it.each(CASES)('$marked', ({ reason, marked, q }) => {
    expect(read(q)).toEqual([`${marked.split('|')[1] ?? ''} = ${reason}`]);
  });

  it.each([
    'the request did not specify quantity',
    'denied because the letter did not specify quantity',
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
    'not recommended',
    'recommended by ODG',
    'criteria',
    'criteria for yoga',
    'must meet criteria',
    'if criteria are met',
    'until conservative care has failed',
    'failed yoga',
    'no yoga',
    'conservative care',
    'conservative dentist',
    'yoga not tried',
    'already had an operation',
    'repeat yoga',
    'duplicate teeth',
    'redundant skin',
    'the documentation is sufficient',
    'documentation would suffice',
    'home exercise is not enough',
    'knee surgery was not approved',
    'knee surgery not approved',
    'surgery not necessary',
    'listed within the guidelines',
    'within ODG',
    'within six weeks',
    'new injury',
    'worsening',
    'because of worsening kazoo pain',
    'progressive deficit',
    'routine preoperative kazoo test',
    'normal after surgery',
    'monitoring',
    'blood pressure monitor',
    'rails for safety',
  ])('none in: %s', (q) => {
    expect(read(q)).toEqual([]);
  });

  it('that are negated within are those of the other outcome, or none', () => {
    const reasonsOf = (q: string) => reasonsIn(termsOf(q)).map(({ reason }) => reason);
    expect(reasonsOf('functional improvement documented')).toEqual(['functional_improvement_shown']);
    expect(reasonsOf('functional improvement not documented')).toEqual(['no_functional_improvement']);
    expect(reasonsOf('without documented functional improvement')).toEqual(['no_functional_improvement']);
    expect(reasonsOf('conservative care never failed')).toEqual(['conservative_care_not_tried']);
    expect(reasonsOf('no failed conservative care')).toEqual(['conservative_care_not_tried']);
    expect(reasonsOf('new symptoms were not')).toEqual([]);
  });

  it('stand beside each other, each by itself', () => {
    expect(read('criteria not met and no conservative care because documentation is missing')).toEqual([
      'criteria not met = criteria_not_met',
      'no conservative care = conservative_care_not_tried',
      'because documentation is missing = missing_documentation',
    ]);
  });

  it('are told of each reason that there is', () => {
    expect(new Set(REASON_ROWS.map(({ reason }) => reason))).toEqual(new Set(ReasonSchema.options));
  });

  it('are each row asked here', () => {
    const used = new Set(CASES.flatMap(({ q }) => reasonsIn(termsOf(q)).map(({ row }) => row)));
    expect(REASON_ROWS.filter((row) => !used.has(row)).map(({ reason, pattern }) => `${reason}: ${pattern}`)).toEqual([]);
  });

  it.each(['because ', 'no medical ', 'the guidelines ', 'missing documentation ', 'criteria for ', 'any prior ', 'because was not '])(
    '2,000 characters of %j cost as much as they are long',
    async (piece) => {
      await expectLinear((text) => Promise.resolve(reasonsIn(termsOf(text))), piece, 2_000);
    },
  );
});
