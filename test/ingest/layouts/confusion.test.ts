/** Each layout wins its own letters and loses all others: the confusion matrix is diagonal. */
import { describe, expect, it } from 'vitest';
import { makeScanCopy } from '#mappings/text/scan.ts';
import { CLEANING } from '../../../ingest/clean/clean.ts';
import { detectLayout } from '../../../ingest/layouts/detect.ts';
import { LAYOUTS } from '../../../ingest/layouts/registry.ts';
import { makeLetter } from '../../fixtures/letters/generate.ts';
import type { LetterLayout } from '../../fixtures/letters/letter.ts';
import { toText } from '../../fixtures/letters/render/to-text.ts';

/** The layout that each fictional layout is a copy of. */
const OWN: Record<LetterLayout, (typeof LAYOUTS)[number]['id']> = {
  '2013-notice': 'maximus-2013-notice',
  '2013-imr': 'maximus-2013-review',
  '2013-professional': 'maximus-2013-professional',
  '2014': 'maximus-2014',
  '2016': 'maximus-2016',
  '2018': 'maximus-2018',
};
const SEEDS = Array.from({ length: 150 }, (_, index) => 1000 + index);

describe('layouts', () => {
  it('have letters of their own to win, each of them', () => {
    expect(Object.values(OWN).sort()).toEqual(LAYOUTS.map((layout) => layout.id).sort());
  });

  it.each(Object.entries(OWN) as [LetterLayout, string][])('letters of %s are all found to be %s, clearly', (layout, id) => {
    const found = SEEDS.map((seed) => {
      const detected = detectLayout(makeScanCopy(toText(makeLetter({ seed, layout })), CLEANING).scan);
      return detected === null ? null : { id: detected.layout.id, score: detected.detection.score, ties: detected.ties };
    });
    expect(found).toEqual(SEEDS.map(() => ({ id, score: 1, ties: [] })));
  });

  it('the guideline label decides where a letter of 2018 kept the old spelling in its letterhead', () => {
    const text = toText(makeLetter({ seed: 1000, layout: '2018' })).replaceAll('Maximus Federal', 'MAXIMUS Federal');
    const scan = makeScanCopy(`MAXIMUS Federal Services\n${text}`, CLEANING).scan;
    const detected = detectLayout(scan);
    expect([detected?.layout.id, detected?.ties]).toEqual(['maximus-2018', []]);
  });

  it.each(['', 'Dear sir, thank you for the lemons.', 'Case Number: CM15-0000001\nDecision Date: 01/02/2015'])('%j has none', (text) => {
    expect(detectLayout(text)).toBeNull();
  });
});
