import { describe, expect, it } from 'vitest';
import { scanSpan } from '#mappings/text/scan.ts';
import { extractReviewer } from '../../../ingest/extract/reviewer.ts';

const whole = (text: string) => scanSpan(0, text.length);
const values = (reviewer: ReturnType<typeof extractReviewer>) => ({
  specialty: reviewer.specialtyAsPrinted?.value ?? null,
  specialties: reviewer.specialties.map((found) => found.value),
  states: reviewer.licensedStates.map((found) => found.value),
});

describe('the reviewer', () => {
  it.each([
    [
      'State(s) of Licensure: Ohio,West Virginia, California\nCertification(s)/Specialty: Physical Medicine & Rehabilitation, Pain Management',
      'Physical Medicine & Rehabilitation, Pain Management',
      ['Physical Medicine and Rehabilitation', 'Pain Management'],
      ['Ohio', 'West Virginia', 'California'],
    ],
    [
      'Certification(s)/Specialty: Preventive Medicine, Occupational\nMedicine\nState(s) of Licensure: California',
      'Preventive Medicine, Occupational Medicine',
      ['Preventive Medicine', 'Occupational Medicine'],
      ['California'],
    ],
    [
      'State(s) of Licensure: Texas\nCertification(s)/Specialty: Obstetrics and Gynecology and Family Practice',
      'Obstetrics and Gynecology and Family Practice',
      ['Obstetrics and Gynecology', 'Family Practice'],
      ['Texas'],
    ],
  ])('is read from the credentials block: %j', (text, specialty, specialties, states) => {
    expect(values(extractReviewer(text, whole(text), null, 'test'))).toEqual({ specialty, specialties, states });
  });

  it.each([
    [
      'The expert reviewer is Board Certified in Occupational Medicine and is licensed to practice in California. He/she has',
      'Occupational Medicine',
      ['California'],
    ],
    [
      'The expert reviewer is Board Certified in Family Practice, has a subspecialty in Pain Medicine and is licensed to practice in Texas and New York. He/she',
      'Family Practice, has a subspecialty in Pain Medicine',
      ['Texas', 'New York'],
    ],
    ['The expert reviewer is Licensed in Psychology and is licensed to practice in California. He/she', 'Psychology', ['California']],
    [
      'The expert reviewer is a licensed Doctor of Chiropractic, and is licensed to practice in D.C. and California. He/she',
      'Doctor of Chiropractic',
      ['D.C.', 'California'],
    ],
    [
      'The expert reviewer is a Physical Medicine and Rehabilitation Physician and is licensed to practice in Ohio.',
      'Physical Medicine and Rehabilitation Physician',
      ['Ohio'],
    ],
  ])('is read from the standing sentence: %j', (text, specialty, states) => {
    const reviewer = values(extractReviewer(text, null, whole(text), 'test'));
    expect(reviewer).toMatchObject({ specialty, states });
  });

  it.each([
    ['Public Health and General Preventive Medicine', ['Public Health and General Preventive Medicine']],
    ['Public Health & General Preventive Medicine, Pain Medicine', ['Public Health and General Preventive Medicine', 'Pain Medicine']],
    ['PHYSICAL MEDICINE &\nREHABILITATION', ['Physical Medicine and Rehabilitation']],
    ['Physical Medicine/Rehabilitation and Pain Medicine', ['Physical Medicine and Rehabilitation', 'Pain Medicine']],
    ['Physical Medicine, Rehabilitation', ['Physical Medicine and Rehabilitation']],
    ['Orthopaedic Surgery; Surgery of the Hand', ['Orthopedic Surgery', 'Hand Surgery']],
    ['Psychiatry, Neurology', ['Psychiatry', 'Neurology']],
    ['Psychiatry and Neurology', ['Psychiatry and Neurology']],
    ['Otolaryngology - Head & Neck Surgery', ['Otolaryngology and Head and Neck Surgery']],
    ['Family Practice, has a subspecialty in Pain Medicine', ['Family Practice', 'Pain Medicine']],
    ['Physical Medicine and Rehabilitation Physician', ['Physical Medicine and Rehabilitation']],
    ['Doctor of Chiropractic', ['Chiropractic']],
    // What the vocabulary does not know stays as printed; a known name inside other words is none.
    ['Hand & Wrist Care,  Surgery of the\nSpine', ['Hand & Wrist Care', 'Surgery of the Spine']],
    ['Family Practice (fictional board)', ['Family Practice (fictional board)']],
  ])('has one name for each specialty, however it is printed: %j', (printed, specialties) => {
    const text = `State(s) of Licensure: Texas\nCertification(s)/Specialty: ${printed}`;
    const reviewer = extractReviewer(text, whole(text), null, 'test');
    expect(values(reviewer)).toEqual({ specialty: printed.replace(/\s+/g, ' '), specialties, states: ['Texas'] });
    // The evidence are the letter's own words.
    for (const { at } of reviewer.specialties) for (const span of at) expect(printed).toContain(text.slice(span.start, span.end));
  });

  it('is reported missing where nothing tells', () => {
    const reviewer = extractReviewer('', null, null, 'test');
    expect(values(reviewer)).toEqual({ specialty: null, specialties: [], states: [] });
    expect(reviewer.notes.map((note) => note.code)).toEqual(['reviewer.missing']);
  });
});
