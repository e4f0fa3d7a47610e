/** HTML: a document, whatever its file is called. */
import { htmlToText } from './html-text.ts';
import { canonicalOfText, type Reader } from './reader.ts';

/** A document says so; else block tags tell, where nothing looks like Markdown (inline tags alone are found there too). */
const DOCUMENT = /<!doctype\s+html|<(?:html|body)(?:\s[^<>]*)?>/i;
const BLOCKS = /<(?:table|div|p|br|h[1-6]|td|section|article)(?:\s[^<>]*)?\/?>/i;
const MARKDOWN = /^#{1,6} \p{L}|\*\*[^*\n]+\*\*/mu;

export const html: Reader = {
  id: 'html',
  accepts: (_, text) => text !== null && (DOCUMENT.test(text) || (BLOCKS.test(text) && !MARKDOWN.test(text))),
  read: async (_, text) => ({ ok: true, mediaType: 'text/html', canonical: canonicalOfText(htmlToText(text ?? '')) }),
};
