/** Telling the letters of a file apart costs as much as the file is long, whatever it holds again and again. */
import { describe, it } from 'vitest';
import { withoutMargins } from '../../../ingest/read/margins.ts';
import { canonicalOfText } from '../../../ingest/read/reader.ts';
import { splitFile } from '../../../ingest/split/split-file.ts';
import { expectLinear } from '../../growth.ts';

const LETTER =
  'Case Number: CM17-9000001\nDate of Injury: 1/1/2016\nCLINICAL CASE SUMMARY\nA fictional one.\nDecision rationale: It is not medically necessary.\n\n';
const UNITS = [
  'Case Number: CM17-9000001 ',
  'Case Number: CM17-9000001\nDate of Injury: 1/1/2016\n',
  'Date of Injury: 01/01/2016 ',
  'CLINICAL CASE SUMMARY\n',
  'HOW THE IMR FINAL DETERMINATION WAS MADE\nIMR ISSUES, DECISIONS AND RATIONALES\n',
  '-\n\n',
  'AB CD EF\n\n',
  'is not medically necessary. \n\n',
  'Decision rationale: x. ',
  'The Final Determination was based on decisions\nIMR ISSUES, DECISIONS AND RATIONALES\n',
  'a page\f',
  `${LETTER}\f`,
];

describe('splitting', () => {
  it.each(UNITS)('%j costs as much as it is long', async (unit) => {
    await expectLinear((text) => splitFile(canonicalOfText(withoutMargins(LETTER + text))), unit);
  });
});
