/** A FICTIONAL table in the shape of the published ones of managed care: one determination a row, its values drawn from short lists. */
import { seeded } from '../../test/fixtures/seeded-random.ts';

const HEADER = [
  'Reference ID',
  'Report Year',
  'Diagnosis Category',
  'Diagnosis Sub Category',
  'Treatment Category',
  'Treatment Sub Category',
  'Determination',
  'Type',
  'Age Range',
  'Patient Gender',
] as const;

/** Categories are of the published vocabulary; what stands under them is made up. */
const DIAGNOSES = [
  'Infectious',
  'Mental',
  'Orth/Musculoskeletal',
  'Cancer',
  'Cardiac/Circulatory',
  'Central Nervous System/ Neuromuscular',
  'Digestive System/ GI',
];
const TREATMENTS = [
  'Pharmacy/Prescription Drugs',
  'Mental Health Treatment',
  'Orthopedic',
  'Cancer Treatment',
  'Durable Medical Equipment',
];
const PARTS = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta', 'Eta', 'Theta', 'Iota', 'Kappa'];
const KINDS = ['Disorder', 'Therapy', 'Imaging', 'Admission', 'Device', 'Compound'];
const AGES = ['0-10', '11-20', '21-30', '31-40', '41-50', '51-64', '65+'];

/** The table as semicolon-separated text of `rows` rows below its header. The same seed gives the same bytes. */
export function tableText(rows: number, seed: number): string {
  const random = seeded(seed);
  const of = (list: readonly string[]) => random.pick(list);
  const lines = [HEADER.join(';')];
  for (let row = 0; row < rows; row += 1) {
    const year = 2001 + random.below(16);
    // In no order, as the published ones are.
    const number = String((row * 7_919) % 1_000_000).padStart(6, '0');
    lines.push(
      [
        `${of(['MN', 'EI', 'UR'])}${String(year).slice(2)}-${number}`,
        String(year),
        of(DIAGNOSES),
        random.below(20) === 0 ? '' : `${of(PARTS)} ${of(KINDS)}`,
        of(TREATMENTS),
        `${of(PARTS)} ${of(PARTS)} ${of(KINDS)} - ${of(KINDS)}`,
        random.below(9) < 5 ? 'Upheld Decision of Health Plan' : 'Overturned Decision of Health Plan',
        of(['Medical Necessity', 'Experimental/Investigational', 'Urgent Care']),
        of(AGES),
        of(['Female', 'Male']),
      ].join(';'),
    );
  }
  return `${lines.join('\n')}\n`;
}
