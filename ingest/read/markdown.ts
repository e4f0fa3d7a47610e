/** Markdown, also mixed with HTML tags as converters leave it: rendered by markdown-it, then read as HTML. */
import markdownIt from 'markdown-it';
import { htmlToText } from './html-text.ts';
import { canonicalOfText, type Reader } from './reader.ts';

/** One of these may stand in plain text too ("# 60", "**"), so it takes several, or a tag. */
const HEADINGS = /^#{1,6} \p{L}/gmu;
const BOLD = /\*\*[^\s*][^*\n]*\*\*/g;
const TAG = /<\/?(?:b|i|u|em|strong|br|p|div|span|table|tr|td|th)(?:\s[^<>]*)?\/?>/i;
const LEAST_SIGNS = 2;

/** Tags of HTML and addresses in angle brackets; any other "<" is a character of the letter ("<mild pain>"). */
const LITERAL_BRACKET =
  /<(?!\/?(?:a|abbr|b|big|blockquote|body|br|center|cite|code|dd|del|div|dl|dt|em|font|h[1-6]|head|hr|html|i|img|ins|label|li|link|meta|ol|p|pre|s|small|span|strike|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul)(?:[\s/][^<>]*)?>|!--|!doctype\b|(?:https?|mailto|ftp):)/gi;
/** "# 60" at a line start is a count, not a title. */
const COUNT = /^(#+)(?=\s*\d)/gm;

const renderer = markdownIt({ html: true, linkify: false, typographer: false });
// A converted letter is no program text: a line that starts with blanks is a line, not a code block.
renderer.disable(['code', 'list', 'lheading', 'blockquote', 'hr', 'fence']);

export const markdown: Reader = {
  id: 'markdown',
  accepts: (_, text) =>
    text !== null && (TAG.test(text) || (text.match(HEADINGS)?.length ?? 0) + (text.match(BOLD)?.length ?? 0) >= LEAST_SIGNS),
  read: async (_, text) => {
    const source = (text ?? '').replace(LITERAL_BRACKET, '&lt;').replace(COUNT, (signs) => '\\#'.repeat(signs.length));
    return { ok: true, mediaType: 'text/markdown', canonical: canonicalOfText(htmlToText(renderer.render(source), true)) };
  },
};
