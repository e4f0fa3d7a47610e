/** A chart taken along says by itself what it shows, of what, and as of when. */
import { describe, expect, it } from 'vitest';
import { type PictureFacts, pictureName, pictureOf, pictureWords } from '../../../web/src/components/chart/picture.ts';

const FACTS: PictureFacts = {
  source: 'Counted by IMR Index.',
  filters: 'disputed items with Query: knee & "brace" <5',
  programme: 'A program',
  state: 'Live',
  date: '2017-03-01',
  n: '85 disputed items in 60 letters',
};
const LOOK = { fonts: '"Inter", sans-serif', ink: '#000', quiet: '#555', ground: '#fff' };
const widthOf = (words: string) => words.length * 7;
const words = pictureWords('Overturned by service', 'Two services: 10% to 12%.', ['An item is in one.'], FACTS, 'Mar 1, 2017');
const written = (markup: string) => Array.from(markup.matchAll(/<text[^>]*>([^<]*)<\/text>/g), ([, text]) => text);
const bases = (markup: string) => Array.from(markup.matchAll(/<text x="\d+" y="(\d+)"/g), ([, y]) => Number(y));

describe('the picture of a chart', () => {
  const drawing = { markup: '<circle r="5"/>', width: 800, height: 300 };

  it('has title, sentence, filters, program and n above, notes, state, day and source below', () => {
    expect(written(pictureOf(drawing, words, LOOK, widthOf).markup)).toEqual([
      'Overturned by service',
      'Two services: 10% to 12%.',
      'Counted: disputed items with Query: knee &amp; &quot;brace&quot; &lt;5.',
      'A program. 85 disputed items in 60 letters.',
      'An item is in one.',
      'Live, Mar 1, 2017. Counted by IMR Index.',
    ]);
  });

  it.each([300, 500, 1_200])(
    '%i pixels wide: lines are broken to its width, and stand above or below the chart, never over it',
    (width) => {
      const long = { ...words, above: [`Counted: ${'disputed items with many filters; '.repeat(9)}`, ...words.above] };
      const picture = pictureOf({ ...drawing, width }, long, LOOK, widthOf);
      const top = Number(/translate\(24 (\d+)\)/.exec(picture.markup)?.[1]);
      const lines = written(picture.markup);
      expect(lines.join(' ').replaceAll(/\s+/g, ' ')).toContain('disputed items with many filters; '.repeat(9).trim());
      for (const line of lines.slice(1)) expect(widthOf((line ?? '').replaceAll(/&\w+;/g, '&'))).toBeLessThanOrEqual(Math.max(width, 420));
      const below = bases(picture.markup).filter((base) => base > top);
      expect(below).toHaveLength(2);
      expect(Math.min(...below) - 13).toBeGreaterThan(top + drawing.height - 1);
      expect(Math.max(...below)).toBeLessThan(picture.height);
      expect(Math.max(...bases(picture.markup).filter((base) => base <= top))).toBeLessThan(top);
    },
  );

  it('is called by its title and day', () => {
    expect(pictureName('UR’s guideline: "ODG" & IMR’s', '2017-03-01', 'svg')).toBe('ur-s-guideline-odg-imr-s-2017-03-01.svg');
  });
});
