/** What rationales and summaries tell: reasons, the item that another leans on, diagnoses. Every sentence is invented. */
import { describe, expect, it } from 'vitest';
import { extractDiagnoses } from '#mappings/recognise/diagnoses.ts';
import { extractFollows } from '#mappings/recognise/follows.ts';
import { extractReasons } from '#mappings/recognise/reasons.ts';
import { sentencesOf } from '#mappings/text/sentences.ts';
import { line, wordsOf } from './read-line.ts';

describe('sentences', () => {
  it('do not end at abbreviations and inside numbers', () => {
    const text = 'Dr. Umber saw no change at 2.5 weeks. The dose is 12. It stays (see p. 9). "Nothing else."';
    expect(sentencesOf(text).map((sentence) => sentence.text)).toEqual([
      'Dr. Umber saw no change at 2.5 weeks.',
      'The dose is 12.',
      'It stays (see p. 9).',
      '"Nothing else."',
    ]);
  });
});

describe('reasons', () => {
  it.each([
    ['There is no documentation of a home exercise program.', ['missing_documentation']],
    ['The duration of use was not specified.', ['missing_documentation']],
    ['The worker had therapy without objective functional improvement.', ['no_functional_improvement']],
    ['Twelve visits exceed what is recommended.', ['exceeds_guideline_count']],
    ['The MTUS is silent on this device.', ['guideline_silent']],
    ['The ACOEM guidelines do not specifically address gym memberships.', ['guideline_silent']],
    ['Repeat imaging is not indicated.', ['criteria_not_met']],
    ['The criteria have not been met.', ['criteria_not_met']],
    ['There is no indication that an exercise program was tried.', ['missing_documentation']],
    ['Doses should not exceed 18 units.', []],
    ['Utilization review held that there is no documentation of need.', []],
    ['The worker improved, and the request is supported.', []],
  ])('%s', (text, expected) => {
    expect(extractReasons(line(text), 'upheld', 'test').map(({ value }) => value)).toEqual(expected);
  });

  it('tell nothing against a request that was found necessary', () => {
    const text = 'The MTUS is silent on this. Surgery is not recommended at first; it is now.';
    expect(extractReasons(line(text), 'overturned', 'test').map(({ value }) => value)).toEqual(['guideline_silent']);
  });

  it('carry each sentence that says so', () => {
    const text = 'No records of therapy exist. The knee is stable.\nThe dose was not documented.';
    expect(wordsOf(text, extractReasons(line(text), 'upheld', 'test')[0] ?? null)).toEqual([
      'No records of therapy exist.',
      'The dose was not documented.',
    ]);
  });
});

describe('leading items', () => {
  const item = (heading: string, category: string | null, perioperative = false) => ({ heading, category, perioperative });
  const letter = [
    item('Left knee arthroscopy', 'surg'),
    item('Naproxen 550mg #60', 'pharm'),
    item('Pre-operative clearance', 'surg', true),
    item('Omeprazole 20mg', 'pharm'),
  ];
  it.each([
    ['Since the primary procedure is not medically necessary, none of the associated services are medically necessary.', 3, 1],
    ['As the requested surgery was not found to be medically necessary, this request is not necessary.', 3, 1],
    ['Given that the naproxen was determined to be not medically necessary, the omeprazole is not medically necessary.', 4, 2],
    ['As the knee arthroscopy is not supported, the clearance is not medically necessary.', 3, 1],
    ['As the request for omeprazole is not recommended, this request is not medically necessary.', 4, null],
    ['Since any drug that is not recommended spoils a compound, this is not medically necessary.', 4, null],
    ['The primary procedure is medically necessary, and so is this request.', 3, null],
  ])('%s', (text, number, expected) => {
    expect(extractFollows(line(text), number, letter, 'test')?.value ?? null).toBe(expected);
  });

  const primary = 'Since the primary procedure is not medically necessary, none of the associated services are medically necessary.';
  it.each([
    ['no operation', [item('Norco', 'pharm'), item('Assistant surgeon', 'surg', true)], 2, null],
    ['an operation behind', [item('Hot pack', 'dme'), item('Sling', 'dme', true), item('Left knee arthroscopy', 'surg')], 2, 3],
    ['two operations behind', [item('Sling', 'dme'), item('Left knee arthroscopy', 'surg'), item('Fusion', 'surg')], 1, null],
  ])('an operation that is not named is an operative item: %s', (_, items, number, expected) => {
    expect(extractFollows(line(primary), number, items, 'test')?.value ?? null).toBe(expected);
  });

  it('are not known by their body part', () => {
    const text = 'Since the requested left knee arthroscopy is not medically necessary, physical therapy is not medically necessary.';
    const items = [item('Left knee MRI', 'diag'), item('Post-op therapy, left knee', 'rehab', true)];
    expect(extractFollows(line(text), 2, items, 'test')).toBeNull();
  });
});

describe('diagnoses', () => {
  it.each([
    ['The diagnoses include neck pain, right wrist sprain, and headaches.', ['neck pain', 'right wrist sprain', 'headaches']],
    ['She was diagnosed with a right hip sprain and left knee contusion.', ['right hip sprain', 'left knee contusion']],
    [
      'The current diagnoses are documented as sprain and strain of the hip; tear of the ACL.',
      ['sprain and strain of the hip', 'tear of the ACL'],
    ],
    ['The worker has diagnoses of lumbar strain. He walks.', ['lumbar strain']],
    ['The diagnosis is documented as dislocation, shoulder.', ['dislocation, shoulder']],
    ['The diagnoses include lumbar, hip, and neck strain.', ['lumbar, hip, and neck strain']],
    ['Diagnoses included sprain of knee, initial encounter; muscle spasm.', ['sprain of knee, initial encounter', 'muscle spasm']],
    ['Diagnosis: cervical radiculopathy', ['cervical radiculopathy']],
    ['Diagnostic testing included x-rays.', []],
  ])('%s', (text, expected) => {
    expect(extractDiagnoses(line(text), 'test').map(({ value }) => value)).toEqual(expected);
  });
});
