/** Criteria sets of managed care, as the findings of sister programmes mention them. */
import { describe, expect, it } from 'vitest';
import { scanSpan } from '#mappings/text/scan.ts';
import { extractMentions } from '../../../../ingest/extract/guideline-side.ts';

const mentionsOf = (text: string) => extractMentions(text, scanSpan(0, text.length), 'test').map(({ guideline }) => guideline);

describe('criteria that findings name', () => {
  it.each([
    ['Per the ASAM criteria, this stay does not meet Level 3.5.', ['society.asam']],
    ['The American Society of Addiction Medicine (ASAM) describes the stay.', ['society.asam']],
    ['The American Association of Clinical Endocrinologists (AACE) guidelines state that pumps help.', ['society.aace']],
    ['InterQual criteria were not met.', ['payer.interqual']],
    ['The MCG guidelines and the Milliman Care Guidelines agree.', ['payer.mcg']],
    ['The LOCUS score was twenty.', ['society.locus']],
    ['The CALOCUS-CASII places the child at level four.', ['society.locus']],
    ['National Comprehensive Cancer Network (NCCN) guidelines list the drug.', ['society.nccn']],
    ['The American Academy of Pediatrics (AAP) recommends screening.', ['society.aap']],
    ['AAP guidelines recommend screening.', ['society.aap']],
    ['The ACR Appropriateness Criteria rate the scan high.', ['society.acr']],
    ['The FDA label warns of it.', ['gov.fda']],
    ['The Medicare LCD L12345 covers the walker.', ['gov.cms']],
    ['ASAM, LOCUS and InterQual were consulted.', ['society.asam', 'society.locus', 'payer.interqual']],
  ])('%s', (text, guidelines) => {
    expect(mentionsOf(text)).toEqual(guidelines);
  });

  it.each([
    'The dose was 50 MCG.',
    'He has an internal locus of control.',
    'The AAP was stopped.',
    'This FDA-approved drug helped.',
    'The quality of the interview was low.',
  ])('and what is none: %s', (text) => {
    expect(mentionsOf(text)).toEqual([]);
  });
});
