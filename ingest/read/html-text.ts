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

/** An element or text to go into, or an element whose children are done. */
type Step = { readonly node: DefaultTreeAdapterTypes.Node; readonly pre: boolean } | { readonly leave: string };

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
  const enter = (node: DefaultTreeAdapterTypes.Node, pre: boolean): void => {
    if (node.nodeName === '#text' && 'value' in node) {
      const kept = pre ? node.value : node.value.replace(keepLines ? /[^\S\n\t]+/g : /\s+/g, ' ');
      write(pending !== '' || ends() === '\n' ? kept.replace(/^[ \n]+/, '') : kept);
      return;
    }
    const name = node.nodeName;
    if (name === 'br') {
      out.push(pending, '\n');
      pending = '';
      return;
    }
    breakAround(name);
    if ((name === 'td' || name === 'th') && pending === '' && ends() !== '\n') out.push('\t');
  };
  const breakAround = (name: string): void => {
    if (APART.has(name)) breakLine('\n\n');
    else if (BLOCK.has(name)) breakLine('\n');
  };
  // A stack of our own: elements may be nested deeper than calls can be.
  const stack: Step[] = [{ node: parse(source), pre: false }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if ('leave' in step) {
      breakAround(step.leave);
      continue;
    }
    const { node, pre } = step;
    enter(node, pre);
    if (!('childNodes' in node) || node.nodeName === 'br' || SKIPPED.has(node.nodeName)) continue;
    stack.push({ leave: node.nodeName });
    for (const child of node.childNodes.toReversed()) stack.push({ node: child, pre: pre || node.nodeName === 'pre' });
  }
  return out.join('');
}
