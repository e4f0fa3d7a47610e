/** Cells of files without quotes are put back together where one way alone fits, and nowhere else. */
import { describe, expect, it } from 'vitest';
import { dmhc } from '../../../ingest/programmes/dmhc.ts';
import { fitCells } from '../../../ingest/programmes/fit-cells.ts';
import { type FileColumn, matchHeader } from '../../../ingest/programmes/match-header.ts';
import { OLDER_COLUMNS, UPHELD } from '../../fixtures/published-rows.ts';

const columnsOf = (names: readonly string[]): readonly FileColumn[] => matchHeader(names, [dmhc])?.columns ?? [];
const COLUMNS = columnsOf(OLDER_COLUMNS);
const fitted = (line: string, columns = COLUMNS, separator = ',') =>
  fitCells(
    line.split(separator).map((cell) => cell.trim()),
    columns,
    separator,
  );

const END = [UPHELD, 'Medical Necessity', '11_20', 'Female'];
const row = (...cells: string[]) => ['MN16-90001', '2016', ...cells, ...END];

describe('a row that was written without quotes', () => {
  it.each([
    ['with as many cells as columns stays as it is', row('Cancer', 'Molt', 'Pharmacy', 'Grit')],
    ['has the commas of a category of treatments', row('Cancer', 'Molt', 'Diagnostic Imaging, Screening and Testing', 'Wing Scan')],
    ['has those of both categories', row('Ears, Nose, Throat', '', 'Diagnostic Imaging, Screening and Testing', '')],
    ['has those of a diagnosis', row('Cancer', 'Molt, late', 'Pharmacy', 'Grit')],
    ['has those of a treatment', row('Cancer', 'Molt', 'Pharmacy', 'Grit, fine, washed')],
    [
      'has those of a diagnosis and of a category',
      row('Cancer', 'Molt, late', 'Diagnostic Imaging, Screening and Testing', 'Wing Scan, both'),
    ],
    ['has those of one category beside another that is not known', row('Ears, Nose, Throat', 'Molt', 'Plucking', 'Tail')],
  ])('%s', (_, cells) => {
    expect(fitted(cells.join(','))).toEqual(cells);
  });

  it('has its values apart by a comma and a blank, however they were apart', () => {
    expect(fitted(row('Ears,Nose,Throat', 'Molt', 'Pharmacy', 'Grit').join(','))?.[2]).toBe('Ears, Nose, Throat');
  });

  it('has an outcome that is not known where the outcome stands, to be told', () => {
    expect(fitted(row('Cancer', 'Molt, late', 'Pharmacy', 'Grit').join(',').replace('Upheld', 'Kept'))?.[6]).toBe(
      'Kept Decision of Health Plan',
    );
  });

  it('may be apart by another sign', () => {
    expect(fitted(row('Cancer', 'Molt; late', 'Pharmacy', 'Grit').join(';'), COLUMNS, ';')).toEqual(
      row('Cancer', 'Molt; late', 'Pharmacy', 'Grit'),
    );
  });

  it('may have its commas in words at its end', () => {
    const columns = columnsOf([...OLDER_COLUMNS, 'Findings']);
    const cells = [...row('Cancer', 'Molt', 'Pharmacy', 'Grit'), 'The heron, though old, flew, at last.'];
    expect(fitted(cells.join(','), columns)).toEqual(cells);
  });

  it('may have a number in front, which is of no column', () => {
    const columns = columnsOf(['', ...OLDER_COLUMNS]);
    const cells = ['17', ...row('Ears, Nose, Throat', '', 'Pharmacy', 'Grit')];
    expect(columns[0]).toBeNull();
    expect(fitted(cells.join(','), columns)).toEqual(cells);
  });
});

describe('a row is not guessed at', () => {
  it.each([
    ['an unknown category with a comma', row('Feathers, Down', 'Molt', 'Pharmacy', 'Grit').join(',')],
    ['an empty cell too many', row('Cancer', 'Molt', 'Pharmacy', 'Grit', '').join(',')],
    ['an unknown category beside a diagnosis with a comma', row('Feathers', 'Molt, late', 'Pharmacy', 'Grit').join(',')],
    ['two unknown values', row('Ears, Nose, Throat', 'Molt', 'Plucking', 'Tail').join(',').replace('Upheld', 'Kept')],
    ['a cell too many behind the last', [...row('Cancer', 'Molt', 'Pharmacy', 'Grit'), 'x'].join(',')],
    ['far too many', row('Cancer', Array.from({ length: 20 }, () => 'Molt').join(','), 'Pharmacy', 'Grit').join(',')],
    ['too few: no outcome', 'MN16-90001,2016,Cancer,Molt,Pharmacy,Grit'],
    ['one only', 'MN16-90001'],
    ['none', ''],
  ])('with %s', (_, line) => {
    expect(fitted(line)).toBeNull();
  });

  it('where two ways fit as well', () => {
    const columns = columnsOf(['ReferenceID', 'Determination', 'Type', 'DiagnosisSubCategory', 'TreatmentSubCategory']);
    expect(fitted(`MN16-90001,${UPHELD},Urgent Care,Molt,late,Grit`, columns)).toBeNull();
    expect(fitted(`MN16-90001,${UPHELD},Urgent Care,Molt,Grit`, columns)).toHaveLength(5);
  });

  it('two free columns beside each other are told apart by no cell between them', () => {
    // "Treatment, late" could end with either.
    const cells = ['MN16-90001', '2016', 'Cancer', 'Molt', 'Pharmacy', 'Grit', ...END];
    expect(fitted(cells.join(','))).toEqual(cells);
    expect(fitted(cells.join(',').replace('Pharmacy', 'Pharmacy,Pharmacy'))).toBeNull();
  });
});

describe('a row that ends early', () => {
  it('lacks its last cells, which are empty', () => {
    const whole = row('Cancer', 'Molt', 'Pharmacy', 'Grit');
    expect(fitted(whole.slice(0, 7).join(','))).toEqual([...whole.slice(0, 7), '', '', '']);
  });
});
