/**
 * DMHC's "Independent Medical Review (IMR) Determinations, Trend": one row is one determination of one request. Columns and values as met in the
 * files of 2016, 2020 and 2026, and in what others made of them (exports of R write dots for blanks).
 */
import { categoryOf, foldedName } from '#mappings/vocabulary/programmes/published-names.ts';
import { dmhcOutcome } from './outcomes.ts';
import type { TableProgramme } from './table-programme.ts';

/** The kind of review (MN medical necessity, EI experimental or investigational, UR urgent care), two digits of the report year, a number. */
const CASE_NUMBER = /^(?:[A-Z]{2})\d{2}-\d{1,6}$/;
const isYear = (cell: string) => /^(?:19|20)\d{2}$/.test(cell);
const isAge = (cell: string) => /^\d{1,3}\s?(?:[-_–]|to)\s?\d{1,3}$|^\d{1,3}\s?\+$/.test(cell);

export const dmhc: TableProgramme = {
  programme: 'dmhc',
  columns: [
    { label: 'Reference ID', role: 'case number', names: ['Reference ID'], isValue: (cell) => CASE_NUMBER.test(cell) },
    { label: 'Report Year', role: 'year', names: ['Report Year'], isValue: isYear },
    {
      label: 'Diagnosis Category',
      role: 'diagnosis category',
      names: ['Diagnosis Category'],
      isValue: (cell) => categoryOf('diagnosis', 'dmhc', cell) !== null,
    },
    { label: 'Diagnosis Sub Category', role: 'diagnosis', names: ['Diagnosis Sub Category'] },
    {
      label: 'Treatment Category',
      role: 'treatment category',
      names: ['Treatment Category'],
      isValue: (cell) => categoryOf('treatment', 'dmhc', cell) !== null,
    },
    { label: 'Treatment Sub Category', role: 'treatment', names: ['Treatment Sub Category'] },
    { label: 'Determination', role: 'decision', names: ['Determination'], isValue: (cell) => dmhcOutcome(cell) !== null },
    {
      label: 'Type',
      role: 'type of review',
      names: ['Type'],
      isValue: (cell) => ['medicalnecessity', 'experimentalinvestigational', 'urgentcare'].includes(foldedName(cell)),
    },
    { label: 'Age Range', role: 'age', names: ['Age Range'], isValue: isAge },
    { label: 'Patient Gender', role: 'sex', names: ['Patient Gender'], isValue: (cell) => /^(?:fe)?male$/i.test(cell) },
    { label: 'IMR Type', role: 'priority', names: ['IMR Type'], isValue: (cell) => /^(?:standard|expedited)$/i.test(cell) },
    { label: 'Days To Review', role: 'days to review', names: ['Days To Review'], isValue: (cell) => /^\d+(?:\.\d+)?$/.test(cell) },
    { label: 'Days To Adopt', role: 'days to adopt', names: ['Days To Adopt'], isValue: (cell) => /^\d+(?:\.\d+)?$/.test(cell) },
    { label: 'Findings', role: 'rationale', names: ['Findings'] },
  ],
  outcome: dmhcOutcome,
  outcomeWords: 'Upheld Decision of Health Plan, or Overturned Decision of Health Plan',
  caseNumber: (cell) => (CASE_NUMBER.test(cell) ? cell : null),
};
