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
  ])('in %j: %i', (text, gaps) => {
    expect(missingPages(text)).toHaveLength(gaps);
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
});
