/** The readers, in the order they are asked, and the one way in: bytes to canonical text. */
import { decodeText } from './decode.ts';
import { html } from './html.ts';
import { markdown } from './markdown.ts';
import { pdf } from './pdf.ts';
import { plainText } from './plain-text.ts';
import { counted, MOST_PAGES, MOST_TEXT, type Reader, type ReadResult, tooLarge } from './reader.ts';

/** Order is meaning: the first reader that accepts the bytes reads them. */
export const READERS = [pdf, html, markdown, plainText] as const satisfies readonly Reader[];

/** The most characters of a file of text with its markup, which may hold pictures. */
const MOST_SOURCE = 2 * MOST_TEXT;

/** Reads a file by its content. Never throws for what the bytes hold: trouble is a result with its reason. */
export async function readBytes(bytes: Uint8Array): Promise<ReadResult> {
  if (bytes.length === 0)
    return { ok: false, mediaType: null, code: 'unreadable.empty', reason: 'The file is empty; a determination letter was expected.' };
  const isPdf = pdf.accepts(bytes, null);
  const text = isPdf ? null : decodeText(bytes);
  if (text !== null && text.length > MOST_SOURCE) return tooLarge(null, ...ofCharacters(text.length, MOST_SOURCE));
  const reader = READERS.find((candidate) => candidate.accepts(bytes, text));
  if (reader === undefined) {
    return {
      ok: false,
      mediaType: null,
      code: 'unreadable.media_type',
      reason: 'The file is neither PDF, HTML, Markdown nor plain text; one of these was expected.',
    };
  }
  const result = await reader.read(bytes, text);
  if (result.ok && result.canonical.text.trim() === '') {
    return {
      ok: false,
      mediaType: result.mediaType,
      code: 'unreadable.empty',
      reason: 'The file holds only blanks; a determination letter was expected.',
    };
  }
  if (result.ok && result.canonical.pageStarts.length > MOST_PAGES)
    return tooLarge(result.mediaType, counted(result.canonical.pageStarts.length, 'pages'), counted(MOST_PAGES, 'pages'));
  if (result.ok && result.canonical.text.length > MOST_TEXT)
    return tooLarge(result.mediaType, ...ofCharacters(result.canonical.text.length, MOST_TEXT));
  return result;
}

function ofCharacters(count: number, most: number): [has: string, most: string] {
  return [counted(count, 'characters of text'), counted(most, 'characters')];
}
