/**
 * New York's external appeals, as the Department of Financial Services gives them out: one row is one appeal, with the summaries and references of
 * up to three reviewers. Diagnoses and treatments stand in square brackets, sometimes several.
 */
import { bracketed, inBrackets } from './bracketed.ts';
import { nyDfsOutcome } from './outcomes.ts';
import type { TableColumn, TableProgramme } from './table-programme.ts';

/** Year and month, a number. */
const CASE_NUMBER = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])-\d{4,7}$/;
const REVIEWERS = [1, 2, 3, 4, 5] as const;

export const nyDfs: TableProgramme = {
  programme: 'ny_dfs',
  columns: [
    { label: 'Case Number', role: 'case number', names: ['Case Number'], isValue: (cell) => CASE_NUMBER.test(cell) },
    { label: 'Treatment', role: 'treatment category', names: ['Treatment'], isValue: inBrackets },
    { label: 'Diagnosis', role: 'diagnosis category', names: ['Diagnosis'], isValue: inBrackets },
    { label: 'Health Plan', role: 'health plan', names: ['Health Plan'] },
    { label: 'Coverage Type', role: 'coverage', names: ['Coverage Type'] },
    { label: 'Appeal Decision', role: 'decision', names: ['Appeal Decision', 'Decision'], isValue: (cell) => nyDfsOutcome(cell) !== null },
    { label: 'Denial Reason', role: 'type of review', names: ['Denial Reason', 'Reason'] },
    { label: 'Gender', role: 'sex', names: ['Gender', 'Patient Gender'], isValue: (cell) => /^(?:fe)?male$/i.test(cell) },
    { label: 'Age Range', role: 'age', names: ['Age Range'] },
    { label: 'Decision Year', role: 'year', names: ['Decision Year', 'Year'], isValue: (cell) => /^(?:19|20)\d{2}$/.test(cell) },
    { label: 'Agent', role: 'agent', names: ['Agent', 'External Appeal Agent'] },
    ...REVIEWERS.flatMap((number): TableColumn[] => [
      { label: `Summary ${number}`, role: 'rationale', names: [`Summary ${number}`, ...(number === 1 ? ['Summary'] : [])] },
      {
        label: `References ${number}`,
        role: 'references',
        names: [`References ${number}`, `Reference ${number}`, ...(number === 1 ? ['References'] : [])],
      },
    ]),
  ],
  outcome: nyDfsOutcome,
  outcomeWords: 'Upheld, Overturned, or Overturned in Part',
  caseNumber: (cell) => (CASE_NUMBER.test(cell) ? cell : null),
  valuesIn: bracketed,
};
