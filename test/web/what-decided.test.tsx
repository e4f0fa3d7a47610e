/** What decided an item, as the determination shows it: each sentence once, with its reasons, both leading to their words. Everything is invented. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Item } from '#contract/determination.ts';
import { decidingSentences } from '../../web/src/features/determination/deciding-sentences.ts';
import { WhatDecided } from '../../web/src/features/determination/what-decided.tsx';
import { makeLetter } from '../fixtures/factories.ts';

const RATIONALE =
  'No trial of a kazoo was made. The guideline asks for one. Humming sufficed before. The request is not medically necessary.';
const [ITEM] = makeLetter({ items: [{ rationale: RATIONALE, reasons: [] }] }).determination.items;
if (ITEM === undefined) throw new Error('a fictional letter has an item');
const start = ITEM.rationale?.evidence[0]?.start ?? 0;

/** A value that was read from these sentences of the rationale. */
function from<T>(value: T, ...quotes: readonly string[]) {
  const evidence = quotes.map((quote) => {
    const at = start + RATIONALE.indexOf(quote);
    return { start: at, end: at + quote.length, quote };
  });
  return { value, grade: 'inferred' as const, rule: 'fictional', evidence };
}
const TRIAL = 'No trial of a kazoo was made.';
const ASKED = 'The guideline asks for one.';
const HUMMING = 'Humming sufficed before.';

const item: Item = {
  ...ITEM,
  deciding: [from(TRIAL, TRIAL), from(ASKED, ASKED)],
  reasons: [
    from('criteria_not_met' as const, TRIAL, ASKED),
    from('conservative_care_not_tried' as const, 'No trial of a kazoo'),
    from('alternative_suffices' as const, HUMMING),
    from('already_done' as const, HUMMING),
  ],
};
const draw = (one: Item) => renderToStaticMarkup(<WhatDecided item={one} path="items.2" />);

describe('what decided an item', () => {
  it('is each sentence once, best first, with the reasons that were read from it or from a part of it', () => {
    expect(
      decidingSentences(item).map(({ text, value, reasons }) => [text, value?.path, reasons.map(({ path, first }) => [path, first])]),
    ).toEqual([
      [
        TRIAL,
        'deciding.0',
        [
          ['reasons.0', true],
          ['reasons.1', true],
        ],
      ],
      [ASKED, 'deciding.1', [['reasons.0', false]]],
      [
        HUMMING,
        undefined,
        [
          ['reasons.2', true],
          ['reasons.3', true],
        ],
      ],
    ]);
  });

  it('leads from each sentence and each reason to its words in the letter, one way for each value', () => {
    const ways = Array.from(draw(item).matchAll(/data-value="([^"]+)"/g), ([, path]) => path);
    expect(ways).toEqual(['deciding.0', 'reasons.0', 'reasons.1', 'deciding.1', 'reasons.2', 'reasons.3'].map((path) => `items.2.${path}`));
    expect(draw(item)).toContain('Conservative care not tried first');
  });

  it('says once that it is inferred, and of each value where one is not', () => {
    expect(draw(item).match(/\(inferred\)/g)).toHaveLength(1);
    const stated = item.deciding.map((found) => ({ ...found, grade: 'stated' as const }));
    expect(draw({ ...item, deciding: stated }).match(/\(inferred\)/g)).toHaveLength(item.reasons.length);
  });

  it('is not there where nothing was recognised', () => {
    expect(draw({ ...item, deciding: [], reasons: [] })).toBe('');
  });
});
