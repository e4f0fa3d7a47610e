/** The vocabulary of specialties against its own examples, and its names in every printing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownSpecialty, SPECIALTY_VOCABULARY, specialtiesIn } from '#mappings/vocabulary/specialties.ts';

const namesIn = (text: string) => specialtiesIn(text).map(({ name }) => name);

describe('specialties', () => {
  it('are found in every example of their row, and in no counter-example', () => {
    const missed = SPECIALTY_VOCABULARY.specialties.flatMap(({ name, examples }) =>
      examples.filter((text) => !namesIn(text).includes(name)),
    );
    const taken = SPECIALTY_VOCABULARY.specialties.flatMap(({ name, counterexamples }) =>
      counterexamples.filter((text) => namesIn(text).includes(name)),
    );
    expect({ missed, taken }).toEqual({ missed: [], taken: [] });
  });

  it('have one row for each printed form', () => {
    const printed = SPECIALTY_VOCABULARY.specialties.flatMap(({ name, forms }) => [name, ...forms].map((form) => [form, name] as const));
    expect(printed.filter(([form, name]) => knownSpecialty(form) !== name)).toEqual([]);
  });

  it('are one value by whichever case, blanks and sign for "and" they are printed', () => {
    const row = fc.constantFrom(...SPECIALTY_VOCABULARY.specialties);
    const and = fc.constantFrom(' and ', ' & ', '&', ' AND ', '\nand\n', ' / ');
    const blank = fc.constantFrom(' ', '  ', '\n');
    const cased = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text.toLowerCase(),
    );
    fc.assert(
      fc.property(row, and, blank, cased, ({ name }, join, space, toCase) => {
        const printed = toCase(name)
          .split(/ and /i)
          .map((part) => part.replaceAll(' ', space))
          .join(join);
        expect(namesIn(printed)).toEqual([name]);
        expect(namesIn(`${printed}, Sleep Studies`)).toEqual([name, null]);
      }),
    );
  });
});
