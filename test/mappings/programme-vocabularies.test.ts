/** The crosswalks of the sister programmes' vocabularies: every name means one category, and what is pointed to exists. */

import { describe, expect, it } from 'vitest';
import { PROGRAMMES } from '#contract/programmes.ts';
import type { CategoryRow } from '#mappings/vocabulary/programmes/category-row.ts';
import { DIAGNOSIS_CATEGORIES } from '#mappings/vocabulary/programmes/diagnosis-categories.ts';
import { CATEGORY_NAMES, categoryOf, foldedName, serviceOfTreatment } from '#mappings/vocabulary/programmes/published-names.ts';
import { TREATMENT_CATEGORIES } from '#mappings/vocabulary/programmes/treatment-categories.ts';
import { TREATMENT_SERVICES } from '#mappings/vocabulary/programmes/treatment-services.ts';
import { CATEGORY_LABELS, SERVICE_LABELS } from '#mappings/vocabulary/vocabulary.ts';

const KINDS: readonly (readonly ['diagnosis' | 'treatment', readonly CategoryRow[]])[] = [
  ['diagnosis', DIAGNOSIS_CATEGORIES],
  ['treatment', TREATMENT_CATEGORIES],
];

const twice = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index);

describe.each(KINDS)('categories of %s', (kind, rows) => {
  it('have an id and a label of their own', () => {
    expect(twice(rows.map(({ id }) => id))).toEqual([]);
    expect(twice(rows.map(({ label }) => label))).toEqual([]);
    expect(rows.filter(({ id }) => !/^[a-z]+(?:_[a-z]+)*$/.test(id))).toEqual([]);
  });

  it('are named by each of their names, and each name by one row', () => {
    for (const row of rows) {
      for (const name of row.dmhc ?? []) expect(categoryOf(kind, 'dmhc', name)?.id, name).toBe(row.id);
      for (const name of row.nyDfs ?? []) expect(categoryOf(kind, 'ny_dfs', name)?.id, name).toBe(row.id);
    }
    const folded = (names: (row: CategoryRow) => readonly string[]) => rows.flatMap((row) => [...new Set(names(row).map(foldedName))]);
    expect(twice(folded(({ dmhc = [], maybe = [] }) => [...dmhc, ...maybe]))).toEqual([]);
    expect(twice(folded(({ nyDfs = [], maybe = [] }) => [...nyDfs, ...maybe]))).toEqual([]);
  });

  it('point to a category of services that there is', () => {
    expect(rows.flatMap(({ ours }) => ours ?? []).filter((ours) => !CATEGORY_LABELS.has(ours))).toEqual([]);
  });

  it('are shown by their labels', () => {
    expect([...CATEGORY_NAMES[kind].keys()]).toEqual(rows.map(({ id }) => id));
  });
});

describe('a printed category', () => {
  it.each([
    ['Orthopedic/ Musculoskeletal', 'musculoskeletal'],
    ['orthopedic/musculoskeletal', 'musculoskeletal'],
    ['Orth/Musculoskeletal', 'musculoskeletal'],
    ['Musculoskeletal', 'musculoskeletal'],
    ['Mental', 'mental_health'],
    ['Mental Behav Neur', 'mental_health'],
    ['Ears, Nose, Throat', 'ear_nose_throat'],
    ['Endo/Metabolic', 'endocrine_metabolic'],
    ['Pregnancy Childbirth', 'pregnancy'],
    ['Pregnancy/Childbirth', 'pregnancy'],
  ])('of a diagnosis, %s, is %s in each vocabulary', (printed, id) => {
    expect(categoryOf('diagnosis', 'dmhc', printed)?.id).toBe(id);
  });

  it.each([
    ['Pharmacy/Prescription Drugs', 'pharmacy', 'pharm'],
    ['Pharmacy', 'pharmacy', 'pharm'],
    ['Eval and Mgmt', 'evaluation', 'em'],
    ['Ambulance Transport', 'transportation', 'transport'],
    ['Gen Surg proc', 'general_surgery', 'surg'],
    ['Special Proc', 'special_procedure', null],
  ])('of a treatment, %s, is %s, ours %s', (printed, id, ours) => {
    expect(categoryOf('treatment', 'dmhc', printed)).toMatchObject({ id, ours });
  });

  it('is nothing where the name is not known, empty, of another kind or of another programme', () => {
    expect(categoryOf('diagnosis', 'dmhc', 'Kite Disorders')).toBeNull();
    expect(categoryOf('diagnosis', 'dmhc', '')).toBeNull();
    expect(categoryOf('diagnosis', 'dmhc', 'Pharmacy')).toBeNull();
    expect(categoryOf('treatment', 'ny_dfs', 'Gen Surg Proc')).toBeNull();
    expect(categoryOf('treatment', 'dwc', 'Pharmacy')).toBeNull();
  });
});

describe('a printed treatment', () => {
  it('is a service that there is, by each name once', () => {
    expect(TREATMENT_SERVICES.filter(({ service }) => !SERVICE_LABELS.has(service))).toEqual([]);
    expect(twice(TREATMENT_SERVICES.map(({ service }) => service))).toEqual([]);
    expect(twice(TREATMENT_SERVICES.flatMap(({ names }) => names.map(foldedName)))).toEqual([]);
  });

  it('is told by its name alone, and not where the name tells no one service', () => {
    expect(serviceOfTreatment('MRI')).toBe('diag.mri');
    expect(serviceOfTreatment('H-wave Device')).toBe('dme.hwave');
    expect(serviceOfTreatment('Orthodontia / Braces')).toBe('dental');
    for (const printed of ['Other', '', 'Admission', 'Kite Therapy']) expect(serviceOfTreatment(printed)).toBeNull();
  });
});

describe('notes', () => {
  it('are whole sentences', () => {
    for (const { breaks, names, source } of Object.values(PROGRAMMES)) {
      for (const words of [...breaks.map(({ note }) => note), source, ...(names === null ? [] : [names])])
        expect(words).toMatch(/^\p{Lu}.*\.$/u);
    }
  });
});
