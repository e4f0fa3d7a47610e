/** What a reader of one media type is: bytes in, canonical text and page starts out, or the reason why not. */
import type { CanonicalText } from '#contract/determination.ts';
import type { MessageCode } from '#contract/message-codes.ts';

export type UnreadableCode = Extract<MessageCode, `unreadable.${string}`>;

/**
 * The most characters of text and the most pages of a file, which may hold many letters, and the most characters of one letter. The longest
 * letters have some hundred pages and 300,000 characters; far more than that is none, and is refused before much is spent on it.
 */
export const MOST_TEXT = 10_000_000;
export const MOST_PAGES = 5_000;
export const MOST_OF_LETTER = 2_000_000;

/** The refusal of a file that holds more than letters do; what it has is told in whole numbers, as "6,000 pages". */
export function tooLarge(mediaType: string | null, has: string, most: string): ReadResult {
  return { ok: false, mediaType, code: 'unreadable.too_large', reason: `The file has ${has}; at most ${most} were expected.` };
}

/** A number as users read it. */
export function counted(count: number, of: string): string {
  return `${count.toLocaleString('en-US')} ${of}`;
}

/** What came of reading a file. `reason` is a sentence for the user: what was wrong and what was expected. */
export type ReadResult =
  | { readonly ok: true; readonly mediaType: string; readonly canonical: CanonicalText }
  | { readonly ok: false; readonly mediaType: string | null; readonly code: UnreadableCode; readonly reason: string };

/** A media type. Which reader takes a file is decided by its content, never by its name. */
export interface Reader {
  readonly id: string;
  /** Whether these bytes are of this kind; `text` is their decoded form, null where they are not text. */
  readonly accepts: (bytes: Uint8Array, text: string | null) => boolean;
  readonly read: (bytes: Uint8Array, text: string | null) => Promise<ReadResult>;
}

/** Line ends as "\n", no NUL, no blanks at line ends, at most one empty line in a row: the form of every canonical text. */
export function canonicalLines(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      .replace(/\0/g, '')
      // How PDFium marks a hyphen at a line end, in text that was copied from it.
      .replace(/\ufffe/g, '-')
      // From the first blank of a run only: tried at each of its blanks, a run that ends at no line end would be read again and again.
      .replace(/(?<![^\S\n\f])[^\S\n\f]+(?=\n|$)/g, '')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/^\n+/, '')
      .trimEnd()
  );
}

/** Canonical text of media without pages: form feeds, where a converter left them, start pages. */
export function canonicalOfText(text: string): CanonicalText {
  const pageStarts = [0];
  let whole = '';
  for (const page of text.split('\f')) {
    const lines = canonicalLines(page);
    if (lines.trim() === '') continue;
    if (whole !== '') {
      whole += '\n';
      pageStarts.push(whole.length);
    }
    whole += lines;
  }
  return { text: whole, pageStarts };
}
