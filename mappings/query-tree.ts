/** Making and looking through query trees: what the query language, the understanding, the order and both engines have in common. */
import type { KeywordField } from '#contract/fields.ts';
import type { QueryNode } from '#contract/query.ts';

/** A leaf that asks for words. */
export type TextLeaf = Extract<QueryNode, { kind: 'word' | 'phrase' | 'near' | 'prefix' }>;

export function isTextLeaf(node: QueryNode): node is TextLeaf {
  return node.kind === 'word' || node.kind === 'phrase' || node.kind === 'near' || node.kind === 'prefix';
}

/** A node of several others, which count as they are. */
export type GroupNode = Extract<QueryNode, { kind: 'and' | 'or' | 'least' }>;

export function isGroup(node: QueryNode): node is GroupNode {
  return node.kind === 'and' || node.kind === 'or' || node.kind === 'least';
}

/** The leaves that ask for words and stand under no NOT, in their order. */
export function positiveLeaves(node: QueryNode): TextLeaf[] {
  if (isGroup(node)) return node.children.flatMap(positiveLeaves);
  return isTextLeaf(node) ? [node] : [];
}

/** Items that have at least one of these values; `at`: where it was typed. */
export function filterNode(field: KeywordField, values: readonly string[], at?: { start: number; end: number }): QueryNode {
  return { kind: 'filter', filter: { field, values: [...values] }, ...(at === undefined ? {} : { at: { start: at.start, end: at.end } }) };
}

/** Several nodes as one that needs all of them; none is everything. */
export function allOf(nodes: readonly QueryNode[]): QueryNode {
  const children = nodes.flatMap((node) => (node.kind === 'and' ? node.children : [node]));
  const [only] = children;
  return only === undefined ? { kind: 'all' } : children.length === 1 ? only : { kind: 'and', children };
}

/** Several nodes as one that needs any of them; each is there once. None is everything. */
export function anyOf(nodes: readonly QueryNode[]): QueryNode {
  const children = [...new Map(nodes.map((node) => [JSON.stringify({ ...node, at: undefined }), node])).values()];
  const [only] = children;
  return only === undefined ? { kind: 'all' } : children.length === 1 ? only : { kind: 'or', children };
}

/** At least so many of several nodes; 0 is everything. */
export function leastOf(least: number, nodes: readonly QueryNode[]): QueryNode {
  if (least === 0) return { kind: 'all' };
  return least === nodes.length ? allOf(nodes) : { kind: 'least', least, children: [...nodes] };
}

export function noneOf(child: QueryNode): QueryNode {
  return { kind: 'not', child };
}
