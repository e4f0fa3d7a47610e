/** Query trees in short, for tables of tests. */
import type { QueryNode } from '#contract/query.ts';

/** The tree in short: words as they are, phrases in quotes, filters as field:a|b, and `and`, `or`, `not` as lists. */
export function short(node: QueryNode): unknown {
  switch (node.kind) {
    case 'all':
      return '(all)';
    case 'word':
      return node.word;
    case 'phrase':
      return `"${node.words.join(' ')}"`;
    case 'near':
      return `near(${node.words.join(' ')}, ${node.gap})`;
    case 'prefix':
      return `${node.prefix}*`;
    case 'filter':
      return 'values' in node.filter
        ? `${node.filter.field}:${node.filter.values.join('|')}`
        : `decidedOn:${node.filter.from ?? ''}..${node.filter.to ?? ''}`;
    case 'not':
      return { not: short(node.child) };
    default:
      return { [node.kind]: node.children.map(short) };
  }
}
