/**
 * Whole guideline fields in the wordings of 2013 to 2024, each with the basis and the guidelines that a reader sees in it
 * (fields.jsonl). The fields are made up; they were written before the patterns that find them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GUIDELINES } from '#mappings/vocabulary/vocabulary.ts';
import { guidelinesOf, mentionsOf, readField } from './read-field.ts';

interface Row {
  readonly field: string;
  readonly basis: string | null;
  readonly guidelines: readonly string[];
}

const rows = readFileSync(join(import.meta.dirname, 'fields.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

describe('the table of guideline fields', () => {
  it('names every guideline of each field, and no other', () => {
    const read = rows.map(({ field }) => [field, guidelinesOf(field).toSorted()]);
    expect(read).toEqual(rows.map(({ field, guidelines }) => [field, guidelines.toSorted()]));
    expect(rows.length).toBeGreaterThan(500);
  });

  it('tells the basis of each field', () => {
    const read = rows.map(({ field }) => [field, readField(field).basis?.value ?? null]);
    expect(read).toEqual(rows.map(({ field, basis }) => [field, basis]));
  });
});

describe('an ODG chapter', () => {
  const chapters = [
    ['Low Back - Lumbar & Thoracic (Acute & Chronic)', 'odg.low_back'],
    ['Neck and Upper Back', 'odg.neck_upper_back'],
    ['Pain', 'odg.pain'],
    ['Mental Illness & Stress', 'odg.mental_stress'],
    ['Burns', 'odg.burns'],
  ] as const;
  const wordings = [
    (chapter: string, topic: string) => `ODG ${chapter} Chapter, ${topic}`,
    (chapter: string, topic: string) => `Official Disability Guidelines (ODG), ${chapter}, ${topic}`,
    (chapter: string, topic: string) => `ODG-TWC ${chapter} Procedure Summary: ${topic}`,
    (chapter: string, topic: string) => `Official Disability Guidelines ${chapter}/${topic}`,
    (chapter: string, topic: string) => `ODG Chapter: ${chapter}; Topic: ${topic}`,
    (chapter: string, topic: string) => `ODG, ${topic}, ${chapter} chapter`,
  ];
  const topics = [
    ...GUIDELINES.sectionNames.filter((name) => !/^\d/.test(name)),
    'Knee surgery',
    'Cervical injection',
    'Carpal tunnel release',
  ];

  it.each(chapters)('%s is told from every topic behind or before it', (chapter, id) => {
    const bodyPart =
      /^(?:Ankle & Foot|Elbow & Upper Arm|Forearm, Wrist, & Hand|Hip, Pelvis, and Thigh|Knee|Low Back|Neck & Upper Back|Shoulder)$/;
    const fields = topics
      .filter((topic) => !bodyPart.test(topic))
      .flatMap((topic) => wordings.map((wording) => `Decision based on Non-MTUS Citation ${wording(chapter, topic)}.`));
    expect(fields.filter((field) => guidelinesOf(field).join() !== id)).toEqual([]);
  });
});

describe('the basis', () => {
  it('is inferred from the sources where the words do not tell it', () => {
    const side = readField('The Claims Administrator based its decision on the Official Disability Guidelines, Pain Chapter.');
    expect(side.basis).toMatchObject({ value: 'non_mtus', grade: 'inferred' });
    expect(side.citations).toMatchObject([{ guideline: 'odg.pain', basis: null }]);
  });

  it('is stated where they do, and both where a second piece does not tell', () => {
    const told = 'The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines, which is part of the MTUS';
    expect(readField(`${told}.`).basis).toMatchObject({ value: 'mtus', grade: 'stated' });
    expect(readField(`${told}, and the Official Disability Guidelines.`).basis).toMatchObject({ value: 'mixed', grade: 'inferred' });
  });

  it('bears letters taken for each other', () => {
    const field = 'Decision basecl on MTUSLow Back Cornplaints. Decision based on Non-MTUS Citation 0DG PaiN, Kites.'.replace(
      'Cornplaints',
      'Complaints',
    );
    expect(readField(field).basis?.value).toBe('mixed');
    expect(guidelinesOf(field)).toEqual(['mtus.acoem2.ch12', 'odg.pain']);
  });
});

describe('letters and surnames in prose', () => {
  it('name no source', () => {
    const text =
      'He is ASA class II and WHO group I, and Dr. Rothman, seen after Dr. J. Hayes, ordered an ACS panel. NHS staff flew kites.';
    expect(mentionsOf(text)).toEqual([]);
  });
});
