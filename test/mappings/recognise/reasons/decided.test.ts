/** What decided an item, told by its rationale. Every sentence is invented. */
import { describe, expect, it } from 'vitest';
import type { Decision } from '#contract/lists.ts';
import { extractDecided } from '#mappings/recognise/reasons/decided.ts';
import { lackedIn } from '#mappings/recognise/reasons/lacking.ts';
import { groundOf, rolesOf } from '#mappings/recognise/reasons/roles.ts';
import { plain, reasonsAgainst, reasonsFor } from '#mappings/recognise/reasons/told-reasons.ts';
import { sentencesOf } from '#mappings/text/sentences.ts';
import { line, wordsOf } from '../read-line.ts';

const decidedBy = (text: string, decision: Decision | null, request = 'Left knee brace', perioperative = false) =>
  extractDecided(line(text), { decision, request, perioperative }, 'test');
const reasonsOf = (...asked: Parameters<typeof decidedBy>) => decidedBy(...asked).reasons.map(({ value }) => value);

describe('the role of a sentence', () => {
  it.each([
    ['The ODG recommends a brace for an unstable knee.', 'rule'],
    ['Per MTUS, a brace may be tried for six weeks.', 'rule'],
    ['Braces are usually needed only if the knee gives way.', 'rule'],
    ['The worker is a 41-year-old stage manager who fell from a riser.', 'history'],
    ['The request is for a brace of the left knee.', 'history'],
    ['However, there is no documentation of instability.', 'finding'],
    ['In this case, the records do not show a tear.', 'finding'],
    ['Therefore, the request is not medically necessary.', 'conclusion'],
    ['Given the lack of instability, the request is not medically necessary.', 'conclusion'],
    ['Medical necessity has not been established.', 'conclusion'],
    ['The request for twelve visits exceeds what the ODG recommends.', 'history'],
  ])('%s', (text, role) => {
    expect(rolesOf([text])).toEqual([role]);
  });

  it('is that of those before where it has no sign of its own', () => {
    const rules = 'The MTUS speaks of braces. Hinged ones come in three sizes.';
    const findings = 'In this case, the examination showed a stable knee. Both legs are of one length.';
    expect(rolesOf(sentencesOf(`${rules} ${findings}`).map(({ text }) => text))).toEqual(['rule', 'rule', 'history', 'history']);
  });

  it('is a rule as long as the quotation of one goes on', () => {
    const quoted = [
      'The ODG states, "A brace is an option for an unstable knee.',
      'It was studied in forty patients."',
      'The worker was stable.',
    ];
    expect(rolesOf(quoted)).toEqual(['rule', 'rule', 'history']);
  });
});

describe('the ground of a conclusion', () => {
  it.each([
    ['Given the lack of instability, the request is not medically necessary.', 'the lack of instability'],
    ['The request is not medically necessary because there is no instability of the knee.', ' there is no instability of the knee'],
    ['Given the above, the request is not medically necessary.', ''],
    ['Based on the records provided, the request is not medically necessary.', ''],
    ['Therefore, the request is not medically necessary.', ''],
  ])('%s', (text, ground) => {
    expect(groundOf(text)).toBe(ground);
  });
});

describe('what is not there', () => {
  it.each([
    ['There is no documentation of red flags to warrant a scan.', ['red flags ']],
    ['The duration of use was not specified.', ['duration of use ']],
    ['The records did not show weakness.', ['weakness.']],
    ['It is unclear how many visits took place.', ['how many visits took place.']],
    ['There is no fracture, and there is no weakness.', ['fracture', 'weakness.']],
    ['The knee is stable.', []],
  ])('%s', (text, objects) => {
    expect(lackedIn(text).map(({ object }) => object)).toEqual(objects);
  });
});

describe('reasons against a request', () => {
  it.each([
    ['There is no documentation of a treatment plan.', ['missing_documentation']],
    ['There is no record of the number of visits or of the response to therapy.', ['missing_documentation', 'no_functional_improvement']],
    ['There is no evidence of a neurological deficit.', ['criteria_not_met']],
    ['There is no documentation that conservative care failed.', ['conservative_care_not_tried']],
    ['The examination was normal.', ['criteria_not_met']],
    ['There are no exceptional factors noted outside of the guideline.', []],
    ["The worker doesn't meet the criteria.", ['criteria_not_met']],
    ['The knee gives way on stairs.', []],
  ])('%s', (text, reasons) => {
    expect(reasonsAgainst(plain(text), { request: '' }).map(({ reason }) => reason)).toEqual(reasons);
  });

  it('tell a study that was done before only of a study like the one asked for', () => {
    const told = (request: string) => reasonsAgainst('The worker had an MRI dated 3 March.', { request }).map(({ reason }) => reason);
    expect(told('MRI of the knee')).toEqual(['already_done']);
    expect(told('EMG of both legs')).toEqual([]);
  });
});

