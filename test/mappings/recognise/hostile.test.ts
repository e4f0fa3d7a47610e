/** Hostile text costs each extractor little: 100 KB without a sentence, of repeated words that patterns begin with. */
import { describe, expect, it } from 'vitest';
import { extractAcquisition, extractTrial } from '#mappings/recognise/acquisition.ts';
import { extractBodyParts } from '#mappings/recognise/body-parts.ts';
import { extractCodes } from '#mappings/recognise/codes.ts';
import { extractDiagnoses } from '#mappings/recognise/diagnoses.ts';
import { extractDrugs } from '#mappings/recognise/drugs/drug-attributes.ts';
import { extractFollows } from '#mappings/recognise/follows.ts';
import { extractPerioperative } from '#mappings/recognise/perioperative.ts';
import { extractQuantity } from '#mappings/recognise/quantities/quantity.ts';
import { extractReasons } from '#mappings/recognise/reasons.ts';
import { extractServiceDate } from '#mappings/recognise/service-date.ts';
import { extractSide } from '#mappings/recognise/side.ts';
import { type Line, lineOf } from '#mappings/text/line.ts';
import { scanSpan } from '#mappings/text/scan.ts';

const SIZE = 100_000;
const fill = (words: string) => words.repeat(Math.ceil(SIZE / words.length)).slice(0, SIZE);
const HOSTILE = [
  fill('a'),
  fill('physical therapy 2 times '),
  fill('12 '),
  fill('L4-5, '),
  fill('1/2-3% '),
  fill('no functional '),
  fill('since the surgery is '),
  fill('diagnoses of, and '),
  fill('CPT 97110, '),
  fill('(9'),
  fill('retro on '),
  fill('12 visits and '),
  fill('1 tablet, 12 tablets '),
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
  ['reasons', (line) => extractReasons(line, 'upheld', 't')],
  ['service date', (line) => extractServiceDate(line, 't')],
  ['side', (line) => extractSide(line, 't')],
];
/** Wall time on a busy machine; a pattern that runs away takes seconds. */
const LIMIT_MS = 500;

describe('100 KB of hostile text', () => {
  it.each(EXTRACTORS)('%s', (name, extract) => {
    for (const text of HOSTILE) {
      const line = lineOf(text, scanSpan(0, text.length));
      const start = performance.now();
      extract(line, text);
      const took = performance.now() - start;
      expect(took, `${name} on "${text.slice(0, 20)}"`).toBeLessThan(LIMIT_MS);
    }
  });
});
