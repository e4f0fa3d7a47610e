import { describe, expect, it } from 'vitest';
import { dropPageFurniture, missingPages } from '../../../ingest/clean/page-furniture.ts';

describe('missing pages', () => {
  it.each([
    ['one\n- 1 -\ntwo\n- 3 -\nthree', 1],
    ['one\nPage 1 of 4\ntwo\nPage 4 of 4', 1],
    [
      'Final Determination Letter for IMR Case Number CM13-9000001 2\nsix\nFinal Determination Letter for IMR Case Number CM13-9000001 5',
      1,
    ],
    ['one\n- 1 -\ntwo\n- 2 -\nthree\n- 3 -', 0],
    ['Page 1\none\nPage 1\nPage 2\ntwo\nPage 2', 0],
    ['quantity\n60\nand\n90\nof them', 0],
    ['', 0],
    // Prose that begins with a page, or wraps to one.
    ['- 1 -\none\npage 39 of the guideline says\n- 2 -\ntwo', 0],
    ['Page 1\none\npage 39 of the guideline says\nPage 2\ntwo', 0],
    ['Page 1 of 2\none\nMTUS Chronic Pain,\nPage 58\ntwo\nPage 2 of 2', 0],
    ['Page 1\none\nACOEM,\nPage 3\nPage 2\ntwo\nACOEM,\nPage 58\nthree', 0],
    ['one\nIMR Case Number CM13-9000001 cites what stands on page 4\nand page 9', 0],
    ['ACOEM,\nPage 58\nand\nPage 60', 0],
    ['Page 1\none\n\nPage 3\n\nthree', 1],
    ['Page 1 CM13-9000001\none\nPage 2 CM13-9000001\ntwo\n\nPage 4 CM13-9000001', 1],
  ])('in %j: %i', (text, gaps) => {
    expect(missingPages(text, [0])).toHaveLength(gaps);
  });
});

describe('what stands on a page beside the letter', () => {
  it.each([
    ['page numbers by page', 'one\nand\n1', 'two\nand\n2'],
    ['numbers with a word', 'Page 1 of 2\none\nand', 'Page 2 of 2\ntwo\nand'],
  ])('is taken out: %s', (_, first, second) => {
    const text = `${first}\n${second}`;
    const edits = dropPageFurniture([0, first.length + 1])(text);
    const kept = edits.reduceRight((so, edit) => so.slice(0, edit.start) + edit.text + so.slice(edit.end), text);
    expect(kept.split(/\n+/).filter((line) => /\d/.test(line))).toEqual([]);
    expect(kept).toMatch(/one\nand\n+two\nand/);
  });

  const LONG = ['a', 'b', 'c', 'd', 'e', 'f'];
  const lines = (...parts: (string | string[])[]) => `${parts.flat().join('\n')}\n`;
  it.each([
    ['what counts on, though the pages have other numbers', ['Page 6', LONG], ['Page 7', LONG], ['Page 8', LONG]],
    ['what counts on where a page is missing', [LONG, 'Page 1'], [LONG, 'Page 3'], [LONG, 'Page 4']],
    ['a last page that is told', [LONG, 'Page 2 of 9'], [LONG, 'Page 3 of 9'], [LONG, 'Page 5 of 9']],
    ['dashes', [LONG, '- 4 -'], [LONG, '- 5 -'], [LONG, '- 6 -']],
  ])('is taken out: %s', (_, ...pages) => {
    expect(withoutFurniture(pages.map((page) => lines(...page)))).toEqual([]);
  });

  it.each([
    ['a page cited at the end of a page', [LONG, 'MTUS Chronic Pain,', 'Page 58'], [LONG], [LONG]],
    ['a page cited above the page’s number', [LONG, 'Page 58', 'Page 1'], [LONG, 'Page 59', 'Page 2'], [LONG, 'Page 3']],
    ['a page cited of all its pages', [LONG, 'Page 58 of 127'], [LONG], [LONG]],
    ['a sentence that begins with a page', [LONG, 'page 2 of the guideline says'], ['page 1 is of another mind', LONG], [LONG]],
  ])('but not %s', (_, ...pages) => {
    expect(withoutFurniture(pages.map((page) => lines(...page))).length).toBeGreaterThan(0);
  });

  it.each([
    ['numbers that count through a text without pages', 'Page 1\na\nPage 2\nb\nMTUS,\nPage 58\nc\nPage 3', ['Page 58']],
    ['with a last page', 'Page 1 of 3\na\nPage 79 of 127\nb\nPage 2 of 3', ['Page 79 of 127']],
    ['with dashes', '- 1 -\na\n- 2 -\nb', []],
    ['but one number alone is cited', 'a\nMTUS,\nPage 58\nb', ['Page 58']],
    ['and so are numbers that begin nowhere', 'ACOEM,\nPage 58\nand\nPage 59', ['Page 58', 'Page 59']],
  ])('%s', (_, text, left) => {
    expect(withoutFurniture([text])).toEqual(left);
  });
});

