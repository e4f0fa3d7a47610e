/** Readers take a file by what it holds, whatever it is called, and the same letter says the same in every form. */
import { describe, expect, it } from 'vitest';
import type { Letter } from '#contract/determination.ts';
import { readLetter } from '../../../ingest/pipeline.ts';
import { READERS, readBytes } from '../../../ingest/read/read.ts';
import * as broken from '../../fixtures/letters/broken.ts';
import { makeLetter } from '../../fixtures/letters/generate.ts';
import type { FictionalLetter } from '../../fixtures/letters/letter.ts';
import { toHtml } from '../../fixtures/letters/render/to-html.ts';
import { toMarkdown } from '../../fixtures/letters/render/to-markdown.ts';
import { toPdf } from '../../fixtures/letters/render/to-pdf.ts';
import { toText } from '../../fixtures/letters/render/to-text.ts';
import { statementsOf } from '../statements.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function read(data: Uint8Array, name = 'letter.bin'): Promise<Letter> {
  const result = await readLetter(data, name);
  if (!result.ok) throw new Error(result.unreadable.reason.reason);
  return result.letter;
}

/** Every form that a reader exists for, by the reader's id. */
const plainForm = async (letter: FictionalLetter) => bytes(toText(letter));
const FORMS: Record<string, (letter: FictionalLetter) => Promise<Uint8Array>> = {
  pdf: (letter) => toPdf(letter, { hyphenate: false }),
  html: async (letter) => bytes(toHtml(letter)),
  markdown: async (letter) => bytes(toMarkdown(letter)),
  'plain-text': plainForm,
};
const MEDIA: Record<string, string> = { pdf: 'application/pdf', html: 'text/html', markdown: 'text/markdown', 'plain-text': 'text/plain' };

describe('one letter in every form', () => {
  it('has a form for every reader', () => {
    expect(Object.keys(FORMS).sort()).toEqual(READERS.map((reader) => reader.id).sort());
  });

  for (const layout of ['2014', '2016'] as const) {
    for (const [id, form] of Object.entries(FORMS)) {
      it.each([11, 12, 13, 14, 15])(`says the same as plain text in the form ${id}, layout ${layout}, letter %i`, async (seed) => {
        const letter = makeLetter({ seed, layout });
        const plain = await read(await plainForm(letter));
        const other = await read(await form(letter), 'wrongly-named.doc');
        expect(other.determination.source.mediaType).toBe(MEDIA[id]);
        expect(statementsOf(other.determination)).toEqual(statementsOf(plain.determination));
      });
    }
  }

  it.each(['letter.pdf', 'letter.html', 'letter.md', 'letter', 'letter.txt'])(
    'reads the same bytes alike under the name %s',
    async (name) => {
      const data = bytes(toMarkdown(makeLetter({ seed: 21, layout: '2014' })));
      expect(statementsOf((await read(data, name)).determination)).toEqual(statementsOf((await read(data, 'x')).determination));
    },
  );

  it('restores the reading order of header cells that a PDF draws in another order', async () => {
    const letter = makeLetter({ seed: 31, layout: '2016' });
    const results = await Promise.all([1, 2, 3, 4, 5, 6].map(async (seed) => read(await toPdf(letter, { shuffleCells: true, seed }))));
    for (const { determination } of results) {
      expect(Object.fromEntries(Object.entries(determination.dates).map(([field, found]) => [field, found?.value]))).toEqual(letter.dates);
    }
  });

  it('says on which page a place is', async () => {
    const { canonical, determination } = await read(await toPdf(makeLetter({ seed: 33, layout: '2016' })));
    expect(canonical.pageStarts).toHaveLength(determination.source.pages);
    expect(canonical.pageStarts[0]).toBe(0);
    expect([...canonical.pageStarts].sort((a, b) => a - b)).toEqual(canonical.pageStarts);
  });
});

describe('encodings', () => {
  const letter = broken.letterWithSigns();
  it.each([
    ['UTF-16 little endian with a mark', broken.utf16Text('le', letter).bytes],
    ['UTF-16 big endian with a mark', broken.utf16Text('be', letter).bytes],
    ['UTF-16 little endian without a mark', broken.utf16Text('le', letter).bytes.slice(2)],
    ['UTF-16 big endian without a mark', broken.utf16Text('be', letter).bytes.slice(2)],
    ['Windows-1252', broken.windows1252Text(letter).bytes],
    ['UTF-8 with a mark', bytes(`\ufeff${toText(letter)}`)],
  ])('%s reads as UTF-8 does', async (_, data) => {
    const expected = await read(bytes(toText(letter)));
    expect(statementsOf((await read(data)).determination)).toEqual(statementsOf(expected.determination));
    expect(expected.determination.clinicalSummary?.value).toContain(
      '“a constant ache” – the worker’s own words – and points to § 9792.24.2.',
    );
  });
});

describe('what cannot be read says why', () => {
  it.each([
    ['an empty file', async () => broken.emptyFile().bytes, 'unreadable.empty'],
    ['a file of blanks', async () => bytes(' \n\t\n'), 'unreadable.empty'],
    ['bytes of no format under the name of a PDF', async () => broken.garbagePdf().bytes, 'unreadable.media_type'],
    ['a PDF that is cut off', async () => (await broken.truncatedPdf(0.1)).bytes, 'unreadable.broken'],
    ['a PDF with a password', async () => (await broken.passwordPdf()).bytes, 'unreadable.password'],
    ['a PDF of pictures', async () => (await broken.imageOnlyPdf()).bytes, 'unreadable.image_only'],
    ['a text that is no letter', async () => broken.notALetter().bytes, 'unreadable.layout'],
    ['a letter without its case number', async () => bytes(toText(makeLetter(5)).replace(/CM\d\d-\d+/g, '')), 'unreadable.case_number'],
  ])('%s', async (_, make, code) => {
    const result = await readLetter(await make(), 'x.pdf');
    expect(result.ok ? null : result.unreadable.reason.code).toBe(code);
  });

  it('is told with the size, hash and name of the file', async () => {
    const result = await readLetter(broken.garbagePdf().bytes, 'garbage.pdf');
    expect(result.ok ? null : result.unreadable.source).toMatchObject({ fileName: 'garbage.pdf', sizeBytes: 4096, mediaType: null });
  });

  it('gives a PDF without text or pictures as empty', async () => {
    const { default: PDFDocument } = await import('pdfkit');
    const doc = new PDFDocument();
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    const ended = new Promise((resolve) => doc.on('end', resolve));
    doc.end();
    await ended;
    expect(await readBytes(Buffer.concat(chunks))).toMatchObject({ ok: false, code: 'unreadable.empty' });
  });
});
