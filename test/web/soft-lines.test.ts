import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { softenLines } from '../../web/src/lib/soft-lines.ts';

const LONG = 'The fictional worker fell from a fictional ladder and asked for a longer one.';

describe('line ends of a converted letter', () => {
  it.each([
    ['inside a paragraph are blanks', `${LONG}\nIt was refused.`, `${LONG} It was refused.`],
    ['between paragraphs stay', `${LONG}\n\nIt was refused.`, `${LONG}\n\nIt was refused.`],
    ['behind a short line stay', 'Priority: Standard\nDecision Date: 01/02/2016', 'Priority: Standard\nDecision Date: 01/02/2016'],
    ['at the end stay', `${LONG}\n`, `${LONG}\n`],
  ])('%s', (_, text, expected) => {
    expect(softenLines(text)).toBe(expected);
  });

  it('never change how long a text is or what stands in it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(LONG, 'short', '', '\t', '\n'), { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        const softened = softenLines(text);
        expect(softened).toHaveLength(text.length);
        expect(softened.replace(/\s/g, ' ')).toBe(text.replace(/\s/g, ' '));
      }),
    );
  });
});
