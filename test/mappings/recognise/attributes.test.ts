/** What the words of a request tell beside its service. Every heading here is invented. */
import { describe, expect, it } from 'vitest';
import { extractAcquisition, extractTrial } from '#mappings/recognise/acquisition.ts';
import { extractBodyParts } from '#mappings/recognise/body-parts.ts';
import { extractCodes } from '#mappings/recognise/codes.ts';
import { extractDrugs } from '#mappings/recognise/drugs/drug-attributes.ts';
import { extractAssociated, extractPerioperative } from '#mappings/recognise/perioperative.ts';
import { extractRetrospective, extractServiceDate } from '#mappings/recognise/service-date.ts';
import { extractSide } from '#mappings/recognise/side.ts';
import { SERVICES } from '#mappings/vocabulary/vocabulary.ts';
import { line, wordsOf } from './read-line.ts';

describe('drugs', () => {
  it.each([
    ['Norco 10/325mg #60', [['hydrocodone/acetaminophen', 'Norco', '10/325mg']]],
    ['Norco 10/325 #60', [['hydrocodone/acetaminophen', 'Norco', '10/325']]],
    ['Duexis 800/26.6mg', [['ibuprofen/famotidine', 'Duexis', '800/26.6mg']]],
    ['Voltaren 1% gel, 100 grams', [['diclofenac', 'Voltaren', '1%']]],
    ['Tramadol 50 mg, #90', [['tramadol', null, '50 mg']]],
    ['Ultram (tramadol) 50mg #90', [['tramadol', 'Ultram', '50mg']]],
    [
      'Flexeril\n7.5mg and naproxen 550 mg #60',
      [
        ['cyclobenzaprine', 'Flexeril', '7.5mg'],
        ['naproxen', null, '550 mg'],
      ],
    ],
    ['Naprosyn, one bottle', [['naproxen', 'Naprosyn', null]]],
    [
      'Flurbiprofen 10%/Cyclobenzaprine 4% cream',
      [
        ['flurbiprofen', null, '10%'],
        ['cyclobenzaprine', null, '4%'],
      ],
    ],
    ['Neurontin #120, dated 3/12/2015', [['gabapentin', 'Neurontin', null]]],
    ['Follow up in soma clinic', []],
    ['Twelve sessions of aquatic therapy', []],
  ])('%s', (text, expected) => {
    expect(extractDrugs(line(text), 'test').map(({ value }) => [value.generic, value.brand, value.strength])).toEqual(expected);
  });

  it('point to the name and the strength as printed', () => {
    const text = 'Refill of Flexeril\n7.5 mg #30';
    expect(wordsOf(text, extractDrugs(line(text), 'test')[0] ?? null)).toEqual(['Flexeril', '7.5 mg']);
  });
});

describe('body parts and sides', () => {
  it.each([
    ['MRI of the left knee', ['knee'], 'left'],
    ['Physical therapy for the cervical and lumbar spine', ['neck', 'low_back'], null],
    ['Epidural injection at L4-5 and L5-S1', ['low_back'], null],
    ['Fusion C5-6', ['neck'], null],
    ['Medial branch block T8-T9', ['upper_back'], null],
    ['EMG of the bilateral upper and lower extremities', ['upper_extremity', 'lower_extremity'], 'bilateral'],
    ['NCV BUE', ['upper_extremity'], 'bilateral'],
    ['Massage of the upper back', ['upper_back'], null],
    ['Brace for the lower back', ['low_back'], null],
    ['Therapy of the left hand and the right ankle', ['hand', 'ankle'], null],
    ['Injection, R shoulder', ['shoulder'], 'right'],
    ['Rotator cuff repair', ['shoulder'], null],
    ['Carpal tunnel release, rt. wrist', ['forearm_wrist'], 'right'],
    ['One knee scooter', [], null],
    ['Hand-held shower', [], null],
    ['Face-to-face visit', [], null],
    ['Herniorrhaphy', ['abdomen'], null],
    ['Right away', [], null],
    ['Thyroid panel with T3 and T4', [], null],
  ])('%s', (text, parts, side) => {
    expect(extractBodyParts(line(text), 'test').map(({ value }) => value)).toEqual(parts);
    expect(extractSide(line(text), 'test')?.value ?? null).toBe(side);
  });
});

