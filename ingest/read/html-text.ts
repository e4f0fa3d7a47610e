/**
 * The text of HTML, as a browser shows it in lines: a block starts a line, paragraphs and headings stand apart, the
 * cells of a table row share a line with a tab between them.
 */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

const BLOCK = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'center',
  'div',
  'dl',
  'dd',
  'dt',
  'fieldset',
  'footer',
  'form',
  'header',
  'hr',
  'html',
  'li',
  'main',
  'nav',
  'ol',
  'section',
  'table',
  'tbody',
  'thead',
  'tfoot',
  'tr',
  'ul',
]);
const APART = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'table', 'ul', 'ol', 'blockquote']);
const SKIPPED = new Set(['head', 'script', 'style', 'template', 'noscript', 'title']);

/** The text of an HTML document or fragment. `keepLines`: line ends of the source stay (Markdown means them). */
export function htmlToText(source: string, keepLines = false): string {
  const out: string[] = [];
  let pending = '';
  const ends = () => out.at(-1)?.at(-1) ?? '\n';
  const breakLine = (lines: '\n' | '\n\n') => {
    if (out.length > 0 && pending.length < lines.length) pending = lines;
  };
  const write = (text: string) => {
    if (text === '') return;
    if (pending !== '' && text.trim() === '') return;
    out.push(pending, text);
    pending = '';
  };
  const walk = (node: DefaultTreeAdapterTypes.Node, pre: boolean): void => {
    if (node.nodeName === '#text' && 'value' in node) {
      const kept = pre ? node.value : node.value.replace(keepLines ? /[^\S\n\t]+/g : /\s+/g, ' ');
      write(pending !== '' || ends() === '\n' ? kept.replace(/^[ \n]+/, '') : kept);
      return;
    }
    if (!('childNodes' in node) || SKIPPED.has(node.nodeName)) return;
    const name = node.nodeName;
    if (name === 'br') {
      out.push(pending, '\n');
      pending = '';
      return;
    }
    const around = APART.has(name) ? '\n\n' : BLOCK.has(name) ? '\n' : null;
    if (around !== null) breakLine(around);
    if ((name === 'td' || name === 'th') && pending === '' && ends() !== '\n') out.push('\t');
    for (const child of node.childNodes) walk(child, pre || name === 'pre');
    if (around !== null) breakLine(around);
  };
  walk(parse(source), false);
  return out.join('');
}
