/** The lists of names that count only beside other words: each name of them in its place, and out of it. */
import { describe, expect, it } from 'vitest';
import { findDrugs, isAlsoAWord } from '#mappings/recognise/drugs/drugs.ts';
import { DRUGS } from '#mappings/vocabulary/vocabulary.ts';

const basesIn = (text: string) => findDrugs(text).map(({ base }) => base);
/** Whether a text names more drugs than the same text without the name. */
const isFound = (text: string, name: string) => basesIn(text).length > basesIn(text.replace(name, '')).length;

describe('short forms of ingredients', () => {
  const forms = DRUGS.drugs.flatMap((row) => row.shortForms.map((form) => [form, row] as const));

  it.each(forms)('%s is an ingredient with its share, and nothing alone', (form, { base }) => {
    expect(basesIn(`${form} 5% cream`)).toEqual([base]);
    expect(basesIn(`the ${form} of the case`)).toEqual([]);
  });

  it('stand in one row each', () => {
    expect(new Set(forms.map(([form]) => form)).size).toBe(forms.length);
  });
});

describe('names that are also words', () => {
  it.each(DRUGS.alsoWords)('$name', ({ name, counts }) => {
    expect(isAlsoAWord(name)).toBe(true);
    // The sign of a count makes any text a prescription.
    const counted = name.includes('#');
    expect(isFound(`${name} #30`, name), 'in a prescription').toBe(true);
    expect(isFound(`the ${name} story`, name), 'in other words').toBe(counted);
    expect(isFound(`request for ${name}`, name), 'alone').toBe(counted || counts.includes('alone'));
    expect(isFound(`Norco and ${name} today`, name), 'beside a drug').toBe(counted || counts.includes('beside'));
  });

  it('stand there once', () => {
    const names = DRUGS.alsoWords.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(isAlsoAWord('norco')).toBe(false);
  });
});
