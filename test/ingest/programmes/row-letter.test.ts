/** Rows as records: every value stands where it says, records are whole, what is not understood is told. */
import { describe, expect, it } from 'vitest';
import { type Letter, LetterSchema } from '#contract/determination.ts';
import { misplaced, quotesIn } from '#mappings/text/quotes-in.ts';
import { fitCells } from '../../../ingest/programmes/fit-cells.ts';
import { matchHeader } from '../../../ingest/programmes/match-header.ts';
import { readTableRow } from '../../../ingest/programmes/read-table-row.ts';
import { TABLE_PROGRAMMES } from '../../../ingest/programmes/registry.ts';
import { type KnownRow, knownRow, rowLetter } from '../../../ingest/programmes/row-letter.ts';
import { orderOf, rowText } from '../../../ingest/programmes/row-text.ts';
import type { TableProgramme } from '../../../ingest/programmes/table-programme.ts';
import { hasProse, packRow, sourceOf } from '../../../ingest/programmes/table-row.ts';
import {
  dmhcRow,
  dmhcRows,
  dmhcRowWithFindings,
  FINDINGS,
  NEW_YORK_ROW,
  OVERTURNED,
  type PublishedRow,
} from '../../fixtures/published-rows.ts';

const PLACE = { number: 2, key: 'a'.repeat(64), file: { sha256: 'b'.repeat(64), sizeBytes: 9 }, mediaType: 'text/csv' };

function known(row: PublishedRow): { programme: TableProgramme; row: KnownRow | { fault: string } } {
  const names = Object.keys(row);
  const matched = matchHeader(names, TABLE_PROGRAMMES);
  if (matched === null) throw new Error('no program has this header');
  const { programme, columns } = matched;
  const cells = fitCells(Object.values(row), columns, ',') ?? [];
  return { programme, row: knownRow(rowText(cells, columns, orderOf(columns, programme.columns)), programme) };
}

/** The record of a row, which must be one: whole, with each value where it says. `nth`: of its case number. */
function letterOf(row: PublishedRow, nth = 1): Letter {
  const { programme, row: told } = known(row);
  if ('fault' in told) throw new Error(told.fault);
  const letter = hasProse(told)
    ? readTableRow(packRow({ known: told, programme: programme.programme, lists: null, nth }), 'rows.csv', PLACE)
    : { ok: true as const, letter: rowLetter(told, programme, sourceOf('rows.csv', 'text/csv', PLACE), nth) };
  if (!letter.ok) throw new Error(letter.unreadable.reason.reason);
  const parsed = LetterSchema.parse(letter.letter);
  expect(parsed).toEqual(letter.letter);
  expect(misplaced(quotesIn(parsed.determination), parsed.canonical.text)).toEqual([]);
  return parsed;
}

const faultOf = (row: PublishedRow) => {
  const told = known(row).row;
  return 'fault' in told ? told.fault : null;
};

const ROW: PublishedRow = {
  ...dmhcRow(1),
  ReferenceID: 'EI16-90001',
  ReportYear: '2016',
  DiagnosisCategory: 'Ears, Nose, Throat',
  DiagnosisSubCategory: 'Beak Ménière',
  TreatmentCategory: 'Rehabilitation Services - Outpatient',
  TreatmentSubCategory: 'Physical Therapy',
  Determination: OVERTURNED,
  Type: 'Experimental/Investigational',
  AgeRange: '11_20',
  PatientGender: 'Female',
};

