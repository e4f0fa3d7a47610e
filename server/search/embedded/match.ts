/**
 * A query tree -> an FTS5 expression, where FTS5 can answer it alone: words, phrases, nearness and prefixes under AND and OR. NOT and
 * filters are about the item and are left to the caller. Words are quoted, so none of them is ever read as an operator.
 */
import type { QueryNode, TextField } from '#contract/query.ts';
import { positiveLeaves, type TextLeaf } from '#mappings/query-tree.ts';
import { stem } from '#mappings/text/stem.ts';
import { words } from '#mappings/text/words.ts';

/** FTS5's parser has a stack of its own, and its trees a greatest depth; deeper nests are answered in parts. */
const DEEPEST = 12;

/** The expression for a tree of text only; null for any other tree, for a nest too deep, and for a leaf that can match nothing. */
export function toMatch(node: QueryNode, deepest = DEEPEST): string | null {
  switch (node.kind) {
    case 'word':
      return leaf([node.word], node.fields, 'stems');
    case 'phrase':
      return leaf(node.words, node.fields, 'words');
    case 'near':
      return near([...new Set(node.words)], node.gap, node.fields);
    case 'prefix': {
      const quoted = leaf([node.prefix], node.fields, 'words');
      return quoted === null ? null : `${quoted} *`;
    }
    case 'and':
    case 'or': {
      if (deepest === 0) return null;
      const parts: string[] = [];
      for (const child of node.children) {
        const part = toMatch(child, deepest - 1);
        if (part === null) return null;
        parts.push(part);
      }
      return joinMatches(parts, node.kind);
    }
    default:
      return null;
  }
}

/** Expressions joined by AND or OR. */
export function joinMatches(parts: readonly string[], kind: 'and' | 'or'): string {
  const [first, ...rest] = parts;
  return rest.length === 0 ? (first ?? '') : `(${parts.join(kind === 'and' ? ' AND ' : ' OR ')})`;
}

/** The leaves a match can show: those under no NOT that FTS5 can be asked for. */
export function leavesToAsk(node: QueryNode): TextLeaf[] {
  return positiveLeaves(node).filter((leaf) => toMatch(leaf) !== null);
}

/** More words than this stand between no two. */
const WIDEST = 10_000_000;

/** FTS5 counts all that stands between the first and the last of the words, those of them that stand there as well. */
function near(text: readonly string[], gap: number, fields: readonly TextField[]): string | null {
  if (!text.every(isWord)) return null;
  const between = Math.min(gap, WIDEST) + Math.max(0, text.length - 2);
  return `{${fields.join(' ')}} : NEAR(${text.map((word) => `"${word}"`).join(' ')}, ${between})`;
}

function leaf(text: readonly string[], fields: readonly TextField[], stream: 'words' | 'stems'): string | null {
  if (!text.every(isWord)) return null;
  const columns = fields.map((field) => (stream === 'stems' ? `${field}_stem` : field));
  const quoted = (stream === 'stems' ? text.map(stem) : text).join(' ');
  return `{${columns.join(' ')}} : "${quoted}"`;
}

/** Whether this is one word as a text's words are; anything else stands in no text. */
function isWord(text: string): boolean {
  const [word, ...more] = words(text);
  return word === text && more.length === 0;
}