describe('the body parts of the vocabulary', () => {
  const found = (text: string) => extractBodyParts(line(text), 'test').map(({ value }) => value);
  it.each(SERVICES.bodyParts)('$id is found in its examples and refused in its counter-examples', ({ id, examples, counterexamples }) => {
    expect(examples.filter((text) => !found(text).includes(id))).toEqual([]);
    expect(counterexamples.filter((text) => found(text).includes(id))).toEqual([]);
  });
});

describe('days of service', () => {
  it.each([
    ['Norco #60, DOS: 11/9/2015', '2015-11-09', 'unknown'],
    ['Naproxen (date of service 8/28/13)', '2013-08-28', 'unknown'],
    ['Retrospective urine drug screen, DOS 1/2/2014 - 3/4/2014', '2014-01-02', 'yes'],
    ['Retro: brace dispensed on March 5, 2014', '2014-03-05', 'yes'],
    ['Retrospective Norco #30, per 12/07/2016 order', null, 'yes'],
    ['Brace with a date of service that is not told', null, 'unknown'],
    ['DOS 13/45/2014', null, 'unknown'],
    ['Retro-calcaneal injection', null, 'no'],
    ['Retropatellar brace', null, 'no'],
    ['MRI of the knee', null, 'no'],
  ])('%s', (text, day, retrospective) => {
    const heading = line(text);
    const whole = { value: text, grade: 'stated', rule: 'test', at: [heading.at(0, text.length)] } as const;
    expect(extractServiceDate(heading, 'test')?.value ?? null).toBe(day);
    expect(extractRetrospective(heading, whole, 'test').value).toBe(retrospective);
  });
});

describe('operations, equipment', () => {
  it.each([
    ['Associated surgical service: shoulder sling', 'stated', 'inferred'],
    ['Pre-operative clearance', null, 'stated'],
    ['Postoperative physical therapy', null, 'stated'],
    ['Post surgical brace', null, 'stated'],
    ['Assistant surgeon', null, 'inferred'],
    ['Walker after total hip replacement', null, 'inferred'],
    ['Sling following left rotator cuff repair', null, 'inferred'],
    ['Massage s/p carpal tunnel release', null, 'inferred'],
    ['Lumbar fusion after failed laminectomy', null, null],
    ['Massage after the MRI', null, null],
    ['Surgical consultation', null, null],
    ['Prescription for Opana', null, null],
  ])('%s', (text, associated, perioperative) => {
    expect(extractAssociated(line(text), 'test')?.grade ?? null).toBe(associated);
    expect(extractPerioperative(line(text), 'test')?.grade ?? null).toBe(perioperative);
  });

  it.each([
    ['TENS unit, 30 day trial rental', 'rental', true],
    ['Purchase of a home exercise kit', 'purchase', null],
    ['Interferential unit, rental or purchase', null, null],
    ['H-wave, rental with option to purchase', 'rental', null],
    ['Stimulator after a successful trial', null, null],
    ['Parental counselling', null, null],
  ])('%s', (text, acquisition, trial) => {
    expect(extractAcquisition(line(text), 'test')?.value ?? null).toBe(acquisition);
    expect(extractTrial(line(text), 'test')?.value ?? null).toBe(trial);
  });
});

describe('codes', () => {
  it.each([
    ['Physical therapy, CPT 97110, 97140', ['cpt 97110', 'cpt 97140']],
    ['Facet injection (64483)', ['cpt 64483']],
    ['CPT codes: 64483-50 and 77003', ['cpt 64483-50', 'cpt 77003']],
    ['TENS unit E0730', ['hcpcs E0730']],
    ['Visit for M54.16', ['icd10 M54.16']],
    ['Therapy, ICD-9: 724.4, 847.2', ['icd9 724.4', 'icd9 847.2']],
    ['ICD-10 M5416', ['icd10 M5416']],
    ['Claim 90210 visit', []],
    ['Fusion at L4-5, strength 37.5 mg', []],
  ])('%s', (text, expected) => {
    expect(extractCodes(line(text), 'test').map(({ value }) => `${value.system} ${value.code}`)).toEqual(expected);
  });
});
