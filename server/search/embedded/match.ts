/**
 * A query tree -> an FTS5 expression, where FTS5 can answer it alone: words, phrases and prefixes under AND and OR. NOT and
 * filters are about the item and are left to the caller. Words are quoted, so none of them is ever read as an operator.
 */
import type { QueryNode, TextField } from '#contract/query.ts';
import { stem, words } from '#mappings/analysis.ts';

/** FTS5's parser has a stack of its own, and its trees a greatest depth; deeper nests are answered in parts. */
const DEEPEST = 12;

/** The expression for a tree of text only; null for any other tree, for a nest too deep, and for a leaf that can match nothing. */
export function toMatch(node: QueryNode, deepest = DEEPEST): string | null {
  switch (node.kind) {
    case 'word':
      return leaf([node.word], node.fields, 'stems');
    case 'phrase':
      return leaf(node.words, node.fields, 'words');
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

/** The expressions of the leaves a match can show, those under no NOT. */
export function positiveLeaves(node: QueryNode): string[] {
  if (node.kind === 'not') return [];
  if (node.kind === 'and' || node.kind === 'or') return node.children.flatMap(positiveLeaves);
  const match = toMatch(node);
  return match === null ? [] : [match];
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
