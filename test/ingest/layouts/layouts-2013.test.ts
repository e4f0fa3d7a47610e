/** The layouts of 2013, in letters a little different from each other. All of them fictional; no whole letter was at hand. */
import { describe, expect, it } from 'vitest';
import type { Determination } from '#contract/determination.ts';
import { readLetter } from '../../../ingest/pipeline.ts';

async function read(text: string): Promise<Determination> {
  const result = await readLetter(new TextEncoder().encode(text), 'letter.txt');
  if (!result.ok) throw new Error(result.unreadable.reason.reason);
  return result.letter.determination;
}
const told = (determination: Determination) =>
  determination.items.map((item) => [item.heading?.value ?? null, item.decision?.value ?? null]);
const codes = (determination: Determination) => determination.messages.map((message) => message.code);

const FIRST =
  '1) MAXIMUS Federal Services, Inc. has determined the request for aqua\ntherapy, 12 visits is notmedically necessary and appropriate.';
const SECOND =
  '2) MAXIMUS Federal Services, Inc. has determined the request for an MRI without contrast is medically necessary and appropriate.';
const NOTICE = `MAXIMUS FEDERAL SERVICES, INC.
Notice of Independent Medical Review Determination
Dated: 9/6/2013
IMR Case Number: CM13-9000001

${FIRST}

${SECOND}

INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE
An application for Independent Medical Review was filed on 8/9/2013 disputing the
Utilization Review Denial dated July 3, 2013. A Notice of Assignment and Request for
Information was provided to the above parties on 8/20/2013.

${FIRST}

${SECOND}

Medical Qualifications of the Expert Reviewer:
The physician reviewer is Board Certified in Family Practice and is licensed to practice in California. He/she is busy.

Case Summary:
Disclaimer: The following case summary was taken directly from the utilization review
denial dated July 3, 2013.
“The worker fell off a ladder.”

Documents Reviewed for Determination:
These documents were read, and included:
• Application
• Records of
the clinic

1) Regarding the request for aqua therapy, 12 visits:
The Claims Administrator based its decision on the Official Disability Guidelines (ODG).
The Expert Reviewer found the same applicable.
Rationale for the Decision:
First thoughts.
2) are second thoughts.
The Claims Administrator based it on nothing.
It is too much.

2) Regarding the request for an MRI without contrast:
The Claims Administrator did not cite any evidence.
The Expert Reviewer relied on the Official Disability Guidelines (ODG).
Rationale for the Decision: It fits.
`;

describe('the notice of 2013', () => {
  it('is read whole: prose dates, both printings, the copied summary, the documents', async () => {
    const determination = await read(NOTICE);
    expect(determination.layout.id).toBe('maximus-2013-notice');
    expect(told(determination)).toEqual([
      ['aqua therapy, 12 visits', 'upheld'],
      ['an MRI without contrast', 'overturned'],
    ]);
    const { decided, applicationReceived, urDenial, assigned } = determination.dates;
    expect([decided, applicationReceived, urDenial, assigned].map((date) => date?.value)).toEqual([
      '2013-09-06',
      '2013-08-09',
      '2013-07-03',
      '2013-08-20',
    ]);
    expect(determination.clinicalSummary?.value).toBe('The worker fell off a ladder.');
    expect(determination.documentsReviewed.map(({ value }) => value)).toEqual(['Application', 'Records of the clinic']);
    expect(determination.reviewer.specialtyAsPrinted?.value).toBe('Family Practice');
    expect(determination.items.map((item) => item.rationale?.value)).toEqual([
      'First thoughts. 2) are second thoughts. The Claims Administrator based it on nothing. It is too much.',
      'It fits.',
    ]);
    expect(determination.items[0]?.decision?.evidence).toHaveLength(2);
    expect(codes(determination)).toContain('summary.from_ur');
  });

  it('is undetermined where the printings do not agree', async () => {
    const determination = await read(NOTICE.replace(SECOND, SECOND.replace('is medically', 'is not medically')));
    expect(told(determination)[1]).toEqual(['an MRI without contrast', 'undetermined']);
    expect(codes(determination)).toContain('item.decision_conflict');
  });

  it.each([
    ['“Maximus”', (text: string) => text.replaceAll('MAXIMUS Federal Services, Inc.', 'Maximus Federal Services')],
    [
      'titles without colons, in capitals',
      (text: string) =>
        text.replace(/^(Case Summary|Documents Reviewed[^:]*|Medical Qual[^:]*):/gm, (all) => all.slice(0, -1).toUpperCase()),
    ],
    ['no empty lines', (text: string) => text.replace(/\n{2,}/g, '\n')],
    ['one printing only', (text: string) => text.replace(`${FIRST}\n\n${SECOND}\n\nMedical`, 'Medical')],
  ])('is read with %s', async (_, change) => {
    expect(told(await read(change(NOTICE)))).toEqual(told(await read(NOTICE)));
  });
});

