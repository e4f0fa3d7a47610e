/** Labels and titles through the damages of scanning; and prose, which never becomes one. */
import { describe, expect, it } from 'vitest';
import { makeScanCopy } from '#mappings/text/scan.ts';
import { repairLabels } from '../../../ingest/clean/repair-labels.ts';
import { findLabels } from '../../../ingest/labels/find-labels.ts';
import { expectLinear } from '../../growth.ts';

const repaired = (text: string) => makeScanCopy(text, [repairLabels]).scan;

describe('a damaged label becomes what is printed without damage', () => {
  it.each([
    // i, l, 1, I and |; o and 0; rn and m; cl and d
    ['MAXIMUS guldeline: Decision based on MTUS', 'MAXIMUS guideline: Decision based on MTUS'],
    ['MAX1MUS gu|cleIine: Decision based on MTUS', 'MAXIMUS guideline: Decision based on MTUS'],
    ['Declsion Date: 01/31/2015', 'Decision Date: 01/31/2015'],
    ['Date of lnjury: 01/31/2015', 'Date of Injury: 01/31/2015'],
    ['Clairns Adrninistrator guideline: Decision', 'Claims Administrator guideline: Decision'],
    ['Decision rati0nale: The request', 'Decision rationale: The request'],
    // the colon
    ['Decision rationale; The request', 'Decision rationale: The request'],
    ['Decision rationale The request', 'Decision rationale: The request'],
    ['MAXIMUS guideline. Decision based on MTUS', 'MAXIMUS guideline: Decision based on MTUS'],
    ['Date Assigned 01/31/2015', 'Date Assigned: 01/31/2015'],
    ['Case Number CM15-9000001', 'Case Number: CM15-9000001'],
    ['Priority Standard', 'Priority: Standard'],
    // blanks
    ['Decision ratio nale: The request', 'Decision rationale: The request'],
    ['ClaimsAdministrator guide line: Decision', 'Claims Administrator guideline: Decision'],
    ['HOW THE I MR FINAL DETERM INATION WAS MADE', 'HOW THE IMR FINAL DETERMINATION WAS MADE'],
    // one sign, or two of a long label
    ['Prioriti: Standard', 'Priority: Standard'],
    ['Dated; 9/6/2013', 'Dated: 9/6/2013'],
    ['Claims Admnistratr guideline: Decision', 'Claims Administrator guideline: Decision'],
    ['CLINICAL CAES SUMARY', 'CLINICAL CASE SUMMARY'],
    ['Certificatlon(s)/Specalty: Pain Management', 'Certification(s)/Specialty: Pain Management'],
    ['State(s) of Licensuer New York', 'State(s) of Licensure: New York'],
    // the later spelling stays
    ['Maximus guldeline: Decision based on MTUS', 'Maximus guideline: Decision based on MTUS'],
    // several to a line, and a label around its value
    ['Date Asigned: 01/02/2015 Date of lnjury; 02/03/2014', 'Date Assigned: 01/02/2015 Date of Injury: 02/03/2014'],
    ['UR Denlal Date: 01/02/2015 Declsion Date: 02/03/2015', 'UR Denial Date: 01/02/2015 Decision Date: 02/03/2015'],
    ['Priority: Standard Appllcation 01/02/2015\nRecelved.', 'Priority: Standard Application 01/02/2015\nReceived:'],
    ['Case Number:\nDate Asigned\nDate of Injury:\n', 'Case Number:\nDate Assigned:\nDate of Injury:\n'],
    // one line a paragraph
    ['A cane: Upheld Clairns Administrator guideline: Decision', 'A cane: Upheld\nClaims Administrator guideline: Decision'],
    ['CASE SUMMARY The worker fell.', 'CASE SUMMARY\nThe worker fell.'],
    ['It was refused. IMR ISSUES, DECISIONS AND RATIONALES\nThe', 'It was refused.\nIMR ISSUES, DECISIONS AND RATIONALES\nThe'],
  ])('%j', (printed, clean) => {
    expect(repaired(printed)).toBe(clean);
  });

  it('leaves whole labels alone', () => {
    const text =
      'Case Number: CM15-9000001\nDate Assigned: 01/02/2015 Date of Injury: 02/03/2014\n\nCLINICAL CASE SUMMARY\nThe worker fell.\n\nA cane: Upheld\nClaims Administrator guideline: Decision based on MTUS Pain.\nMaximus guideline: Decision based on MTUS Pain.\nDecision rationale: No.\n';
    expect(findLabels(text).map(({ row: { field } }) => field)).toEqual([
      'caseNumber',
      'assigned',
      'injury',
      'summary',
      'administrator',
      'reviewer',
      'rationale',
    ]);
    expect(repaired(text)).toBe(text);
  });

  it('finds the places of the stored text', () => {
    const copy = makeScanCopy('A cane: Upheld Clairns Adrninistrator guideline; Decision', [repairLabels]);
    const at = copy.scan.indexOf('Decision');
    expect(copy.lift({ start: at, end: copy.scan.length, of: 'scan' })).toEqual({ start: 49, end: 57 });
  });

  it.each([
    ['RATIONALE FOR WHY THE REQUESTED TREATMENT IS N0T MEDlCALLY NECESSARY', 'IS NOT'],
    ['RATIONALE FOR WHY THE REQESTED TREATMENT IS NOT MEDICALLY NECESSARY', 'IS NOT'],
    ['RATIONALE FOR WHY THE REQESTED TREATMENT IS MEDICALLY NECESSARY', 'IS'],
    // What has lost letters of its verdict tells none.
    ['RATIONALE FOR WHY THE REQUESTED TREATMENT IS N MEDICALLY NECESSARY', 'IS/WAS NOT'],
    ['RATIONALE FOR WHY THE REQUESTED TREATMENT IS NT MEDICALLY NECESSARY', 'IS/WAS NOT'],
  ])('a title keeps only a verdict that is whole: %j', (printed, verdict) => {
    expect(repaired(printed)).toBe(`RATIONALE FOR WHY THE REQUESTED TREATMENT ${verdict} MEDICALLY NECESSARY`);
  });
});

describe('prose is no label', () => {
  it.each([
    'The reviewer gave a decision rationale; the claims administrator guideline was another.',
    'He was seen on the date of injury 01/02/2015 and later.',
    'The denial was dated 08/30/2013 and disputed.',
    'Page Number: 12 of the file',
    'Date Signed: 01/02/2015',
    'Revision Date: 01/02/2015',
    'Date: 01/02/2015',
    'ACR guideline: imaging waits for six weeks.',
    'Maximum guideline: ten visits.',
    'Revision rationale: the form was changed.',
    'National: a survey of clinics',
    'CASE SUMMARIES OF OTHER CLAIMS AND LATER FILES',
    'He said so. THE CASE SUMMARY IS OLD. Others wrote more.',
    'RATIONALES\nwere many.',
    'The case summary was read. Documents reviewed were many.',
    'Care summary of the clinic\nIndependent Medical Evaluation',
    // Nearer to none of two fields than to the other.
    'R Decision Date: 01/02/2015',
  ])('%j', (text) => {
    expect(repaired(text)).toBe(text);
  });

  it.each(['A; ', 'Decision rationle; ', 'Date 01/02/2015 ', 'CASE SUMMRY\n', 'Upheld Claims ', ' \n', 'The Expert Reviewer ', 'A'])(
    'costs as much as it is long: %j',
    async (words) => {
      await expectLinear((text) => findLabels(text), words);
    },
  );
});