describe('the footer of the forms of 2013', () => {
  const FOOTER = 'Final Letter of Determination      Form Effective 5.16.13                      Page 2 of 4';
  it.each([
    FOOTER,
    FOOTER.replaceAll(/ +/g, ' '),
    FOOTER.replaceAll(' ', ''),
    `          ${FOOTER.replaceAll(/ {3,}/g, ' '.repeat(60))}`,
    'Final Letter of Determination      Form Effective 5.16.13                      Page',
    'Final Letter of Determination      Form Effective 5.16.13                      Page of 4',
    'Final Letter of Determination Form Effective 5.16.13',
    'Final Letter of Determination Page 3 of 4',
    'Form Effective 5.16.13 Page 3 of 4',
    'Page 2 of 4 Final Letter of Determination Form Effective 5.16.13',
    'Fina1 Letter of Deterrnination Form Effectlve 5.l6.l3 Page 2 of 4',
    'FlNAL LETTER OF DETERMINATION FORM EFFECTIVE 5.16.13 PAGE 2 OF 4',
    'Final Letter of Determination Form Effective 5.16.13 CM13-9000001 Page 2 of 4',
    'Final Letter of Determination\nForm Effective 5.16.13\nPage 1 of 4',
  ])('is taken out of the middle of a page: %j', (footer) => {
    expect(cleaned([`one and\ntwo go on\n${footer}\nover three\nand four\n`, 'five\nsix\n'])).toBe(
      'one and\ntwo go on\nover three\nand four\nfive\nsix\n',
    );
  });

  it('is taken out of a line where the lines were joined', () => {
    const text = `one and two go on ${FOOTER} over three ${FOOTER.replace('Page 2', 'Page 3')} and four`;
    expect(cleaned([text]).replace(/\s+/g, ' ')).toBe('one and two go on over three and four');
  });

  it.each([
    'The final letter of determination was read.',
    'Final Letter of Determination',
    'The form effective 5.16.13 was used, as the letter says on page 2 of 4.',
    'Form Effective',
    'Final Letter of Denial Form Effective 5.16.13 was sent to the worker',
  ])('but prose stays: %j', (line) => {
    expect(cleaned([`one\n${line}\ntwo\n`])).toBe(`one\n${line}\ntwo\n`);
  });

  it('tells by its numbers which pages are missing', () => {
    const page = (number: number) => `text of ${'a b c d e '.repeat(4)}\n${FOOTER.replace('Page 2', `Page ${number}`)}\n`;
    expect(missingPages([1, 2, 4].map(page).join(''), [0])).toHaveLength(1);
    expect(missingPages([1, 2, 3].map(page).join(''), [0])).toEqual([]);
  });
});

describe("a typist's mark", () => {
  it.each(['/bh', '/JB', 'pm:abc', 'JB/mt', 'jb: mt', '/ bh'])('at the end is taken out: %j', (mark) => {
    for (const between of [' ', '\n', '\n\n', ''])
      expect(cleaned([`It is not medically necessary.${between}${mark}\n`]).trim()).toBe('It is not medically necessary.');
    expect(cleaned([`It is over.\n${mark}\nForm Effective 5.16.13 Page 4 of 4\n`]).trim()).toBe('It is over.');
  });

  it.each([
    'It asks for an\nEMG/NCV',
    'It was read.\nEMG/NCV',
    'Seen by him and/or',
    'It was read. and/or',
    'See the ratio, a/b',
    'a dose of 5/325',
    'It was read. /bh was the mark',
    'http://fictional.example/abc',
    'pain of the left leg\nb/l',
  ])('but not what is none: %j', (text) => {
    expect(cleaned([text])).toBe(text);
  });
});

/** The lines with a number that stay. */
function withoutFurniture(pages: readonly string[]): string[] {
  return cleaned(pages)
    .split('\n')
    .filter((line) => /\d/.test(line));
}

function cleaned(pages: readonly string[]): string {
  const text = pages.join('');
  const starts = pages.map((_, index) => pages.slice(0, index).join('').length);
  return dropPageFurniture(starts)(text).reduceRight((so, edit) => so.slice(0, edit.start) + edit.text + so.slice(edit.end), text);
}
