/** What rationales and summaries tell: the item that another leans on, diagnoses. Every sentence is invented. */
import { describe, expect, it } from 'vitest';
import { extractDiagnoses } from '#mappings/recognise/diagnoses.ts';
import { extractFollows } from '#mappings/recognise/follows.ts';
import { sentencesOf } from '#mappings/text/sentences.ts';
import { line } from './read-line.ts';

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
