/**
 * PDF through PDFium in WebAssembly (it comes inside the npm package @embedpdf/pdfium). Characters with their places
 * go to `pageText`, which restores the reading order. Files with an empty user password open like any other.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { canonicalLines, counted, MOST_PAGES, MOST_TEXT, type Reader, type ReadResult, tooLarge } from './reader.ts';
import { type PlacedChar, pageText } from './reading-order.ts';

const MEDIA_TYPE = 'application/pdf';
const MAGIC = '%PDF-';
/** The header may stand behind a few other bytes (PDF 1.7, implementation note 13). */
const HEADER_WITHIN = 1024;
/** FPDF_GetLastError. */
const PASSWORD_ERROR = 4;
/** FPDF_PAGEOBJ_IMAGE. */
const IMAGE_OBJECT = 3;
/** How PDFium marks a hyphen at a line end: U+0002 for a character, U+FFFE in running text. */
const LINE_END_HYPHENS: readonly number[] = [0x02, 0xfffe];

export const pdf: Reader = {
  id: 'pdf',
  accepts: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEADER_WITHIN)).includes(MAGIC, 0, 'latin1'),
  read: async (bytes) => readDocument(await pdfium(), bytes),
};

let loading: Promise<WrappedPdfiumModule> | undefined;

/** PDFium, loaded once a process (about 40 ms). */
function pdfium(): Promise<WrappedPdfiumModule> {
  loading ??= (async () => {
    const wasm = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
    const module = await init({ wasmBinary: new Uint8Array(wasm).buffer });
    module.PDFiumExt_Init();
    return module;
  })();
  return loading;
}

function readDocument(module: WrappedPdfiumModule, bytes: Uint8Array): ReadResult {
  const { malloc, free } = module.pdfium.wasmExports;
  const memory = malloc(bytes.length);
  memoryOf(module).set(bytes, memory);
  const document = module.FPDF_LoadMemDocument(memory, bytes.length, '');
  try {
    if (document === 0) {
      return module.FPDF_GetLastError() === PASSWORD_ERROR
        ? unreadable('unreadable.password', 'The PDF asks for a password; a file that opens without one was expected.')
        : unreadable('unreadable.broken', 'The PDF is damaged and could not be opened; a whole PDF file was expected.');
    }
    return readPages(module, document);
  } finally {
    if (document !== 0) module.FPDF_CloseDocument(document);
    free(memory);
  }
}

function readPages(module: WrappedPdfiumModule, document: number): ReadResult {
  const pages = module.FPDF_GetPageCount(document);
  if (pages > MOST_PAGES) return tooLarge(MEDIA_TYPE, counted(pages, 'pages'), counted(MOST_PAGES, 'pages'));
  const pageStarts: number[] = [];
  let text = '';
  let images = 0;
  // A text that is too long is refused where all texts are.
  for (let index = 0; index < pages && text.length <= MOST_TEXT; index += 1) {
    const page = module.FPDF_LoadPage(document, index);
    const textPage = page === 0 ? 0 : module.FPDFText_LoadPage(page);
    const lines = textPage === 0 ? '' : canonicalLines(pageText(placedChars(module, textPage)));
    if (lines.trim() === '') images += page === 0 ? 0 : countImages(module, page);
    if (text !== '') text += '\n';
    pageStarts.push(text.length);
    text += lines;
    if (textPage !== 0) module.FPDFText_ClosePage(textPage);
    if (page !== 0) module.FPDF_ClosePage(page);
  }
  if (pages === 0) return unreadable('unreadable.broken', 'The PDF has no page that can be opened; a whole PDF file was expected.');
  if (text.trim() === '') {
    return images > 0
      ? unreadable('unreadable.image_only', 'The PDF holds pictures and no text; a PDF with text was expected (recognise its text first).')
      : unreadable('unreadable.empty', 'The PDF holds no text; a determination letter was expected.');
  }
  return { ok: true, mediaType: MEDIA_TYPE, canonical: { text, pageStarts } };
}

/** The characters that were drawn; those that PDFium makes up (line ends, and blanks between words) only say where words and lines end. */
function placedChars(module: WrappedPdfiumModule, textPage: number): PlacedChar[] {
  const { malloc, free } = module.pdfium.wasmExports;
  const chars: PlacedChar[] = [];
  const place = malloc(16);
  let newLine = true;
  const count = module.FPDFText_CountChars(textPage);
  for (let index = 0; index < count; index += 1) {
    const code = module.FPDFText_GetUnicode(textPage, index);
    if (code === 0x0d || code === 0x0a) {
      newLine = true;
      continue;
    }
    if (code === 0) continue;
    module.FPDFText_GetCharOrigin(textPage, index, place, place + 8);
    const x = module.pdfium.getValue(place, 'double');
    const y = module.pdfium.getValue(place + 8, 'double');
    chars.push({ text: LINE_END_HYPHENS.includes(code) ? '-' : String.fromCodePoint(code), x, y, newLine });
    newLine = false;
  }
  free(place);
  return chars;
}

function countImages(module: WrappedPdfiumModule, page: number): number {
  let images = 0;
  for (let index = module.FPDFPage_CountObjects(page) - 1; index >= 0; index -= 1) {
    if (module.FPDFPageObj_GetType(module.FPDFPage_GetObject(page, index)) === IMAGE_OBJECT) images += 1;
  }
  return images;
}

/** The memory of the WebAssembly module as it is now; it moves when it grows, so it is never kept. */
function memoryOf(module: WrappedPdfiumModule): Uint8Array {
  const heap: unknown = Reflect.get(module.pdfium, 'HEAPU8');
  if (!(heap instanceof Uint8Array)) throw new Error('PDFium gave no memory');
  return heap;
}

function unreadable(
  code: 'unreadable.password' | 'unreadable.broken' | 'unreadable.image_only' | 'unreadable.empty',
  reason: string,
): ReadResult {
  return { ok: false, mediaType: MEDIA_TYPE, code, reason };
}
