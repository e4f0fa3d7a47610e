/**
 * The query tree over one item that is at hand: the meaning that the engines give it, looked at again to say why a result matched
 * and what it lacks. The texts are read as for highlights.
 */
import type { Determination, Item } from '#contract/determination.ts';
import type { Filter, QueryNode, TextField } from '#contract/query.ts';
import { TEXT_FIELDS, valuesOf } from '#mappings/fields.ts';
import { decidedWithin } from '#mappings/letter-days.ts';
import { isTextLeaf } from '#mappings/query-tree.ts';
import { standsIn } from './highlight.ts';
import { ReadText } from './read-text.ts';

/** One item with its searched texts. */
export interface ItemTexts {
  readonly determination: Determination;
  readonly item: Item;
  readonly texts: Readonly<Record<TextField, ReadText>>;
}

export function textsOf(determination: Determination, item: Item): ItemTexts {
  const text = (field: TextField) => new ReadText(TEXT_FIELDS[field].of(determination, item));
  return {
    determination,
    item,
    texts: {
      heading: text('heading'),
      rationale: text('rationale'),
      administratorGuideline: text('administratorGuideline'),
      reviewerGuideline: text('reviewerGuideline'),
      summary: text('summary'),
    },
  };
}

/** Whether the item matches the tree. */
export function matchesItem(of: ItemTexts, node: QueryNode): boolean {
  if (isTextLeaf(node)) return node.fields.some((field) => standsIn(of.texts[field], field, node));
  switch (node.kind) {
    case 'all':
      return true;
    case 'filter':
      return passes(of, node.filter);
    case 'and':
      return node.children.every((child) => matchesItem(of, child));
    case 'or':
      return node.children.some((child) => matchesItem(of, child));
    case 'least':
      return node.children.filter((child) => matchesItem(of, child)).length >= node.least;
    case 'not':
      return !matchesItem(of, node.child);
  }
}

/** The values of the item that a filter asks for; a range of days has none. */
export function valuesPassing({ determination, item }: ItemTexts, filter: Filter): string[] {
  if (filter.field === 'decidedOn') return [];
  const values = valuesOf(filter.field, determination, item);
  return filter.values.filter((value) => values.includes(value));
}

function passes(of: ItemTexts, filter: Filter): boolean {
  if (filter.field !== 'decidedOn') return valuesPassing(of, filter).length > 0;
  const decided = decidedWithin(of.determination);
  return decided !== null && (filter.from === null || decided.first >= filter.from) && (filter.to === null || decided.last <= filter.to);
}

/** The tree with its words looked for in these texts only; null where it has none. */
export function within(node: QueryNode, fields: readonly TextField[]): QueryNode | null {
  if (isTextLeaf(node)) return { ...node, fields: [...fields] };
  if (node.kind !== 'and' && node.kind !== 'or') return null;
  const children = node.children.flatMap((child) => within(child, fields) ?? []);
  return children.length === 0 ? null : { kind: node.kind, children };
}
