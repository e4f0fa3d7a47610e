/** Hostile text costs each extractor as much as it is long: 100 KB without a sentence, of repeated words that patterns begin with. */
import { describe, it } from 'vitest';
import { extractAcquisition, extractTrial } from '#mappings/recognise/acquisition.ts';
import { extractBodyParts } from '#mappings/recognise/body-parts.ts';
import { extractCodes } from '#mappings/recognise/codes.ts';
import { extractDiagnoses } from '#mappings/recognise/diagnoses.ts';
import { extractDrugs } from '#mappings/recognise/drugs/drug-attributes.ts';
import { extractFollows } from '#mappings/recognise/follows.ts';
import { extractPerioperative } from '#mappings/recognise/perioperative.ts';
import { extractQuantity } from '#mappings/recognise/quantities/quantity.ts';
import { extractDecided } from '#mappings/recognise/reasons/decided.ts';
import { extractServiceDate } from '#mappings/recognise/service-date.ts';
import { extractSide } from '#mappings/recognise/side.ts';
import { type Line, lineOf } from '#mappings/text/line.ts';
import { scanSpan } from '#mappings/text/scan.ts';
import { expectLinear } from '../../growth.ts';

const HOSTILE = [
  'a',
  'physical therapy 2 times ',
  '12 ',
  'L4-5, ',
  '1/2-3% ',
  'no functional ',
  'no evidence of ',
  'the patient has not had. In this case no ',
  'guidelines, ',
  'for the knee ',
  'is-',
  'C2-3, ',
  'since the surgery not ',
  'since the surgery is ',
  'diagnoses of, and ',
  'CPT 97110, ',
  '(9',
  'retro on ',
  '12 visits and ',
  '1 tablet, 12 tablets ',
];
const item = { heading: 'Knee surgery', category: 'surg', perioperative: false };
const EXTRACTORS: readonly (readonly [string, (line: Line, text: string) => unknown])[] = [
  ['acquisition', (line) => [extractAcquisition(line, 't'), extractTrial(line, 't')]],
  ['body parts', (line) => extractBodyParts(line, 't')],
  ['codes', (line) => extractCodes(line, 't')],
  ['diagnoses', (line) => extractDiagnoses(line, 't')],
  ['drugs', (line) => extractDrugs(line, 't')],
  ['follows', (line) => extractFollows(line, 2, [item, item], 't')],
  ['perioperative', (line) => extractPerioperative(line, 't')],
  ['quantity', (_, text) => extractQuantity(text, scanSpan(0, text.length), 'rehab', 't')],
  ['quantity of a drug', (_, text) => extractQuantity(text, scanSpan(0, text.length), 'pharm', 't')],
  ['what upheld it', (line) => extractDecided(line, { decision: 'upheld', request: 'Knee surgery', perioperative: false }, 't')],
  ['what overturned it', (line) => extractDecided(line, { decision: 'overturned', request: 'Knee surgery', perioperative: true }, 't')],
  ['service date', (line) => extractServiceDate(line, 't')],
  ['side', (line) => extractSide(line, 't')],
];
describe('100 KB of hostile text', () => {
  it.each(EXTRACTORS)('%s', async (_, extract) => {
    for (const words of HOSTILE) await expectLinear((text) => extract(lineOf(text, scanSpan(0, text.length)), text), words);
  });
});
