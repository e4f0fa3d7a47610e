/** The specialties that the qualifications of DMHC's reviewers name. */
import { describe, expect, it } from 'vitest';
import { specialtiesOf } from '../../../../ingest/programmes/dmhc/qualifications.ts';
import { expectLinear } from '../../../growth.ts';

describe('specialties', () => {
  it.each([
    [
      'The reviewer is board certified in internal medicine and rheumatology, and is actively practicing.',
      ['Internal Medicine', 'Rheumatology'],
    ],
    ['The reviewer is board-certified in psychiatry.', ['Psychiatry']],
    ['The reviewer is board‑certified in Psychiatry and holds a licence.', ['Psychiatry']],
    ['The reviewer is a board certified psychiatrist with long practice.', ['Psychiatry']],
    [
      'Reviewer 1 is board certified in neurology. Reviewer 2 is certified by the American Board of Pediatrics.',
      ['Neurology', 'Pediatrics'],
    ],
    ['A physician specializing in dermatology.', ['Dermatology']],
    ['Both are board certified in neurology. One is board certified in neurology.', ['Neurology']],
    ['The reviewer is board certified in kite medicine.', [null]],
    ['The reviewer is licensed in the State of Kites.', []],
    ['The reviewer is board certified and actively practicing.', []],
    ['The device was certified for flight.', []],
    ['', []],
  ])('%s', (text, names) => {
    expect(specialtiesOf(text).map(({ name }) => name)).toEqual(names);
  });

  it('stand where they are printed', () => {
    const text = 'The reviewer is board certified in kite medicine and neurology.';
    expect(specialtiesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['kite medicine', 'neurology']);
  });

  it.each(['board certified in ', 'board certified ', 'certified in a, ', 'specializing in and ', '- ', 'board '])(
    'cost as much as the text is long: %j',
    async (unit) => {
      await expectLinear(specialtiesOf, unit);
    },
  );
});
