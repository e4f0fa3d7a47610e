/** HTML: a document, whatever its file is called. */
import { htmlToText } from './html-text.ts';
import { canonicalOfText, type Reader } from './reader.ts';

/** What only an HTML document has; inline tags alone are also found in Markdown. */
const DOCUMENT = /<!doctype\s+html|<(?:html|body|table|div|p|br|h[1-6]|td|section|article)(?:\s[^<>]*)?\/?>/i;
const MARKDOWN = /^#{1,6} \S|\*\*[^*\n]+\*\*/m;

export const html: Reader = {
  id: 'html',
  accepts: (_, text) => text !== null && DOCUMENT.test(text) && !MARKDOWN.test(text),
  read: async (_, text) => ({ ok: true, mediaType: 'text/html', canonical: canonicalOfText(htmlToText(text ?? '')) }),
};
