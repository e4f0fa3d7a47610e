/** Letters of 2013 that tests change, all of them fictional, and what is looked at in them. */
import type { Determination } from '#contract/determination.ts';
import { readLetter } from '../../../ingest/pipeline.ts';

export async function read(text: string): Promise<Determination> {
  const result = await readLetter(new TextEncoder().encode(text), 'letter.txt');
  if (!result.ok) throw new Error(result.unreadable.reason.reason);
  return result.letter.determination;
}
export const told = (determination: Determination) =>
  determination.items.map((item) => [item.heading?.value ?? null, item.decision?.value ?? null]);
export const codes = (determination: Determination) => determination.messages.map((message) => message.code);

export const FIRST =
  '1) MAXIMUS Federal Services, Inc. has determined the request for aqua\ntherapy, 12 visits is notmedically necessary and appropriate.';
export const SECOND =
  '2) MAXIMUS Federal Services, Inc. has determined the request for an MRI without contrast is medically necessary and appropriate.';
export const NOTICE = `MAXIMUS FEDERAL SERVICES, INC.
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

export const REVIEW = `MAXIMUS FEDERAL SERVICES, INC.
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