describe('a row of DMHC', () => {
  it('is a record with one item, and its cells are its text', () => {
    const { determination, canonical } = letterOf(ROW);
    expect(canonical.text).toBe(
      [
        'Reference ID: EI16-90001',
        'Report Year: 2016',
        'Diagnosis Category: Ears, Nose, Throat',
        'Diagnosis Sub Category: Beak Ménière',
        'Treatment Category: Rehabilitation Services - Outpatient',
        'Treatment Sub Category: Physical Therapy',
        `Determination: ${OVERTURNED}`,
        'Type: Experimental/Investigational',
        'Age Range: 11_20',
        'Patient Gender: Female',
      ].join('\n'),
    );
    expect(determination).toMatchObject({
      id: 'dmhc:EI16-90001',
      programme: 'dmhc',
      layout: { id: 'table.dmhc' },
      letterOutcome: 'all_overturned',
      diagnoses: [{ value: 'Beak Ménière' }],
      published: {
        year: { value: '2016' },
        diagnosisCategories: [{ value: 'ear_nose_throat', evidence: [{ quote: 'Ears, Nose, Throat' }] }],
        treatmentCategories: [{ value: 'rehabilitation_outpatient' }],
        treatments: [{ value: 'Physical Therapy' }],
        reviewType: { value: 'Experimental/Investigational' },
        ageBand: { value: '11 to 20', evidence: [{ quote: '11_20' }] },
        sex: { value: 'female' },
        coverage: null,
        healthPlan: null,
      },
      items: [
        {
          id: 'dmhc:EI16-90001#1',
          heading: { value: 'Physical Therapy (Rehabilitation Services - Outpatient) for Beak Ménière (Ears, Nose, Throat)' },
          decision: { value: 'overturned', evidence: [{ quote: OVERTURNED }] },
          foundMedicallyNecessary: 'yes',
          service: { value: 'rehab.pt', grade: 'inferred' },
          category: { value: 'rehab' },
        },
      ],
      messages: [],
      source: { fileName: 'rows.csv', part: { unit: 'row', from: 2, to: 2 } },
    });
  });

  it('whatever it says, and whatever it leaves out, is whole', () => {
    for (const row of dmhcRows(300)) expect(letterOf(row).determination.messages, row['ReferenceID']).toEqual([]);
    const bare = Object.fromEntries(
      Object.keys(ROW).map((name) => [name, ['ReferenceID', 'Determination'].includes(name) ? (ROW[name] ?? '') : '']),
    );
    const { determination, canonical } = letterOf(bare);
    expect(canonical.text).toBe(`Reference ID: EI16-90001\nDetermination: ${OVERTURNED}`);
    expect(determination).toMatchObject({ items: [{ heading: null, service: null }], diagnoses: [], messages: [] });
  });

  it('keeps columns that nobody knows in its text', () => {
    const { canonical } = letterOf({ ...ROW, 'Region: of birds': 'North\nand\nSouth' });
    expect(canonical.text).toMatch(/\nRegion of birds: North\n {2}and\n {2}South$/);
  });

  it('has a line in a cell that looks like another cell where it belongs', () => {
    const { determination } = letterOf({ ...ROW, TreatmentSubCategory: 'Scan\nDetermination: Upheld Decision of Health Plan' });
    expect(determination.items[0]?.decision?.value).toBe('overturned');
  });

  it('without an outcome is a case all the same', () => {
    const { determination } = letterOf({ ...ROW, Determination: '' });
    expect(determination).toMatchObject({
      letterOutcome: null,
      items: [{ decision: null, foundMedicallyNecessary: null }],
      messages: [{ code: 'item.decision_missing', item: 1 }],
    });
  });

  it('that is the second of its number says so', () => {
    expect(letterOf(ROW, 2).determination).toMatchObject({
      id: 'dmhc:EI16-90001~2',
      caseNumber: { value: 'EI16-90001' },
      messages: [{ code: 'row.same_number', reason: expect.stringContaining('(dmhc:EI16-90001)') }],
    });
  });

  it.each([
    ['ReportYear', '16', 'Report Year'],
    ['AgeRange', 'old', 'Age Range'],
    ['PatientGender', 'Heron', 'Patient Gender'],
    ['IMRType', 'Soon', 'IMR Type'],
    ['DaysToReview', 'many', 'Days To Review'],
    ['DaysToAdopt', '-3', 'Days To Adopt'],
  ])('tells of a cell that is not understood, keeps it and guesses nothing: %s %j', (name, cell, label) => {
    const { determination, canonical } = letterOf({ ...ROW, [name]: cell });
    expect(determination.messages).toEqual([
      expect.objectContaining({ code: 'row.cell', severity: 'warning', reason: expect.stringContaining(`"${label}" is not understood`) }),
    ]);
    const { span } = determination.messages[0] ?? {};
    expect(canonical.text.slice(span?.start, span?.end)).toBe(cell);
    expect(JSON.stringify(determination.messages)).not.toContain(`"${cell}"`);
  });

  it.each([
    ['DiagnosisCategory', 'Feathers', 'diagnosisCategories'],
    ['TreatmentCategory', 'Plucking', 'treatmentCategories'],
  ] as const)('keeps a category that nobody listed as printed: %s', (name, cell, list) => {
    expect(letterOf({ ...ROW, [name]: cell }).determination.published?.[list].map(({ value }) => value)).toEqual([cell]);
  });
});

describe('a row cannot be read', () => {
  it.each([
    ['without a case number', { ReferenceID: '' }, 'its cell of "Reference ID" is empty; a case number was expected.'],
    ['with another number', { ReferenceID: '16-22639' }, 'what stands under "Reference ID" is no case number of the program.'],
    ['with the second of a number', { ReferenceID: 'MN16-22639~2' }, 'what stands under "Reference ID" is no case number of the program.'],
    [
      'with another outcome',
      { Determination: 'Withdrawn' },
      'what stands under "Determination" is no outcome that is known; Upheld Decision of Health Plan, or Overturned Decision of Health Plan was expected.',
    ],
  ])('%s', (_, cells, fault) => {
    expect(faultOf({ ...ROW, ...cells })).toBe(fault);
  });
});

