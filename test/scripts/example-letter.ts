/** The FICTIONAL letter that the example lines of docs/LABELLING.md label, and folders of labels to measure with. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export const EXAMPLE_LETTER = `Case Number: CM16-9000123
Date Assigned: 11/09/2016 Date of Injury: 10/13/2015
Decision Date: 12/09/2016 UR Denial Date: 11/03/2016
Priority: Standard Application Received: 11/04/2016

HOW THE IMR FINAL DETERMINATION WAS MADE

The Expert Reviewer has the following credentials:
State(s) of Licensure: California, Oregon
Certification(s)/Specialty: Family Practice

CLINICAL CASE SUMMARY

The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:

A 41-year-old stage manager hurt the left knee when a riser gave way. She reports pain with stairs.

IMR ISSUES, DECISIONS AND RATIONALES

The Final Determination was based on decisions for the disputed items/services set forth below:

Physical therapy 2 times a week for 3 weeks for the left knee: Overturned

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Physical Methods.

Decision rationale: A short course of supervised exercise fits the findings. The request is medically necessary.
`;

/** A folder with these files (path: text), gone when the test is over. */
export async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'imr-labels-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

/** Objects as JSON lines. */
export function jsonLines(...lines: readonly object[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
