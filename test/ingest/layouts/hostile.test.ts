/** Text of any kind costs layouts, page furniture and verdicts as much as it is long: lines, labels and verdicts that they look for, again and again. */
import { describe, it } from 'vitest';
import { findVerdictSentences } from '#mappings/recognise/verdicts/verdict-sentences.ts';
import { dropPageFurniture } from '../../../ingest/clean/page-furniture.ts';
import { LAYOUTS } from '../../../ingest/layouts/registry.ts';
import { readLetter } from '../../../ingest/pipeline.ts';
import { makeLetter } from '../../fixtures/letters/generate.ts';
import { toText } from '../../fixtures/letters/render/to-text.ts';
import { expectLinear } from '../../growth.ts';

/** The copy that layouts read has no runs of empty lines; page furniture reads the text as it is. */
const LINES = [
  'Page 2 of 5\n',
  'Upheld\n\n',
  'a\n',
  'Decision rationale: ',
  'Decision rationale: x.\n',
  'Cane: Upheld\nDecision rationale: x.\n',
  'The Claims Administrator based it on x.\n',
  '1. Regarding the request for a cane:\n',
  'MAXIMUS Federal Services has determined the request for a cane is not medically necessary.\n\n',
  'ISSUE AT DISPUTE\n1. a cane\n',
  '(1) a\n',
  'Final Letter of Determination Form Effective 5.16.13 Page 2 of 4\n',
  'Final Letter of Determination Form Effective 5.16.13 ',
  'Final Letter of Determination ',
  'Case Summary: ',
  'Regarding the request for a cane ',
  'Sections of a relied on by ',
];

describe('hostile text', () => {
  it.each([...LINES, '\n \n', 'Final Letter of Determination Form Effective ', '. /ab', ' '])(
    'costs page furniture little: %j',
    async (words) => {
      await expectLinear((text) => dropPageFurniture([0])(text), words);
    },
  );

  it.each(LAYOUTS.map((layout) => [layout.id, layout] as const))('costs the layout %s little', async (_, layout) => {
    for (const words of LINES) await expectLinear((text) => layout.segment(text, [0]), words);
  });

  it.each([
    'the requested brace is medically necessary. ',
    'as the brace is not medically necessary, ',
    'medical necessity is ',
    'find the ',
    'therefore, ',
    'Dr. A. ',
    'is not ',
    ', ',
  ])('costs verdicts little: %j', async (words) => {
    await expectLinear((text) => findVerdictSentences(text), words);
  });

  it.each(['Page 2 of 5\n', 'Decision rationale: ', 'the requested brace is medically necessary. '])(
    'costs a whole letter little: %j',
    async (words) => {
      const letter = toText(makeLetter({ seed: 1000, layout: '2016' }));
      await expectLinear((text) => readLetter(new TextEncoder().encode(letter + text), 'letter.txt'), words);
    },
  );
});
