/** Words that letters break at line ends, asked for as they are typed: each engine finds what the oracle finds. Texts are invented. */
import { describe, expect } from 'vitest';
import { readQuestion } from '../../server/domain/question/read-question.ts';
import { EVERYTHING, holding, version } from './case-tools.ts';
import type { OpenedIndex } from './opened-index.ts';
import { makeOracle } from './oracle.ts';

export function describeBrokenWords(open: () => Promise<OpenedIndex>): void {
  describe('a word broken at a line end', () => {
    const letters = [
      'The chronic pain Work- shops name kazoos.',
      'The chronic pain workshops name kazoos.',
      'Work in shops of the kazoo.',
      'The letter names short- acting kazoos, Non- certified ones.',
      'Electro- diagnostic kazoos, with post- operative humming.',
      'Electrodiagnostic kazoos, with postoperative humming.',
      'An electro-diagnostic kazoo.',
    ].map((rationale, at) => version(`CM90-000000${at + 1}`, { summary: null, items: [{ request: 'Kazoo', rationale }] }));
    const rule = holding(open, letters);
    const oracle = makeOracle(letters);

    const table: readonly [q: string, found: number[]][] = [
      // Whole, in the plural and not, by its beginning, in a phrase over the break and near another word.
      ['workshops', [1, 2]],
      ['workshop', [1, 2]],
      ['worksh*', [1, 2]],
      ['"chronic pain workshops name"', [1, 2]],
      ['"pain name"~1', [1, 2]],
      // Its halves are no words of the letter.
      ['shops', [3]],
      ['"work in shops"', [3]],
      // As it was copied from a letter.
      ['"pain Work- shops name"', [1, 2]],
      // A compound stays two words.
      ['acting', [4]],
      ['"short acting"', [4]],
      ['"non certified"', [4]],
      ['certified', [4]],
      ['"post operative"', [5]],
      // A hyphen that was typed is looked for as a break too.
      ['electro-diagnostic', [5, 6, 7]],
      ['"electrodiagnostic kazoos"', [5, 6]],
    ];
    for (const [q, expected] of table) {
      rule(`${q} finds ${expected.join(', ')}`, async (index) => {
        const { where, filters } = await readQuestion(index, { q, filters: {}, summary: false, literal: [] });
        const query = { ...EVERYTHING, where, filters: [...filters] };
        const { hits } = await index.search(query);
        const found = hits.map(({ itemId }) => itemId);
        expect(found).toEqual(oracle.each(query));
        expect(found).toEqual(expected.map((number) => `dwc:CM90-000000${number}#1`));
      });
    }
  });
}