describe('Findings', () => {
  const told = (findings: string) => {
    const { determination } = letterOf(dmhcRowWithFindings(7, findings));
    const [item] = determination.items;
    return {
      summary: determination.clinicalSummary?.value ?? null,
      rationale: item?.rationale?.value ?? null,
      specialties: determination.reviewer.specialties.map(({ value }) => value),
      mentions: item?.guidelines.mentions.map(({ family }) => family) ?? [],
      messages: determination.messages.map(({ code }) => code),
    };
  };

  it('with all headings', () => {
    expect(told(FINDINGS)).toEqual({
      summary: 'The patient, a fictional heron, has requested a kite harness for a sore wing.',
      rationale: expect.stringMatching(/^The physician reviewer found .*denial should be overturned\.$/s),
      specialties: ['Internal Medicine'],
      mentions: ['odg'],
      messages: [],
    });
  });

  it('in paragraphs, of a panel', () => {
    const text =
      'Nature of Statutory Criteria/Case Summary: A fictional heron asked for a harness.\n\nFindings: Two of three reviewers found that InterQual criteria are met. One found otherwise.\n\nFinal Results: 2 of 3 reviewers determined that the harness is medically necessary. The denial should be overturned.\n\nCredentials/Qualifications: The reviewers are board certified in orthopedic surgery and in pediatrics.';
    expect(told(text)).toEqual({
      summary: 'A fictional heron asked for a harness.',
      rationale: expect.stringMatching(/^Two of three reviewers .*should be overturned\.$/s),
      specialties: ['Orthopedic Surgery', 'Pediatrics'],
      mentions: ['payer'],
      messages: [],
    });
  });

  it('without headings', () => {
    expect(told('The heron had fallen. The reviewer determined that the harness is medically necessary.')).toEqual({
      summary: null,
      rationale: 'The heron had fallen. The reviewer determined that the harness is medically necessary.',
      specialties: [],
      mentions: [],
      messages: [],
    });
  });

  it.each(['x', '.', '-', ''])('of a single character or none tell nothing: %j', (text) => {
    expect(told(text)).toEqual({ summary: null, rationale: null, specialties: [], mentions: [], messages: [] });
  });

  it('that conclude otherwise than the outcome does leave it, and that is told', () => {
    const text =
      'Findings: The heron is well. Final Result: The reviewer determined that the harness is not medically necessary. The denial should be upheld.';
    expect(told(text).messages).toEqual(['consistency.heading_rationale']);
    expect(letterOf(dmhcRowWithFindings(7, text)).determination.items[0]?.decision?.value).toBe('overturned');
  });
});

describe('an appeal of New York', () => {
  const { determination } = letterOf(NEW_YORK_ROW);
  const [item] = determination.items;

  it('has each value in brackets as one, and its outcome in part', () => {
    expect(determination).toMatchObject({
      id: 'ny_dfs:201907-990001',
      letterOutcome: 'mixed',
      published: {
        year: { value: '2019' },
        diagnosisCategories: [{ value: 'musculoskeletal' }],
        coverage: { value: 'HMO' },
        healthPlan: { value: 'Fictional Aviary Plan' },
        reviewType: { value: 'Medical necessity' },
        agent: { value: 'Fictional Perch Review, Inc.' },
        ageBand: { value: '40 to 49' },
        sex: { value: 'male' },
      },
    });
    expect(determination.published?.treatmentCategories.map(({ evidence }) => evidence[0]?.quote)).toEqual([
      'Durable Medical Equipment (Including Wheelchairs)',
      'Physical Therapy',
    ]);
    expect(item).toMatchObject({ decision: { value: 'overturned_in_part' }, foundMedicallyNecessary: 'in_part' });
  });

  it('has the summaries of all reviewers and what each cites, by families', () => {
    expect(determination.diagnoses.map(({ value }) => value)).toEqual(['Sore wing']);
    expect(item?.heading?.value).toMatch(/^Kite harness: /);
    expect(item?.rationale?.value).toMatch(/could not fly\..*no need of straps\..*Rest had failed\.$/s);
    expect(item?.rationale?.evidence).toHaveLength(3);
    expect(item?.guidelines.reviewer.citations.map(({ family }) => family)).toEqual(['literature', 'payer', 'odg']);
  });
});