const REVIEW = `MAXIMUS FEDERAL SERVICES, INC.
Independent Medical Review
Case Number: CM13-9000002
UR Denial Date: 12/03/2013
HOW THE IMR FINAL DETERMINATION WAS MADE
The physician reviewer is Board Certified in Neurology and is licensed to practice in California. He/she is busy.
DOCUMENTS REVIEWED
Application
CLINICAL CASE SUMMARY
The worker fell.
IMR DECISION(S) AND RATIONALE(S)
The Final Determination was based on decisions for the disputed items/services set forth below:

1. A knee brace is not medically necessary and appropriate.

The Claims Administrator based its decision on the Official Disability Guidelines (ODG), which is not part of the MTUS.

The Physician Reviewer based his/her decision on the Acupuncture Medical Treatment Guidelines, which is part of the MTUS.

The Physician Reviewer’s decision rationale: It is too much.

2. A cane: Overturned

The Claims Administrator did not cite any evidence.

The Physician Reviewer based his/her decision on the Official Disability Guidelines (ODG).

The Physician Reviewer’s decision rationale: It fits.
`;

describe('the review of late 2013', () => {
  it('tells its decisions as sentences or as words', async () => {
    const determination = await read(REVIEW);
    expect(determination.layout.id).toBe('maximus-2013-review');
    expect(told(determination)).toEqual([
      ['A knee brace', 'upheld'],
      ['A cane', 'overturned'],
    ]);
    expect(determination.items.map((item) => item.rationale?.value)).toEqual(['It is too much.', 'It fits.']);
    expect(determination.items[0]?.guidelines.administrator.asPrinted?.value).toMatch(/^The Claims Administrator based its decision on/);
  });

  it('has no decision where neither heading nor rationale tells one', async () => {
    const determination = await read(REVIEW.replace(': Overturned', ''));
    expect(told(determination)[1]).toEqual(['A cane', null]);
    expect(codes(determination)).toContain('item.decision_missing');
  });
});

const professional = (rationale: string, title = 'IS/WAS NOT\nMEDICALLY NECESSARY') => `MEDICAL PROFESSIONAL REVIEW
IMR Case Number: CM13-9000003
ISSUE AT DISPUTE:
Is the request for a knee brace medically necessary?
CASE SUMMARY:
The worker fell.
DOCUMENTS REVIEWED FOR DETERMINATION:
1. Application
2. Records
MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL
REVIEWER AND WHY:
Official Disability Guidelines (ODG).
RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE ${title}:
${rationale}
MEDICAL REVIEWER QUALIFICATIONS:
The reviewer is board certified in Neurology and licensed in California and Nevada.
`;

describe('the professional review of 2013', () => {
  it.each([
    ['UR found that the request is medically necessary. Therefore, the requested brace is notmedically necessary.', 'upheld'],
    ['The requested brace is medically necessary.', 'overturned'],
    ['The brace was read about.', null],
    ['The requested brace is medically necessary. The requested brace is not medically necessary.', 'undetermined'],
  ])('takes its decision from a sentence of the rationale, never from the title: %j', async (rationale, decision) => {
    const determination = await read(professional(rationale));
    expect(determination.layout.id).toBe('maximus-2013-professional');
    expect(told(determination)).toEqual([['a knee brace', decision]]);
    expect(determination.reviewer.licensedStates.map(({ value }) => value)).toEqual(['California', 'Nevada']);
    expect(determination.documentsReviewed.map(({ value }) => value)).toEqual(['Application', 'Records']);
  });

  it('lets a title that says one thing count together with a text that says the same', async () => {
    const text = 'As the operation is medically necessary, the brace beside it is medically necessary as well.';
    expect(told(await read(professional(text, 'IS MEDICALLY NECESSARY')))).toEqual([['a knee brace', 'overturned']]);
    expect(told(await read(professional(text)))).toEqual([['a knee brace', null]]);
  });
});
