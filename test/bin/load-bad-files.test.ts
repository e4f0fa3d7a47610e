/** `imr ingest` of letters beside files that are none: each of those ends itself with its reason, whatever it costs, and all letters are stored. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSearchIndex } from '../../server/index/open-index.ts';
import { emptyFile, garbagePdf, imageOnlyPdf, notALetter, passwordPdf, truncatedPdf } from '../fixtures/letters/broken.ts';
import { makeLetters } from '../fixtures/letters/generate.ts';
import { toHtml } from '../fixtures/letters/render/to-html.ts';
import { toText } from '../fixtures/letters/render/to-text.ts';
import { type Ran, runImrWith } from './run-imr.ts';

const [behind, ...LETTERS] = makeLetters(41, 77);
const prose = (size: number) =>
  `${behind === undefined ? '' : toText(behind).trimEnd()}\n${'The fictional worker walked on along the harbor.\n'.repeat(size / 49)}`;
/** A PDF of blank pages: what the tree of its pages holds, and how many it says they are. */
const pages = (kids: string, count: number) =>
  `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[${kids}]/Count ${count}>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`;

/** What is no letter, by the name of its file: its content, and what is told of it. */
const BAD: Record<string, readonly [content: string | Uint8Array, told: RegExp]> = {
  'long-prose.txt': [prose(25_000_000), /^The file has 2\d,\d{3},\d{3} characters of text; at most 20,000,000 characters were expected\.$/],
  'prose.txt': [prose(2_500_000), /^It has 2,\d{3},\d{3} characters of text; at most 2,000,000 characters were expected of a letter\.$/],
  // Of two million paragraphs, no process has the memory.
  'dense.html': [
    `${behind === undefined ? '' : toHtml(behind)}${'<p>a'.repeat(2_000_000)}`,
    /^Reading the file took more memory than a letter may take/,
  ],
  'deep.html': [`<html>${'<div>'.repeat(50_000)}`, /only blanks/],
  'deep.md': [`# A fictional title\n**bold**${'**a*'.repeat(20_000)}${'['.repeat(20_000)}`, /lost its line ends/],
  'many-pages.pdf': [pages('3 0 R '.repeat(6_000), 6_000), /^The file has 6,000 pages; at most 5,000 pages were expected\.$/],
  'endless-pages.pdf': [pages('2 0 R 2 0 R', 500), /no text/],
  'garbage.pdf': [garbagePdf().bytes, /neither PDF/],
  'password.pdf': [(await passwordPdf()).bytes, /password/],
  'scan.pdf': [(await imageOnlyPdf()).bytes, /pictures/],
  'empty.pdf': [emptyFile().bytes, /is empty/],
  'list.txt': [notALetter().bytes, /known layout/],
  'picture.png': [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0, 0]), /neither PDF/],
};
for (let count = 1; count <= 40; count += 1) BAD[`blank-${count}.txt`] = [' \n'.repeat(count), /only blanks/];
for (const share of [0.1, 0.2, 0.3, 0.4, 0.5])
  BAD[`cut-${share}.pdf`] = [(await truncatedPdf(share)).bytes, /damaged|no text|no page|known layout/];

let dir = '';
let ran: Ran;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'imr-bad-files-'));
  mkdirSync(join(dir, 'letters'));
  for (const letter of LETTERS) writeFileSync(join(dir, 'letters', `${letter.caseNumber}.txt`), toText(letter));
  for (const [name, [content]] of Object.entries(BAD)) writeFileSync(join(dir, 'letters', name), content);
  // Little room for the program itself: nothing of what a file unfolds to may be in it.
  ran = await runImrWith({ NODE_OPTIONS: '--max-old-space-size=96' }, 'ingest', join(dir, 'letters'), '--data', join(dir, 'data'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('58 files that are no letters beside 40 that are', () => {
  it('are told and counted, and the program goes on in little memory', () => {
    expect(Object.keys(BAD)).toHaveLength(58);
    expect(ran.err).toContain('98 files: 40 letters added, 58 could not be read\n');
    expect(ran.code).toBe(1);
  });

  it('are listed each with its reason, and the letters are all there', async () => {
    const index = await openSearchIndex({ engine: 'embedded', dataDir: join(dir, 'data') });
    try {
      expect(await index.stats()).toMatchObject({ letters: 40, unreadable: 58 });
      const { letters } = await index.unreadable(0, 100);
      expect(Object.fromEntries(letters.map(({ source, reason }) => [source.fileName, reason.reason]))).toEqual(
        Object.fromEntries(Object.entries(BAD).map(([name, [, told]]) => [name, expect.stringMatching(told)])),
      );
    } finally {
      await index.close();
    }
  });
});
