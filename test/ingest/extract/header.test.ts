import { describe, expect, it } from 'vitest';
import { scanSpan } from '#mappings/text/scan.ts';
import { extractHeader } from '../../../ingest/extract/header.ts';

const EXPECTED = {
  caseNumber: 'CM15-0000042',
  priority: 'expedited',
  injury: '2012-05-06',
  urDenial: '2015-02-03',
  applicationReceived: '2015-02-10',
  assigned: '2015-03-01',
  decided: '2015-03-29',
};

function read(text: string) {
  const header = extractHeader(text, scanSpan(0, text.length), 'test');
  return {
    values: {
      caseNumber: header.caseNumber?.value ?? null,
      priority: header.priority?.value ?? null,
      ...Object.fromEntries(Object.entries(header.dates).map(([field, found]) => [field, found?.value ?? null])),
    },
    codes: header.notes.map((note) => note.code),
  };
}

describe('the header is read however its cells were laid out', () => {
  it.each([
    [
      'a row of cells to a line',
      'Case Number:\tCM15-0000042\nDate Assigned:\t03/01/2015\tDate of Injury:\t05/06/2012\nDecision Date:\t03/29/2015\tUR Denial Date:\t02/03/2015\nPriority:\tExpedited\tApplication Received:\t02/10/2015',
    ],
    [
      'one cell to a line',
      'Case Number:\nCM15-0000042\nDate Assigned:\n03/01/2015\nDate of Injury:\n05/06/2012\nDecision Date:\n03/29/2015\nUR Denial Date:\n02/03/2015\nPriority:\nExpedited\nApplication Received:\n02/10/2015',
    ],
    [
      'the last label wrapped, its value behind it',
      'Case Number: CM15-0000042\nDate Assigned: 03/01/2015 Date of Injury: 05/06/2012\nDecision Date: 03/29/2015 UR Denial Date: 02/03/2015\nPriority: Expedited Application \nReceived: \n02/10/2015',
    ],
    [
      'the last label wrapped around its value',
      'Case Number: CM15-0000042\nDate Assigned: 03/01/2015   Date of Injury: 05/06/2012\nDecision Date: 03/29/2015   UR Denial Date: 02/03/2015\nPriority: Expedited   Application  02/10/2015\n     Received:',
    ],
    [
      'a column of labels, then one of values',
      'Case Number:\nDate Assigned:\nDecision Date:\nPriority:\nCM15-0000042\n03/01/2015\n03/29/2015\nExpedited\nDate of Injury:\nUR Denial Date:\nApplication Received:\n05/06/2012\n02/03/2015\n02/10/2015',
    ],
    [
      'lost blanks',
      'CaseNumber:CM15-0000042\nDateAssigned:03/01/2015 DateofInjury:05/06/2012\nDecisionDate:03/29/2015 URDenialDate:02/03/2015\nPriority:Expedited ApplicationReceived:02/10/2015',
    ],
    [
      'days and months of one digit',
      'Case Number: CM15-0000042\nDate Assigned: 3/1/2015 Date of Injury: 5/6/2012\nDecision Date: 3/29/2015 UR Denial Date: 2/3/2015\nPriority: Expedited Application Received: 2/10/2015',
    ],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual({ values: EXPECTED, codes: [] });
  });

  it.each([
    ['CM15-42', null],
    ['CM 15-0000042', 'CM15-0000042'],
    ['CM15 0000042', 'CM15-0000042'],
    ['cm150000042', 'CM15-0000042'],
    ['CM15-000042', 'CM15-0000042'],
  ])('the case number %s is stored as %s', (printed, stored) => {
    expect(read(`Case Number: ${printed}`).values.caseNumber).toBe(stored);
  });

  it.each([
    ['IMR Case Number: 13-000042', 'CM13-0000042'],
    ['IMR Case No. 13-000042', 'CM13-0000042'],
    // Without the label of IMR it may be a court's or a claim's number.
    ['Case Number: 13-000042', null],
    ['Claim Number: 13-000042', null],
    ['IMR Case Number: 12-000042', null],
    ['IMR Case Number: 13-0000421', null],
    ['IMR Case Number: 13-000042-1', null],
  ])('the number of early 2013 in "%s" is stored as %s', (printed, stored) => {
    const header = extractHeader(printed, scanSpan(0, printed.length), 'test');
    expect(header.caseNumber?.value ?? null).toBe(stored);
    if (stored !== null) expect(header.caseNumber?.grade).toBe('inferred');
  });

  it('keeps the first labelled case number, and says that another one is labelled', () => {
    const { values, codes } = read('Case Number: CM15-0000042\nDecision Date: 03/29/2015\nCase Number: CM14-0000007');
    expect(values).toMatchObject({ caseNumber: 'CM15-0000042', decided: '2015-03-29' });
    expect(codes).toContain('header.conflict');
    expect(read('Case Number: CM15-0000042\nCase Number: CM15-0000042').codes).not.toContain('header.conflict');
  });

  it('takes the first labelled number that is one', () => {
    const { values, codes } = read('WCAB Case Number: ADJ0000001\nIMR Case Number: CM15-0000042');
    expect(values).toMatchObject({ caseNumber: 'CM15-0000042' });
    expect(codes).not.toContain('header.conflict');
  });

  it('gives no value to a column of labels of which one is lost', () => {
    const { values } = read('Case Number: CM15-0000042\nDate of Injury:\nApplication Received:\n05/06/2012\n02/03/2015\n02/10/2015');
    expect(values).toMatchObject({ injury: null, applicationReceived: null });
  });

  it('does not take what is left of UR’s label for the decision’s', () => {
    expect(read('Case Number: CM15-0000042\nR Decision Date: 02/03/2015').values).toMatchObject({ decided: null });
    expect(read('Case Number: CM15-0000042 CA\nDecision Date: 02/03/2015').values).toMatchObject({ decided: '2015-02-03' });
  });

  it('does not give a label the value of the next one', () => {
    const { values, codes } = read('Case Number: CM15-0000042\nDate of Injury: UR Denial Date: 02/03/2015');
    expect(values).toMatchObject({ injury: null, urDenial: '2015-02-03' });
    expect(codes).toContain('header.missing');
  });

  it('refuses a day that the calendar does not have, and says so', () => {
    const { values, codes } = read('Case Number: CM15-0000042\nDecision Date: 02/30/2015');
    expect(values).toMatchObject({ decided: null });
    expect(codes).toContain('header.bad_date');
  });

  it('finds nothing in no header', () => {
    const header = extractHeader('', null, 'test');
    expect(header.caseNumber).toBeNull();
    expect(header.notes).toHaveLength(7);
  });
});
