/** Markdown, also mixed with HTML tags as converters leave it: rendered by markdown-it, then read as HTML. */
import markdownIt from 'markdown-it';
import { htmlToText } from './html-text.ts';
import { canonicalOfText, type Reader } from './reader.ts';

const SIGNS = /^#{1,6} \S|\*\*[^*\n]+\*\*|<\/?(?:b|i|u|em|strong|br|p|div|span|table|tr|td|th)(?:\s[^<>]*)?\/?>/im;
const renderer = markdownIt({ html: true, linkify: false, typographer: false });
// A converted letter is no program text: a line that starts with blanks is a line, not a code block.
renderer.disable(['code', 'list', 'lheading']);

export const markdown: Reader = {
  id: 'markdown',
  accepts: (_, text) => text !== null && SIGNS.test(text),
  read: async (_, text) => ({
    ok: true,
    mediaType: 'text/markdown',
    canonical: canonicalOfText(htmlToText(renderer.render(text ?? ''), true)),
  }),
};
