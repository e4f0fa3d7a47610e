/** Pages that a letter cites, where a line happens to begin with one: they are no numbers of its own pages. All letters are fictional. */
import { describe, expect, it } from 'vitest';
import type { Determination } from '#contract/determination.ts';
import { readLetter } from '../../../ingest/pipeline.ts';

async function read(text: string): Promise<Determination> {
  const result = await readLetter(new TextEncoder().encode(text), 'letter.txt');
  if (!result.ok) throw new Error(result.unreadable.reason.reason);
  return result.letter.determination;
}

const PROFESSIONAL = (rationale: string) => `MEDICAL PROFESSIONAL REVIEW
Case Number: CM13-9000001
Date of Injury: 03/21/2013
UR Denial Date: 06/13/2013
Application Received: 06/19/2013
Decision Date: 08/28/2013

ISSUE AT DISPUTE
A knee brace

CASE SUMMARY
The worker hurt a knee.

- 1 -

MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY
The Professional Reviewer based his/her decision on the ACOEM Guidelines, Chapter 13, Knee Complaints.

RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS NOT MEDICALLY NECESSARY
${rationale}

- 2 -

MEDICAL REVIEWER QUALIFICATIONS
The professional reviewer is Board Certified in Orthopedic Surgery and is licensed to practice in California.
`;

const REVIEW = (field: string) => `Case Number: CM16-9000001
Date Assigned: 11/09/2016 Date of Injury: 10/13/2015
Decision Date: 12/09/2016 UR Denial Date: 11/03/2016
Priority: Standard Application Received: 11/04/2016

HOW THE IMR FINAL DETERMINATION WAS MADE
The reviewer holds an active licence.

The Expert Reviewer has the following credentials:
State(s) of Licensure: California
Certification(s)/Specialty: Family Practice

CLINICAL CASE SUMMARY
The worker hurt a knee.

IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:

Physical therapy: Upheld

Claims Administrator guideline: Decision based on ${field}

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.

Decision rationale: It is too much. The request is not medically necessary.
`;

describe('a page that is cited', () => {
  it.each([
    'The guideline speaks of braces on\npage 39 of the chapter. The requested brace is not medically necessary.',
    'The guideline speaks of braces on\npage 39. The requested brace is not medically necessary.',
    'The guideline speaks of braces on\npage 39\nof the chapter. The requested brace is not medically necessary.',
    // Two that happen to count, and one that happens to be a first of several.
    'By the MTUS, page 39, and the ODG,\npage 1\nand the ACOEM,\npage 2\nthe requested brace is not supported. The requested brace is not medically necessary.',
    'The report of page 39 and that on\npage 1 of 3\nsay so. The requested brace is not medically necessary.',
  ])('leaves a letter its decision: %j', async (rationale) => {
    const determination = await read(PROFESSIONAL(rationale));
    expect(determination.items.map((item) => item.decision?.value)).toEqual(['upheld']);
    expect(determination.messages.map(({ code }) => code)).not.toContain('text.page_missing');
    const kept = determination.items[0]?.rationale?.value ?? '';
    expect([...rationale.matchAll(/page \d+(?: of \d+)?/g)].filter(([page]) => !kept.includes(page))).toEqual([]);
  });

  it.each(['MTUS Chronic Pain Medical Treatment Guidelines,\nPage 58', 'MTUS Chronic Pain Medical Treatment Guidelines,\nPage 58 of 127'])(
    'stays with its guideline: %j',
    async (field) => {
      const determination = await read(REVIEW(field));
      const citations = determination.items[0]?.guidelines.administrator.citations ?? [];
      expect(citations.flatMap((citation) => citation.pages)).toEqual(['58']);
    },
  );

  it('is told from a page that is missing', async () => {
    const text = PROFESSIONAL('The requested brace is not medically necessary.').replace('- 2 -', '- 4 -');
    expect((await read(text)).messages.map(({ code }) => code)).toContain('text.page_missing');
  });
});