describe('reasons for a request', () => {
  const told = (text: string, request: string, perioperative = false) =>
    reasonsFor(text, { request, perioperative }).map(({ reason }) => reason);
  it.each([
    ['The knee gives way on stairs.', 'Brace', ['criteria_met']],
    ['Therapy gave only brief relief.', 'Injection', ['conservative_care_failed']],
    ['The six visits are within the guideline.', 'Therapy', ['within_guideline_count']],
    ['She was given oxycodone in the fall.', 'Urine drug screen', ['monitoring_or_safety']],
  ])('%s', (text, request, reasons) => {
    expect(told(text, request)).toEqual(reasons);
  });

  it('are those of an operation only for what belongs to one', () => {
    expect(told('The surgery was approved.', 'Sling', true)).toEqual(['perioperative_standard']);
    expect(told('The surgery was approved.', 'Sling')).toEqual(['criteria_met']);
  });
});

describe('what decided', () => {
  const rationale =
    'The ODG recommends a brace for an unstable knee. The worker fell from a riser. However, there is no documentation of instability. ' +
    'Additionally, the duration of use was not specified. Therefore, the request is not medically necessary.';

  it('is what this case lacks, not the rule, the history or the verdict', () => {
    expect(decidedBy(rationale, 'upheld').deciding.map(({ value }) => value)).toEqual([
      'However, there is no documentation of instability.',
      'Additionally, the duration of use was not specified.',
    ]);
  });

  it('gives its reasons, the main one first, each with its sentences', () => {
    const { reasons } = decidedBy(rationale, 'upheld');
    expect(reasons.map(({ value }) => value)).toEqual(['criteria_not_met', 'missing_documentation']);
    expect(wordsOf(rationale, reasons[1] ?? null)).toEqual(['Additionally, the duration of use was not specified.']);
  });

  it('is what an overturned item shows', () => {
    const text =
      'The ODG recommends a brace for an unstable knee. In this case, the knee gives way on stairs and six visits of therapy did not help. ' +
      'Therefore, the request is medically necessary.';
    expect(decidedBy(text, 'overturned').deciding[0]?.value).toMatch(/^In this case/);
    expect(reasonsOf(text, 'overturned')).toEqual(['conservative_care_failed']);
  });

  it('is the conclusion where it alone gives the ground', () => {
    const text = 'As the knee surgery is not medically necessary, the associated brace is not medically necessary.';
    expect(decidedBy(text, 'upheld').deciding.map(({ value }) => value)).toEqual([text]);
    expect(reasonsOf(text, 'upheld')).toEqual(['primary_not_necessary']);
  });

  it('may tell for and against where part was found necessary', () => {
    const text = 'In this case, the knee gives way on stairs. However, twelve weeks exceed what the guideline recommends.';
    expect(reasonsOf(text, 'overturned_in_part').toSorted()).toEqual(['criteria_met', 'exceeds_guideline_count']);
  });

  it.each([
    ['a rule alone', 'The ODG recommends a brace for an unstable knee. Therefore, the request is not medically necessary.', 'upheld'],
    ['a verdict alone', 'The request is medically necessary.', 'overturned'],
    ['a decision that could not be read', rationale, 'undetermined'],
    ['no decision', rationale, null],
  ] as const)('is nothing by %s', (_, text, decision) => {
    expect(decidedBy(text, decision)).toEqual({ deciding: [], reasons: [] });
  });

  it('is not what utilization review said, nor what stands in every letter', () => {
    const text =
      'Utilization review saw no documentation of instability. There is no documentation of a fall. This decision should not be interpreted as a reason to stop.';
    expect(decidedBy(text, 'upheld').deciding.map(({ value }) => value)).toEqual(['There is no documentation of a fall.']);
  });
});
