/** What a header is made of beside its case number: labels, values, and the letterhead over them, in whatever lines they come. */
import { tolerant, tolerantWords } from '#mappings/text/ocr.ts';
import { LABEL_ROWS } from '../labels/label-rows.ts';

/** A case number as a header prints it: "CM13-0000123", "IMR 13-000123"; digits may have been taken for letters. */
export const CASE_NUMBER = String.raw`(?:CM|IMR)\s?-?\s?(?<year>[\dlIO]{2})\s?-?\s?(?<serial>[\dlIO]{4,7})\b`;
export const CASE_LABEL = String.raw`(?:(?:MAXIMUS|IMR)\s*)?${tolerant(String.raw`Case\s*(?:Number|No\.?|#)`)}`;
/** Cells that are no fields, and the label that wraps around its value. */
const MORE_LABELS = ['Employee', 'Claim Number', 'IMR Application', 'Application'];
/** The other labels of a header, the longest first. */
export const OTHER_LABEL = `(?:${[
  ...LABEL_ROWS.flatMap(({ kind, field, words }) => (kind === 'header' && field !== 'caseNumber' ? [words] : [])),
  ...MORE_LABELS,
]
  .sort((a, b) => b.length - a.length)
  .map((words) => words.split(' ').map(tolerantWords).join('\\s*'))
  .join('|')})`;
const DAY = String.raw`[\dlIO]{1,2}\/[\dlIO]{1,2}\/[\dlIO]{4}`;

/** What letterheads are made of, as the letters of 2013 print them, and what else may stand over a header. */
const LETTERHEAD = new RegExp(
  tolerant(
    String.raw`MAXIMUS\s*FEDERAL\s*SERVICES\s*,?\s*(?:INC\b\s*\.?)?|(?:Notice\s*of\s*)?(?:IMR|Independent\s*Medical\s*Review)(?:\s*\(IMR\))?(?:\s*Final)?(?:\s*Determination)?(?:\s*Letter)?|(?:Final\s*)?Determination\s*Letter|MEDICAL\s*PROFESSIONAL\s*REVIEW|P\.?\s*O\.?\s*Box\s*\d+|Sacramento\s*,?\s*CA\b[\s\d-]*|(?:Tel|Phone|Fax)?[.:\s]*\(?\d{3}\)?[\s-]*\d{3}-\d{4}|Page\s*\d+(?:\s*of\s*\d+)?|REDACTED`,
  ),
  'giu',
);
const NUMBER = CASE_NUMBER.replaceAll(/\?<\w+>/g, '?:');
const CELL = new RegExp(
  String.raw`\b${NUMBER}|\b(?:${CASE_LABEL}|${OTHER_LABEL})\s*[:;]?|Received\s*[:;]|${DAY}|\b(?:Standard|Regular|Expedited)\b`,
  'giu',
);

/** Whether words are a letterhead's and nothing else. */
function isLetterhead(words: string): boolean {
  return !/[\p{L}\p{N}]/u.test(words.replace(LETTERHEAD, ''));
}

/** What is left of a stretch without the cells of a header: letters and signs of something else. */
export function cellsLeft(words: string): string {
  return words.replace(CELL, '').replace(/[\s|:;]+/g, '');
}

/** Whether a stretch holds nothing but cells and letterhead. */
export function isHeaderOnly(words: string): boolean {
  return isLetterhead(words.replace(CELL, ' ').replace(/[|:;]+/g, ' '));
}
