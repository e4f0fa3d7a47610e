/** The groups of the filter panel: which facets they show, in order, and which are open at first. */
import { type FacetValues, FIELDS, KEYWORD_FIELD_IDS, type KeywordField } from '#contract/fields.ts';
import type { TreeFields } from './facet-tree.ts';
import { notStatedLast } from './facet-values.ts';

type Declared = NonNullable<(typeof FIELDS)[KeywordField]['facet']>;

interface Common {
  readonly id: KeywordField;
  readonly label: string;
}
export type PanelGroup =
  | (Common & {
      readonly kind: 'list';
      readonly order: Declared['order'];
      readonly groups: readonly FacetValues[];
      readonly unlessAlone: boolean;
    })
  | (Common & { readonly kind: 'tree'; readonly fields: TreeFields })
  | (Common & { readonly kind: 'days' });

/** The groups in the order of the fields. */
export const PANEL: readonly PanelGroup[] = KEYWORD_FIELD_IDS.flatMap((id): PanelGroup[] => {
  const { label, facet, under } = FIELDS[id];
  if (facet === undefined) return [];
  const common = { id, label: facet.label ?? label };
  if (under !== undefined) return [{ ...common, kind: 'tree', fields: { branch: under.branch, leaf: id } }];
  if (facet.as === 'days') return [{ ...common, kind: 'days' }];
  return [{ ...common, kind: 'list', order: facet.order, groups: facet.groups ?? [], unlessAlone: facet.unlessAlone === true }];
});

export const OPEN_AT_FIRST: readonly string[] = PANEL.filter(({ id }) => FIELDS[id].facet?.open === true).map(({ id }) => id);

/** The values of a list in its order; what is not stated is the last. */
export function inOrder<V extends { readonly value: string }>(values: readonly V[], order: Declared['order']): readonly V[] {
  const ordered = (): V[] => {
    if (order === undefined) return [...values];
    if (order === 'latest') return values.toSorted((a, b) => (a.value < b.value ? 1 : -1));
    return values.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
  };
  return notStatedLast(ordered());
}
